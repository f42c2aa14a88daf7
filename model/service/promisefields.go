package service

import (
	"slices"

	"blyant/model/vocabulary"

	"github.com/shopspring/decimal"
)

var (
	one  = decimal.NewFromInt(1)
	many = decimal.New(1, 3) // most customers won or turned away by one
)

// PromiseFields returns the fields of a promise beside its scenario.
func PromiseFields() []vocabulary.Field { return slices.Clone(promiseFields) }

var promiseFields = vocabulary.UnderAll(vocabulary.GroupCalculator, []vocabulary.Field{
	promised(vocabulary.Share("exceeded_share"), func(p *Promise) any { return &p.ExceededShare }),
	promised(vocabulary.Share("met_share"), func(p *Promise) any { return &p.MetShare }),
	promised(vocabulary.Share("missed_share"), func(p *Promise) any { return &p.MissedShare }),
	promised(vocabulary.Share("noticed_share").Defaults("1"), func(p *Promise) any { return &p.NoticedShare }),
	promised(vocabulary.Share("doubted_share").Defaults("0"), func(p *Promise) any { return &p.DoubtedShare }),
	promised(vocabulary.Share("taken_as_standard_share").Defaults("0"), func(p *Promise) any { return &p.TakenAsStandardShare }),
	promised(vocabulary.Share("repeat_rate_exceeded").Must(), func(p *Promise) any { return &p.RepeatRateExceeded }),
	promised(vocabulary.Share("repeat_rate_met").Must(), func(p *Promise) any { return &p.RepeatRateMet }),
	promised(vocabulary.Share("repeat_rate_missed").Must(), func(p *Promise) any { return &p.RepeatRateMissed }),
	promised(vocabulary.Number("referrals_per_exceeded", vocabulary.UnitCustomers, many).Defaults("0"), func(p *Promise) any { return &p.ReferralsPerExceeded }),
	promised(vocabulary.Number("deterred_per_missed", vocabulary.UnitCustomers, many), func(p *Promise) any { return &p.DeterredPerMissed }),
})

// promised says where a promise keeps the field.
func promised(f vocabulary.Field, at func(*Promise) any) vocabulary.Field {
	return vocabulary.Place(f, at)
}

// withDefaults fills in what was left out; good news spreads a tenth as fast as bad.
func (p Promise) withDefaults() Promise {
	p.Scenario = p.Scenario.WithDefaults()
	vocabulary.FillDefaults(&p, promiseFields)
	sum, absent := p.outcomes()
	for _, f := range absent { // one at the most: what is left of 1
		f.Set(&p, vocabulary.Value{Number: one.Sub(sum)})
	}
	if !p.DeterredPerMissed.Valid {
		p.DeterredPerMissed = decimal.NewNullDecimal(p.ReferralsPerExceeded.Decimal.Shift(1))
	}
	return p
}

// RateFields names the fields of a scenario that say who comes back. A promise's
// scenario gives none of them: that is what the promise is for.
func RateFields() []string {
	return []string{"repeat_purchase_rate", "retention_curve", "survival_curve"}
}
