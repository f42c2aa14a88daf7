package form

import (
	"slices"
	"strconv"

	"blyant/internal/input"
	"blyant/model/vocabulary"
)

// manyView is more items than the form has columns for, as a table of what is
// given for each, and the parameters that the form sends instead of fields.
type manyView struct {
	Reason, Caption, Head string
	Columns               []string
	Rows                  []manyRow
	Sent                  input.Params
	Asked                 bool // what is asked once stands below it
}

// manyRow is one item: what is given for it, what takes it out, and where it
// stands by itself.
type manyRow struct {
	Name, Key, Href string
	Values          []string
}

// many shows items that the form has no columns for; nil where it has.
func (v *viewer) many() *manyView {
	if len(v.entry.items) <= mostItems {
		return nil
	}
	m := manyView{Caption: v.word("items"), Head: v.Lang.Label("name"), Asked: v.Page.Whole,
		Reason: v.Lang.Page("many", "n", strconv.Itoa(len(v.entry.items)), "most", strconv.Itoa(mostItems))}
	var names []string
	for _, f := range v.Page.Items {
		differs := slices.ContainsFunc(v.entry.items, func(it item) bool { return v.entry.text(it, f.Name) != "" })
		if f.Name != "name" && differs && (!m.Asked || !v.entry.once(f.Name)) {
			names = append(names, f.Name)
			m.Columns = append(m.Columns, v.Lang.Label(f.Name))
		}
	}
	for _, it := range v.entry.items {
		row := manyRow{Name: v.itemName(it), Key: it.key}
		if v.Page.Alone {
			row.Href = ValuePage().Path + "?" + encode(with(v.customer(it), "lang", string(v.Lang), "decimal", "point"))
		}
		for _, name := range names {
			row.Values = append(row.Values, v.told(name, v.entry.text(it, name)))
		}
		m.Rows = append(m.Rows, row)
	}
	for _, param := range v.entry.params() {
		f, _ := v.Page.field(param.Name)
		if m.Asked && v.Page.shows(param.Name) && v.askedOnce(param.Name) {
			continue
		}
		m.Sent = append(m.Sent, input.Param{Name: param.Name, Value: v.shown(f, param.Value)})
	}
	return &m
}

// told is what is given for a field of an item, in words; empty where nothing is.
func (v *viewer) told(name, text string) string {
	f, _ := named(v.Page.Items, name)
	switch {
	case text == "":
		return ""
	case f.Kind == vocabulary.KindChoice:
		return v.Lang.Choice(name, text)
	}
	return fewOf(v.Lang, f, canonical(f, text, v.Dialect, v.Lang))
}

// askedOnce reports whether a parameter is asked once for all items.
func (v *viewer) askedOnce(parameter string) bool {
	_, bare := named(v.Page.Fields, parameter)
	return bare || v.entry.once(parameter)
}

// turned has the rows of a table as columns, so that many items stand below each
// other.
func turned(t tableView) tableView {
	out := t
	out.Head, out.Columns, out.Rows, out.Beside = "", nil, nil, false
	for _, row := range t.Rows {
		out.Columns = append(out.Columns, columnView{Label: row.Head, Unit: row.Unit})
	}
	for i, column := range t.Columns {
		line := tableRow{Head: column.Label}
		for _, row := range t.Rows {
			line.Values = append(line.Values, row.Values[i])
		}
		out.Rows = append(out.Rows, line)
	}
	return out
}
