// Package service weighs what good service costs against what it brings: a
// promise kept, broken or exceeded, and programmes that are to keep customers.
// The notation is that of package model; figures are rounded once, as there.
package service

import (
	"slices"

	"blyant/model"
	"blyant/model/internal/exact"
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
	MissedShare          decimal.NullDecimal // x; e + h + x = 1
	NoticedShare         decimal.NullDecimal // ν
	DoubtedShare         decimal.NullDecimal // θ
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
	var result PromiseResult
	err := exact.Settle(p.Scenario.Horizon.Int, func(a *exact.Arithmetic) error {
		r := worth.NewReport(a, p.Scenario.Decimals.Int)
		given.Scenario.NoteAssumptions(r)
		if !given.DeterredPerMissed.Valid && !p.ReferralsPerExceeded.Decimal.IsZero() {
			r.Note("deterred_assumed", "deterred_per_missed", p.DeterredPerMissed.Decimal.String())
		}
		facts := newFacts(p)
		now := facts.weigh(a, p)
		result = PromiseResult{Promise: p, Summary: now.summary(r), Levers: levers(a, r, p, facts, now)}
		result.Levers[0].note(r, p.Scenario.Currency)
		result.Notes = r.Notes
		return r.Faults.OrNil()
	})
	return result, err
}

// facts are the shares of a promise that a lever moves.
type facts struct {
	exceeded, met, missed, noticed, doubted decimal.Decimal
}

func newFacts(p Promise) facts {
	return facts{p.ExceededShare.Decimal, p.MetShare.Decimal, p.MissedShare.Decimal, p.NoticedShare.Decimal, p.DoubtedShare.Decimal}
}

// perceived are the shares as the customer sees them, and what follows.
type perceived struct {
	exceeded, met, missed exact.Number
	rate                  exact.Number // r
	worth                 *worth.Worth
	wordOfMouth           exact.Number
	total                 exact.Number // net_lifetime_value + promise_word_of_mouth
}

// weigh computes
//
//	perceived_exceeded = e·ν
//	perceived_met      = e(1−ν) + h(1−θ)
//	perceived_missed   = x + h·θ
//	r                  = Σ perceived share × repeat-purchase rate
//	promise_word_of_mouth = lifetime_value·Σ_t D_t·S_t·(perceived_exceeded·referrals − perceived_missed·deterred)
func (f facts) weigh(a *exact.Arithmetic, p Promise) perceived {
	noticed := f.exceeded.Mul(f.noticed)
	doubted := f.met.Mul(f.doubted)
	v := perceived{
		exceeded: exact.FromDecimal(noticed),
		met:      exact.FromDecimal(f.exceeded.Sub(noticed).Add(f.met).Sub(doubted)),
		missed:   exact.FromDecimal(f.missed.Add(doubted)),
	}
	v.rate = a.Add(a.Mul(v.exceeded, exact.FromNull(p.RepeatRateExceeded)),
		a.Add(a.Mul(v.met, exact.FromNull(p.RepeatRateMet)), a.Mul(v.missed, exact.FromNull(p.RepeatRateMissed))))
	terms := p.Scenario.Terms(a)
	terms.Retention = []exact.Number{v.rate}
	v.worth = worth.Evaluate(a, terms)
	spread := a.Sub(a.Mul(v.exceeded, exact.FromNull(p.ReferralsPerExceeded)), a.Mul(v.missed, exact.FromNull(p.DeterredPerMissed)))
	v.wordOfMouth = a.Mul(v.worth.Value, a.Mul(v.worth.DiscountedLifetime, spread))
	v.total = a.Add(v.worth.Net, v.wordOfMouth)
	return v
}

// summary rounds the figures of what is perceived.
func (v *perceived) summary(r *worth.Report) PromiseSummary {
	var s PromiseSummary
	for _, f := range promiseFigures {
		*f.at(&s) = r.Figure(f.Figure, f.of(v))
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

// levers moves each share by one percentage point, or by what is left of it.
func levers(a *exact.Arithmetic, r *worth.Report, p Promise, f facts, now perceived) []Lever {
	type moved struct {
		Lever
		gain exact.Number
	}
	var all []moved
	try := func(name string, left decimal.Decimal, move func(step decimal.Decimal) facts) {
		step := decimal.Min(point, left)
		var gain exact.Number
		if !step.IsZero() {
			gain = a.Sub(move(step).weigh(a, p).total, now.total)
		}
		all = append(all, moved{Lever{Name: name, Step: r.Figure(stepFigure, exact.FromDecimal(step)), Gain: r.Figure(gainFigure, gain)}, gain})
	}
	try(KeepMorePromises, f.missed, func(s decimal.Decimal) facts {
		return facts{f.exceeded, f.met.Add(s), f.missed.Sub(s), f.noticed, f.doubted}
	})
	try(ExceedMore, f.met, func(s decimal.Decimal) facts {
		return facts{f.exceeded.Add(s), f.met.Sub(s), f.missed, f.noticed, f.doubted}
	})
	try(TellMore, one.Sub(f.noticed), func(s decimal.Decimal) facts {
		return facts{f.exceeded, f.met, f.missed, f.noticed.Add(s), f.doubted}
	})
	try(CorrectDoubt, f.doubted, func(s decimal.Decimal) facts {
		return facts{f.exceeded, f.met, f.missed, f.noticed, f.doubted.Sub(s)}
	})
	slices.SortStableFunc(all, func(x, y moved) int { return a.Cmp(y.gain, x.gain) })
	out := make([]Lever, len(all))
	for i, m := range all {
		out[i] = m.Lever
	}
	return out
}
