package bound

import (
	"math"
	"math/bits"
)

// Double is the arithmetic of DoubleFloat and DoubleSum: binary numbers of 64 bits
// that know their error. It is the cheapest one and tells most digits.
type Double struct{}

// DoubleFloat is a number ≥ 0 that is off from the true one by at most err units
// u = 2^−53 of itself: |x' − x| ≤ err·u·x. Only an exact 0 is 0. Where x is
// hopeless err is infinite.
//
// A count of units is a binary number itself. Each is the result of additions and
// products of numbers ≥ 0, which lose less than 2^−50 of it in one operation; the
// factor charged in each operation is far greater.
type DoubleFloat struct{ x, err float64 }

// DoubleSum is a number of either sign that is off by at most err. The zero value
// is 0.
type DoubleSum struct{ x, err float64 }

var _ Arithmetic[DoubleFloat, DoubleSum] = Double{}

const (
	unitOfDouble = 1.0 / (1 << 53)
	// charged holds what is of second order in the error of a product: that of counts
	// a and b, and of the rounding, is below (a + b + 1)·2^−21 as long as the smaller one is
	// below manageable.
	charged    = 1 + 1.0/(1<<20)
	manageable = 1 << 31
	// What comes out at or below faintDouble, and is not 0, is taken for leastDouble with an
	// error of all of it: 0 < x' ≤ 2·leastDouble. So no product, and no error, loses bits
	// at the lower end of the exponents.
	faintDouble = 0x1p-900
	loudDouble  = 0x1p900
	leastDouble = 4 * faintDouble
	allUnits    = 1 << 53
)

// doubleOne is 1.
var doubleOne = DoubleFloat{x: 1}

// hopelessDouble may be anything.
var hopelessDouble = DoubleFloat{1, math.Inf(1)}

// Number returns |x|. A whole number below 2^53 is exact. So are powers of ten to
// 10^22, and the quotient of two exact numbers is rounded once.
func (Double) Number(x Number) DoubleFloat {
	const exactBits, exactPowers = 53, 19
	if x.hi == 0 && x.big == nil && x.lo < 1<<exactBits && x.places <= exactPowers {
		if x.places == 0 || x.lo == 0 {
			return DoubleFloat{x: float64(x.lo)}
		}
		return DoubleFloat{float64(x.lo) / float64(tens[x.places]), charged}
	}
	return x.Float().double()
}

// double returns a number in 64 bits: cut to the first 64 of its mantissa, which
// costs 2^−63 of it, and rounded to 53. Its own error is below a 2^−73th of a unit
// for each of its counts.
func (x Float) double() DoubleFloat {
	switch {
	case x.hi == 0:
		return DoubleFloat{}
	case x.err >= hopeless || x.exp > 800:
		return hopelessDouble
	case x.exp < -800:
		return DoubleFloat{leastDouble, allUnits}
	}
	return DoubleFloat{x.Float64(), (1 + 1.0/(1<<9) + float64(x.err)*power2(-73)) * charged}
}

// near reports whether a result needs no second look: nothing lost at either end
// of the exponents, and an error that is manageable.
func (x DoubleFloat) near() bool {
	return x.x > faintDouble && x.x < loudDouble && x.err < manageable
}

// Mul returns x·y.
//
// With |α| ≤ a·u and |β| ≤ b·u the true product is x̂ŷ(1+α)(1+β), and the rounded
// one x̂ŷ(1+δ), |δ| ≤ u. They are apart by at most (a + b + 1)·u of the result to
// first order. What is of second order is a·b·u and (a + b + 1)·u in units, the
// first below min(a, b)·u·(a + b): with the smaller count below 2^31 less than
// 2^−22 of the first order.
func (d Double) Mul(x, y DoubleFloat) DoubleFloat {
	z := DoubleFloat{x.x * y.x, (x.err + y.err + 1) * charged}
	if z.near() {
		return z
	}
	return z.decided(x, y, x.x == 0 || y.x == 0)
}

// decided is a product or a quotient of two numbers that is not near. One of errors up
// to 1.5·allUnits is at most 2.5²·(1 + u) of what was computed, which is below 2·leastDouble
// where that is not above faintDouble. Else what allUnits stand for, α ≤ 1.5, takes part as any other
// count does, beside one that is manageable.
func (x DoubleFloat) decided(of, and DoubleFloat, zero bool) DoubleFloat {
	const most = 1.5 * allUnits
	switch {
	case zero:
		return DoubleFloat{}
	case !(x.x < loudDouble) || !(max(of.err, and.err) < most):
		return hopelessDouble
	case x.x <= faintDouble:
		return DoubleFloat{leastDouble, allUnits}
	case min(of.err, and.err) >= manageable || !(x.err < most):
		return hopelessDouble
	}
	return x
}

