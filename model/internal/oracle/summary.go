// Package oracle is the engine that went through the periods of a scenario one by
// one. Tests hold the closed forms against it; nothing else imports it. It shares
// no code with them but the type of its inputs' digits.
//
// It decides what it cannot tell apart at its last precision, 160 digits and two
// more a period, as equal, which is wrong for ratios below a hundredth a period
// over many of them.
package oracle

import (
	"blyant/model/internal/exact"

	"github.com/shopspring/decimal"
)

// Summary is the text of each figure, empty where it is null, and what the notes
// look at.
type Summary struct {
	Figures                                    map[string]string
	Reversed, DiscountedReversed, Loses, First bool
	Viral                                      bool
	Reason                                     string
}

// Summarise works a scenario out, with money to so many places.
func Summarise(s Scenario, places int) Summary {
	var out Summary
	_ = exact.Decide(s.Horizon, func(a *exact.Arithmetic) error {
		w := EvaluateTerms(a, NewTerms(a, s))
		out = w.summary(a, places)
		return nil
	})
	return out
}

func (w *Worth) summary(a *exact.Arithmetic, places int) Summary {
	out := Summary{Figures: map[string]string{}}
	figure := func(name string, x exact.Number, places int) {
		if a.Exceeds(x, 15) {
			out.Figures[name] = "too large"
			return
		}
		out.Figures[name] = a.Round(x, places).StringFixed(int32(places))
	}
	t := w.Terms
	viral := a.Mul(t.Referrals, w.Lifetime)
	figure("lifetime_revenue", w.Revenue, places)
	figure("lifetime_contribution", w.Contribution, places)
	figure("lifetime_value", w.Value, places)
	figure("net_lifetime_value", w.Net, places)
	figure("expected_orders", w.Orders, 6)
	figure("expected_lifetime_periods", w.Lifetime, 6)
	figure("probability_of_profit", w.profits(a), 6)
	figure("word_of_mouth_value", a.Mul(w.Value, w.WordOfMouth), places)
	figure("viral_coefficient", viral, 6)
	if !t.Acquisition.IsZero() {
		figure("value_to_cost_ratio", a.Quo(w.Value, t.Acquisition), 6)
	}
	plain := w.paysBack(a, func(row Row) exact.Number { return row.Contribution })
	if out.Reversed = plain.reversed; plain.reached {
		figure("payback_periods", plain.periods, 6)
		figure("payback_orders", plain.orders, 6)
	}
	discounted := w.paysBack(a, func(row Row) exact.Number { return row.PresentValue })
	if out.DiscountedReversed = discounted.reversed; discounted.reached {
		figure("discounted_payback_periods", discounted.periods, 6)
	}
	i, reason := w.rateOfReturn(a)
	if out.Reason = reason; reason == "" {
		out.Figures["internal_rate_of_return"] = decimal.New(i, -6).StringFixed(6)
	}
	if value, converges := Perpetuity(a, t); converges {
		figure("perpetual_lifetime_value", value, places)
	}
	first := a.Sub(a.Add(a.Mul(t.Margin, t.Basket), t.AddOnMargin), t.CostPerOrder)
	out.Loses = a.Sign(first) < 0
	out.First = !out.Loses && a.Sign(w.Rows[0].Contribution) < 0
	out.Viral = a.Cmp(viral, exact.FromInt(1)) >= 0
	return out
}

// Compare returns the text of the figures of a scenario against a baseline, empty
// where one is null.
func Compare(base, other Scenario, places int) map[string]string {
	var out map[string]string
	_ = exact.Decide(max(base.Horizon, other.Horizon), func(a *exact.Arithmetic) error {
		b, w := EvaluateTerms(a, NewTerms(a, base)), EvaluateTerms(a, NewTerms(a, other))
		out = map[string]string{"overtakes": decimal.NewFromInt(int64(w.overtakes(a, b))).String()}
		figure := func(name string, x exact.Number, places int) {
			if out[name] = "too large"; !a.Exceeds(x, 15) {
				out[name] = a.Round(x, places).StringFixed(int32(places))
			}
		}
		difference := a.Sub(w.Net, b.Net)
		figure("difference", difference, places)
		figure("affordable cost", a.Add(w.Terms.Acquisition, difference), places)
		if a.Sign(b.Value) > 0 {
			figure("multiple", a.Quo(w.Value, b.Value), 6)
		}
		if !w.Orders.IsZero() {
			figure("affordable service", a.Quo(difference, w.Discounted), places)
		}
		return nil
	})
	return out
}

// overtakes returns the smallest period number from which the cumulative present
// value is never again below the baseline's; 0 where there is none.
func (w *Worth) overtakes(a *exact.Arithmetic, base *Worth) int {
	lead := a.Sub(base.Terms.Acquisition, w.Terms.Acquisition)
	period := 0
	for i := range max(len(w.Rows), len(base.Rows)) {
		if i < len(w.Rows) {
			lead = a.Add(lead, w.Rows[i].PresentValue)
		}
		if i < len(base.Rows) {
			lead = a.Sub(lead, base.Rows[i].PresentValue)
		}
		switch {
		case a.Sign(lead) < 0:
			period = 0
		case period == 0:
			period = i + 1
		}
	}
	return period
}
