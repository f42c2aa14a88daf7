package service

import (
	"slices"

	"blyant/model"

	"github.com/shopspring/decimal"
)

var (
	one  = decimal.NewFromInt(1)
	many = decimal.New(1, 3) // most customers won or turned away by one
)

func share(name, fallback string) model.Field {
	return model.Field{Name: name, Kind: model.KindNumber, Unit: model.UnitShare, Group: model.GroupCalculator,
		Max: one, Default: fallback, Required: fallback == ""}
}

// PromiseFields returns the fields of a promise beside its scenario.
func PromiseFields() []model.Field { return slices.Clone(promiseFields) }

var promiseFields = []model.Field{
	share("exceeded_share", ""), share("met_share", ""), share("missed_share", ""),
	share("noticed_share", "1"), share("doubted_share", "0"),
	share("repeat_rate_exceeded", ""), share("repeat_rate_met", ""), share("repeat_rate_missed", ""),
	{Name: "referrals_per_exceeded", Kind: model.KindNumber, Unit: model.UnitCustomers, Group: model.GroupCalculator, Max: many, Default: "0"},
	{Name: "deterred_per_missed", Kind: model.KindNumber, Unit: model.UnitCustomers, Group: model.GroupCalculator, Max: many},
}

// PromiseFigures returns the figures of a promise's summary.
func PromiseFigures() []model.Figure { return slices.Clone(promiseFigures) }

var promiseFigures = []model.Figure{
	{Name: "perceived_exceeded", Unit: model.UnitShare, Rounding: model.RoundRatio},
	{Name: "perceived_met", Unit: model.UnitShare, Rounding: model.RoundRatio},
	{Name: "perceived_missed", Unit: model.UnitShare, Rounding: model.RoundRatio},
	{Name: "repeat_purchase_rate", Unit: model.UnitShare, Rounding: model.RoundRatio},
	{Name: "lifetime_value", Unit: model.UnitMoney, Rounding: model.RoundMoney},
	{Name: "net_lifetime_value", Unit: model.UnitMoney, Rounding: model.RoundMoney},
	{Name: "promise_word_of_mouth", Unit: model.UnitMoney, Rounding: model.RoundMoney},
}

// LeverFigures returns the figures of a lever.
func LeverFigures() []model.Figure {
	return []model.Figure{
		{Name: "step", Unit: model.UnitShare, Rounding: model.RoundRatio},
		{Name: "gain", Unit: model.UnitMoney, Rounding: model.RoundMoney},
	}
}

// Values returns the figures in the order of PromiseFigures.
func (s PromiseSummary) Values() []decimal.NullDecimal {
	return model.Present(s.PerceivedExceeded, s.PerceivedMet, s.PerceivedMissed, s.RepeatPurchaseRate,
		s.LifetimeValue, s.NetLifetimeValue, s.PromiseWordOfMouth)
}

// Values returns the figures in the order of LeverFigures.
func (l Lever) Values() []decimal.NullDecimal { return model.Present(l.Step, l.Gain) }

// Slot makes Promise a model.Record of PromiseFields.
func (p *Promise) Slot(name string) any {
	switch name {
	case "exceeded_share":
		return &p.ExceededShare
	case "met_share":
		return &p.MetShare
	case "missed_share":
		return &p.MissedShare
	case "noticed_share":
		return &p.NoticedShare
	case "doubted_share":
		return &p.DoubtedShare
	case "repeat_rate_exceeded":
		return &p.RepeatRateExceeded
	case "repeat_rate_met":
		return &p.RepeatRateMet
	case "repeat_rate_missed":
		return &p.RepeatRateMissed
	case "referrals_per_exceeded":
		return &p.ReferralsPerExceeded
	case "deterred_per_missed":
		return &p.DeterredPerMissed
	}
	return nil
}

// withDefaults fills in what was left out; good news spreads a tenth as fast as bad.
func (p Promise) withDefaults() Promise {
	p.Scenario = p.Scenario.WithDefaults()
	model.FillDefaults(&p, promiseFields)
	if !p.DeterredPerMissed.Valid {
		p.DeterredPerMissed = decimal.NewNullDecimal(p.ReferralsPerExceeded.Decimal.Shift(1))
	}
	return p
}

// faults returns every fault of the request; those of the scenario are under
// "scenario.".
func (p Promise) faults() model.Faults {
	return append(p.ValidateScenario().Under("scenario."), p.Validate()...)
}

// ValidateScenario returns the faults of the scenario, which gives no
// repeat-purchase rate: that is what the promise is for. ignore holds fields
// whose fault is known already.
func (p *Promise) ValidateScenario(ignore ...string) model.Faults {
	faults := p.Scenario.Validate(append(slices.Clone(ignore), "repeat_purchase_rate")...)
	for _, field := range []string{"repeat_purchase_rate", "retention_curve"} {
		if _, given := model.Read(p.Scenario.Slot(field)); given {
			faults = append(faults, model.Fault{Field: field, Code: model.CodeConflict, Reason: "scenario_gives_rate"})
		}
	}
	return faults
}

// Validate returns the faults of the promise's own fields; ignore likewise.
func (p *Promise) Validate(ignore ...string) model.Faults {
	faults := model.CheckRecord(p, promiseFields, ignore...)
	sum := decimal.Zero
	for _, s := range []decimal.NullDecimal{p.ExceededShare, p.MetShare, p.MissedShare} {
		if !s.Valid {
			return faults
		}
		sum = sum.Add(s.Decimal)
	}
	if !sum.Equal(one) {
		faults = append(faults, model.Fault{Field: "exceeded_share", Code: model.CodeConflict, Reason: "shares_not_one",
			Args: []string{sum.String()}, Value: p.ExceededShare.Decimal.String()})
	}
	return faults
}
