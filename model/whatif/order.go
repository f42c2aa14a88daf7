package whatif

import (
	"math"
	"math/bits"
	"slices"
)

// orderer puts draws in the order of their values. Its memory serves all
// columns, one after another.
type orderer struct{ order, spare []uint32 }

func newOrderer(draws int) *orderer {
	return &orderer{make([]uint32, 0, draws), make([]uint32, draws)}
}

// sort returns the draws in the order of their values, without those that are
// NaN. The answer is good until the next call.
func (o *orderer) sort(values []float64) []uint32 {
	o.order = o.order[:0]
	for i, v := range values {
		if !math.IsNaN(v) {
			o.order = append(o.order, uint32(i))
		}
	}
	if len(o.order) < worthRadix {
		slices.SortFunc(o.order, func(x, y uint32) int { return compare(values[x], values[y]) })
		return o.order
	}
	o.radix(values)
	return o.order
}

func compare(x, y float64) int {
	switch {
	case x < y:
		return -1
	case x > y:
		return 1
	}
	return 0
}

// worthRadix is from how many draws on sorting by digits is faster than by
// comparisons.
const worthRadix = 20_000

// digit is the number of bits that one pass sorts by.
const digit = 16

// radix sorts by the digits of the values' bits, the lowest first.
func (o *orderer) radix(values []float64) {
	counts := make([]uint32, 1<<digit)
	from, to := o.order, o.spare[:len(o.order)]
	for shift := 0; shift < 64; shift += digit {
		clear(counts)
		for _, i := range from {
			counts[key(values[i])>>shift&(1<<digit-1)]++
		}
		var start uint32
		for d, n := range counts {
			counts[d] = start
			start += n
		}
		for _, i := range from {
			d := key(values[i]) >> shift & (1<<digit - 1)
			to[counts[d]] = i
			counts[d]++
		}
		from, to = to, from
	}
}

// key is a number whose order is that of x: the bits of x, all of them turned
// round where x is negative, else the sign.
func key(x float64) uint64 {
	b := math.Float64bits(x + 0) // −0 is 0
	if b>>63 == 1 {
		return ^b
	}
	return bits.RotateLeft64(1, 63) | b
}

// rank puts ranks in the place of values, from 1; equal ones share the mean of
// theirs. What is NaN stays so.
func rank(values []float64, order []uint32) {
	for i := 0; i < len(order); {
		j := i
		for j < len(order) && values[order[j]] == values[order[i]] {
			j++
		}
		shared := float64(i+j+1) / 2
		for _, draw := range order[i:j] {
			values[draw] = shared
		}
		i = j
	}
}
