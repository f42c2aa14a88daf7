package service

import (
	"slices"

	"blyant/model/internal/formula"
	"blyant/model/internal/worth"
	"blyant/model/vocabulary"
)

// PromiseSummary holds the figures of PromiseFigures.
type PromiseSummary struct {
	PerceivedExceeded  vocabulary.Rounded
	PerceivedMet       vocabulary.Rounded
	PerceivedMissed    vocabulary.Rounded
	RepeatPurchaseRate vocabulary.Rounded
	LifetimeValue      vocabulary.Rounded
	NetLifetimeValue   vocabulary.Rounded
	PromiseWordOfMouth vocabulary.Rounded
}

// promiseFigure is a figure of what is perceived, and its place in the summary.
type promiseFigure struct {
	vocabulary.Figure
	of func(*perceived) formula.Figure
	at func(*PromiseSummary) *vocabulary.Rounded
}

var promiseFigures = []promiseFigure{
	{vocabulary.Ratio("perceived_exceeded", vocabulary.UnitShare), func(v *perceived) formula.Figure { return formula.Round(v.exceeded, vocabulary.RatioDecimals) }, func(s *PromiseSummary) *vocabulary.Rounded { return &s.PerceivedExceeded }},
	{vocabulary.Ratio("perceived_met", vocabulary.UnitShare), func(v *perceived) formula.Figure { return formula.Round(v.met, vocabulary.RatioDecimals) }, func(s *PromiseSummary) *vocabulary.Rounded { return &s.PerceivedMet }},
	{vocabulary.Ratio("perceived_missed", vocabulary.UnitShare), func(v *perceived) formula.Figure { return formula.Round(v.missed, vocabulary.RatioDecimals) }, func(s *PromiseSummary) *vocabulary.Rounded { return &s.PerceivedMissed }},
	{vocabulary.Ratio("repeat_purchase_rate", vocabulary.UnitShare), func(v *perceived) formula.Figure { return formula.Round(v.Rate, vocabulary.RatioDecimals) }, func(s *PromiseSummary) *vocabulary.Rounded { return &s.RepeatPurchaseRate }},
	{worth.LifetimeValue.Figure, func(v *perceived) formula.Figure { return v.LifetimeValue }, func(s *PromiseSummary) *vocabulary.Rounded { return &s.LifetimeValue }},
	{worth.NetLifetimeValue.Figure, func(v *perceived) formula.Figure { return v.NetLifetimeValue }, func(s *PromiseSummary) *vocabulary.Rounded { return &s.NetLifetimeValue }},
	{vocabulary.Amount("promise_word_of_mouth"), func(v *perceived) formula.Figure { return v.WordOfMouth }, func(s *PromiseSummary) *vocabulary.Rounded { return &s.PromiseWordOfMouth }},
}

// PromiseFigures returns the figures of a promise's summary.
func PromiseFigures() []vocabulary.Figure {
	figures := make([]vocabulary.Figure, len(promiseFigures))
	for i, f := range promiseFigures {
		figures[i] = vocabulary.FigurePlace(f.Figure, f.at)
	}
	return figures
}

var (
	stepFigure = vocabulary.FigurePlace(vocabulary.Ratio("step", vocabulary.UnitShare), func(l *Lever) *vocabulary.Rounded { return &l.Step })
	gainFigure = vocabulary.FigurePlace(vocabulary.Amount("gain"), func(l *Lever) *vocabulary.Rounded { return &l.Gain })
)

var leverFigures = []vocabulary.Figure{stepFigure, gainFigure}

// LeverFigures returns the figures of a lever.
func LeverFigures() []vocabulary.Figure { return slices.Clone(leverFigures) }
