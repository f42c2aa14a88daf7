package model

import (
	"blyant/model/internal/exact"
	"blyant/model/internal/worth"
	"blyant/model/vocabulary"
)

// Summary holds the figures of SummaryFigures.
type Summary struct {
	LifetimeRevenue          vocabulary.Rounded
	LifetimeContribution     vocabulary.Rounded
	LifetimeValue            vocabulary.Rounded
	NetLifetimeValue         vocabulary.Rounded
	ValueToCostRatio         vocabulary.Rounded
	ExpectedOrders           vocabulary.Rounded
	ExpectedLifetimePeriods  vocabulary.Rounded
	PaybackPeriods           vocabulary.Rounded
	PaybackOrders            vocabulary.Rounded
	DiscountedPaybackPeriods vocabulary.Rounded
	ProbabilityOfProfit      vocabulary.Rounded
	InternalRateOfReturn     vocabulary.Rounded
	PerpetualLifetimeValue   vocabulary.Rounded
	WordOfMouthValue         vocabulary.Rounded
	ViralCoefficient         vocabulary.Rounded
}

// summed is a metric and the place of its figure in a summary.
type summed struct {
	worth.Metric
	at func(*Summary) *vocabulary.Rounded
}

var summary = []summed{
	{worth.LifetimeRevenue, func(s *Summary) *vocabulary.Rounded { return &s.LifetimeRevenue }},
	{worth.LifetimeContribution, func(s *Summary) *vocabulary.Rounded { return &s.LifetimeContribution }},
	{worth.LifetimeValue, func(s *Summary) *vocabulary.Rounded { return &s.LifetimeValue }},
	{worth.NetLifetimeValue, func(s *Summary) *vocabulary.Rounded { return &s.NetLifetimeValue }},
	{worth.ValueToCostRatio, func(s *Summary) *vocabulary.Rounded { return &s.ValueToCostRatio }},
	{worth.ExpectedOrders, func(s *Summary) *vocabulary.Rounded { return &s.ExpectedOrders }},
	{worth.ExpectedLifetimePeriods, func(s *Summary) *vocabulary.Rounded { return &s.ExpectedLifetimePeriods }},
	{worth.PaybackPeriods, func(s *Summary) *vocabulary.Rounded { return &s.PaybackPeriods }},
	{worth.PaybackOrders, func(s *Summary) *vocabulary.Rounded { return &s.PaybackOrders }},
	{worth.DiscountedPaybackPeriods, func(s *Summary) *vocabulary.Rounded { return &s.DiscountedPaybackPeriods }},
	{worth.ProbabilityOfProfit, func(s *Summary) *vocabulary.Rounded { return &s.ProbabilityOfProfit }},
	{worth.InternalRateOfReturn, func(s *Summary) *vocabulary.Rounded { return &s.InternalRateOfReturn }},
	{worth.PerpetualLifetimeValue, func(s *Summary) *vocabulary.Rounded { return &s.PerpetualLifetimeValue }},
	{worth.WordOfMouthValue, func(s *Summary) *vocabulary.Rounded { return &s.WordOfMouthValue }},
	{worth.ViralCoefficient, func(s *Summary) *vocabulary.Rounded { return &s.ViralCoefficient }},
}

// SummaryFigures returns the figures of a summary in the order of the
// specification.
func SummaryFigures() []vocabulary.Figure {
	figures := make([]vocabulary.Figure, len(summary))
	for i, m := range summary {
		figures[i] = vocabulary.FigurePlace(m.Figure, m.at)
	}
	return figures
}

// summarise rounds every metric.
func summarise(a *exact.Arithmetic, r *worth.Report, w *worth.Worth) Summary {
	var s Summary
	for _, m := range summary {
		x, absent := m.Of(a, w)
		*m.at(&s) = r.Optional(m.Figure, x, absent)
		if m.Name == worth.DiscountedPaybackPeriods.Name { // beside the paybacks that are not reached
			w.Reversals(a, r)
		}
	}
	return s
}
