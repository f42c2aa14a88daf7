package exact

import "math/big"

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
