package whatif

import (
	"blyant/model"
	"blyant/model/internal/exact"
	"blyant/model/internal/worth"
	"blyant/model/vocabulary"

	"github.com/shopspring/decimal"
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
	case !p.depends():
		return p.constant(p.excess.of(p.at(p.request.From.Decimal)))
	case p.capMatters():
		return p.newCapped().solve()
	case p.field.Unit == vocabulary.UnitSharePerPeriod || p.field.Name == "repeat_purchase_rate" || p.field.Name == "annual_discount_rate":
		return p.polynomial()
	}
	return p.linear(p.excess.of)
}

// noSolution says which values the metric can reach: rounded, by the closed forms,
// which tell equal values from one another without many digits.
func (p *problem) noSolution() error {
	var values []decimal.Decimal
	for _, x := range p.places() {
		if y, _ := roundedMetric(with(p.scenario, p.field, x.Cut(placeToLook)), p.metric); !y.IsNull() {
			values = append(values, y.Decimal())
		}
	}
	return unreachable(p.request, p.metric.Name, values, decimalsOf(p.metric.Figure, p.scenario.WithDefaults()))
}

// unreachable is the fault of a target that a metric does not reach, which has
// these values, to so many decimals.
func unreachable(req BreakEvenRequest, metric string, values []decimal.Decimal, digits int) error {
	fault := vocabulary.Fault{Field: "target", Code: vocabulary.CodeNoSolution, Reason: "no_solution_null", Value: req.Target.Decimal.String(),
		Args: []string{metric, req.SolveFor}}
	if req.Question != "" {
		fault.Field, fault.Value = "question", req.Question
	}
	if len(values) > 0 {
		fault.Reason = "no_solution"
		fault.Args = append(fault.Args, req.Target.Decimal.String(),
			decimal.Min(values[0], values[1:]...).StringFixed(int32(digits)), decimal.Max(values[0], values[1:]...).StringFixed(int32(digits)))
	}
	return vocabulary.Faults{fault}
}

// decimalsOf is to how many decimals a figure of a scenario with its defaults is
// reported.
func decimalsOf(f vocabulary.Figure, s model.Scenario) int {
	switch f.Rounding {
	case vocabulary.RoundMoney:
		return s.Decimals.Int
	case vocabulary.RoundWhole:
		return 0
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
