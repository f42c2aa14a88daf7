package formula

import (
	"sync"

	"blyant/model/internal/bound"
)

// Tier is the arithmetic that gave an answer.
type Tier int

// The arithmetics, in the order in which they are tried.
const (
	Fast     Tier = iota // 64 or 128 bits
	Wide                 // 256 bits and more
	Rational             // fractions, where no root is irrational
	Last                 // the last precision: what cannot be told apart is equal
)

// widths are the bits that are tried in turn, the last one only where fractions
// cannot decide: with an irrational root a value is a middle between two digits,
// or 0, only where it is a decimal all the same, and what is nearer to one than
// 2^−6000 is taken for it.
var widths = [...]int{256, 1024, 4096, 16384}

// worker is a customer in the two arithmetics of machine words, and the memory that
// they need.
type worker struct {
	in         inputs
	doubleRoom room[bound.DoubleFloat, bound.DoubleSum]
	double     customer[bound.Double, bound.DoubleFloat, bound.DoubleSum]
	fastRoom   room[bound.Float, bound.Sum]
	fast       customer[bound.Fast, bound.Float, bound.Sum]
	hasFast    bool // the customer is in both
	open       []int
}

var pool = sync.Pool{New: func() any { return new(worker) }}

// begin reads a customer.
func (w *worker) begin(t *Terms, ratios int) {
	w.in.read(t)
	w.in.ratios, w.hasFast = ratios, false
	w.double.init(bound.Double{}, &w.in, &w.doubleRoom, false)
}

// inFast is the customer in 128 bits, where 64 do not do.
func (w *worker) inFast() *customer[bound.Fast, bound.Float, bound.Sum] {
	if !w.hasFast {
		w.fast.init(bound.Fast{}, &w.in, &w.fastRoom, false)
		w.hasFast = true
	}
	return &w.fast
}

// Summarise returns the summary of a customer, with money to so many places, and
// the dearest arithmetic that it took.
func Summarise(t *Terms, places int) (Summary, Tier) {
	var out Summary
	tier := SummariseInto(&out, t, places)
	return out, tier
}

// SummariseInto does the same into memory that is there.
func SummariseInto(out *Summary, t *Terms, places int) Tier {
	return summarise(out, t, places, ratioPlaces)
}

// SummariseClosely returns the summary with shares, ratios, rates, orders and
// durations to so many places, 6 to 12.
func SummariseClosely(t *Terms, places, ratios int) (out Summary) {
	summarise(&out, t, places, ratios)
	return out
}

func summarise(out *Summary, t *Terms, places, ratios int) Tier {
	w := pool.Get().(*worker)
	defer pool.Put(w)
	w.begin(t, ratios)
	return w.summary(out, places)
}

func (w *worker) summary(out *Summary, places int) Tier {
	*out = Summary{}
	open := w.double.compute(allGroups, places, out)
	if open != 0 {
		open = w.inFast().compute(open, places, out)
	}
	if open == 0 {
		return count(Fast)
	}
	return count(decide(&w.in, open, places, out))
}

// decide computes what is open with more and more bits, or as fractions.
func decide(in *inputs, open groups, places int, out *Summary) Tier {
	tier := Fast
	for _, s := range in.steps() {
		switch {
		case s.fractions:
			tier = Rational
			open = fractions(in, open, places, out)
		default:
			if tier = Wide; s.last {
				tier = Last
			}
			var c customer[*bound.Wide, bound.WideFloat, bound.WideSum]
			c.init(&bound.Wide{Bits: s.bits, Last: s.last}, in, new(room[bound.WideFloat, bound.WideSum]), false)
			open = c.compute(open, places, out)
		}
		if open == 0 {
			break
		}
	}
	return tier
}

// step is an arithmetic beyond the fast one.
type step struct {
	bits      int
	fractions bool
	last      bool
}

// steps are the arithmetics to try in turn: fractions before bits that are more
// than theirs, before thousands of bits where they are not much longer than those, and
// before the last ones in any case. What fractions leave open is a rate of return, a
// root of its own.
func (in *inputs) steps() []step {
	var all []step
	digits, done := in.digits(), !in.discount.rational
	for i, bits := range widths {
		last := i == len(widths)-1
		if !done && i > 0 && (digits*3 < bits || digits < mostDigits && bits > widths[1] || last) {
			all, done = append(all, step{fractions: true}), true
		}
		all = append(all, step{bits: bits, last: last})
	}
	return all
}

// mostDigits is how many digits fractions may have and be tried before thousands of
// bits.
const mostDigits = 40_000

// digits is about how many digits a fraction has at the end of the horizon.
func (in *inputs) digits() int {
	n := in.active
	each := in.rate.Places() + in.growth.Places() + in.orderGrowth.Places() + in.exponent(1)*in.discount.bits*3/10
	for _, r := range in.retention {
		each = max(each, bound.FromDecimal(r).Places())
	}
	return n * each
}

// fractions computes what needs no irrational root as fractions.
func fractions(in *inputs, open groups, places int, out *Summary) groups {
	possible := open
	if in.discount.order > 1 { // the rate of return is a root of its own
		possible &^= groupReturn
	}
	var c customer[bound.Rational, bound.Ratio, bound.Ratio]
	c.init(bound.Rational{}, in, new(room[bound.Ratio, bound.Ratio]), true)
	return open&^possible | c.compute(possible, places, out)
}
