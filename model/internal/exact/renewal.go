package exact

import (
	"math"
	"math/big"
	"math/bits"
)

// Renew solves the renewal equation, held at 0 from below,
//
//	w_j = max(0, u_j + Σ_{i<j} w_i·c_{j−1−i})   j = 0 … n−1
//
// for u_j ≥ 0: each generation of customers brings, or turns away, some of the
// next (Lotka's equation; the cut is what makes it no mere sum). c counts as 0
// beyond its end. It takes n²/2 products of integers, whatever the signs.
//
// The w are integers of fixed point whose decimals are chosen beforehand. What
// cutting one of them is off by spreads to the later ones by the same equation,
// at the most E_j = φ + Σ_i |c_{j−1−i}|·E_i, since max(0, ·) never spreads two
// numbers further apart, and not at all where w_j is 0 for certain. So E is
// computed first, with φ = 1, and its digits are added to those that are wanted
// (Spreading): a plan that swings between nobody and many loses none, and no
// decision has to be made on the way.
func (a *Arithmetic) Renew(u, c []Number, n int) []Number {
	c = c[:min(len(c), max(n-1, 0))]
	spread, _ := Spreading(roughly(c), roughly(u[:n]))
	r := renewal{spread: spread, numbers: make([]Number, n), w: make([]*big.Int, n)}
	places := max(a.digits-r.spread, Usual)*3/5 + r.spread
	r.planned, r.factors = a.fixedAt(u[:n], places), a.fixedAt(c, places+spareDigits)
	r.planned.pad(places)
	for j := range r.w {
		r.next(j, !u[j].IsZero())
	}
	return r.numbers
}

// spareDigits are decimals of the factors beyond those of the customers, which
// may be many.
const spareDigits = 20

// renewal is a renewal equation on its way.
type renewal struct {
	planned, factors fixedPoint
	spread           int // digits of the greatest E_j
	w                []*big.Int
	numbers          []Number
	cut              bool // some integer so far is cut
	longest          int  // bits of the longest w so far

	sum, product, rest big.Int
}

// next finds w_j; comes reports whether u_j is anything.
func (r *renewal) next(j int, comes bool) {
	comes = r.add(j) || comes
	w, _ := new(big.Int).QuoRem(&r.sum, pow10(r.factors.places), &r.rest)
	r.cut = r.cut || r.rest.Sign() != 0 || r.planned.rough && j >= r.planned.clean || r.factors.rough && j > r.factors.clean
	w.Add(w, r.planned.values[j])
	x := Number{coef: w, exp: -r.planned.places}
	if r.cut && comes {
		x.blur(r.bound())
	}
	if !x.rough {
		x.coef = new(big.Int).Set(w)
		x.strip() // a long row of zeros would not fit elsewhere
	}
	r.w[j], r.longest = w, max(r.longest, w.BitLen())
	r.keep(j, x, w)
}

// add sums what those before w_j bring, and reports whether they are anything.
func (r *renewal) add(j int) (comes bool) {
	r.sum.SetInt64(0)
	for i := max(0, j-len(r.factors.values)); i < j; i++ {
		if !r.numbers[i].IsZero() {
			comes = true
			r.sum.Add(&r.sum, r.product.Mul(r.w[i], r.factors.values[j-1-i]))
		}
	}
	return comes
}

// keep takes w_j over as the number x, held at 0 where it is below.
func (r *renewal) keep(j int, x Number, w *big.Int) {
	switch {
	case w.Sign() > 0 || w.Sign() == 0 && x.rough:
		r.numbers[j] = x
	case x.rough && nearZero(x): // held at 0, if only just
		w.SetInt64(0)
		r.numbers[j] = Number{coef: w, exp: x.exp, rough: true, bound: x.bound}
	default:
		w.SetInt64(0)
	}
}

// bound is how far w_j may be off: by what is cut of it and of u, and by what is
// cut of the factors, times every w before; spread by the equation itself, and a
// digit more.
func (r *renewal) bound() float64 {
	each := math.Max(r.planned.bound, -float64(r.planned.places))
	if r.factors.rough {
		largest := float64(r.longest)*log2 - float64(r.planned.places)
		each = math.Max(each, r.factors.bound+largest+float64(digits(bits.Len(uint(len(r.w))))))
	}
	return each + float64(r.spread) + 1
}
