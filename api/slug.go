package api

import (
	"net/url"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// longestSlug bounds a name in a file name, in bytes.
const longestSlug = 60

// slug makes a name fit for a file or a key: small letters and digits, other
// characters as one hyphen.
func slug(name string) string {
	var b strings.Builder
	gap := false
	for _, r := range strings.ToLower(norm.NFC.String(name)) {
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			gap = true
			continue
		}
		if b.Len()+utf8.RuneLen(r) >= longestSlug {
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

// ascii leaves the marks off letters, and out what is still not ASCII.
func ascii(name string) string {
	return strings.Map(func(r rune) rune {
		if r >= utf8.RuneSelf {
			return -1
		}
		return r
	}, norm.NFD.String(ownLetters.Replace(name)))
}

// percentEncode writes every byte that RFC 8187 does not allow as %XX.
func percentEncode(name string) string { return strings.ReplaceAll(url.QueryEscape(name), "+", "%20") }
