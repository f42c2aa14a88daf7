package model

import (
	"strconv"

	"blyant/model/internal/exact"
	"blyant/model/internal/worth"
	"blyant/model/vocabulary"

	"github.com/shopspring/decimal"
)

// NoteAssumptions tells of defaults that matter; s is the scenario before them.
// It is for the packages of the model, as NoteWarnings is.
func (s Scenario) NoteAssumptions(r *worth.Report) { s.noteAssumptions(r) }

func (s *Scenario) noteAssumptions(r *worth.Report) {
	if !s.MarginRate.Valid {
		r.Note("margin_assumed", "margin_rate")
	}
	if !s.AnnualDiscountRate.Valid {
		r.Note("discount_assumed", "annual_discount_rate")
	}
	if !s.Horizon.Valid {
		r.Note("horizon_assumed", "horizon", strconv.Itoa(s.WithDefaults().Horizon.Int))
	}
	s.noteCurves(r)
}

// noteCurves tells of a curve that looks like the other kind, or like one that
// begins with what is not typed.
func (s *Scenario) noteCurves(r *worth.Report) {
	if c := s.RetentionCurve; len(c) >= 3 && falls(c) {
		r.Note("curve_may_be_survival", "retention_curve")
	}
	if c := s.SurvivalCurve; len(c) >= 2 && c[0].Equal(one) && c[1].LessThan(one) {
		r.Note("curve_may_include_start", "survival_curve")
	}
}

// falls reports whether no value is above the one before.
func falls(curve []decimal.Decimal) bool {
	for i := 1; i < len(curve); i++ {
		if curve[i].GreaterThan(curve[i-1]) {
			return false
		}
	}
	return true
}

// NoteWarnings tells of inputs that are allowed and hardly meant; s is the
// scenario after its defaults.
func (s Scenario) NoteWarnings(a *exact.Arithmetic, r *worth.Report, w *worth.Worth) {
	loses := a.Sign(w.FirstOrder(a)) < 0
	coefficient, _ := worth.ViralCoefficient.Of(a, w)
	s.noteWarnings(r, loses, a.Sign(w.Rows[0].Contribution) < 0, a.Cmp(coefficient, exact.FromInt(1)) >= 0)
}

// noteWarnings tells of what is found to be so, and of inputs.
func (s *Scenario) noteWarnings(r *worth.Report, loses, firstLoses, viral bool) {
	if loses {
		r.Note("loses_on_every_order", "margin_rate")
	} else if firstLoses {
		r.Note("first_period_loses", "contribution")
	}
	if viral {
		r.Note("viral", worth.ViralCoefficient.Name)
	}
	for i := range scenarioFields {
		NoteGrowth(r, &scenarioFields[i], s)
	}
	if rate := s.AnnualDiscountRate.Decimal; rate.GreaterThanOrEqual(one) {
		r.Note("discount_is_large", "annual_discount_rate", rate.Shift(2).String())
	}
}

// largeGrowth is half as much again each period.
var largeGrowth = decimal.New(5, -1)

// NoteGrowth tells of a rate of growth in the record that is large.
func NoteGrowth(r *worth.Report, f *vocabulary.Field, record any) {
	if f.Unit != vocabulary.UnitSharePerPeriod {
		return
	}
	if rate, _ := f.Get(record); rate.Number.Sign() > 0 && rate.Number.GreaterThanOrEqual(largeGrowth) {
		r.Note("growth_is_large", f.Name, rate.Number.String())
	}
}
