// Package service weighs what good service costs against what it brings: a
// promise kept, broken or exceeded, and programmes that are to keep customers.
// The notation is that of package model; figures are rounded once, as there.
package service

import (
	"blyant/model"
	"blyant/model/internal/formula"
	"blyant/model/internal/worth"
	"blyant/model/vocabulary"

	"github.com/shopspring/decimal"
)

// Promise is a service promise to the customers of a scenario: how often it is
// exceeded, met or missed, what of that they perceive, and whether they come
// back after each. The scenario itself gives no repeat-purchase rate.
type Promise struct {
	Scenario             model.Scenario
	ExceededShare        decimal.NullDecimal // e
	MetShare             decimal.NullDecimal // h
	MissedShare          decimal.NullDecimal // x; e + h + x = 1, and one of them may be absent
	NoticedShare         decimal.NullDecimal // ν
	DoubtedShare         decimal.NullDecimal // θ
	TakenAsStandardShare decimal.NullDecimal // κ
	RepeatRateExceeded   decimal.NullDecimal
	RepeatRateMet        decimal.NullDecimal
	RepeatRateMissed     decimal.NullDecimal
	ReferralsPerExceeded decimal.NullDecimal
	DeterredPerMissed    decimal.NullDecimal // ten times ReferralsPerExceeded unless given
}

// PromiseResult is what the promise is worth, and its levers, highest first.
type PromiseResult struct {
	Promise Promise // after defaults
	Summary PromiseSummary
	Levers  []Lever
	Notes   []vocabulary.Note
}

// Lever is one way to more: the step taken and what it gains a customer, before
// any cost of taking it.
type Lever struct {
	Name string
	Step vocabulary.Rounded
	Gain vocabulary.Rounded
}

// The levers, in the order of equal gains.
const (
	KeepMorePromises = "keep_more_promises" // missed → met
	ExceedMore       = "exceed_more"        // met → exceeded
	TellMore         = "tell_more"          // noticed_share up
	CorrectDoubt     = "correct_doubt"      // doubted_share down
)

// Levers returns the names of the levers.
func Levers() []string { return []string{KeepMorePromises, ExceedMore, TellMore, CorrectDoubt} }

// WeighPromise answers what a promise is worth and which lever moves most. The
// error is of type vocabulary.Faults.
func WeighPromise(p Promise) (PromiseResult, error) {
	if err := p.faults().OrNil(); err != nil {
		return PromiseResult{}, err
	}
	given := p
	p = p.withDefaults()
	r := worth.NewReport(nil, p.Scenario.Decimals.Int)
	given.Scenario.NoteAssumptions(r)
	if !given.DeterredPerMissed.Valid && !p.ReferralsPerExceeded.Decimal.IsZero() {
		r.Note("deterred_assumed", "deterred_per_missed", p.DeterredPerMissed.Decimal.String())
	}
	facts := newFacts(p)
	now, moves := facts.perceive(p), facts.moves(p)
	others := make([]formula.Perceived, len(moves))
	for i, m := range moves {
		others[i] = m.Perceived
	}
	now.Promised, _ = formula.Promise(p.Scenario.Numbers(), now.Perceived, others, p.Scenario.Decimals.Int)
	result := PromiseResult{Promise: p, Summary: now.summary(r), Levers: levers(r, moves, &now.Promised)}
	result.Levers[0].note(r, p.Scenario.Currency)
	result.Notes = r.Notes
	return result, r.Faults.OrNil()
}

// facts are the shares of a promise that a lever moves.
type facts struct {
	exceeded, met, missed, noticed, doubted, standard decimal.Decimal
}

func newFacts(p Promise) facts {
	return facts{p.ExceededShare.Decimal, p.MetShare.Decimal, p.MissedShare.Decimal, p.NoticedShare.Decimal, p.DoubtedShare.Decimal, p.TakenAsStandardShare.Decimal}
}

