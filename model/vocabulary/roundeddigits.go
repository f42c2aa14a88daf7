package vocabulary

import (
	"encoding/binary"
	"math/bits"
	"slices"
)

// shortRoom is the room that Append may write to at once: more than most figures take.
const shortRoom = 32

// Append appends the digits as a machine reads them: a point as the decimal
// mark, as many decimals as the figure has, a hyphen for the sign; no grouping,
// no exponent, no negative zero. A null figure appends nothing.
//
// Nearly all figures have the places of money, of ratios or of what counts, and up
// to seven digits before the point. Their digits are worked out together and without
// loops, whose lengths a processor would have to guess: what stands before the point,
// with its sign, in one word, the point and what stands behind it in another, which
// goes over what is left of the first.
func (x *Rounded) Append(dst []byte) []byte {
	if x.high != 0 || !x.valid {
		return x.appendWords(dst)
	}
	whole, decimals := x.low, uint64(0)
	switch x.places {
	case 0:
	case 2:
		whole = x.low / 100
		decimals = '.' | uint64(pairs[x.low-whole*100])<<8
	case RatioDecimals:
		whole = x.low / 1e6
		decimals = '.' | (eightDigits((x.low-whole*1e6)*100)|asDigits)<<8
	default:
		return x.appendWords(dst)
	}
	n := len(dst)
	if cap(dst)-n < shortRoom {
		dst = slices.Grow(dst, shortRoom)
	}
	text := (*[shortRoom]byte)(dst[n : n+shortRoom])
	var word uint64
	var zeros int // before the number, of eight digits
	switch {
	case whole < 1e4:
		four := fourDigits(uint32(whole))
		last := bits.TrailingZeros32(four|1<<24) / 8 // 0 has one digit
		word, zeros = uint64(four|asDigits&0xffffffff)>>(8*last&31), 4+last
	case whole < 1e7: // a sign has room beside seven digits
		eight := eightDigits(whole)
		zeros = bits.TrailingZeros64(eight) / 8
		word = (eight | asDigits) >> (8 * zeros & 63)
	case whole < 1e16:
		return dst[:n+x.putLong(text, whole, decimals)]
	default:
		return x.appendWords(dst)
	}
	size := 8 - zeros
	if x.negative {
		word, size = word<<8|'-', size+1
	}
	binary.LittleEndian.PutUint64(text[:8], word)
	binary.LittleEndian.PutUint64(text[size&15:size&15+8], decimals)
	if x.places > 0 {
		size += 1 + int(x.places)
	}
	return dst[:n+size]
}

// asDigits makes digits of eight numbers from 0 to 9, one in each byte.
const asDigits = 0x3030303030303030

// eightDigits are those of n < 10^8, the first in the lowest byte. It divides
// several parts of a word at once, by multiplications that are exact for so few
// digits: 10486·x ÷ 2^20 is ⌊x/100⌋ for x < 10^4, 103·x ÷ 2^10 is ⌊x/10⌋ for x < 100.
func eightDigits(n uint64) uint64 {
	fours := n/1e4 | n%1e4<<32
	hundreds := fours * 10486 >> 20 & 0x0000007f_0000007f
	twos := hundreds | (fours-100*hundreds)<<16
	tens := twos * 103 >> 10 & 0x000f_000f_000f_000f
	return tens | (twos-10*tens)<<8
}

// fourDigits are those of n < 10^4, likewise.
func fourDigits(n uint32) uint32 {
	hundreds := n * 10486 >> 20
	twos := hundreds | (n-100*hundreds)<<16
	tens := twos * 103 >> 10 & 0x000f_000f
	return tens | (twos-10*tens)<<8
}

// pairs holds 00 … 99, the first digit in the lower byte.
var pairs = func() (p [100]uint16) {
	for i := range p {
		p[i] = '0' + uint16(i/10) | ('0'+uint16(i%10))<<8
	}
	return p
}()

// punctuate appends sign, whole part, point and decimals.
func (x *Rounded) punctuate(dst, digits []byte) []byte {
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
