package bound

import (
	"math"
	"math/big"
	"math/bits"
)

// Wide is the arithmetic of so many bits, for what Fast leaves open: the same
// lemmas with 2^−(Bits−2) in place of 2^−126.
type Wide struct {
	Bits int  // of a mantissa, at least 256
	Last bool // what cannot be told apart is equal: only where no more bits will be tried
}

// WideFloat is a number ≥ 0: m·2^exp, off by at most err units u = 2^−(Bits−2) of
// itself. A mantissa is no longer than Bits and is exact where shorter. One that
// is tiny is only known to lie between 0 and m·2^exp, far below anything asked.
type WideFloat struct {
	m    *big.Int // nil is an exact 0
	exp  int64
	err  float64
	tiny bool
}

// WideSum is an integer of units of 2^−Bits with a bound on its error in them;
// wild where there is none.
type WideSum struct {
	n, err *big.Int // nil is 0
	wild   bool
}

var _ Arithmetic[WideFloat, WideSum] = (*Wide)(nil)

const (
	wideHopeless = 1 << 100 // units; two of them make a second-order term below 2^(200−254) units
	faintest     = -1 << 60
	loudest      = 1 << 20 // a term of a sum has no more bits before the point
)

// fit cuts m·2^exp to the working length. What is dropped is below
// 2^−(Bits−1) of it, and with the error before, of second order below a 2^−40th
// part of that error, two units are more than enough.
func (w *Wide) fit(m *big.Int, exp int64, err float64) WideFloat {
	if drop := m.BitLen() - w.Bits; drop > 0 {
		m.Rsh(m, uint(drop))
		exp += int64(drop)
		err = (err + 2) * (1 + 1.0/(1<<40))
	}
	if exp < faintest {
		return faint(exp + int64(m.BitLen()))
	}
	if !(err < wideHopeless) {
		err = math.Inf(1)
	}
	return WideFloat{m: m, exp: exp, err: err}
}

// faint is a number between 0 and 2^exp.
func faint(exp int64) WideFloat {
	return WideFloat{m: one, exp: max(exp, 2*faintest), tiny: true}
}

// top returns an exponent with x < 2^top.
func (x WideFloat) top() int64 { return x.exp + int64(x.m.BitLen()) + 1 }

// Number returns |x|.
func (w *Wide) Number(x Number) WideFloat {
	c := x.Coefficient()
	if c.Sign() == 0 {
		return WideFloat{}
	}
	if x.places == 0 {
		return w.fit(c, 0, 0)
	}
	return w.Quo(WideFloat{m: c}, WideFloat{m: power10(x.places)})
}

// Mul returns x·y: the errors add up.
func (w *Wide) Mul(x, y WideFloat) WideFloat {
	switch {
	case x.m == nil || y.m == nil:
		return WideFloat{}
	case x.tiny || y.tiny:
		return faint(x.top() + y.top())
	}
	return w.fit(new(big.Int).Mul(x.m, y.m), x.exp+y.exp, sumOfErrors(x.err, y.err))
}

// sumOfErrors is a + b and more than the term of second order.
func sumOfErrors(a, b float64) float64 {
	if a+b == 0 {
		return 0
	}
	return (a + b) * (1 + 1.0/(1<<40))
}

// Add returns x + y: the greater error holds for both.
func (w *Wide) Add(x, y WideFloat) WideFloat {
	if x.m == nil || y.m == nil {
		if x.m == nil {
			return y
		}
		return x
	}
	if x.top() < y.top() {
		x, y = y, x
	}
	err := math.Max(x.err, y.err)
	if x.tiny { // then y is smaller than x, which is faint
		return faint(x.top() + 1)
	}
	if gap := x.exp + int64(x.m.BitLen()) - int64(w.Bits) - 8; y.top() < gap || y.tiny {
		x.err = (math.Max(err, x.err) + 1) * (1 + 1.0/(1<<40)) // y is below 2^−Bits of x
		return x
	}
	m := new(big.Int)
	if x.exp >= y.exp {
		m.Add(m.Lsh(x.m, uint(x.exp-y.exp)), y.m)
	} else {
		m.Add(m.Lsh(y.m, uint(y.exp-x.exp)), x.m)
	}
	return w.fit(m, min(x.exp, y.exp), err)
}

