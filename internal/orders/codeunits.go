package orders

import (
	"io"
	"unicode/utf16"
	"unicode/utf8"
)

// narrow appends one-byte text as UTF-8.
func (d *decoder) narrow(raw, out []byte) (decoded []byte, used int, err error) {
	for used < len(raw) {
		b := raw[used]
		switch {
		case b == 0 || b < ' ' && b != '\t' && b != '\n' && b != '\r' || b == 0x7F:
			return out, used, refuse("file", "malformed", "not_text", "")
		case b < utf8.RuneSelf:
			out = append(out, b)
			used++
		case d.encoding == "latin-1":
			if b < 0xA0 {
				return out, used, refuse("file", "malformed", "encoding_unknown", "UTF-8")
			}
			out = utf8.AppendRune(out, rune(b))
			used++
		default:
			r, size := utf8.DecodeRune(raw[used:])
			if r == utf8.RuneError && size == 1 {
				if !utf8.FullRune(raw[used:]) {
					return out, used, nil
				}
				if d.encoding == "utf-8" {
					return out, used, refuse("file", "malformed", "encodings_mixed", "UTF-8")
				}
				d.encoding = "latin-1"
				continue
			}
			d.encoding = "utf-8"
			out = append(out, raw[used:used+size]...)
			used += size
		}
	}
	return out, used, nil
}

// unitsAtOnce is how many units of UTF-16 are decoded together, and one more where
// the last begins a pair.
const unitsAtOnce = 1 << 14

// wide decodes what comes next of UTF-16.
func (d *decoder) wide() {
	var units []uint16
	for len(units) < unitsAtOnce || len(units) == unitsAtOnce && beginsPair(units[unitsAtOnce-1]) {
		var pair [2]byte
		if _, err := io.ReadFull(d.in, pair[:]); err != nil {
			d.err = err
			if err == io.ErrUnexpectedEOF {
				d.err = refuse("file", "malformed", "encoding_unknown", "UTF-8")
			}
			break
		}
		unit := uint16(pair[0]) | uint16(pair[1])<<8
		if d.encoding == "utf-16be" {
			unit = uint16(pair[1]) | uint16(pair[0])<<8
		}
		units = append(units, unit)
	}
	for _, r := range utf16.Decode(units) {
		if r == utf8.RuneError || r < ' ' && r != '\t' && r != '\n' && r != '\r' {
			d.err = refuse("file", "malformed", "not_text", "")
			return
		}
		d.pending = utf8.AppendRune(d.pending, r)
	}
}

// beginsPair reports whether a letter's second unit must follow.
func beginsPair(unit uint16) bool { return unit >= 0xD800 && unit < 0xDC00 }
