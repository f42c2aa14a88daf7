package answer

import "blyant/model/vocabulary"

// RowsOf is a section that is a list of records; each yields them, as pointers.
func RowsOf[R any](name, item string, columns []Column, each func(r *R, yield func(any) bool)) Section {
	return Section{Name: name, Kind: Rows, Item: item, Columns: columns, each: func(record any, yield func(any) bool) { each(record.(*R), yield) }}
}

// FiguresOf is a section that is a list of records of figures and nothing else,
// which places appends all at once.
func FiguresOf[R, T any](name, item string, figures []vocabulary.Figure, list func(*R) []T,
	places func(record *T, places []*vocabulary.Rounded) []*vocabulary.Rounded) Section {
	s := RowsOf(name, item, Figures(figures), func(r *R, yield func(any) bool) { Yield(list(r), yield) })
	s.numbers = func(all []*vocabulary.Rounded, record any) []*vocabulary.Rounded { return places(record.(*T), all) }
	return s
}

// Yield yields the addresses of the items of a list, which are its records.
func Yield[T any](list []T, yield func(any) bool) {
	for i := range list {
		if !yield(&list[i]) {
			return
		}
	}
}
