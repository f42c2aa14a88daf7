package exact

import (
	"math"
	"math/big"
)

// powers holds 10^0 … 10^255, more than the usual precision ever shifts by.
var powers = func() (table [256]*big.Int) {
	ten := big.NewInt(10)
	table[0] = big.NewInt(1)
	for i := 1; i < len(table); i++ {
		table[i] = new(big.Int).Mul(table[i-1], ten)
	}
	return table
}()

// pow10 returns 10^n, not to be written to.
func pow10(n int) *big.Int {
	if n < len(powers) {
		return powers[n]
	}
	return new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(n)), nil)
}

// halves holds half of each power but the first.
var halves = func() (table [256]*big.Int) {
	for i := 1; i < len(table); i++ {
		table[i] = new(big.Int).Mul(powers[i-1], big.NewInt(5))
	}
	return table
}()

// half10 returns 10^n/2 for n ≥ 1, not to be written to.
func half10(n int) *big.Int {
	if n < len(halves) {
		return halves[n]
	}
	return new(big.Int).Rsh(pow10(n), 1)
}

// Pow returns x^n for n ≥ 0; 0^0 = 1.
func (a *Arithmetic) Pow(x Number, n int) Number { return a.PowBig(x, big.NewInt(int64(n))) }

// PowBig returns x^n for n ≥ 0, by squaring; 0^0 = 1. Squaring doubles the
// relative error each time, so the bound grows by the digits of n.
func (a *Arithmetic) PowBig(x Number, n *big.Int) Number {
	z := FromInt(1)
	for i := n.BitLen() - 1; i >= 0; i-- {
		z = a.Mul(z, z)
		if n.Bit(i) == 1 {
			z = a.Mul(z, x)
		}
	}
	if z.rough && z.bound > least {
		z.bound += float64(n.BitLen()) * log2
	}
	return z
}

// Root returns x^(1/k) for x > 0 and k ≥ 1, by Newton's method on
//
//	y ← y + y(x/y^k − 1)/k
//
// from the binary root; each step doubles the right digits.
func (a *Arithmetic) Root(x Number, k int) Number {
	if k == 1 {
		return x
	}
	wide := New(a.digits + 16)
	log, _ := x.Log()
	y := fromFloat(math.Exp(log / float64(k)))
	for right := 12; right < 2*wide.digits; right *= 2 {
		y.rough = false // Newton forgets the errors of its start
		gain := wide.Sub(wide.Quo(x, wide.Pow(y, k)), FromInt(1))
		gain.rough = false
		step := wide.Quo(wide.Mul(y, gain), FromInt(k))
		step.rough = false
		y = wide.Add(y, step)
	}
	y.rough = false
	y.blur(y.size() + a.lost())
	if x.rough {
		y.blur(y.size() + x.bound - x.size() + 1)
	}
	return a.fit(Number{coef: new(big.Int).Set(y.coef), exp: y.exp, bound: y.bound, rough: true})
}

// fromFloat returns the first 15 digits of f > 0.
func fromFloat(f float64) Number {
	exp := int(math.Floor(math.Log10(f))) - 14
	scaled := f / math.Pow(10, float64(exp))
	return Number{coef: big.NewInt(int64(scaled)), exp: exp}
}
