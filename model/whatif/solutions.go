package whatif

import (
	"blyant/model/internal/exact"
	"blyant/model/internal/worth"
	"blyant/model/vocabulary"
)

// solutions returns the values of the field in the range at which the excess of
// the metric is zero, rising.
func (p *problem) solutions() []solution {
	if p.metric.Name == worth.PerpetualLifetimeValue.Name {
		return p.perpetual()
	}
	var possible bool
	if p.excess, possible = p.newExcess(); !possible {
		return nil
	}
	switch {
	case p.capMatters():
		return p.newCapped().solve()
	case p.field.Unit == vocabulary.UnitSharePerPeriod || p.field.Name == "repeat_purchase_rate" || p.field.Name == "annual_discount_rate":
		return p.polynomial()
	}
	return p.linear(p.excess.of)
}

// noSolution says which values the metric can reach.
func (p *problem) noSolution() error {
	fault := vocabulary.Fault{Field: "target", Code: vocabulary.CodeNoSolution, Reason: "no_solution_null", Value: p.request.Target.Decimal.String(),
		Args: []string{p.metric.Name, p.field.Name}}
	if p.request.Question != "" {
		fault.Field, fault.Value = "question", p.request.Question
	}
	var least, most exact.Number
	seen := false
	for _, x := range p.places() {
		y, absent := p.metric.Of(p.a, p.at(x.Cut(placeToLook)))
		if absent.Code != "" {
			continue
		}
		if !seen || p.a.Cmp(y, least) < 0 {
			least = y
		}
		if !seen || p.a.Cmp(y, most) > 0 {
			most = y
		}
		seen = true
	}
	if seen {
		digits := p.digits()
		fault.Reason = "no_solution"
		fault.Args = append(fault.Args, p.request.Target.Decimal.String(), p.a.Round(least, digits).StringFixed(int32(digits)), p.a.Round(most, digits).StringFixed(int32(digits)))
	}
	return vocabulary.Faults{fault}
}

// digits is to how many decimals the metric is reported.
func (p *problem) digits() int {
	if p.metric.Rounding == vocabulary.RoundMoney {
		return p.scenario.WithDefaults().Decimals.Int
	}
	return vocabulary.RatioDecimals
}

// looks is at how many values the metric is looked at where its extremes are not
// known otherwise.
const looks = 64

// places are where the metric may be at its least and most: the ends of the
// range, the turning points of a polynomial, and of a metric that is null or
// jumps here and there, values in between.
func (p *problem) places() []exact.Number {
	found := []exact.Number{p.from, p.to}
	switch p.metric.Name {
	case worth.PaybackPeriods.Name, worth.DiscountedPaybackPeriods.Name, worth.InternalRateOfReturn.Name,
		worth.PerpetualLifetimeValue.Name, worth.ValueToCostRatio.Name:
		return append(found, p.spread(looks)...)
	}
	if p.curve == nil || len(p.curve.terms) < 2 {
		return found
	}
	slope := make([]exact.Number, len(p.curve.terms)-1)
	for t := range slope {
		slope[t] = p.a.Mul(p.curve.terms[t+1], exact.FromInt(t+1))
	}
	for _, x := range p.roots(slope) {
		if p.within(x) {
			found = append(found, x)
		}
	}
	return found
}
