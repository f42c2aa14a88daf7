package formula

import "blyant/model/internal/bound"

// profit returns the probability that a customer has paid for themselves when
// they leave or the horizon ends: over all j with
//
//	V_j = Σ_{t<j} D_t·c_t ≥ A
//
// the sum of the probabilities to stay j periods, S_{j−1} − S_j, and S_{N−1} for
// j = N. Where that holds for i ≤ j < k they add up to S_{i−1} − S_{k−1}, and to
// S_{i−1} where it holds to the end. V_j goes one way along a run.
func (c *customer[A, F, S]) profit() (probability S, claim bound.Multiple) {
	st := &c.staying
	ar := c.ar
	above := c.in.cost.Sign() == 0
	if above {
		probability = c.sum(c.one) // S_0, from j = 1 on
	}
	last := 0
	for _, r := range c.runs[:c.count] {
		switch {
		case r.sign > 0 && !above && c.reaches(st, r.to) >= 0:
			above = true
			last = c.crossing(st, r) - 1
			probability = ar.Plus(probability, false, c.active(last))
		case r.sign < 0 && above && c.reaches(st, r.to) < 0:
			above = false
			last = c.crossing(st, r) - 1
			probability = ar.Plus(probability, true, c.active(last))
		}
	}
	return probability, c.share(last) // a sum of S_t up to that t
}

// active returns S_t.
func (c *customer[A, F, S]) active(t int) F {
	if t <= c.in.head && c.in.head > 0 {
		return c.room.share[t]
	}
	share := c.one
	if c.in.head > 0 {
		share = c.room.share[c.in.head]
	}
	return c.ar.Mul(share, c.ar.Power(c.rate, t-c.in.head))
}
