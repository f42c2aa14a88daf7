package reference

import "math/big"

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
