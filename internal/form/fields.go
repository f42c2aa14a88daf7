package form

// rowView is one field: its words, and a place to type for each item.
type rowView struct {
	Offer                           string // on a button that fills the field in; may be empty
	ID, Label, Unit, Meaning, Range string
	Once                            bool
	Cells                           []cellView
	Change                          *changeView // of the length of a period; nil beside other fields
}

// row prepares a field: one place to type, or one for each item. A field that
// items may share is asked once as long as they do.
func (v *viewer) row(name string, once bool) rowView {
	f, bare := named(v.Page.Fields, name)
	if !bare {
		f, _ = named(v.Page.Items, name)
	}
	once = bare || (once && v.entry.shared(name))
	row := rowView{ID: name, Label: v.label(name), Unit: v.unit(f), Meaning: v.Lang.Meaning(name), Range: v.rangeOf(f), Once: once, Offer: v.offer(name)}
	if name == "period" {
		change := v.change()
		row.Change = &change
	}
	if once {
		c := v.cell(f, name, "", v.entry.common(name))
		if !bare {
			c.Fault = v.faultAt(name, inputName(v.entry.items[0].key, name))
		}
		row.Cells = []cellView{c}
		return row
	}
	for _, it := range v.entry.items {
		row.Cells = append(row.Cells, v.cell(f, inputName(it.key, name), v.itemName(it), v.entry.text(it, name)))
	}
	return row
}

// label is what a field is called; the name that stands among the questions is that
// of the whole, each item having its own.
func (v *viewer) label(name string) string {
	if name == "name" && v.Page.Whole {
		return v.word("name")
	}
	return v.Lang.Label(name)
}
