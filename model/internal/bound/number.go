package bound

import (
	"math"
	"math/big"
	"math/bits"

	"github.com/shopspring/decimal"
)

// Number is an exact decimal, ±coefficient·10^−places with places ≥ 0 and no
// zeros at the end of its decimals: what a calculation is given. Coefficients up
// to 128 bits allocate nothing. The zero value is 0.
type Number struct {
	hi, lo   uint64
	big      *big.Int // the coefficient where it is longer; hi and lo are 0 then
	places   int
	negative bool
}

// Integer returns n as a Number.
func Integer(n int) Number {
	if n < 0 {
		return Number{lo: uint64(-n), negative: true}
	}
	return Number{lo: uint64(n)}
}

// FromDecimal returns d, exactly.
func FromDecimal(d decimal.Decimal) Number {
	if d.IsZero() {
		return Number{}
	}
	exponent := int(d.Exponent())
	if d.NumDigits() > 18 || exponent > 0 {
		return fromBig(d.Coefficient(), exponent)
	}
	c := d.CoefficientInt64()
	x := Number{places: -exponent, negative: c < 0, lo: uint64(c)}
	if c < 0 {
		x.lo = -x.lo
	}
	for x.places > 0 && x.lo%10 == 0 {
		x.lo /= 10
		x.places--
	}
	return x
}

var ten = big.NewInt(10)

// power10 returns 10^n.
func power10(n int) *big.Int { return new(big.Int).Exp(ten, big.NewInt(int64(n)), nil) }

// fromBig returns c·10^exponent; c is not used again by the caller.
func fromBig(c *big.Int, exponent int) Number {
	if c.Sign() == 0 {
		return Number{}
	}
	x := Number{negative: c.Sign() < 0}
	c.Abs(c)
	if exponent > 0 {
		c.Mul(c, power10(exponent))
		exponent = 0
	}
	x.places = -exponent
	for x.places > 0 {
		q, r := new(big.Int).QuoRem(c, ten, new(big.Int))
		if r.Sign() != 0 {
			break
		}
		c, x.places = q, x.places-1
	}
	if c.BitLen() > 128 {
		x.big = c
		return x
	}
	x.lo = new(big.Int).And(c, new(big.Int).SetUint64(^uint64(0))).Uint64()
	x.hi = new(big.Int).Rsh(c, 64).Uint64()
	return x
}

// Coefficient returns the coefficient without its sign.
func (x Number) Coefficient() *big.Int {
	if x.big != nil {
		return new(big.Int).Set(x.big)
	}
	c := new(big.Int).SetUint64(x.hi)
	return c.Or(c.Lsh(c, 64), new(big.Int).SetUint64(x.lo))
}

// signed returns the coefficient with its sign.
func (x Number) signed() *big.Int {
	c := x.Coefficient()
	if x.negative {
		c.Neg(c)
	}
	return c
}

// Places returns the number of decimals, dec(x).
func (x Number) Places() int { return x.places }

// Bits returns the length of the coefficient in bits.
func (x Number) Bits() int {
	switch {
	case x.big != nil:
		return x.big.BitLen()
	case x.hi != 0:
		return 64 + bits.Len64(x.hi)
	}
	return bits.Len64(x.lo)
}

// Sign returns −1, 0 or 1.
func (x Number) Sign() int {
	switch {
	case x.hi|x.lo == 0 && x.big == nil:
		return 0
	case x.negative:
		return -1
	}
	return 1
}

// IsOne reports whether x is 1.
func (x Number) IsOne() bool {
	return x.lo == 1 && x.hi == 0 && x.places == 0 && !x.negative && x.big == nil
}

// OnePlus returns 1 + x, exactly.
func OnePlus(x Number) Number {
	if x.big == nil && x.hi == 0 && x.places <= 18 && x.lo < 1<<62 {
		c, one := int64(x.lo), int64(tens[x.places])
		if x.negative {
			c = -c
		}
		sum := Number{places: x.places}
		if c += one; c < 0 {
			c, sum.negative = -c, true
		}
		if sum.lo = uint64(c); c == 0 {
			return Number{}
		}
		return sum // one has only zeros where x has decimals: none is added at the end
	}
	c := x.signed()
	return fromBig(c.Add(c, power10(x.places)), -x.places)
}

// tens holds 10^0 … 10^19.
var tens = func() (t [20]uint64) {
	t[0] = 1
	for i := 1; i < len(t); i++ {
		t[i] = t[i-1] * 10
	}
	return t
}()

