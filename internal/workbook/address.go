package workbook

import (
	"strconv"
)

// address returns a cell or range of this sheet as a formula on another writes
// it, with every part fixed.
func (s *sheet) address(col, row, lastCol, lastRow int) string {
	from := s.quoted() + "!" + fixed(col, row)
	if col == lastCol && row == lastRow {
		return from
	}
	return from + ":" + fixed(lastCol, lastRow)
}

func cellName(col, row int) string { return letters(col) + strconv.Itoa(row) }

// cells is the address of a range, of one cell as such.
func cells(col, row, lastCol, lastRow int) string {
	if col == lastCol && row == lastRow {
		return cellName(col, row)
	}
	return cellName(col, row) + ":" + cellName(lastCol, lastRow)
}

func fixed(col, row int) string { return "$" + letters(col) + "$" + strconv.Itoa(row) }

// letters returns the name of a column: A … Z, AA, ….
func letters(col int) string {
	name := ""
	for ; col > 0; col = (col - 1) / 26 {
		name = string(rune('A'+(col-1)%26)) + name
	}
	return name
}
