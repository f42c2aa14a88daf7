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
