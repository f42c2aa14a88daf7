package vocabulary

import (
	"cmp"
	"math"
	"math/big"
	"math/bits"
	"slices"

	"github.com/shopspring/decimal"
)

// Rounded is a figure on its way to an answer: an integer of up to 128 bits and
// the number of decimals that stand in it, or null. It is what rounding once
// leaves, so that every format prints the same digits. The zero value is null.
type Rounded struct {
	high, low uint64 // magnitude × 10^places
	places    uint8
	negative  bool // never of zero
	valid     bool
}

// NewRounded returns the figure ±(high·2^64 + low)·10^−places. Zero has no sign.
func NewRounded(negative bool, high, low uint64, places int) Rounded {
	return Rounded{high: high, low: low, places: uint8(places), negative: negative && high|low != 0, valid: true}
}

// Set makes x that figure: in its place, where a copy of it would be waited for.
func (x *Rounded) Set(negative bool, high, low uint64, places int) {
	x.high, x.low, x.places, x.negative, x.valid = high, low, uint8(places), negative && high|low != 0, true
}

// RoundedWhole returns n, a figure without decimals.
func RoundedWhole(n int) Rounded {
	if n < 0 {
		return NewRounded(true, 0, uint64(-n), 0)
	}
	return NewRounded(false, 0, uint64(n), 0)
}

// RoundedDecimal returns d with as many decimals as its exponent has. Its
// coefficient has at most 128 bits, which every figure of a magnitude up to 1e15
// with ten decimals keeps to by far.
func RoundedDecimal(d decimal.Decimal) Rounded {
	if d.Exponent() <= 0 && d.NumDigits() <= 18 {
		n := d.CoefficientInt64()
		return NewRounded(n < 0, 0, magnitude(n), -int(d.Exponent()))
	}
	coefficient, places := d.Coefficient(), -int(d.Exponent())
	if places < 0 {
		coefficient.Mul(coefficient, new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(-places)), nil))
		places = 0
	}
	var word big.Int
	size := new(big.Int).Abs(coefficient)
	low := word.And(size, new(big.Int).SetUint64(^uint64(0))).Uint64()
	return NewRounded(coefficient.Sign() < 0, size.Rsh(size, 64).Uint64(), low, places)
}

// IsNull reports whether the figure has no value.
func (x Rounded) IsNull() bool { return !x.valid }

// Sign returns −1, 0 or 1; 0 of a null figure.
func (x Rounded) Sign() int {
	switch {
	case x.high|x.low == 0:
		return 0
	case x.negative:
		return -1
	}
	return 1
}

// Cmp compares two figures: −1, 0 or 1. Null is 0.
func (x Rounded) Cmp(y Rounded) int {
	if x.places != y.places {
		return x.Decimal().Cmp(y.Decimal())
	}
	if x.Sign() != y.Sign() {
		return cmp.Compare(x.Sign(), y.Sign())
	}
	larger := cmp.Or(cmp.Compare(x.high, y.high), cmp.Compare(x.low, y.low))
	if x.negative {
		return -larger
	}
	return larger
}

// Neg returns the figure with the other sign; zero and null stay as they are.
func (x Rounded) Neg() Rounded {
	x.negative = !x.negative && x.high|x.low != 0
	return x
}

// Decimal returns the figure as a decimal with that many places, 0 where it is
// null.
func (x Rounded) Decimal() decimal.Decimal {
	magnitude := new(big.Int).SetUint64(x.high)
	magnitude.Or(magnitude.Lsh(magnitude, 64), new(big.Int).SetUint64(x.low))
	if x.negative {
		magnitude.Neg(magnitude)
	}
	return decimal.NewFromBigInt(magnitude, -int32(x.places))
}

// NullDecimal returns the figure as a decimal, not valid where it is null.
func (x Rounded) NullDecimal() decimal.NullDecimal {
	return decimal.NullDecimal{Decimal: x.Decimal(), Valid: x.valid}
}

// Int returns a figure without decimals as an integer, 0 where it is null.
func (x Rounded) Int() int {
	if x.negative {
		return -int(x.low)
	}
	return int(x.low)
}

// Float64 returns the nearest binary number, for drawing and bounds; 0 where it is
// null. The quotient of two numbers that are exact is the nearest to the true one.
func (x Rounded) Float64() float64 {
	const exactBits, exactPowers = 53, 22
	if x.high == 0 && x.low < 1<<exactBits && x.places <= exactPowers {
		return float64(x.Sign()) * (float64(x.low) / math.Pow10(int(x.places)))
	}
	return x.Decimal().InexactFloat64()
}