// Cmp compares two numbers: −1, 0 or 1.
func (x Number) Cmp(y Number) int {
	if x.places == y.places && !x.negative && !y.negative && x.big == nil && y.big == nil {
		if x.hi != y.hi {
			return sign(x.hi > y.hi)
		}
		if x.lo != y.lo {
			return sign(x.lo > y.lo)
		}
		return 0
	}
	a, b := x.signed(), y.signed()
	if x.places < y.places {
		a.Mul(a, power10(y.places-x.places))
	} else {
		b.Mul(b, power10(x.places-y.places))
	}
	return a.Cmp(b)
}

func sign(positive bool) int {
	if positive {
		return 1
	}
	return -1
}

// Mul returns x·y, exactly.
func (x Number) Mul(y Number) Number {
	if x.Sign() == 0 || y.Sign() == 0 {
		return Number{}
	}
	if x.hi|y.hi == 0 && x.big == nil && y.big == nil && x.places == 0 && y.places == 0 {
		hi, lo := bits.Mul64(x.lo, y.lo)
		return Number{hi: hi, lo: lo, negative: x.negative != y.negative}
	}
	c := x.signed()
	return fromBig(c.Mul(c, y.signed()), -x.places-y.places)
}

// RootOf returns the k-th root of x > 0 where it is rational, as a fraction of
// whole numbers in lowest terms; false where it is not.
func RootOf(x Number, k int) (numerator, denominator Number, rational bool) {
	if x.IsOne() {
		return x, x, true
	}
	a, b := x.Coefficient(), power10(x.places)
	common := new(big.Int).GCD(nil, nil, a, b)
	a.Quo(a, common)
	b.Quo(b, common)
	if k > 1 {
		// a root other than 1 is at least 2 or has a denominator that is: 2^k fits
		if (a.BitLen() <= k && !isOne(a)) || (b.BitLen() <= k && !isOne(b)) {
			return Number{}, Number{}, false
		}
		var whole bool
		if a, whole = rootOfInteger(a, k); !whole {
			return Number{}, Number{}, false
		}
		if b, whole = rootOfInteger(b, k); !whole {
			return Number{}, Number{}, false
		}
	}
	return fromBig(a, 0), fromBig(b, 0), true
}

func isOne(n *big.Int) bool { return n.IsInt64() && n.Int64() == 1 }

// rootOfInteger returns the k-th root of n ≥ 1 where it is whole, by Newton's
// method from above, which falls until it is there.
func rootOfInteger(n *big.Int, k int) (*big.Int, bool) {
	exponent := big.NewInt(int64(k))
	less := big.NewInt(int64(k - 1))
	y := new(big.Int).Lsh(big.NewInt(1), uint(n.BitLen()/k+1))
	for {
		next := new(big.Int).Exp(y, less, nil)
		next.Quo(n, next)
		next.Add(next, new(big.Int).Mul(y, less))
		next.Quo(next, exponent)
		if next.Cmp(y) >= 0 {
			return y, new(big.Int).Exp(y, exponent, nil).Cmp(n) == 0
		}
		y = next
	}
}

// Lowest returns the length in bits of the numerator of x in lowest terms, or a
// little more where x is long.
func (x Number) Lowest() int {
	if x.hi != 0 || x.big != nil {
		return x.Bits()
	}
	return bits.Len64(x.lowest())
}

// lowest returns the numerator of a short x in lowest terms: its denominator,
// 10^places, has no prime factors but 2 and 5.
func (x Number) lowest() uint64 {
	n := x.lo
	for _, prime := range [...]uint64{2, 5} {
		for k := x.places; k > 0 && n%prime == 0; k-- {
			n /= prime
		}
	}
	return n
}

// MayHaveRoot reports whether x > 0 may have a rational root of order k; where it
// reports false the numerator in lowest terms is no power of a whole number.
func (x Number) MayHaveRoot(k int) bool {
	if x.hi != 0 || x.big != nil {
		return true
	}
	n := x.lowest()
	if n == 1 {
		return true
	}
	if bits.Len64(n) <= k {
		return false // a power of 2 or more has more bits
	}
	root := uint64(math.Round(math.Pow(float64(n), 1/float64(k)))) // off by less than 1
	for _, candidate := range [...]uint64{root - 1, root, root + 1} {
		power, over := uint64(1), false
		for range k {
			var hi uint64
			if hi, power = bits.Mul64(power, candidate); hi != 0 {
				over = true
				break
			}
		}
		if !over && power == n {
			return true
		}
	}
	return false
}

// Scaled returns c·10^−places for c ≥ 0.
func Scaled(c uint64, places int) Number {
	for places > 0 && c%10 == 0 {
		c /= 10
		places--
	}
	if c == 0 {
		return Number{}
	}
	return Number{lo: c, places: places}
}
