package exact

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
