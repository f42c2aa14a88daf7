package oracle

import (
	"math/big"

	"blyant/model/internal/exact"
)

// ratio is q = rate·v, from one term of a geometric series to the next.
type ratio struct {
	a    *exact.Arithmetic
	t    *Terms
	rate exact.Number // before discounting
	v    exact.Number
}

// besideOne compares q with 1 exactly, as rate^p with 1+d.
func (q ratio) besideOne() int {
	var all exact.Arithmetic
	return all.Cmp(all.Pow(q.rate, q.t.PerYear), q.t.Annual)
}

func (q ratio) below() bool { return q.besideOne() < 0 }

func (q ratio) power(n *big.Int) exact.Number {
	return q.a.PowBig(q.a.Mul(q.rate, q.v), n)
}

// endless returns x + xq + xq² + … = x ÷ (1 − q).
func (q ratio) endless(x exact.Number) exact.Number {
	return q.a.Quo(x, q.a.Sub(exact.FromInt(1), q.a.Mul(q.rate, q.v)))
}

// first returns the first n terms of x + xq + xq² + …: x(1 − qⁿ) ÷ (1 − q).
func (q ratio) first(x exact.Number, n *big.Int) exact.Number {
	if q.besideOne() == 0 {
		return q.a.Mul(x, exact.FromBigInt(n))
	}
	one := exact.FromInt(1)
	return q.a.Quo(q.a.Mul(x, q.a.Sub(one, q.power(n))), q.a.Sub(one, q.a.Mul(q.rate, q.v)))
}
