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
	some := overlaps(w, x, n)
	for j := range sums {
		if !some[j] {
			continue // exactly 0, which decides what a rough 0 leaves open
		}
		low, high := min(j*width, len(product)), min((j+1)*width, len(product))
		field := append([]big.Word(nil), product[low:high]...)
		sums[j] = Number{coef: new(big.Int).SetBits(field), exp: -fw.places - fx.places}
		if fw.rough && j >= fw.clean || fx.rough && j >= fx.clean {
			sums[j].blur(bound)
		} else {
			sums[j].strip() // an exact one has zeros that would not fit
		}
		sums[j] = a.fit(sums[j])
	}
	return sums
}

// ConvolveSigned returns all sums Σ_i w_i·x_{j−i} of two sequences of numbers of
// either sign, as those of their parts that are not negative:
//
//	(w⁺ − w⁻)·(x⁺ − x⁻) = w⁺x⁺ + w⁻x⁻ − (w⁺x⁻ + w⁻x⁺)
//
// The product of two polynomials is one.
func (a *Arithmetic) ConvolveSigned(w, x []Number) []Number {
	n := len(w) + len(x) - 1
	sums := make([]Number, n)
	products := a.Convolve(present(w), present(x), n) // how many there are in each sum: it is exactly 0 without one
	for i, u := range signedParts(w) {
		for j, v := range signedParts(x) {
			if u == nil || v == nil {
				continue
			}
			for t, product := range a.Convolve(u, v, n) {
				if i != j {
					product = product.Neg()
				}
				if !products[t].IsZero() {
					sums[t] = a.Add(sums[t], product)
				}
			}
		}
	}
	return sums
}

// present has 1 for each number that is not exactly 0, else 0.
func present(x []Number) []Number {
	ones := make([]Number, len(x))
	for t, v := range x {
		if !v.IsZero() {
			ones[t] = FromInt(1)
		}
	}
	return ones
}

// signedParts are the numbers of a sequence whose digits are above 0, and those
// below without their sign; nil where there are none.
func signedParts(x []Number) (parts [2][]Number) {
	for t, v := range x {
		if v.IsZero() {
			continue
		}
		part := &parts[0]
		if v.sign() < 0 {
			part, v = &parts[1], v.Neg()
		}
		if *part == nil {
			*part = make([]Number, len(x))
		}
		(*part)[t] = v
	}
	return parts
}

// overlaps reports for each sum Σ_i w_i·x_{j−i} whether it has a term that is
// not 0. It may report true for one that has none where x is 0 between others.
func overlaps(w, x []Number, n int) []bool {
	end := len(x)
	for end > 0 && x[end-1].IsZero() {
		end--
	}
	some := make([]bool, n)
	last := -1 - end // the latest w that is not 0
	for j := range some {
		if j < len(w) && !w[j].IsZero() {
			last = j
		}
		some[j] = last >= 0 && j-last < end
	}
	return some
}
