package bound

import (
	"math"
	"math/bits"
)

// Float is a number ≥ 0 with 128 bits and a count of its error: the value
//
//	(hi:lo)·2^(exp−128), hi with its top bit set; hi = 0 is an exact 0
//
// is off from the true one by at most err units u = 2^−126 of itself:
// |x − x̂| ≤ err·u·x̂. There is no subtraction, so no operation loses more than it
// says. From hopeless units on the count stands for any error whatever.
type Float struct {
	hi, lo uint64
	err    uint64
	exp    int32
}

const (
	// hopeless is a relative error of 2^−70. Two such counts and the charge of an
	// operation add up far below 2^64, and each operation brings the count back to
	// hopeless, so it never wraps; nor does it fall again: every operation gives at
	// least the greater count of its operands.
	hopeless = 1 << 56
	// farthest bounds exponents: two of them add up within an int32.
	farthest = 1 << 29
)

// One is 1.
var One = Float{hi: 1 << 63, exp: 1}

// fromWords returns hi:lo, exactly.
func fromWords(hi, lo uint64) Float {
	if hi == 0 {
		if lo == 0 {
			return Float{}
		}
		n := bits.LeadingZeros64(lo)
		return Float{hi: lo << n, exp: int32(64 - n)}
	}
	n := bits.LeadingZeros64(hi)
	return Float{hi: hi<<n | lo>>(64-n), lo: lo << n, exp: int32(128 - n)}
}

// Mul returns x·y.
//
// With X and Y the mantissas the product XY/2^128 is at least 2^126. Three
// partial words below 2^128 are dropped from it, each less than one, so the
// result is short by less than 3u of itself. For the operands' own errors
// α ≤ a·u and β ≤ b·u, (1+α)(1+β) is off by a·u + b·u + ab·u², and with
// a, b < 2^57 what is of second order, also with the truncation, is below u:
// a + b + 4 units in all. The shift by one bit is exact but for the bit below,
// which is among what was dropped.
func (x Float) Mul(y Float) Float {
	if x.hi == 0 || y.hi == 0 {
		return Float{}
	}
	hi, lo, short := product(x.hi, x.lo, y.hi, y.lo)
	exp := x.exp + y.exp - int32(short)
	z := Float{hi, lo, min(x.err+y.err+4, hopeless), exp}
	if uint32(exp+farthest) > 2*farthest {
		return z.beyond()
	}
	return z
}

// product returns the first 128 bits of the product of two mantissas, with the top
// bit set, and by how many bits it was short of that.
func product(x1, x0, y1, y0 uint64) (hi, lo, short uint64) {
	hi, lo = bits.Mul64(x1, y1)
	a, _ := bits.Mul64(x1, y0)
	b, _ := bits.Mul64(x0, y1)
	a, c := bits.Add64(a, b, 0)
	lo, d := bits.Add64(lo, a, 0)
	hi, _ = bits.Add64(hi, c, d)
	short = hi>>63 ^ 1
	return hi<<(short&1) | lo>>63&short, lo << (short & 1), short
}

// beyond keeps an exponent within its bounds and gives up the value.
func (x Float) beyond() Float {
	x.exp = max(-farthest, min(farthest, x.exp))
	x.err = hopeless
	return x
}

// Add returns x + y.
//
// The sum of the true values is off from that of x̂ and ŷ by at most
// max(a, b)·u of it. What the shift of the smaller operand and of a carry drop
// is below 2^−127 each of the result, or u together; a smaller operand that is
// shifted out altogether is below 2^−127 of the other. So max(a, b) + 2.
func (x Float) Add(y Float) Float {
	if x.hi == 0 {
		return y
	}
	if y.hi == 0 {
		return x
	}
	if x.exp < y.exp {
		x, y = y, x
	}
	err := min(max(x.err, y.err)+2, hopeless)
	n := uint(x.exp - y.exp)
	switch {
	case n < 64:
		y.lo = y.lo>>n | y.hi<<(64-n)
		y.hi >>= n
	case n < 128:
		y.hi, y.lo = 0, y.hi>>(n-64)
	default:
		x.err = err
		return x
	}
	lo, carry := bits.Add64(x.lo, y.lo, 0)
	hi, carry := bits.Add64(x.hi, y.hi, carry)
	if carry == 0 {
		return Float{hi, lo, err, x.exp}
	}
	z := Float{hi>>1 | 1<<63, lo>>1 | hi<<63, err, x.exp + 1}
	if z.exp > farthest {
		return z.beyond()
	}
	return z
}

