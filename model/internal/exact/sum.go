package exact

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
