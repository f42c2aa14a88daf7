package workbook

import "strconv"

// Sheets on which time runs across have their labels, units and totals in the
// first columns, then the start and a column for each period.
const (
	labelColumn  = 1
	unitColumn   = 2
	totalColumn  = 3 // or a number that stands for the whole line
	startColumn  = 4 // period 0: what there is before the first one
	periodColumn = 5 // period 1
)

// leastPeriods is how many periods every workbook has room for, so that a
// horizon or a plan can be made longer where it is.
const leastPeriods = 120

// lineSpec is a line of formulas.
type lineSpec struct {
	name  string
	form  form
	start string // formula of the start, none where empty
	first string // formula of the first period, where it differs
	next  string
	total bool // the sum over all periods stands before them
}

// table is lines that stand below one another on a sheet.
type table struct {
	*scope
	sheet   *sheet
	row     int // the next one
	periods int // columns
}

// place tells where the lines will stand, from the table's next row on.
func (t *table) place(specs []lineSpec) {
	for i, spec := range specs {
		t.lines[spec.name] = line{t.sheet, t.row + i, periodColumn, periodColumn + t.periods - 1}
	}
}

// write writes the lines that were placed; cached is the value of a period at
// download, nil where the answer has none.
func (t *table) write(specs []lineSpec, label func(spec lineSpec) string, cached func(i, period int) any) {
	for i, spec := range specs {
		s := t.sheet
		s.say(t.row, labelColumn, lookLabel, label(spec))
		if spec.start != "" {
			s.put(t.row, startColumn, style{lookCell, spec.form}, t.at(s, spec.start), cached(i, 0))
		}
		if spec.total {
			s.put(t.row, totalColumn, style{lookTotal, spec.form}, t.at(s, `SUM([`+spec.name+`:])`), nil)
		}
		t.fill(spec, func(period int) any { return cached(i, period) })
		t.row++
	}
}

// fill writes a formula into every period of the table's next row. All but the
// first may share one, as a spreadsheet does when a cell is filled to the right.
func (t *table) fill(spec lineSpec, cached func(period int) any) {
	s, from := t.sheet, 0
	st := style{lookCell, spec.form}
	if spec.first != "" {
		s.put(t.row, periodColumn, st, t.render(parse(spec.first), s, periodColumn), cached(1))
		from = 1
	}
	s.share(t.row, periodColumn+from, t.periods-from, st, t.render(parse(spec.next), s, periodColumn+from), func(i int) any { return cached(from + i + 1) })
}

// share writes a formula into cells beside one another: as it stands for the
// first, moved along for the others.
func (s *sheet) share(row, col, count int, st style, formula string, value func(i int) any) {
	if count < 1 {
		return
	}
	s.shared++
	s.put(row, col+count-1, st, "", nil) // room for all of them
	for i := range count {
		s.put(row, col+i, st, "", value(i))
		s.rows[row-1][col+i-1].shares(s.shared, "", "")
	}
	s.rows[row-1][col-1].shares(s.shared, formula, cellName(col, row)+":"+cellName(col+count-1, row))
}

// headPeriods writes the header of a sheet on which time runs across: what the
// first columns are, and the numbers of the periods.
func (s *sheet) headPeriods(periods int, label, unit, total string) {
	for col, text := range []string{label, unit, total, ""} {
		l := lookHeader
		if col > 1 {
			l = lookNumberHeader
		}
		s.say(headRow, col+1, l, text)
	}
	s.put(headRow, startColumn, style{lookNumberHeader, formWhole}, "", 0)
	for i := range periods {
		s.put(headRow, periodColumn+i, style{lookNumberHeader, formWhole}, "", i+1)
	}
	s.headStays, s.frozen, s.across = true, totalColumn, periods
	s.widths = append(s.widths[:0], 44, 12, 15, 12)
}

func itoa(n int) string { return strconv.Itoa(n) }

func nothing(int, int) any { return nil }
