package chart

import (
	"strings"
	"unicode/utf8"

	"gonum.org/v1/plot/vg"
)

const ellipsis = "…"

// wrap breaks a text into at most limit lines that are no wider than width,
// at blanks where it can. What does not fit is cut, with an ellipsis.
func wrap(s string, style letters, width vg.Length, limit int) []string {
	words := strings.FieldsFunc(clean(s), func(r rune) bool { return r == ' ' })
	var lines []string
	for len(words) > 0 && len(lines) < limit {
		var line string
		line, words = fill(words, style, width)
		if len(lines) == limit-1 && len(words) > 0 {
			line = cut(line+" "+strings.Join(words, " "), style, width)
		}
		lines = append(lines, line)
	}
	return lines
}

// fill takes as many words as fit on a line, and part of a word that is longer
// than one.
func fill(words []string, style letters, width vg.Length) (string, []string) {
	line := words[0]
	if style.width(line) > width {
		head := longest(line, style, width)
		if rest := line[len(head):]; rest != "" {
			return head, append([]string{rest}, words[1:]...)
		}
		return head, words[1:]
	}
	n := 1
	for n < len(words) && style.width(line+" "+words[n]) <= width {
		line += " " + words[n]
		n++
	}
	return line, words[n:]
}

// longest returns the longest beginning of s that fits, at least one letter.
func longest(s string, style letters, width vg.Length) string {
	end := 0
	for i, r := range s {
		next := i + utf8.RuneLen(r)
		if end > 0 && style.width(s[:next]) > width {
			break
		}
		end = next
	}
	return s[:end]
}

// cut shortens s until it fits with an ellipsis.
func cut(s string, style letters, width vg.Length) string {
	if style.width(s) <= width {
		return s
	}
	return strings.TrimRight(longest(s, style, width-style.width(ellipsis)), " ") + ellipsis
}

// clean takes out what would break a line or cannot be drawn.
func clean(s string) string {
	return strings.Map(func(r rune) rune {
		if r < ' ' || r == 0x7f || r == '\u2028' || r == '\u2029' {
			return ' '
		}
		return r
	}, strings.ToValidUTF8(s, "\ufffd"))
}
