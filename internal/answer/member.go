package answer

import (
	"slices"

	"blyant/internal/locale"
	"blyant/model/vocabulary"
)

// MapOf is a section that is a record of those columns and sections that keys
// names, null where it names none: parameters, which differ from model to model.
func MapOf[R any](name string, columns []Column, sections []Section, keys func(*R) []string) Section {
	return Section{Name: name, Kind: Map, Columns: columns, Sections: sections, inside: func(record any) any { return record },
		keys: func(record any) []string { return keys(record.(*R)) }}
}

// mapped is the record with the members that it has, in their order.
func (s Section) mapped(record any, lang locale.Language) Node {
	keys := s.keys(record)
	if keys == nil {
		return Cell{Kind: Null, Unit: vocabulary.UnitText}
	}
	out := Record{}
	for _, c := range s.Columns {
		if slices.Contains(keys, c.Name) {
			cell := c.Of(record)
			out = append(out, Member{c.Name, &cell})
		}
	}
	for _, inner := range s.Sections {
		if slices.Contains(keys, inner.Name) {
			out = append(out, Member{inner.Name, inner.Node(record, lang)})
		}
	}
	return out
}

// ListsOf is a section that is a list of lists: each yields its rows, which the
// column turns into cells of several values.
func ListsOf[R any](name, item string, column Column, each func(r *R, yield func(any) bool)) Section {
	return Section{Name: name, Kind: Lists, Item: item, Columns: []Column{column},
		each: func(record any, yield func(any) bool) { each(record.(*R), yield) }}
}

// lists are the lists of the section.
func (s Section) lists(record any) List {
	list := List{Item: s.Item}
	s.each(record, func(row any) bool {
		list.Nodes = append(list.Nodes, s.Columns[0].Of(row))
		return true
	})
	return list
}

// Floats is a column of a figure that the record holds as a machine number. It
// is rounded as the figure says.
func Floats[R any](f vocabulary.Figure, of func(*R) float64) Column {
	return Column{Name: f.Name, Unit: f.Unit, Figure: &f, of: func(record any) Cell { return FigureCell(f, roundedFloat(f, of(record.(*R)))) }}
}

// Counts is a column of a figure that counts.
func Counts[R any](f vocabulary.Figure, of func(*R) int) Column {
	return Column{Name: f.Name, Unit: f.Unit, Figure: &f, of: func(record any) Cell {
		return FigureCell(f, vocabulary.RoundedWhole(of(record.(*R))))
	}}
}

// Computed is a column of a figure that is worked out as it is asked for.
func Computed[R any](f vocabulary.Figure, of func(*R) vocabulary.Rounded) Column {
	return Column{Name: f.Name, Unit: f.Unit, Figure: &f, of: func(record any) Cell { return FigureCell(f, of(record.(*R))) }}
}

// Series is a column of several values of a figure, null where there are none;
// item is what one of them is called in XML.
func Series[R any](f vocabulary.Figure, of func(*R) []float64) Column {
	return Column{Name: f.Name, Unit: f.Unit, Figure: &f, Many: true, of: func(record any) Cell {
		values := of(record.(*R))
		if values == nil {
			return Cell{Kind: Null, Unit: f.Unit}
		}
		c := Cell{Kind: Several, Item: "value", Unit: f.Unit}
		for _, x := range values {
			c.List = append(c.List, FigureCell(f, roundedFloat(f, x)))
		}
		return c
	}}
}

// roundedFloat rounds as the figure says.
func roundedFloat(f vocabulary.Figure, x float64) vocabulary.Rounded {
	switch f.Rounding {
	case vocabulary.RoundEstimate:
		return vocabulary.RoundedEstimate(x)
	case vocabulary.RoundWhole:
		return vocabulary.RoundedFloat(x, 0)
	}
	return vocabulary.RoundedFloat(x, vocabulary.RatioDecimals)
}