// perceived are the shares as the customer sees them, and what follows.
type perceived struct {
	exceeded, met, missed decimal.Decimal
	formula.Perceived     // r, and the word of mouth in a period
	formula.Promised      // what it is worth
}

// perceive computes
//
//	perceived_exceeded = e·ν
//	perceived_met      = e(1−ν)(1−κ) + h(1−θ)
//	perceived_missed   = x + h·θ + e(1−ν)κ
//	r                  = Σ perceived share × repeat-purchase rate
//
// and perceived_exceeded·referrals − perceived_missed·deterred, all decimals.
func (f facts) perceive(p Promise) perceived {
	noticed := f.exceeded.Mul(f.noticed)
	untold := f.exceeded.Sub(noticed)
	expected := untold.Mul(f.standard) // the extras that become what the customer expects
	doubted := f.met.Mul(f.doubted)
	v := perceived{
		exceeded: noticed,
		met:      untold.Sub(expected).Add(f.met).Sub(doubted),
		missed:   f.missed.Add(doubted).Add(expected),
	}
	v.Rate = v.exceeded.Mul(p.RepeatRateExceeded.Decimal).Add(v.met.Mul(p.RepeatRateMet.Decimal)).Add(v.missed.Mul(p.RepeatRateMissed.Decimal))
	v.Spread = v.exceeded.Mul(p.ReferralsPerExceeded.Decimal).Sub(v.missed.Mul(p.DeterredPerMissed.Decimal))
	return v
}

// summary rounds the figures of what is perceived.
func (v *perceived) summary(r *worth.Report) PromiseSummary {
	var s PromiseSummary
	for _, f := range promiseFigures {
		*f.at(&s) = r.Rounded(f.Figure, f.of(v), worth.Absence{})
	}
	return s
}

// note says that the lever is the best one, where it gains anything: by the
// percentage point, or for what is left of it.
func (l Lever) note(r *worth.Report, currency vocabulary.Currency) {
	if l.Gain.Sign() <= 0 {
		return
	}
	about := "levers"
	if l.Step.Decimal().LessThan(point) {
		about = "step"
	}
	r.Note("best_lever", about, l.Name, l.Gain.String(), string(currency), l.Step.Decimal().Shift(2).String())
}

// point is one percentage point, the step of a lever.
var point = decimal.New(1, -2)

// move is a share moved by a percentage point, or by what is left of it, and how
// the promise is seen then.
type move struct {
	name string
	step decimal.Decimal
	formula.Perceived
}

func (f facts) moves(p Promise) []move {
	var all []move
	try := func(name string, left decimal.Decimal, moved func(step decimal.Decimal) facts) {
		step := decimal.Min(point, left)
		all = append(all, move{name, step, moved(step).perceive(p).Perceived})
	}
	try(KeepMorePromises, f.missed, func(s decimal.Decimal) facts {
		g := f
		g.missed, g.met = f.missed.Sub(s), f.met.Add(s)
		return g
	})
	try(ExceedMore, f.met, func(s decimal.Decimal) facts {
		g := f
		g.met, g.exceeded = f.met.Sub(s), f.exceeded.Add(s)
		return g
	})
	try(TellMore, one.Sub(f.noticed), func(s decimal.Decimal) facts {
		g := f
		g.noticed = f.noticed.Add(s)
		return g
	})
	try(CorrectDoubt, f.doubted, func(s decimal.Decimal) facts {
		g := f
		g.doubted = f.doubted.Sub(s)
		return g
	})
	return all
}

// levers reports the moves, the one with the highest gain first.
func levers(r *worth.Report, moves []move, promised *formula.Promised) []Lever {
	out := make([]Lever, len(moves))
	for place, i := range promised.Order {
		m := moves[i]
		out[place] = Lever{
			Name: m.name,
			Step: r.Rounded(stepFigure, formula.Round(m.step, vocabulary.RatioDecimals), worth.Absence{}),
			Gain: r.Rounded(gainFigure, promised.Gains[i], worth.Absence{}),
		}
	}
	return out
}
