package bound

import "math"

// Arithmetic is what a formula needs of numbers. F is a number ≥ 0 that knows its
// relative error, S one of either sign that knows its absolute error; both are
// values, and their zero values are 0. Four arithmetics satisfy it: Double, Fast, Wide
// and Rational, so that a formula is written once.
type Arithmetic[F, S any] interface {
	Number(x Number) F // |x|
	Mul(x, y F) F
	Add(x, y F) F
	Quo(x, y F) F
	Root(x F, k int) F
	Power(x F, n int) F
	Geometric(q F, n int) (sum, power F) // 1 + q + … + q^(n−1) and qⁿ
	GeometricSum(q F, n int) F
	Zero(x F) bool       // an exact 0
	Float64(x F) float64 // a guess
	// Binary returns a binary number that is off by so many units of 2^−53 of itself, and
	// by 2^−1074; infinitely many where nothing is known.
	Binary(x F) (near, units float64)
	// Lists, of one length each: powers x, x·q, x·q², …, products item by item, and
	// the sums of the terms before each, from a given one on, with the sum of all.
	Powers(x, q F, out []F)
	Products(xs, ys, out []F)
	Running(sum F, terms, out []F) F
	Backward(terms, steps, out []F) // term + next·step, from the end on
	// Lists of sums: the numbers themselves, sums ± w·x, sums times x, differences, the
	// sums of the terms to each, from a given one on, and all of them rounded, each with
	// the word whether that is sure whatever it is a multiple of.
	Sums(xs []F, out []S)
	Weigh(sums []S, negative bool, w F, xs []F)
	Scale(sums []S, xs []F, out []S)
	Differences(ss, ts, out []S)
	Totals(sum S, terms, out []S)
	RoundList(sums []S, places int, out []Whole)

	Plus(s S, negative bool, x F) S // s ± x
	AddSum(s, t S) S
	SubSum(s, t S) S
	Product(s, t S) S
	Quotient(s, t S) S
	Magnitude(s S) F   // |s|, whose sign is known
	Guess(s S) float64 // of either sign
	Sign(s S, m Multiple) (sign int, sure bool)
	Exceeds(s S, power int, m Multiple) (exceeds, sure bool)
	Round(s S, places int, m Multiple) (w Whole, sure bool)
	Middle(s S, places int, m Multiple) bool // certainly a middle between two reported digits
}

// Fast is the arithmetic of Float and Sum: 128 bits, no allocation.
type Fast struct{}

var _ Arithmetic[Float, Sum] = Fast{}

// Number returns |x|.
func (Fast) Number(x Number) Float { return x.Float() }

// Mul returns x·y.
func (Fast) Mul(x, y Float) Float { return x.Mul(y) }

// Add returns x + y.
func (Fast) Add(x, y Float) Float { return x.Add(y) }

// Quo returns x ÷ y.
func (Fast) Quo(x, y Float) Float { return x.Quo(y) }

// Root returns x^(1/k).
func (Fast) Root(x Float, k int) Float { return x.Root(k) }

// Power returns xⁿ.
func (Fast) Power(x Float, n int) Float { return x.Power(n) }

// Geometric returns 1 + q + … + q^(n−1) and qⁿ.
func (Fast) Geometric(q Float, n int) (sum, power Float) { return q.Geometric(n) }

// GeometricSum returns the first of them.
func (Fast) GeometricSum(q Float, n int) Float { return q.GeometricSum(n) }

// Zero reports whether x is an exact 0.
func (Fast) Zero(x Float) bool { return x.hi == 0 }

// Float64 returns a binary number near x.
func (Fast) Float64(x Float) float64 { return x.Float64() }

// Binary returns the binary number next to x: a mantissa of 128 bits is cut to its first
// 64 and rounded to 53, and an error that is not hopeless is below 2^−70 of it.
func (Fast) Binary(x Float) (near, units float64) {
	if x.err >= hopeless {
		return x.Float64(), math.Inf(1)
	}
	return x.Float64(), nextUnits
}

// nextUnits is more than the next binary number to one of more bits is off.
const nextUnits = 2

// Plus returns s ± x.
func (Fast) Plus(s Sum, negative bool, x Float) Sum { return s.Plus(negative, x) }

// AddSum returns s + t.
func (Fast) AddSum(s, t Sum) Sum { return s.Add(t) }

// SubSum returns s − t.
func (Fast) SubSum(s, t Sum) Sum { return s.Sub(t) }

// Product returns s·t.
func (Fast) Product(s, t Sum) Sum { return s.Product(t) }

// Quotient returns s ÷ t.
func (Fast) Quotient(s, t Sum) Sum { return s.Quotient(t) }

// Magnitude returns |s|.
func (Fast) Magnitude(s Sum) Float { return s.Magnitude() }

// Guess returns a binary number near s.
func (Fast) Guess(s Sum) float64 { return s.Float64() }

// Sign returns the sign of the true value, and whether it is certain.
func (Fast) Sign(s Sum, m Multiple) (sign int, sure bool) { return s.Sign(m) }

// Exceeds reports whether |s| > 10^power, and whether that is certain.
func (Fast) Exceeds(s Sum, power int, m Multiple) (exceeds, sure bool) { return s.Exceeds(power, m) }

// Round rounds half away from zero, and reports whether the digits are certain.
func (Fast) Round(s Sum, places int, m Multiple) (Whole, bool) { return s.Round(places, m) }

// Middle reports whether the true value is certainly a middle.
func (Fast) Middle(s Sum, places int, m Multiple) bool { return s.Middle(places, m) }
