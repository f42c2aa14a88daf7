package workbook

import (
	"strings"

	"blyant/model/vocabulary"
)

// listed is a field that is a list, and who gives it.
type listed struct {
	field   vocabulary.Field
	records []any // one for each customer, or one for all
	own     bool
	row     int // of the field among the others
}

// finish writes the customers' names and the lists.
func (in *inputs) finish() {
	for i, c := range in.customers {
		for _, s := range []*sheet{in.sheet, in.checks} {
			s.put(headRow, in.column(i), style{look: lookNumberHeader}, c.nameFormula(s), c.name)
		}
	}
	fields := in.row - 1
	for _, l := range in.lists {
		in.list(l)
	}
	for row := firstRow; row < in.row; row++ {
		in.sheet.height(row, 1)
	}
	in.sheet.printed = "$A$1:$" + letters(in.checkColumn()+1) + "$" + itoa(max(in.filled, fields))
}

// list writes the values of a list, one below the other, and beside the field's
// name how many there are.
func (in *inputs) list(l listed) {
	s, rows := in.sheet, in.room(l.field)
	for _, record := range l.records {
		v, _ := l.field.Get(record)
		rows = max(rows, len(v.Numbers))
	}
	s.say(in.row, 1, lookGroup, in.lang.Label(l.field.Name))
	for col := 2; col <= in.checkColumn()+1; col++ {
		s.say(in.row, col, lookGroup, "")
	}
	s.say(in.row, in.checkColumn()+1, lookGroup, in.text("note.list_cells"))
	top, last := in.row+1, in.row+rows
	for i := range rows {
		s.put(top+i, labelColumn, style{lookIntro, formWhole}, "", i+1)
	}
	for i, record := range l.records {
		in.listCells(l, record, i, top, last)
	}
	s.validate(l.field, in.room(l.field), cells(firstCustomer, top, in.column(len(l.records)-1), last), "")
	in.define(nil, l.field.Name, s.address(firstCustomer, top, in.column(len(l.records)-1), last))
	in.row = last + 2
}

func (in *inputs) listCells(l listed, record any, i, top, last int) {
	s, col, sc := in.sheet, in.column(i), in.customers[i].scope
	if l.own {
		sc = in.own
	}
	v, _ := l.field.Get(record)
	for j := range last - top + 1 {
		var value any
		if j < len(v.Numbers) {
			in.filled = max(in.filled, top+j)
			value = v.Numbers[j].InexactFloat64()
		}
		s.put(top+j, col, style{lookInput, inputForm(l.field)}, "", value)
	}
	sc.areas[l.field.Name] = area{s, col, top, col, last}
	count, rows := "", itoa(top)+"–"+itoa(last)
	if n := len(v.Numbers); n > 0 {
		count = in.text("note.list_count", "n", itoa(n), "rows", rows)
	}
	live := strings.Replace(in.text("note.list_count", "n", "\x00", "rows", rows), "\x00", `"&COUNT(@`+l.field.Name+`)&"`, 1)
	s.put(l.row, col, style{look: lookIntro}, sc.at(s, `IF(COUNT(@`+l.field.Name+`)=0,"","`+live+`")`), count)
}
