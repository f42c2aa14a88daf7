package reference

import (
	"math"
	"math/big"
)

// precision is the number of bits of every number: seven hundred digits.
const precision = 2400

func number(text string) *big.Float {
	r, ok := new(big.Rat).SetString(text)
	if !ok {
		panic("no number: " + text)
	}
	return new(big.Float).SetPrec(precision).SetRat(r)
}

func whole(n int) *big.Float { return new(big.Float).SetPrec(precision).SetInt64(int64(n)) }

func zero() *big.Float               { return whole(0) }
func add(x, y *big.Float) *big.Float { return zero().Add(x, y) }
func sub(x, y *big.Float) *big.Float { return zero().Sub(x, y) }
func mul(x, y *big.Float) *big.Float { return zero().Mul(x, y) }
func quo(x, y *big.Float) *big.Float { return zero().Quo(x, y) }

// pow is x^n by squaring.
func pow(x *big.Float, n int) *big.Float {
	z := whole(1)
	for ; n > 0; n /= 2 {
		if n%2 == 1 {
			z = mul(z, x)
		}
		x = mul(x, x)
	}
	return z
}

// root is x^(1/k) by Newton's method.
func root(x *big.Float, k int) *big.Float {
	start, _ := x.Float64()
	y := zero().SetFloat64(math.Pow(start, 1/float64(k)))
	for range 14 { // 15 digits, doubled fourteen times
		y = add(y, quo(mul(y, sub(quo(x, pow(y, k)), whole(1))), whole(k)))
	}
	return y
}
