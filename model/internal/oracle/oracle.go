// Package oracle computes a few functions with 400 bits, slowly and in the
// textbooks' own forms, so that tests have values to hold the fast ones against
// that share no code with them. Nothing else uses it.
package oracle

import "math/big"

// precision in bits; the tests need some 60, cancellation takes the rest.
const precision = 400

// New returns x exactly.
func New(x float64) *big.Float { return new(big.Float).SetPrec(precision).SetFloat64(x) }

func blank() *big.Float { return new(big.Float).SetPrec(precision) }

// Add returns x + y.
func Add(x, y *big.Float) *big.Float { return blank().Add(x, y) }

// Sub returns x − y.
func Sub(x, y *big.Float) *big.Float { return blank().Sub(x, y) }

// Mul returns x·y.
func Mul(x, y *big.Float) *big.Float { return blank().Mul(x, y) }

// Div returns x ÷ y.
func Div(x, y *big.Float) *big.Float { return blank().Quo(x, y) }

// Float returns x as the nearest machine number.
func Float(x *big.Float) float64 {
	f, _ := x.Float64()
	return f
}

// small reports whether x no longer counts beside sum.
func small(x, sum *big.Float) bool {
	return x.Sign() == 0 || x.MantExp(nil) < sum.MantExp(nil)-precision
}

// Log returns ln x for x > 0.
//
//	ln(m·2^e) = 2·artanh((m−1)/(m+1)) + e·ln 2
func Log(x *big.Float) *big.Float {
	mantissa := blank()
	exponent := x.MantExp(mantissa)
	sum := artanh(Div(Sub(mantissa, New(1)), Add(mantissa, New(1))))
	two := artanh(Div(New(1), New(3)))
	return Mul(New(2), Add(sum, Mul(New(float64(exponent)), two)))
}

func artanh(y *big.Float) *big.Float {
	square, power, sum := Mul(y, y), blank().Set(y), blank().Set(y)
	if y.Sign() == 0 {
		return sum
	}
	for k := 3.0; ; k += 2 {
		power = Mul(power, square)
		term := Div(power, New(k))
		if small(term, sum) {
			return sum
		}
		sum = Add(sum, term)
	}
}

// Exp returns e^x by the series of x ÷ 2^40, squared 40 times.
func Exp(x *big.Float) *big.Float {
	y := blank().SetMantExp(x, -40)
	term, sum := New(1), New(1)
	for k := 1.0; !small(term, sum); k++ {
		term = Div(Mul(term, y), New(k))
		sum = Add(sum, term)
	}
	for range 40 {
		sum = Mul(sum, sum)
	}
	return sum
}

// Pow returns x^y for x > 0.
func Pow(x, y *big.Float) *big.Float { return Exp(Mul(y, Log(x))) }

// Hypergeometric returns Gauss's 2F1(a, b; c; z) by its series, |z| < 1.
func Hypergeometric(a, b, c, z *big.Float) *big.Float {
	term, sum := New(1), New(1)
	for k := 0.0; ; k++ {
		n := New(k)
		term = Mul(term, Div(Mul(Mul(Add(a, n), Add(b, n)), z), Mul(Add(c, n), New(k+1))))
		if small(term, sum) {
			return sum
		}
		sum = Add(sum, term)
	}
}
