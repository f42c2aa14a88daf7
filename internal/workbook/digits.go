package workbook

import (
	"bytes"
	"strconv"

	"github.com/xuri/excelize/v2"
)

// cellDigits is how many digits of a number excelize writes, from v2.11.1 on:
// those that Excel shows. A cell holds a double, which takes up to 17, and the
// digits that are cut off are not even rounded.
const cellDigits = 15

// withAllDigits returns the sheet's part of the file with the numbers in full
// that excelize cuts short, so that each cell holds the double that is meant.
func (s *sheet) withAllDigits(part []byte) []byte {
	var out []byte
	for i, row := range s.rows {
		for j, value := range row {
			text := digitsOf(value)
			if len(text) <= cellDigits {
				continue
			}
			start, end := valuePlace(part, cellName(j+1, i+1))
			out = append(append(out, part[:start]...), text...)
			part = part[end:]
		}
	}
	return append(out, part...)
}

// digitsOf returns the shortest text that is the number of a cell, empty where
// the cell holds none.
func digitsOf(value any) string {
	cell, _ := value.(excelize.Cell)
	number, is := cell.Value.(float64)
	if !is {
		return ""
	}
	return strconv.FormatFloat(number, 'f', -1, 64)
}

// valuePlace finds where a cell's value stands in the part.
func valuePlace(part []byte, cell string) (start, end int) {
	at := bytes.Index(part, []byte(`<c r="`+cell+`"`))
	start = at + bytes.Index(part[at:], []byte("<v>")) + len("<v>")
	return start, start + bytes.Index(part[start:], []byte("</v>"))
}