// Quo returns x ÷ y; y = 0 gives a hopeless number.
//
// The quotient of the mantissas is truncated: one unit of 2^−127 of it for the
// bit that a dividend larger than the divisor loses, one for the quotient's own
// last bit, doubled where that has to be shifted: below 2u. With
// (1+α)/(1+β) off by (a + b)·u to first order and less than u beyond,
// a + b + 4.
func (x Float) Quo(y Float) Float {
	if x.hi == 0 {
		return x
	}
	if y.hi == 0 {
		return One.beyond()
	}
	n1, n0, exp := x.hi, x.lo, x.exp-y.exp
	if n1 > y.hi || n1 == y.hi && n0 >= y.lo {
		n1, n0 = n1>>1, n0>>1|n1<<63
		exp++
	}
	hi, n1, n0 := quotientWord(n1, n0, y.hi, y.lo)
	lo, _, _ := quotientWord(n1, n0, y.hi, y.lo)
	if hi>>63 == 0 {
		hi, lo = hi<<1|lo>>63, lo<<1
		exp--
	}
	z := Float{hi, lo, min(x.err+y.err+4, hopeless), exp}
	if uint32(exp+farthest) > 2*farthest {
		return z.beyond()
	}
	return z
}

// quotientWord returns ⌊n1:n0:0 ÷ d1:d0⌋ for n1:n0 < d1:d0 and a divisor with its
// top bit set, and what is left: a word is guessed from the first word of the
// divisor and taken back at most twice (Knuth, The Art of Computer Programming,
// volume 2, 4.3.1, algorithm D).
func quotientWord(n1, n0, d1, d0 uint64) (q, r1, r0 uint64) {
	var rest, over uint64
	if n1 >= d1 {
		q = math.MaxUint64
		rest, over = bits.Add64(n0, d1, 0)
	} else {
		q, rest = bits.Div64(n1, n0, d1)
	}
	hi, lo := bits.Mul64(q, d0)
	for over == 0 && (hi > rest || hi == rest && lo > 0) {
		q--
		rest, over = bits.Add64(rest, d1, 0)
		var borrow uint64
		lo, borrow = bits.Sub64(lo, d0, 0)
		hi -= borrow
	}
	r0, borrow := bits.Sub64(0, lo, 0)
	r1, _ = bits.Sub64(rest, hi, borrow)
	return q, r1, r0
}

// Zero reports whether x is an exact 0.
func (x Float) Zero() bool { return x.hi == 0 }

// Float64 returns a binary number near x, 0 or infinite where x is out of range.
func (x Float) Float64() float64 {
	if x.hi == 0 {
		return 0
	}
	if x.exp > -960 && x.exp < 1020 {
		return float64(x.hi) * power2(int(x.exp)-64)
	}
	return math.Ldexp(float64(x.hi), int(x.exp)-64)
}

// power2 returns 2^n for −1022 ≤ n ≤ 1023.
func power2(n int) float64 { return math.Float64frombits(uint64(n+1023) << 52) }

// Nudged returns x moved by so many units of error or a little less, with the same
// count: for tests of what rests on the counts, which hold for any result within
// them. A move past a power of two is left out.
func (x Float) Nudged(units int) Float {
	if x.hi == 0 {
		return x
	}
	hi, lo := x.hi, x.lo
	var c uint64
	if units >= 0 { // a unit is two to four of the mantissa's last place
		lo, c = bits.Add64(lo, uint64(2*units), 0)
		hi, c = bits.Add64(hi, 0, c)
	} else {
		lo, c = bits.Sub64(lo, uint64(-2*units), 0)
		hi, c = bits.Sub64(hi, 0, c)
	}
	if c != 0 || hi>>63 == 0 {
		return x
	}
	x.hi, x.lo = hi, lo
	return x
}
