package worth

import (
	"math/big"

	"blyant/model/internal/exact"
)

// ratio is q = (num ÷ den)·v, from one term of a geometric series to the next.
type ratio struct {
	a        *exact.Arithmetic
	t        *Terms
	num, den exact.Number // before discounting; exact
	v        exact.Number
}

// besideOne compares q with 1 exactly, as num^p with (1+d)·den^p.
func (q ratio) besideOne() int {
	var all exact.Arithmetic
	p := q.t.PerYear
	return all.Cmp(all.Pow(q.num, p), all.Mul(q.t.Annual, all.Pow(q.den, p)))
}

// discounted is q.
func (q ratio) discounted() exact.Number { return q.a.Mul(q.a.Quo(q.num, q.den), q.v) }

func (q ratio) below() bool { return q.besideOne() < 0 }

func (q ratio) power(n *big.Int) exact.Number {
	return q.a.PowBig(q.discounted(), n)
}

// endless returns x + xq + xq² + … = x ÷ (1 − q).
func (q ratio) endless(x exact.Number) exact.Number {
	return q.a.Quo(x, q.a.Sub(exact.FromInt(1), q.discounted()))
}

// first returns the first n terms of x + xq + xq² + …: x(1 − qⁿ) ÷ (1 − q).
func (q ratio) first(x exact.Number, n *big.Int) exact.Number {
	if q.besideOne() == 0 {
		return q.a.Mul(x, exact.FromBigInt(n))
	}
	one := exact.FromInt(1)
	return q.a.Quo(q.a.Mul(x, q.a.Sub(one, q.power(n))), q.a.Sub(one, q.discounted()))
}
