package formula

import (
	"sync"

	"blyant/model/internal/bound"
)

// Tier is the arithmetic that gave an answer.
type Tier int

// The arithmetics, in the order in which they are tried.
const (
	Fast     Tier = iota // 128 bits
	Wide                 // 256 bits and more
	Rational             // fractions, where no root is irrational
	Last                 // the last precision: what cannot be told apart is equal
)

// widths are the bits that are tried in turn, the last one only where fractions
// cannot decide: with an irrational root a value is a middle between two digits,
// or 0, only where it is a decimal all the same, and what is nearer to one than
// 2^−6000 is taken for it.
var widths = [...]int{256, 1024, 4096, 16384}

// fastCustomer is a customer in Fast arithmetic and the memory it needs.
type fastCustomer struct {
	in       inputs
	room     room[bound.Float]
	customer customer[bound.Fast, bound.Float, bound.Sum]
	open     []int
}

var pool = sync.Pool{New: func() any { return new(fastCustomer) }}

// Summarise returns the summary of a customer, with money to so many places, and
// the dearest arithmetic that it took.
func Summarise(t *Terms, places int) (Summary, Tier) {
	f := pool.Get().(*fastCustomer)
	defer pool.Put(f)
	var out Summary
	f.in.read(t)
	f.customer.init(bound.Fast{}, &f.in, &f.room, false)
	open := f.customer.compute(allGroups, places, &out)
	if open == 0 {
		return out, Fast
	}
	return out, settle(&f.in, open, places, &out)
}

// settle computes what is open with more and more bits.
func settle(in *inputs, open groups, places int, out *Summary) Tier {
	for i, bits := range widths {
		if i == len(widths)-1 {
			if open = fractions(in, open, places, out); open == 0 {
				return Rational
			}
		}
		var c customer[*bound.Wide, bound.WideFloat, bound.WideSum]
		var r room[bound.WideFloat]
		last := i == len(widths)-1
		c.init(&bound.Wide{Bits: bits, Last: last}, in, &r, false)
		if open = c.compute(open, places, out); open == 0 && !last {
			return Wide
		}
	}
	return Last
}

// fractions computes what needs no irrational root as fractions.
func fractions(in *inputs, open groups, places int, out *Summary) groups {
	possible := open
	if !in.discount.rational { // present values are not, and all shares a customer
		return open
	}
	if in.discount.order > 1 {
		possible &^= groupReturn
	}
	if possible == 0 {
		return open
	}
	var c customer[bound.Rational, bound.Ratio, bound.Ratio]
	var r room[bound.Ratio]
	c.init(bound.Rational{}, in, &r, true)
	return open&^possible | c.compute(possible, places, out)
}
