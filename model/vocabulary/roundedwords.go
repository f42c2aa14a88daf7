package vocabulary

import (
	"encoding/binary"
	"math/bits"
)

// putLong writes a figure with from eight to sixteen digits before the point, and
// returns how long it is.
func (x *Rounded) putLong(text *[shortRoom]byte, whole, decimals uint64) int {
	size := 0
	if x.negative {
		text[0], size = '-', 1
	}
	if head := eightDigits(whole / 1e8); head != 0 {
		zeros := bits.TrailingZeros64(head) / 8
		binary.LittleEndian.PutUint64(text[size:], (head|asDigits)>>(8*zeros&63))
		size += 8 - zeros
	}
	tail := eightDigits(whole % 1e8)
	binary.LittleEndian.PutUint64(text[size:], tail|asDigits)
	size += 8
	binary.LittleEndian.PutUint64(text[size:], decimals)
	if x.places > 0 {
		size += 1 + int(x.places)
	}
	return size
}

// The greatest power of ten in a word, and its exponent.
const (
	greatestPower  = 1e19
	greatestDigits = 19
)

// appendWords appends a figure of any length, nothing of a null one.
func (x *Rounded) appendWords(dst []byte) []byte {
	if !x.valid {
		return dst
	}
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