// digitsOfWord is the greatest power of ten in a word, and its exponent.
const (
	greatestPower  = 1e19
	greatestDigits = 19
)

// Append appends the digits as a machine reads them: a point as the decimal
// mark, as many decimals as the figure has, a hyphen for the sign; no grouping,
// no exponent, no negative zero. A null figure appends nothing.
func (x Rounded) Append(dst []byte) []byte {
	if !x.valid {
		return dst
	}
	if x.high == 0 && x.places < greatestDigits {
		return x.appendWord(dst)
	}
	return x.appendWords(dst)
}

// appendWords appends a figure of two words.
func (x *Rounded) appendWords(dst []byte) []byte {
	var digits [2*greatestDigits + 4]byte // 2^128 has 39 digits
	i := len(digits)
	high, low := x.high, x.low
	for written := 0; high|low != 0 || written <= int(x.places); {
		var word uint64
		high, low, word = divideWords(high, low)
		for n := 0; n < greatestDigits && (word != 0 || high|low != 0 || written <= int(x.places)); n++ {
			i--
			digits[i] = '0' + byte(word%10)
			word /= 10
			written++
		}
	}
	return x.punctuate(dst, digits[i:])
}

// appendWord appends a figure of one word: its length is known beforehand, and the
// digits are written in their place from the end, two at a time.
func (x *Rounded) appendWord(dst []byte) []byte {
	places, rest := int(x.places), x.low
	size := max(digits(rest), places+1)
	if places > 0 {
		size++
	}
	if x.negative {
		size++
	}
	dst = slices.Grow(dst, size)
	dst = dst[:len(dst)+size]
	text := dst[len(dst)-size:]
	i := size
	if places > 0 {
		for ; places > 1; places -= 2 {
			i -= 2
			text[i], text[i+1] = pairs[rest%100][0], pairs[rest%100][1]
			rest /= 100
		}
		if places == 1 {
			i--
			text[i] = '0' + byte(rest%10)
			rest /= 10
		}
		i--
		text[i] = '.'
	}
	for ; rest >= 100; rest /= 100 {
		i -= 2
		text[i], text[i+1] = pairs[rest%100][0], pairs[rest%100][1]
	}
	if i--; rest >= 10 {
		text[i] = pairs[rest][1]
		i--
		text[i] = pairs[rest][0]
	} else {
		text[i] = '0' + byte(rest)
	}
	if x.negative {
		text[0] = '-'
	}
	return dst
}

// digits is how many decimal digits n has; 0 has one. For n of b bits it is
// ⌊b·log₁₀2⌋, of which 1233/4096 is near enough, or one more.
func digits(n uint64) int {
	least := bits.Len64(n|1) * 1233 >> 12
	if n|1 >= powersOfTen[least] {
		return least + 1
	}
	return least
}

// pairs holds 00 … 99.
var pairs = func() (p [100][2]byte) {
	for i := range p {
		p[i] = [2]byte{'0' + byte(i/10), '0' + byte(i%10)}
	}
	return p
}()

// powersOfTen holds 10^0 … 10^19.
var powersOfTen = func() (p [greatestDigits + 1]uint64) {
	p[0] = 1
	for i := 1; i < len(p); i++ {
		p[i] = p[i-1] * 10
	}
	return p
}()

// divideWords returns the quotient of high·2^64 + low by 10^19, and the rest.
func divideWords(high, low uint64) (quotientHigh, quotientLow, rest uint64) {
	quotientHigh, rest = bits.Div64(0, high, greatestPower)
	quotientLow, rest = bits.Div64(rest, low, greatestPower)
	return quotientHigh, quotientLow, rest
}

// punctuate appends sign, whole part, point and decimals.
func (x Rounded) punctuate(dst, digits []byte) []byte {
	if x.negative {
		dst = append(dst, '-')
	}
	whole := len(digits) - int(x.places)
	dst = append(dst, digits[:whole]...)
	if x.places > 0 {
		dst = append(dst, '.')
		dst = append(dst, digits[whole:]...)
	}
	return dst
}

// String returns the digits, and "null" of a null figure.
func (x Rounded) String() string {
	if !x.valid {
		return "null"
	}
	return string(x.Append(nil))
}
