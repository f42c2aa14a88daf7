package answer

import "blyant/model/vocabulary"

// CrossLine is a line of a table that has records across: a figure of each.
type CrossLine struct {
	vocabulary.Figure
	Spent bool // an expense: accountants write it with a minus
}

// CrossOf is a table whose lines are figures, with a column for each record,
// headed as head says. The first column names the line.
func CrossOf[R, T any](name string, lines []CrossLine, head func(*T) string, each func(r *R, yield func(any) bool)) Section {
	return Section{Name: name, Kind: Cross, Item: "row", Columns: []Column{lineColumn}, lines: lines,
		head: func(item any) string { return head(item.(*T)) },
		each: func(record any, yield func(any) bool) { each(record.(*R), yield) }}
}

var lineColumn = func() Column {
	c := Words("line", func(l *CrossLine) string { return l.Name })
	c.Names = true
	return c
}()

// cross is the table of a record, and beside it the one with the accountants'
// signs.
func (s Section) cross(record any) Table {
	plain, accounting := s.crossed(record, false), s.crossed(record, true)
	plain.Accounting = &accounting
	return plain
}

func (s Section) crossed(record any, accounting bool) Table {
	t := Table{Name: s.Name, Item: s.Item, Columns: s.Columns[:1:1], Each: func(yield func(any) bool) { Yield(s.lines, yield) }}
	s.each(record, func(item any) bool {
		t.Columns = append(t.Columns, Column{Name: s.head(item), of: func(line any) Cell {
			l := line.(*CrossLine)
			value := l.Of(item)
			if accounting && l.Spent {
				value = value.Neg()
			}
			return FigureCell(l.Figure, value)
		}})
		return true
	})
	return t
}
