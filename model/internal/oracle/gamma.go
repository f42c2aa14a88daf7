package oracle

import (
	"math/big"
	"sync"
)

// LogGamma returns ln Γ(x) for x > 0 by Stirling's series 200 above x.
func LogGamma(x *big.Float) *big.Float {
	below := New(1)
	for range 200 {
		below = Mul(below, x)
		x = Add(x, New(1))
	}
	halfLogTwoPi := Mul(New(0.5), Log(Mul(New(2), pi())))
	sum := Add(Sub(Mul(Sub(x, New(0.5)), Log(x)), x), halfLogTwoPi)
	power := blank().Set(x)
	for k, number := range bernoulli() {
		n := float64(2 * (k + 1))
		sum = Add(sum, Div(number, Mul(New(n*(n-1)), power)))
		power = Mul(power, Mul(x, x))
	}
	return Sub(sum, Log(below))
}

// Digamma returns ψ(x) for x > 0 by its series 200 above x.
func Digamma(x *big.Float) *big.Float {
	below := New(0)
	for range 200 {
		below = Add(below, Div(New(1), x))
		x = Add(x, New(1))
	}
	sum := Sub(Log(x), Div(New(0.5), x))
	power := Mul(x, x)
	for k, number := range bernoulli() {
		sum = Sub(sum, Div(number, Mul(New(float64(2*(k+1))), power)))
		power = Mul(power, Mul(x, x))
	}
	return Sub(sum, below)
}

// pi by Machin's formula, 16·arctan(1/5) − 4·arctan(1/239).
func pi() *big.Float {
	arctan := func(n float64) *big.Float {
		power, sum := Div(New(1), New(n)), Div(New(1), New(n))
		for k := 3.0; ; k += 2 {
			power = Div(power, New(-n*n))
			term := Div(power, New(k))
			if small(term, sum) {
				return sum
			}
			sum = Add(sum, term)
		}
	}
	return Sub(Mul(New(16), arctan(5)), Mul(New(4), arctan(239)))
}

// bernoulli returns B_2, B_4, … B_80 by Σ_{k≤m} C(m+1, k)·B_k = 0.
var bernoulli = sync.OnceValue(func() []*big.Float {
	const last = 80
	all := []*big.Rat{big.NewRat(1, 1)}
	for m := 1; m <= last; m++ {
		sum := new(big.Rat)
		for k, number := range all {
			choose := new(big.Rat).SetInt(new(big.Int).Binomial(int64(m+1), int64(k)))
			sum.Add(sum, choose.Mul(choose, number))
		}
		all = append(all, sum.Quo(sum, big.NewRat(-int64(m+1), 1)))
	}
	var out []*big.Float
	for m := 2; m <= last; m += 2 {
		out = append(out, blank().SetRat(all[m]))
	}
	return out
})
