package locale

import "strings"

// Number writes a canonical number (-1234.50) as people of the language do:
// 1 234,50 with no-break spaces in Norwegian and Swedish, 1.234,50 in Danish,
// 1,234.50 in English; the minus is the plain hyphen. What is not a canonical
// number is returned as it is. Every decimal is kept.
//
// The text is for eyes. A Danish whole number of four to six digits is ambiguous
// to ParseNumber (1.234), as it is to a reader who does not know the language;
// what is to be read back is written without grouping.
func (l Language) Number(canonical string) string {
	if !isPlain(canonical) {
		return canonical
	}
	unsigned := strings.TrimPrefix(canonical, "-")
	whole, fraction, point := strings.Cut(unsigned, ".")
	d := l.described()
	var b strings.Builder
	b.WriteString(canonical[:len(canonical)-len(unsigned)])
	for i := range len(whole) {
		if left := len(whole) - i; i > 0 && left%3 == 0 {
			b.WriteString(d.grouping)
		}
		b.WriteByte(whole[i])
	}
	if point {
		b.WriteString(d.decimal + fraction)
	}
	return b.String()
}
