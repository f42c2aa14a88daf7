package form

import (
	"slices"
	"strconv"
)

// headView heads the column of one item.
type headView struct {
	Key, Field, Name, Label, Fault string
	Series                         int // place of the item's line among the looks of the chart; 0 where there is none
}

// heads prepares the heads of the columns; none where there is one thing only.
func (v *viewer) heads() []headView {
	if len(v.Page.Items) == 0 {
		return nil
	}
	const field = "name"
	views := make([]headView, len(v.entry.items))
	for i, it := range v.entry.items {
		views[i] = headView{Key: it.key, Field: inputName(it.key, field), Name: v.entry.text(it, field),
			Label: v.Lang.Page(v.Page.Name+".item_name", "n", strconv.Itoa(i+1))}
		views[i].Fault = v.faultAt(views[i].Field, field)
		if v.Page.compares() {
			views[i].Series = v.placeOf(i)
		}
	}
	return views
}

// itemName is what an item is called on the page.
func (v *viewer) itemName(it item) string {
	if name := v.entry.text(it, "name"); name != "" {
		return name
	}
	i := slices.IndexFunc(v.entry.items, func(other item) bool { return other.key == it.key })
	return v.Lang.Page(v.Page.Name+".item", "n", strconv.Itoa(i+1))
}
