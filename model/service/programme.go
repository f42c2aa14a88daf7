package service

import (
	"context"
	"slices"

	"blyant/model"
	"blyant/model/internal/exact"
	"blyant/model/internal/worth"
	"blyant/model/vocabulary"

	"github.com/shopspring/decimal"
)

// Programme is what is done to keep customers: a bonus card, a VIP evening, a
// newsletter. Effects hold for those who take part.
type Programme struct {
	Name                     string
	RepeatPurchaseRateChange decimal.NullDecimal // added
	BasketValueChange        decimal.NullDecimal // relative
	OrdersChange             decimal.NullDecimal // relative
	BasketGrowthRateChange   decimal.NullDecimal // added
	AddOnRateChange          decimal.NullDecimal // added
	ReferralsChange          decimal.NullDecimal // added
	CostPerOrder             decimal.NullDecimal
	CostPerPeriod            decimal.NullDecimal
	EnrolmentCost            decimal.NullDecimal
	RebateRate               decimal.NullDecimal
	FreeEvery                vocabulary.Whole
	RedemptionRate           decimal.NullDecimal // u
	FixedCost                decimal.NullDecimal
	ParticipationRate        decimal.NullDecimal
}

// ProgrammesRequest weighs programmes on customers of one scenario.
type ProgrammesRequest struct {
	Scenario   model.Scenario
	Programmes []Programme
	Keys       []string            // what a programme is called in a query; may be nil
	Customers  decimal.NullDecimal // 1 unless given
}

// ProgrammesResult is the base scenario's answer and what each programme brings,
// greatest total gain first.
type ProgrammesResult struct {
	Base                model.Result
	Request             ProgrammesRequest // after defaults
	ReturnOnAcquisition vocabulary.Rounded
	Programmes          []ProgrammeRow
	Notes               []vocabulary.Note
}

// WeighProgrammes answers what programmes bring and cost. The error is of type
// vocabulary.Faults, or the context's where it ends first.
func WeighProgrammes(ctx context.Context, req ProgrammesRequest) (ProgrammesResult, error) {
	if err := req.faults().OrNil(); err != nil {
		return ProgrammesResult{}, err
	}
	full := req.withDefaults()
	var result ProgrammesResult
	err := exact.Settle(full.Scenario.Horizon.Int, func(a *exact.Arithmetic) error {
		value := worth.Evaluate(a, full.Scenario.Terms(a))
		base, faults := req.Scenario.Report()
		r := worth.NewReport(a, full.Scenario.Decimals.Int)
		result = ProgrammesResult{Base: base, Request: full}
		result.ReturnOnAcquisition = returnOnAcquisition(a, r, value)
		if !req.Customers.Valid && slices.ContainsFunc(full.Programmes, func(p Programme) bool { return p.FixedCost.Decimal.Sign() > 0 }) {
			r.Note("customers_assumed", "customers")
		}
		rows, err := full.rows(ctx, a, r, value)
		result.Programmes = rows
		result.Notes = append(slices.Clone(base.Notes), r.Notes...)
		if err != nil {
			return err
		}
		return append(faults, r.Faults...).OrNil()
	})
	return result, err
}

func returnOnAcquisition(a *exact.Arithmetic, r *worth.Report, w *worth.Worth) vocabulary.Rounded {
	if w.Terms.Acquisition.IsZero() {
		return r.Null(returnFigure, worth.Absence{Code: "no_acquisition_cost"})
	}
	return r.Figure(returnFigure, a.Quo(w.Net, w.Terms.Acquisition))
}

// rows weighs each programme and ranks them, greatest total gain first.
func (req ProgrammesRequest) rows(ctx context.Context, a *exact.Arithmetic, r *worth.Report, base *worth.Worth) ([]ProgrammeRow, error) {
	type weighed struct {
		row  ProgrammeRow
		gain exact.Number
	}
	all := make([]weighed, len(req.Programmes))
	for i, p := range req.Programmes {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		e := newEffect(a, req, p, base)
		all[i] = weighed{e.row(r), e.totalGain}
	}
	slices.SortStableFunc(all, func(x, y weighed) int { return a.Cmp(y.gain, x.gain) })
	rows := make([]ProgrammeRow, len(all))
	for i, w := range all {
		rows[i] = w.row
	}
	return rows, nil
}

// effect is a programme's effect on those who take part, not rounded.
type effect struct {
	a         *exact.Arithmetic
	programme Programme
	base      *worth.Worth
	with      *worth.Worth // the scenario after the effects and running costs
	curve     bool         // the scenario has a retention curve
	held      bool         // values of it were held within 0 … 1

	participants       exact.Number // customers·participation_rate
	valueWith          exact.Number
	costPerParticipant exact.Number
	gainPerParticipant exact.Number
	totalCost          exact.Number
	totalGain          exact.Number
	wordOfMouthGain    exact.Number
}

// newEffect computes, with z = u·(rebate_rate + 1/free_every),
//
//	contribution'_t      = S'_t·[ n'_t(b'_t(m − z) + mₐ·a'·v − s − cost_per_order) − k − cost_per_period ]
//	value_with           = Σ D_t·contribution'_t − enrolment_cost
//	cost_per_participant = Σ D_t·S'_t·[ n'_t(b'_t·z + cost_per_order) + cost_per_period ] + enrolment_cost
func newEffect(a *exact.Arithmetic, req ProgrammesRequest, p Programme, base *worth.Worth) *effect {
	changed, held := p.apply(req.Scenario)
	t := changed.Terms(a)
	z := p.givenBack(a)
	perOrder, perPeriod, enrolment := exact.FromNull(p.CostPerOrder), exact.FromNull(p.CostPerPeriod), exact.FromNull(p.EnrolmentCost)
	t.Margin = a.Sub(t.Margin, z)
	t.CostPerOrder = a.Add(t.CostPerOrder, perOrder)
	t.CostPerPeriod = a.Add(t.CostPerPeriod, perPeriod)

	e := &effect{a: a, programme: p, base: base, held: held, with: worth.Evaluate(a, t)}
	e.curve = len(changed.RetentionCurve) > 0
	e.participants = a.Mul(exact.FromNull(req.Customers), exact.FromNull(p.ParticipationRate))
	e.valueWith = a.Sub(e.with.Value, enrolment)
	e.costPerParticipant = a.Add(enrolment, a.Add(a.Mul(z, e.with.DiscountedTurnover),
		a.Add(a.Mul(perOrder, e.with.Discounted), a.Mul(perPeriod, e.with.DiscountedLifetime))))
	e.gainPerParticipant = a.Sub(e.valueWith, base.Value)
	fixed := exact.FromNull(p.FixedCost)
	e.totalCost = a.Add(a.Mul(e.participants, e.costPerParticipant), fixed)
	e.totalGain = a.Sub(a.Mul(e.participants, e.gainPerParticipant), fixed)
	spread := a.Sub(a.Mul(e.valueWith, e.with.WordOfMouth), a.Mul(base.Value, base.WordOfMouth))
	e.wordOfMouthGain = a.Mul(e.participants, spread)
	return e
}

// givenBack is z, the share of the basket that goes back to the customer.
func (p Programme) givenBack(a *exact.Arithmetic) exact.Number {
	back := exact.FromNull(p.RebateRate)
	if p.FreeEvery.Valid {
		back = a.Add(back, a.Quo(exact.FromInt(1), exact.FromInt(p.FreeEvery.Int)))
	}
	return a.Mul(exact.FromNull(p.RedemptionRate), back)
}
