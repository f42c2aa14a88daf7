package workbook

import (
	"strings"
	"unicode/utf8"

	"blyant/model/vocabulary"
)

// widenPeriods makes the columns of periods wide enough for a number.
func (s *sheet) widenPeriods(number vocabulary.Rounded) {
	s.perColumn = max(s.perColumn, widthOf(number))
}

// widen makes a column wide enough for a number as it is shown.
func (s *sheet) widen(col int, number vocabulary.Rounded) {
	for len(s.widths) < col {
		s.widths = append(s.widths, 0)
	}
	s.widths[col-1] = max(s.widths[col-1], widthOf(number))
}

// widthOf is the width that a number needs as it is shown.
func widthOf(number vocabulary.Rounded) float64 {
	if number.IsNull() {
		return 0
	}
	text := number.String()
	whole, _, _ := strings.Cut(text, ".")
	return 1.1*float64(len(text)+len(whole)/3) + 2
}

// height makes a row high enough for so many lines.
func (s *sheet) height(row, lines int) {
	if s.heights == nil {
		s.heights = map[int]float64{}
	}
	s.heights[row] = max(s.heights[row], 14*float64(lines)+3)
}

// linesOf is the number of lines a text fills when it is wrapped at a width.
func linesOf(text string, width float64) int {
	lines, used := 1, 0.0
	for _, word := range strings.Fields(text) {
		n := float64(utf8.RuneCountInString(word))
		if used > 0 && used+1+n > width {
			lines, used = lines+1, 0
		}
		if used > 0 {
			used++
		}
		used += n
	}
	return lines
}
