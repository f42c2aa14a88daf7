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

// payback is the smallest x with Σ_{t<⌊x⌋} flow_t + (x−⌊x⌋)·flow_⌊x⌋ ≥ A, and the
// orders up to it; nil where there is none.
func (c *customer) payback(rows []period, flow func(period) *big.Float) (periods, orders *big.Float) {
	if c.a.Sign() == 0 {
		return zero(), zero()
	}
	sum, bought := zero(), zero()
	for t, r := range rows {
		after := add(sum, flow(r))
		if lead := sub(after, c.a); lead.Sign() > 0 || small(lead) {
			part := quo(sub(c.a, sum), flow(r))
			return add(whole(t), part), add(bought, mul(part, r.orders))
		}
		sum, bought = after, add(bought, r.orders)
	}
	return nil, nil
}

// small reports whether a number is 0 but for what so many digits cannot hold.
func small(x *big.Float) bool { return x.Sign() == 0 || x.MantExp(nil) < -precision*3/4 }

// profit is the probability that a customer has paid for themselves when they
// leave or the horizon ends.
func (c *customer) profit(rows []period) *big.Float {
	value, probability := zero(), zero()
	for t, r := range rows {
		value = add(value, mul(r.discount, r.stays))
		leaves := r.active
		if t < len(rows)-1 {
			leaves = sub(r.active, r.next)
		}
		if lead := sub(value, c.a); lead.Sign() > 0 || small(lead) {
			probability = add(probability, leaves)
		}
	}
	return probability
}

// rateOfReturn is the annual rate i with Σ contribution_t·(1+i)^(−(t+o)/p) = A where
// the flows change sign once, from negative to positive; it is searched as
// w = (1+i)^(−1/(2p)).
func (c *customer) rateOfReturn(rows []period) any {
	if !c.once(rows) {
		return nil
	}
	worth := func(w *big.Float) int {
		sum := zero()
		for t := len(rows) - 1; t >= 0; t-- {
			sum = add(mul(sum, mul(w, w)), rows[t].contribution)
		}
		return sub(mul(sum, pow(w, c.halves)), c.a).Sign()
	}
	low, high := quo(whole(1), root(number("1000001"), 2*c.p)), quo(whole(1), root(number("0.000001"), 2*c.p))
	if worth(low) > 0 || worth(high) <= 0 {
		return nil
	}
	for range 120 { // 36 digits
		if middle := quo(add(low, high), whole(2)); worth(middle) > 0 {
			high = middle
		} else {
			low = middle
		}
	}
	return rounded(sub(quo(whole(1), pow(low, 2*c.p)), whole(1)), 6)
}

// once reports whether −A, contribution_0, … change sign exactly once, from
// negative to positive. A flow at time 0 is netted with −A.
func (c *customer) once(rows []period) bool {
	flows := []*big.Float{zero().Neg(c.a)}
	for _, r := range rows {
		flows = append(flows, r.contribution)
	}
	if c.halves == 0 {
		flows[1] = add(flows[0], flows[1])
		flows = flows[1:]
	}
	last, changes, first := 0, 0, 0
	for _, f := range flows {
		sign := f.Sign()
		if small(f) || sign == last {
			continue
		}
		if last != 0 {
			changes++
		} else {
			first = sign
		}
		last = sign
	}
	return c.a.Sign() > 0 && changes == 1 && first < 0
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
