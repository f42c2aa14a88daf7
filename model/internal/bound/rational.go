package bound

import (
	"math"
	"math/big"
	"math/bits"
)

// Rational is the arithmetic of fractions: without any error, so that every sign
// and every digit is certain. It has no roots that are not rational. Its numbers
// grow with the horizon, by a few digits a period.
type Rational struct{}

// Ratio is a fraction of whole numbers, not in lowest terms; the denominator is
// above 0. The zero value is 0.
type Ratio struct {
	numerator, denominator *big.Int
}

var _ Arithmetic[Ratio, Ratio] = Rational{}

var one = big.NewInt(1)

func ratio(a, b *big.Int) Ratio {
	if a.Sign() == 0 {
		return Ratio{}
	}
	return Ratio{a, b}
}

func (x Ratio) sign() int {
	if x.numerator == nil {
		return 0
	}
	return x.numerator.Sign()
}

// Lowest returns the denominator in lowest terms.
func (x Ratio) Lowest() *big.Int {
	if x.sign() == 0 {
		return one
	}
	common := new(big.Int).GCD(nil, nil, new(big.Int).Abs(x.numerator), x.denominator)
	return common.Quo(x.denominator, common)
}

// Rat returns x, for tests.
func (Rational) Rat(x Ratio) *big.Rat {
	if x.sign() == 0 {
		return new(big.Rat)
	}
	return new(big.Rat).SetFrac(x.numerator, x.denominator)
}

// Number returns |x|.
func (Rational) Number(x Number) Ratio { return ratio(x.Coefficient(), power10(x.places)) }

// Mul returns x·y.
func (Rational) Mul(x, y Ratio) Ratio {
	if x.sign() == 0 || y.sign() == 0 {
		return Ratio{}
	}
	return Ratio{new(big.Int).Mul(x.numerator, y.numerator), new(big.Int).Mul(x.denominator, y.denominator)}
}

// Add returns x + y, on the greater denominator where the other divides it.
func (Rational) Add(x, y Ratio) Ratio {
	switch {
	case x.sign() == 0:
		return y
	case y.sign() == 0:
		return x
	case x.denominator.Cmp(y.denominator) < 0:
		x, y = y, x
	}
	times, rest := new(big.Int).QuoRem(x.denominator, y.denominator, new(big.Int))
	if rest.Sign() == 0 {
		return ratio(times.Add(times.Mul(times, y.numerator), x.numerator), x.denominator)
	}
	sum := new(big.Int).Mul(x.numerator, y.denominator)
	sum.Add(sum, rest.Mul(x.denominator, y.numerator))
	return ratio(sum, times.Mul(x.denominator, y.denominator))
}

// Quo returns x ÷ y for y ≠ 0.
func (Rational) Quo(x, y Ratio) Ratio {
	if x.sign() == 0 || y.sign() == 0 {
		return Ratio{}
	}
	a, b := new(big.Int).Mul(x.numerator, y.denominator), new(big.Int).Mul(x.denominator, y.numerator)
	if b.Sign() < 0 {
		return Ratio{a.Neg(a), b.Neg(b)}
	}
	return Ratio{a, b}
}

// Root is not had: a root that is rational is given as a fraction (RootOf), and
// with one that is not nothing here is called. It returns x for k = 1.
func (Rational) Root(x Ratio, k int) Ratio {
	if k == 1 {
		return x
	}
	return Ratio{}
}

// Power returns xⁿ.
func (Rational) Power(x Ratio, n int) Ratio {
	if n == 0 {
		return Ratio{one, one}
	}
	if x.sign() == 0 {
		return Ratio{}
	}
	exponent := big.NewInt(int64(n))
	return Ratio{new(big.Int).Exp(x.numerator, exponent, nil), new(big.Int).Exp(x.denominator, exponent, nil)}
}

// Geometric returns 1 + q + … + q^(n−1) and qⁿ. With q = x/y the sum is
// H(n) ÷ y^(n−1) for the whole numbers
//
//	H(n) = Σ x^t·y^(n−1−t)
//	H(2n) = H(n)·(xⁿ + yⁿ),  H(n+1) = x·H(n) + yⁿ
//
// each about as long as the last, so that the whole costs as much as a few
// products of that length.
func (r Rational) Geometric(q Ratio, n int) (sum, power Ratio) {
	if n == 0 {
		return Ratio{}, Ratio{one, one}
	}
	if q.sign() == 0 {
		return Ratio{one, one}, Ratio{}
	}
	x, y := q.numerator, q.denominator
	h, xn, yn, before := big.NewInt(1), x, y, one // before is y^(n−1)
	for i := bits.Len(uint(n)) - 2; i >= 0; i-- {
		h = new(big.Int).Mul(h, new(big.Int).Add(xn, yn))
		before = new(big.Int).Mul(before, yn)
		xn, yn = new(big.Int).Mul(xn, xn), new(big.Int).Mul(yn, yn)
		if n>>i&1 == 1 {
			h = new(big.Int).Add(new(big.Int).Mul(x, h), yn)
			before = yn
			xn, yn = new(big.Int).Mul(xn, x), new(big.Int).Mul(yn, y)
		}
	}
	return Ratio{h, before}, Ratio{xn, yn}
}

