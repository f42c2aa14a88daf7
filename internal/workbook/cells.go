package workbook

// cell is one cell of a sheet: a format, and a formula with the value that it
// has at download, or a value alone. The zero cell is none. There are hundreds of
// thousands of them in a large workbook, so it is small.
type cell struct {
	style  uint16
	kind   kind   // of the value
	shared uint32 // number of the formula that a range shares, 0 where it is the cell's own
	number float64
	words  *wording // nil where there are none
}

// wording is the words of a cell.
type wording struct {
	formula string
	over    string // of the first cell of a range that shares a formula: the range
	value   string
}

// kind is what the value of a cell is.
type kind uint8

const (
	nothingAtAll kind = iota
	aNumber
	aTruth
	aText
)

// newCell returns a cell; the value is a float64, int, string, bool, or nil for none.
func newCell(style int, formula string, value any) cell {
	c := cell{style: uint16(style)} //nolint:gosec // a workbook has fewer styles than that
	switch v := value.(type) {
	case float64:
		c.kind, c.number = aNumber, v
	case int:
		c.kind, c.number = aNumber, float64(v)
	case bool:
		if c.kind = aTruth; v {
			c.number = 1
		}
	case string:
		c.kind, c.words = aText, &wording{formula: formula, value: v}
		return c
	}
	if formula != "" {
		c.words = &wording{formula: formula}
	}
	return c
}

// shares makes a cell one of a range that shares a formula, which the first of
// them has.
func (c *cell) shares(number int, formula, over string) {
	c.shared = uint32(number) //nolint:gosec // of lines of a sheet
	if formula != "" {
		w := wording{formula: formula, over: over}
		if c.words != nil {
			w.value = c.words.value
		}
		c.words = &w
	}
}

func (c cell) absent() bool { return c == cell{} }

func (c cell) formula() string {
	if c.words == nil {
		return ""
	}
	return c.words.formula
}

// used is the address of the cells that are used.
func (s *sheet) used() string {
	columns, rows, first := 1, 1, 0
	for i, row := range s.rows {
		for j, c := range row {
			if c.absent() {
				continue
			}
			if rows = i + 1; first == 0 {
				first = i + 1
			}
			columns = max(columns, j+1)
		}
	}
	return cellName(1, max(first, 1)) + ":" + cellName(columns, rows)
}

// letters returns the name of a column, which is asked for at every cell.
func (b *book) letters(col int) string {
	for len(b.columns) < col {
		b.columns = append(b.columns, letters(len(b.columns)+1))
	}
	return b.columns[col-1]
}
