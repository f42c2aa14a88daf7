package locale

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// longestStem bounds the stem of a file name, in bytes.
const longestStem = 60

// FileStem makes a name the stem of a file name, or a key: small letters and
// digits, other characters as one hyphen.
func FileStem(name string) string {
	var b strings.Builder
	gap := false
	for _, r := range strings.ToLower(norm.NFC.String(name)) {
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			gap = true
			continue
		}
		if b.Len()+utf8.RuneLen(r) >= longestStem {
			break
		}
		if gap && b.Len() > 0 {
			b.WriteByte('-')
		}
		gap = false
		b.WriteRune(r)
	}
	return b.String()
}

// ownLetters are letters of the Nordic and German alphabets that do not come
// apart into a plain letter and a mark.
var ownLetters = strings.NewReplacer("æ", "ae", "ø", "o", "ß", "ss", "đ", "d", "ð", "d", "þ", "th", "ł", "l")

// ASCII leaves the marks off letters, and out what is still not ASCII.
func ASCII(name string) string {
	return strings.Map(func(r rune) rune {
		if r >= utf8.RuneSelf {
			return -1
		}
		return r
	}, norm.NFD.String(ownLetters.Replace(name)))
}
