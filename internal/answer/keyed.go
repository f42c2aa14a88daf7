package answer

// KeyedOf is a section that is a record whose names are those of fields, each
// with a number that column describes.
func KeyedOf[R any](name string, column Column, of func(*R) Record) Section {
	return Section{Name: name, Kind: Keyed, Item: "row", Columns: []Column{column}, keyed: func(record any) Record { return of(record.(*R)) }}
}

// keyedRows has a row for each name.
func keyedRows(r Record) []Record {
	rows := make([]Record, len(r))
	for i, m := range r {
		rows[i] = Record{{"field", String(m.Name)}, {"value", m.Value}}
	}
	return rows
}
