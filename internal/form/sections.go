package form

// sectionView is a part of the form, ready to print.
type sectionView struct {
	Title  string
	Rows   []rowView
	Filled int  // how many of its fields are filled in
	Folded bool // stands under "more"
	Faulty bool
}

// sections prepares all parts of the form.
func (v *viewer) sections() []sectionView {
	var views []sectionView
	for _, s := range v.Page.Sections {
		view := sectionView{Folded: s.More}
		switch {
		case s.Group != "":
			view.Title = v.Lang.Group(s.Group)
		case s.Title != "":
			view.Title = v.Lang.Page(s.Title)
		}
		for _, name := range s.Fields {
			if !v.asks(name, s.Once) {
				continue
			}
			row := v.row(name, s.Once)
			view.Rows = append(view.Rows, row)
			view.Filled += count(row.Cells, func(c cellView) bool { return c.Value != "" && len(c.Choices) == 0 })
			view.Faulty = view.Faulty || count(row.Cells, func(c cellView) bool { return c.Fault != "" }) > 0
		}
		if row, asked := v.baseline(); asked && s.Title == frame.Title {
			view.Rows = append(view.Rows, row)
		}
		if len(view.Rows) > 0 {
			views = append(views, view)
		}
	}
	return views
}

// asks reports whether a field has a row: not the name of the only item, which heads
// its column, and of more items than there are columns for only what is asked once.
func (v *viewer) asks(name string, once bool) bool {
	_, bare := named(v.Page.Fields, name)
	switch {
	case name == "name" && v.Page.Alone:
		return !v.entry.flat()
	case len(v.entry.items) > mostItems:
		return bare || (once && v.entry.shared(name))
	}
	return true
}

func count[T any](all []T, is func(T) bool) int {
	n := 0
	for _, x := range all {
		if is(x) {
			n++
		}
	}
	return n
}

// baseline is the choice of the customer that the others are held against,
// where there are enough of them for it to matter.
func (v *viewer) baseline() (row rowView, asked bool) {
	if len(v.entry.items) < 3 || !v.Page.compares() {
		return rowView{}, false
	}
	const name = "baseline"
	c := cellView{Name: name, Fault: v.faultAt(name)}
	for i, it := range v.entry.items {
		c.Choices = append(c.Choices, choiceView{Value: it.key, Label: v.itemName(it), Chosen: i == v.entry.baselineIndex()})
	}
	return rowView{ID: name, Label: v.Lang.Label(name), Meaning: v.Lang.Meaning(name), Once: true, Cells: []cellView{c}}, true
}
