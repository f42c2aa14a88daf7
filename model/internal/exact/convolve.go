package exact

import (
	"math"
	"math/big"
	"math/bits"
)

// Convolve returns the first n sums Σ_i w_i·x_{j−i} of two sequences of numbers
// that are not negative. All products are one multiplication of two long
// integers, in which each number has a field wide enough for any of the sums
// (Kronecker substitution), so that 600 by 600 numbers take milliseconds.
func (a *Arithmetic) Convolve(w, x []Number, n int) []Number {
	w, x = w[:min(n, len(w))], x[:min(n, len(x))]
	fw, fx := a.fixed(w), a.fixed(x)
	width := (fw.bits+fx.bits+bits.Len(uint(n)))/bits.UintSize + 1
	product := new(big.Int).Mul(fw.pack(width), fx.pack(width)).Bits()
	bound := math.Max(fw.bound+fx.size, fx.bound+fw.size) + float64(bits.Len(uint(n)))*log2
	sums := make([]Number, n)
	for j := range sums {
		low, high := min(j*width, len(product)), min((j+1)*width, len(product))
		field := append([]big.Word(nil), product[low:high]...)
		sums[j] = Number{coef: new(big.Int).SetBits(field), exp: -fw.places - fx.places}
		if fw.rough || fx.rough {
			sums[j].blur(bound)
		}
		sums[j] = a.fit(sums[j])
	}
	return sums
}

// fixedPoint is a sequence of numbers as integers with so many decimals.
type fixedPoint struct {
	values []*big.Int
	places int
	bits   int     // the longest value's
	size   float64 // log10 of the largest, at least that of its error
	bound  float64 // |error| of each < 10^bound, where rough
	rough  bool
}

// fixed writes numbers with as many decimals as the longest of them has, at most
// three fifths of the working precision: far beyond what is reported, and short
// fields make a short product.
func (a *Arithmetic) fixed(x []Number) fixedPoint {
	f := fixedPoint{bound: least, size: least}
	most := a.digits * 3 / 5
	for _, v := range x {
		f.places = max(f.places, min(-v.exp, most))
	}
	for _, v := range x {
		value := new(big.Int)
		switch shift := v.exp + f.places; {
		case v.sign() == 0:
		case shift >= 0:
			value.Mul(v.coef, pow10(shift))
		default:
			value.Quo(v.coef, pow10(-shift))
			f.rough, f.bound = true, math.Max(f.bound, -float64(f.places))
		}
		if v.rough {
			f.rough, f.bound = true, math.Max(f.bound, v.bound)
		}
		f.size = math.Max(f.size, sizeOf(v))
		f.bits = max(f.bits, value.BitLen())
		f.values = append(f.values, value)
	}
	return f
}

// pack puts the values side by side, each in a field of so many words.
func (f fixedPoint) pack(width int) *big.Int {
	words := make([]big.Word, width*len(f.values))
	for i, v := range f.values {
		copy(words[i*width:], v.Bits())
	}
	return new(big.Int).SetBits(words)
}
