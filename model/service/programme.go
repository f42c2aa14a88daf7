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