// GeometricSum returns the first of them.
func (r Rational) GeometricSum(q Ratio, n int) Ratio {
	sum, _ := r.Geometric(q, n)
	return sum
}

// Zero reports whether x is 0.
func (Rational) Zero(x Ratio) bool { return x.sign() == 0 }

// Float64 returns a binary number near x.
func (Rational) Float64(x Ratio) float64 {
	if x.sign() == 0 {
		return 0
	}
	var a, b big.Float
	m, e := a.SetPrec(60).SetInt(x.numerator), b.SetPrec(60).SetInt(x.denominator)
	f, _ := m.Quo(m, e).Float64()
	return f
}

// Binary returns the binary number next to x.
func (r Rational) Binary(x Ratio) (near, units float64) { return r.Float64(x), nextUnits }

// Guess returns a binary number near s.
func (r Rational) Guess(s Ratio) float64 { return r.Float64(s) }

// Plus returns s ± x.
func (r Rational) Plus(s Ratio, negative bool, x Ratio) Ratio {
	if negative && x.sign() != 0 {
		x = Ratio{new(big.Int).Neg(x.numerator), x.denominator}
	}
	return r.Add(s, x)
}

// AddSum returns s + t.
func (r Rational) AddSum(s, t Ratio) Ratio { return r.Add(s, t) }

// SubSum returns s − t.
func (r Rational) SubSum(s, t Ratio) Ratio { return r.Plus(s, true, t) }

// Product returns s·t.
func (r Rational) Product(s, t Ratio) Ratio { return r.Mul(s, t) }

// Quotient returns s ÷ t.
func (r Rational) Quotient(s, t Ratio) Ratio { return r.Quo(s, t) }

// Magnitude returns |s|.
func (Rational) Magnitude(s Ratio) Ratio {
	if s.sign() < 0 {
		return Ratio{new(big.Int).Neg(s.numerator), s.denominator}
	}
	return s
}

// Sign returns the sign of s.
func (Rational) Sign(s Ratio, _ Multiple) (sign int, sure bool) { return s.sign(), true }

// Exceeds reports whether |s| > 10^power.
func (Rational) Exceeds(s Ratio, power int, _ Multiple) (exceeds, sure bool) {
	if s.sign() == 0 {
		return false, true
	}
	limit := power10(power)
	return s.numerator.CmpAbs(limit.Mul(limit, s.denominator)) > 0, true
}

// Round rounds half away from zero: ⌊(2·|numerator|·10^places + denominator) ÷
// (2·denominator)⌋.
func (Rational) Round(s Ratio, places int, _ Multiple) (Whole, bool) {
	if s.sign() == 0 {
		return Whole{}, true
	}
	n := power10(places)
	n.Mul(n.Lsh(n, 1), new(big.Int).Abs(s.numerator))
	n.Add(n, s.denominator)
	n.Quo(n, new(big.Int).Lsh(s.denominator, 1))
	return wholeOf(n, s.sign() < 0)
}

// wholeOf returns n ≥ 0 with a sign; false where it does not fit.
func wholeOf(n *big.Int, negative bool) (Whole, bool) {
	if n.BitLen() > 128 {
		return Whole{}, false
	}
	lo := new(big.Int).And(n, new(big.Int).SetUint64(math.MaxUint64)).Uint64()
	return Whole{Hi: new(big.Int).Rsh(n, 64).Uint64(), Lo: lo, Negative: negative && n.Sign() != 0}, true
}

// Middle reports whether s is a middle: twice s·10^places is odd and whole.
func (Rational) Middle(s Ratio, places int, _ Multiple) bool {
	if s.sign() == 0 {
		return false
	}
	n := power10(places)
	n.Mul(n.Lsh(n, 1), s.numerator)
	q, rest := n.QuoRem(n, s.denominator, new(big.Int))
	return rest.Sign() == 0 && q.Bit(0) == 1
}
