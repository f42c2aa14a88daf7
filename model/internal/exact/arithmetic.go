package exact

import "math/big"

// Arithmetic computes to a number of significant digits. Its zero value is
// without limit: every product and sum is exact, and Quo must not be used.
type Arithmetic struct {
	digits int  // significant digits kept; 0 keeps all
	bits   int  // the most bits such a coefficient has
	last   bool // what cannot be told apart is equal
	unsure bool // a decision could not be made with these digits
}

// New returns an arithmetic of so many significant digits.
func New(significant int) *Arithmetic {
	return &Arithmetic{digits: significant, bits: int(float64(significant) * 3.321928094887362)}
}

// Mul returns x·y.
func (a *Arithmetic) Mul(x, y Number) Number {
	if x.IsZero() || y.IsZero() {
		return Number{}
	}
	if x.sign() == 0 || y.sign() == 0 {
		return roughZero(productBound(x, y))
	}
	z := Number{coef: newInt().Mul(x.coef, y.coef), exp: x.exp + y.exp, rough: x.rough || y.rough}
	if z.rough {
		z.bound = productBound(x, y)
	}
	return a.fit(z)
}

// productBound bounds the error of x·y: |x|·error of y and |y|·error of x.
func productBound(x, y Number) float64 {
	bound := least
	if y.rough {
		bound = max(bound, y.bound+sizeOf(x))
	}
	if x.rough {
		bound = max(bound, x.bound+sizeOf(y))
	}
	return bound
}

// sizeOf is the size of a number or of its error, whichever is larger.
func sizeOf(x Number) float64 {
	size := least
	if x.sign() != 0 {
		size = x.size()
	}
	if x.rough {
		size = max(size, x.bound)
	}
	return size
}

func roughZero(bound float64) Number { return Number{rough: true, bound: max(bound, least)} }

// fit cuts z to the working precision.
func (a *Arithmetic) fit(z Number) Number {
	length := z.coef.BitLen()
	if a.digits == 0 || length == 0 {
		return z
	}
	if length > a.bits {
		if drop := digits(length) - a.digits; drop > 0 {
			z.coef.Quo(z.coef, pow10(drop)) // z.coef is fresh: fit is only given results
			z.exp += drop
			z.blur(z.size() + a.lost())
		}
	}
	if float64(z.exp) < least {
		return roughZero(least)
	}
	return z
}

// lost is the relative error, as a power of ten, of a result cut to the working
// precision, with the slack for errors that add up.
func (a *Arithmetic) lost() float64 { return slack - float64(a.digits) }

// blur makes z rough with at least that bound.
func (z *Number) blur(bound float64) {
	if !z.rough || z.bound < bound {
		z.bound = bound
	}
	z.rough = true
}

// Add returns x + y.
func (a *Arithmetic) Add(x, y Number) Number {
	if x.sign() == 0 {
		x, y = y, x
	}
	if y.sign() == 0 { // y adds nothing but its error
		if y.rough {
			x.blur(y.bound)
		}
		return x
	}
	if x.exp < y.exp {
		x, y = y, x
	}
	z := Number{exp: y.exp, rough: x.rough || y.rough}
	if z.rough {
		z.bound = sumBound(x, y)
	}
	shift := x.exp - y.exp
	if a.digits > 0 && shift > 0 && x.size()-sizeOf(y) > float64(a.digits)+slack {
		x.blur(sizeOf(y)) // y is beyond the last digit of x
		return x
	}
	if shift == 0 {
		z.coef = newInt().Add(x.coef, y.coef)
	} else {
		z.coef = newInt().Mul(x.coef, pow10(shift))
		z.coef.Add(z.coef, y.coef)
	}
	return a.fit(z)
}

func sumBound(x, y Number) float64 {
	switch {
	case x.rough && y.rough:
		return max(x.bound, y.bound)
	case x.rough:
		return x.bound
	}
	return y.bound
}

// Sub returns x − y.
func (a *Arithmetic) Sub(x, y Number) Number { return a.Add(x, y.Neg()) }

// Quo returns x ÷ y. It is exact where the quotient ends within the precision.
// A divisor that may be 0 leaves the arithmetic unsure and gives 0.
func (a *Arithmetic) Quo(x, y Number) Number {
	if y.sign() == 0 || y.rough && y.bound >= y.size()-1 {
		a.unsure = true
		return Number{}
	}
	if x.IsZero() {
		return Number{}
	}
	if x.sign() == 0 {
		return roughZero(x.bound - y.size() + 1)
	}
	up := max(0, a.digits+int(slack)+digits(y.coef.BitLen())-digits(x.coef.BitLen()))
	var rest big.Int
	z := Number{exp: x.exp - y.exp - up}
	numerator := x.coef
	if up > 0 {
		numerator = new(big.Int).Mul(x.coef, pow10(up))
	}
	z.coef, _ = new(big.Int).QuoRem(numerator, y.coef, &rest)
	if rest.Sign() != 0 {
		z.blur(z.size() + a.lost())
	} else {
		z.strip()
	}
	if x.rough {
		z.blur(x.bound - y.size() + 1)
	}
	if y.rough {
		z.blur(sizeOf(z) + y.bound - y.size() + 1)
	}
	return a.fit(z)
}

// strip takes the zeros off the end of an exact quotient, which was computed
// with many of them.
func (z *Number) strip() {
	for _, step := range [...]int{64, 16, 4, 1} {
		var q, r big.Int
		for z.coef.Sign() != 0 {
			if q.QuoRem(z.coef, pow10(step), &r); r.Sign() != 0 {
				break
			}
			z.coef.Set(&q)
			z.exp += step
		}
	}
}