// Add returns x + y: the greater count holds for both, and the sum is rounded once.
func (d Double) Add(x, y DoubleFloat) DoubleFloat {
	z := DoubleFloat{x.x + y.x, (max(x.err, y.err) + 1) * charged}
	if z.near() && x.x != 0 && y.x != 0 {
		return z
	}
	switch {
	case x.x == 0:
		return y
	case y.x == 0:
		return x
	}
	return z.decided(x, doubleOne, false)
}

// Quo returns x ÷ y; y = 0 gives a hopeless number. The true quotient is
// x̂/ŷ·(1+α)/(1+β), and 1/(1+β) is below 1 + b·u·(1 + 2^−21) for a count of the
// divisor below 2^31.
func (d Double) Quo(x, y DoubleFloat) DoubleFloat {
	z := DoubleFloat{x.x / y.x, (x.err + y.err + 1) * charged}
	if z.near() && y.x != 0 {
		return z
	}
	switch {
	case x.x == 0:
		return x
	case y.x == 0 || y.err >= manageable:
		return hopelessDouble
	}
	return z.decided(x, y, false)
}

// Root returns x^(1/k) for x > 0 and k ≥ 1. As with Float the error is that of the
// residual: for ρ = x/y^k the true root is y·ρ^(1/k), and for |ρ − 1| = t ≤ ½ that is off
// by at most t/k·(1 + t) of y, t the distance of the computed ρ and its error.
func (d Double) Root(x DoubleFloat, k int) DoubleFloat {
	if k == 1 || x.x == 0 {
		return x
	}
	y := DoubleFloat{x: math.Pow(x.x, 1/float64(k))}
	if !(y.x > faintDouble && y.x < loudDouble) {
		return hopelessDouble
	}
	residual := d.Quo(x, d.Power(y, k))
	t := math.Abs(residual.x-1)/unitOfDouble + residual.err*residual.x
	if !(t < manageable/2) {
		return hopelessDouble
	}
	y.err = (t/float64(k) + 1.0/(1<<20)) * charged
	return y
}

// Power returns xⁿ for n ≥ 0; 0^0 = 1.
func (d Double) Power(x DoubleFloat, n int) DoubleFloat {
	if n == 0 {
		return doubleOne
	}
	power := x
	for i := bits.Len(uint(n)) - 2; i >= 0; i-- {
		power = d.Mul(power, power)
		if n>>i&1 == 1 {
			power = d.Mul(power, x)
		}
	}
	return power
}

// Geometric returns 1 + q + … + q^(n−1) and qⁿ, by doubling as Float does.
func (d Double) Geometric(q DoubleFloat, n int) (sum, power DoubleFloat) {
	if n == 0 {
		return DoubleFloat{}, doubleOne
	}
	sum, power = doubleOne, q
	for i := bits.Len(uint(n)) - 2; i >= 0; i-- {
		sum = d.Add(sum, d.Mul(sum, power))
		power = d.Mul(power, power)
		if n>>i&1 == 1 {
			sum = d.Add(sum, power)
			power = d.Mul(power, q)
		}
	}
	return sum, power
}

// GeometricSum returns the first of them.
func (d Double) GeometricSum(q DoubleFloat, n int) DoubleFloat {
	sum, _ := d.Geometric(q, n)
	return sum
}

// Zero reports whether x is an exact 0.
func (Double) Zero(x DoubleFloat) bool { return x.x == 0 }

// Float64 returns a binary number near x.
func (Double) Float64(x DoubleFloat) float64 { return x.x }

// Binary returns x.
func (Double) Binary(x DoubleFloat) (near, units float64) { return x.x, x.err }

// Nudged returns x moved by so many of the binary numbers next to it, each of which is
// at most two units away, and counts them: for tests of what rests on the counts.
func (x DoubleFloat) Nudged(steps int) DoubleFloat {
	if x.x == 0 || !x.near() {
		return x
	}
	x.err = (x.err + 2*math.Abs(float64(steps))) * charged
	x.x = math.Float64frombits(uint64(int64(math.Float64bits(x.x)) + int64(steps)))
	return x
}
