package answer

// Square is a list of lists of numbers with what stands beside and above them.
type Square struct {
	Corner string   // what the first column of the table is called
	Heads  []string // and the others
	Sides  []Cell   // the first column's values
	Rows   [][]Cell
}

// MatrixOf is a section that is a list of lists of numbers. column describes one
// of them. As a table it has its heads and sides, as a member it is bare.
func MatrixOf[R any](name, item string, column Column, of func(*R) Square) Section {
	column.of = func(any) Cell { return Cell{} } // each number is its own
	return Section{Name: name, Kind: Matrix, Item: item, Columns: []Column{column}, matrix: func(record any) Square { return of(record.(*R)) }}
}

// list is the matrix without its heads.
func (m Square) list(item string) List {
	list := List{Item: item}
	for _, row := range m.Rows {
		list.Nodes = append(list.Nodes, Cell{Kind: Several, List: row, Item: "value"})
	}
	return list
}

// table is the matrix with its heads; a record is the number of a row.
func (m Square) table(name, item string) Table {
	t := Table{Name: name, Item: item, Columns: []Column{{Name: m.Corner, of: func(record any) Cell { return m.Sides[record.(int)] }}}}
	for i, head := range m.Heads {
		t.Columns = append(t.Columns, Column{Name: head, of: func(record any) Cell { return m.Rows[record.(int)][i] }})
	}
	if len(m.Rows) > 0 {
		t.Columns[0].Unit = m.Sides[0].Unit
		for i := range m.Heads {
			t.Columns[i+1].Unit = m.Rows[0][i].Unit
		}
	}
	t.Each = func(yield func(any) bool) {
		for i := range m.Rows {
			if !yield(i) {
				return
			}
		}
	}
	return t
}
