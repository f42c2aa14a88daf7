package input

import (
	"strconv"

	"blyant/model/vocabulary"
)

// TableOf is a member that is a long list of objects. Each is read into a record
// of its own, which take puts where it belongs, so that the list is never held
// as a whole; faults of take are named after its fields.
func TableOf[R, T any](name, item string, most int, fields []vocabulary.Field, take func(r *R, row *T) vocabulary.Faults) Member {
	return Member{Name: name, Form: Table, Shape: Shape{Fields: fields}, Item: item, Most: most, Spare: true,
		place: func(any, string) any { return new(T) },
		take:  func(record, row any) vocabulary.Faults { return take(record.(*R), row.(*T)) }}
}

// tables are the members that are taken row by row, for the walker.
func (q *request) tables() map[string]func(int, value) {
	takers := map[string]func(int, value){}
	for _, m := range q.shape.Members {
		if m.Form == Table {
			takers[m.Name] = func(i int, v value) { q.row(m, i, v) }
		}
	}
	return takers
}

// row reads one row.
func (q *request) row(m Member, i int, v value) {
	if i >= m.Most {
		if i == m.Most {
			q.rowFaults = append(q.rowFaults, vocabulary.Fault{Field: m.Name, Code: vocabulary.CodeTooMany, Reason: reasonTooManyRows, Args: []string{strconv.Itoa(m.Most)}})
		}
		return
	}
	if len(q.rowFaults) >= maxFaults {
		return // enough to correct at once
	}
	path := m.Name + "[" + strconv.Itoa(i) + "]"
	if v.form != formObject {
		q.rowFaults = append(q.rowFaults, vocabulary.Fault{Field: path, Code: vocabulary.CodeMalformed, Reason: reasonObjectExpected,
			Args: []string{v.shown()}, Value: v.shown()})
		return
	}
	row := m.place(q.record, "")
	b := newBinder(q.reader, row, m.Shape, path+".")
	b.object(named(b, v))
	faults := b.finish()
	if len(faults) == 0 {
		faults = m.take(q.record, row).Under(path + ".")
	}
	q.rowFaults = append(q.rowFaults, faults...)
}

// named lets numbers stand for texts: the customers of many shops are numbers.
func named(b *binder, v value) value {
	for i, item := range v.items {
		if f, ok := b.field(item.name); ok && f.Kind == vocabulary.KindText && item.form == formNumber {
			v.items[i].form = formText
		}
	}
	return v
}

// table reports whether a member of the body is one that was taken row by row,
// and what is wrong with it as a whole.
func (q *request) table(v value) bool {
	for _, m := range q.shape.Members {
		if m.Form != Table || m.Name != v.name {
			continue
		}
		switch {
		case v.again:
			q.root.duplicate(v.name)
		case v.form != formAbsent && v.form != formList:
			q.expected(v.name, reasonListExpected, v)
		}
		return true
	}
	return false
}
