package model

import (
	"blyant/model/internal/formula"
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
	CostPerNewCustomer       vocabulary.Rounded
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
	{worth.CostPerNewCustomer, func(s *Summary) *vocabulary.Rounded { return &s.CostPerNewCustomer }},
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

// summarise takes over every figure, and says why it is null where it is.
func summarise(s *Summary, r *worth.Report, value *formula.Summary) {
	for i := range summary {
		m := &summary[i]
		switch figure := m.In(value); {
		case figure.TooLarge || figure.IsNull() && !r.Silent:
			*m.at(s) = r.Rounded(m.Figure, *figure, absence(m.Name, figure, value))
		default:
			*m.at(s) = figure.Rounded
		}
		if m.Name == worth.DiscountedPaybackPeriods.Name { // beside the paybacks that are not reached
			noteReversals(r, value)
		}
	}
	if !r.Silent {
		s.noteVerdict(r)
	}
}

// absence is why the figure of that name is null; nothing where it is not.
func absence(name string, figure *formula.Figure, value *formula.Summary) worth.Absence {
	if figure.TooLarge || !figure.IsNull() {
		return worth.Absence{}
	}
	switch name {
	case worth.ValueToCostRatio.Name:
		return worth.Absence{Code: "no_acquisition_cost"}
	case worth.InternalRateOfReturn.Name:
		return worth.Absence{Code: "rate_of_return_undefined", Args: []string{string(value.NoReturn)}}
	case worth.PerpetualLifetimeValue.Name:
		return worth.Absence{Code: "perpetuity_diverges"}
	}
	return worth.Absence{Code: "payback_not_reached"}
}
