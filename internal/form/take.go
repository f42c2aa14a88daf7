package form

import (
	"slices"

	"blyant/internal/input"
	"blyant/model/vocabulary"
)

// takeView is what can be taken along: addresses, formulas and files.
type takeView struct {
	Permalink string
	Frame     string // HTML that shows the answer within another page
	Uses      []useView
	Figures   []choiceView
	Downloads []linkView
}

// useView holds the snippets for the figure of one item.
type useView struct {
	Title    string
	Current  bool      // unfolded
	Snippets []snippet // that fetch the figure
	Blocks   []snippet // to paste, which fetch nothing
	Remark   string    // why there is none
}

// take prepares the panel. The figure in the snippets is the page's own; the
// script puts another in its place.
func (v *viewer) take() takeView {
	t := takeView{Permalink: v.Base + v.Page.Path + "?" + v.canonicalQuery(string(v.Lang)), Downloads: v.downloads()}
	t.Frame = v.frame(t.Permalink)
	for _, f := range v.Page.All {
		t.Figures = append(t.Figures, choiceView{Value: f.Name, Label: v.Lang.Label(f.Name), Chosen: f.Name == v.Page.Figure})
	}
	current := v.current()
	if v.Page.Whole || len(v.Page.Items) == 0 {
		it := v.entry.items[current]
		use := useView{Title: v.Lang.Page("use.all"), Current: true, Snippets: v.snippets(it), Blocks: v.blocks(current)}
		if v.Page.Whole && len(v.parts) > 0 && len(use.Blocks) == 0 {
			use.Remark = v.Lang.Page("block.none")
		}
		t.Uses = []useView{use}
		return t
	}
	for i, it := range v.entry.items {
		t.Uses = append(t.Uses, useView{Title: v.Lang.Page("for_item", "name", v.itemName(it)), Current: i == current, Snippets: v.snippets(it), Blocks: v.blocks(i)})
	}
	return t
}

// current is the item that the answer puts first.
func (v *viewer) current() int {
	if len(v.parts) == 0 {
		return 0
	}
	best := v.parts[bestOf(v.parts)]
	if v.Page.Alone {
		return bestOf(v.parts)
	}
	return max(0, v.entry.called(best.name))
}

// together is what the API is asked about all items together, without what would only
// lengthen a formula.
func (v *viewer) together() input.Params {
	return slices.DeleteFunc(v.canonicalParams(), func(param input.Param) bool {
		f, _ := v.Page.field(param.Name)
		return param.Name == "name" || param.Value == f.Default
	})
}

// alone is what the API asks of one item by itself, without what would only
// lengthen a formula.
func (v *viewer) alone(it item) input.Params {
	if v.Page.Whole {
		return v.together()
	}
	var p input.Params
	add := func(key string, f vocabulary.Field, text string) {
		text = canonical(f, text, v.Dialect, v.Lang)
		if text != "" && text != f.Default && (f.Name != "name" || key != "") {
			p = append(p, input.Param{Name: inputName(key, f.Name), Value: text})
		}
	}
	for _, f := range v.Page.Fields {
		add("", f, v.entry.common(f.Name))
	}
	key := it.key
	if v.Page.Alone {
		key = ""
	}
	for _, f := range v.Page.Items {
		add(key, f, v.entry.text(it, f.Name))
	}
	return p
}
