package reference

import (
	"math/big"
	"strings"
)

// Summary returns the figures of section 4 of the specification as an answer
// shows them; nil is a figure without a value. The perpetuity is not among them.
func Summary(request map[string]any) map[string]any {
	c := read(request)
	rows := c.periods()
	total := func(of func(period) *big.Float) *big.Float {
		sum := zero()
		for _, r := range rows {
			sum = add(sum, of(r))
		}
		return sum
	}
	value := total(func(r period) *big.Float { return r.present })
	lifetime := total(func(r period) *big.Float { return r.active })
	spread := total(func(r period) *big.Float {
		return mul(r.discount, sub(mul(c.rho, r.active), mul(c.delta, sub(r.active, r.next))))
	})
	money := func(x *big.Float) any { return rounded(x, c.decimals) }
	ratio := func(x *big.Float) any { return rounded(x, 6) }
	out := map[string]any{
		"lifetime_revenue":          money(total(func(r period) *big.Float { return r.revenue })),
		"lifetime_contribution":     money(total(func(r period) *big.Float { return r.contribution })),
		"lifetime_value":            money(value),
		"net_lifetime_value":        money(sub(value, c.a)),
		"value_to_cost_ratio":       nil,
		"expected_orders":           ratio(total(func(r period) *big.Float { return r.orders })),
		"expected_lifetime_periods": ratio(lifetime),
		"probability_of_profit":     ratio(c.profit(rows)),
		"word_of_mouth_value":       money(mul(value, spread)),
		"viral_coefficient":         ratio(mul(c.rho, lifetime)),
		"cost_per_new_customer":     money(c.a),
		"internal_rate_of_return":   c.rateOfReturn(rows),
	}
	if c.a.Sign() > 0 {
		out["value_to_cost_ratio"] = ratio(quo(value, c.a))
	}
	periods, orders := c.payback(rows, func(r period) *big.Float { return r.contribution })
	out["payback_periods"], out["payback_orders"] = optional(periods), optional(orders)
	periods, _ = c.payback(rows, func(r period) *big.Float { return r.present })
	out["discounted_payback_periods"] = optional(periods)
	return out
}

func optional(x *big.Float) any {
	if x == nil {
		return nil
	}
	return rounded(x, 6)
}

// rounded rounds half away from zero.
func rounded(x *big.Float, places int) string {
	scaled := mul(zero().Abs(x), pow(whole(10), places))
	n, _ := add(scaled, number("0.5")).Int(nil)
	if above := sub(number("1"), sub(add(scaled, number("0.5")), zero().SetInt(n))); small(above) { // the middle itself
		n.Add(n, big.NewInt(1))
	}
	digits := n.String()
	if places > 0 {
		digits = strings.Repeat("0", max(0, places+1-len(digits))) + digits
		digits = digits[:len(digits)-places] + "." + digits[len(digits)-places:]
	}
	if x.Sign() < 0 && n.Sign() != 0 {
		return "-" + digits
	}
	return digits
}
