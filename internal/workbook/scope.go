package workbook

// line is where the cells of a line stand.
type line struct {
	sheet       *sheet
	row         int
	first, last int // columns
}

// area is a cell or range that stands alone.
type area struct {
	sheet            *sheet
	col, row         int
	lastCol, lastRow int
}

// scope is where a formula finds its lines and cells: those of one customer, and
// what it has in common with others.
type scope struct {
	lines map[string]line
	areas map[string]area
	outer *scope
}

func newScope(outer *scope) *scope {
	return &scope{lines: map[string]line{}, areas: map[string]area{}, outer: outer}
}

func (sc *scope) line(name string) line {
	for ; sc != nil; sc = sc.outer {
		if l, known := sc.lines[name]; known {
			return l
		}
	}
	return line{}
}

func (sc *scope) area(name string) area {
	for ; sc != nil; sc = sc.outer {
		if a, known := sc.areas[name]; known {
			return a
		}
	}
	return area{}
}

// set makes a cell known under a name.
func (sc *scope) set(name string, on *sheet, col, row int) {
	sc.areas[name] = area{on, col, row, col, row}
}

// seen is the sheet as a formula on another sheet names it before an address:
// empty on itself.
func (s *sheet) seen(on *sheet) string {
	if s == on || s == nil {
		return ""
	}
	return s.quoted() + "!"
}

// seen is the area as a formula on that sheet writes it.
func (a area) seen(on *sheet) string {
	if a.sheet == nil {
		return "#unknown"
	}
	from := a.sheet.seen(on) + fixed(a.col, a.row)
	if a.col == a.lastCol && a.row == a.lastRow {
		return from
	}
	return from + ":" + fixed(a.lastCol, a.lastRow)
}

// at writes a formula that belongs to no column.
func (sc *scope) at(on *sheet, text string) string { return sc.render(parse(text), on, 0) }
