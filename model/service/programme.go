package service

import (
	"context"
	"slices"

	"blyant/model"
	"blyant/model/internal/formula"
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
	base, faults := req.Scenario.Report()
	r := worth.NewReport(nil, full.Scenario.Decimals.Int)
	result := ProgrammesResult{Base: base, Request: full}
	terms := full.Scenario.Numbers()
	result.ReturnOnAcquisition = returnOnAcquisition(r, &terms)
	if !req.Customers.Valid && slices.ContainsFunc(full.Programmes, func(p Programme) bool { return p.FixedCost.Decimal.Sign() > 0 }) {
		r.Note("customers_assumed", "customers")
	}
	rows, err := full.rows(ctx, r, &terms)
	if err != nil {
		return result, err
	}
	result.Programmes = rows
	result.Notes = append(slices.Clone(base.Notes), r.Notes...)
	return result, append(faults, r.Faults...).OrNil()
}

func returnOnAcquisition(r *worth.Report, t *formula.Terms) vocabulary.Rounded {
	if t.AcquisitionCost.IsZero() {
		return r.Null(returnFigure, worth.Absence{Code: "no_acquisition_cost"})
	}
	return r.Rounded(returnFigure, formula.ReturnOnAcquisition(t), worth.Absence{})
}

// rows weighs each programme and ranks them, greatest total gain first.
func (req ProgrammesRequest) rows(ctx context.Context, r *worth.Report, base *formula.Terms) ([]ProgrammeRow, error) {
	effects := make([]effect, len(req.Programmes))
	programmes := make([]formula.Programme, len(effects))
	for i, p := range req.Programmes {
		effects[i], programmes[i] = newEffect(req, p)
	}
	figures, order, _ := formula.RankProgrammes(base, programmes, req.Scenario.Decimals.Int)
	rows := make([]ProgrammeRow, len(effects))
	for i := range effects {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		e := &effects[i]
		e.Programmed = figures[i]
		e.findBreakEven(base, &programmes[i])
		rows[i] = e.row(r)
	}
	ranked := make([]ProgrammeRow, len(rows))
	for place, i := range order {
		ranked[place] = rows[i]
	}
	return ranked, nil
}

// effect is a programme's effect on those who take part.
type effect struct {
	programme Programme
	curve     bool // the scenario has a retention curve
	held      bool // values of it were held within 0 … 1
	nobody    bool // no customer takes part
	formula.Programmed
	breakEven formula.Figure
	req       ProgrammesRequest
}

// newEffect forms the scenario after the effects and running costs: with
// z = u·(rebate_rate + 1/free_every),
//
//	contribution'_t = S'_t·[ n'_t(b'_t(m − z) + mₐ·a'·v − s − cost_per_order) − k − cost_per_period ]
func newEffect(req ProgrammesRequest, p Programme) (effect, formula.Programme) {
	changed := p.apply(req.Scenario)
	back, divisor := p.givenBack()
	f := formula.Programme{
		With: changed.Numbers(), GivenBack: back, CostPerOrder: p.CostPerOrder.Decimal, CostPerPeriod: p.CostPerPeriod.Decimal,
		Enrolment: p.EnrolmentCost.Decimal, Fixed: p.FixedCost.Decimal, Participants: req.Customers.Decimal.Mul(p.ParticipationRate.Decimal),
	}
	f.With.Margin = f.With.Margin.Mul(decimal.NewFromInt(int64(divisor))).Sub(back)
	f.With.MarginDivisor = divisor
	held := p.curveOfParticipants(&f.With)
	f.With.CostPerOrder = f.With.CostPerOrder.Add(f.CostPerOrder)
	f.With.CostPerPeriod = f.With.CostPerPeriod.Add(f.CostPerPeriod)
	e := effect{programme: p, req: req, held: held, curve: !changed.RepeatPurchaseRate.Valid, nobody: f.Participants.IsZero()}
	return e, f
}

// givenBack is z, the share of the basket that goes back to the customer, times
// the divisor that makes it a decimal: z = u·(rebate_rate·j + 1) ÷ j.
func (p Programme) givenBack() (z decimal.Decimal, divisor int) {
	back, divisor := p.RebateRate.Decimal, 1
	if p.FreeEvery.Valid {
		divisor = p.FreeEvery.Int
		back = back.Mul(decimal.NewFromInt(int64(divisor))).Add(one)
	}
	return p.RedemptionRate.Decimal.Mul(back), divisor
}

// findBreakEven looks for the change that makes the total gain 0: in closed form
// where there is one at the most, else among all of them.
func (e *effect) findBreakEven(base *formula.Terms, p *formula.Programme) {
	if e.curve || e.nobody {
		return
	}
	found := formula.FindBreakEven(base, p)
	if e.breakEven = found.Change; !found.Many {
		return
	}
	var sure bool
	if e.breakEven, sure = formula.NearestBreakEven(base, p, e.programme.RepeatPurchaseRateChange.Decimal); !sure {
		e.breakEven = e.nearestBreakEven()
	}
}