// Quo returns x ÷ y to Bits + 1 bits, truncated.
func (w *Wide) Quo(x, y WideFloat) WideFloat {
	switch {
	case x.m == nil:
		return x
	case y.m == nil || y.tiny:
		return WideFloat{m: one, err: math.Inf(1)}
	case x.tiny:
		return faint(x.top() - y.exp - int64(y.m.BitLen()) + 2)
	}
	up := max(0, w.Bits+2+y.m.BitLen()-x.m.BitLen())
	q, rest := new(big.Int).Lsh(x.m, uint(up)), new(big.Int)
	q.QuoRem(q, y.m, rest)
	err := sumOfErrors(x.err, y.err)
	if rest.Sign() != 0 {
		err++
	}
	return w.fit(q, x.exp-y.exp-int64(up), err)
}

// Root returns x^(1/k) by Newton's method as Float.Root does, from its result,
// and takes its error from the residual.
func (w *Wide) Root(x WideFloat, k int) WideFloat {
	if k == 1 || x.m == nil {
		return x
	}
	y := w.start(x, k)
	less, whole := w.Number(Integer(k-1)), w.Number(Integer(k))
	for right := 100; right < w.Bits; right *= 2 {
		y.err = 0
		y = w.Quo(w.Add(w.Mul(less, y), w.Quo(x, w.Power(y, k-1))), whole)
	}
	y.err = 0
	residual := w.Quo(x, w.Power(y, k))
	t := w.Plus(w.Plus(WideSum{}, false, residual), true, w.Number(Integer(1)))
	off := t.bound()
	off.Add(off, new(big.Int).Abs(t.value())) // in 2^−Bits, a quarter of a unit
	f, _ := new(big.Float).SetInt(off).Float64()
	y.err = (f/4 + 2) / float64(k) * (1 + 1.0/(1<<30))
	if t.wild || !(y.err < wideHopeless) {
		y.err = math.Inf(1)
	}
	return y
}

// start returns x^(1/k) to 100 bits or more, for an x that is not extreme.
func (w *Wide) start(x WideFloat, k int) WideFloat {
	f := leading(x.m)
	f.exp += int32(x.exp)
	f.err = 0
	root := f.Root(k)
	return WideFloat{m: Number{hi: root.hi, lo: root.lo}.Coefficient(), exp: int64(root.exp) - 128}
}

// Power returns xⁿ.
func (w *Wide) Power(x WideFloat, n int) WideFloat {
	if n == 0 {
		return WideFloat{m: one}
	}
	power := x
	for i := bits.Len(uint(n)) - 2; i >= 0; i-- {
		power = w.Mul(power, power)
		if n>>i&1 == 1 {
			power = w.Mul(power, x)
		}
	}
	return power
}

// Geometric returns 1 + q + … + q^(n−1) and qⁿ, by doubling.
func (w *Wide) Geometric(q WideFloat, n int) (sum, power WideFloat) {
	if n == 0 {
		return WideFloat{}, WideFloat{m: one}
	}
	sum, power = WideFloat{m: one}, q
	for i := bits.Len(uint(n)) - 2; i >= 0; i-- {
		sum = w.Add(sum, w.Mul(sum, power))
		power = w.Mul(power, power)
		if n>>i&1 == 1 {
			sum = w.Add(sum, power)
			power = w.Mul(power, q)
		}
	}
	return sum, power
}

// GeometricSum returns the first of them.
func (w *Wide) GeometricSum(q WideFloat, n int) WideFloat {
	sum, _ := w.Geometric(q, n)
	return sum
}

// Zero reports whether x is an exact 0.
func (w *Wide) Zero(x WideFloat) bool { return x.m == nil }

// Float64 returns a binary number near x.
func (w *Wide) Float64(x WideFloat) float64 {
	if x.m == nil {
		return 0
	}
	f := new(big.Float).SetPrec(60).SetInt(x.m)
	exponent := max(-1<<20, min(1<<20, x.exp))
	g, _ := f.SetMantExp(f, int(exponent)).Float64()
	return g
}

// Binary returns the binary number next to x.
func (w *Wide) Binary(x WideFloat) (near, units float64) {
	if math.IsInf(x.err, 1) {
		return w.Float64(x), x.err
	}
	return w.Float64(x), nextUnits
}
