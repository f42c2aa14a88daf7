package form

import (
	"strconv"
	"strings"

	"blyant/internal/answer"
	"blyant/internal/input"
	"blyant/model"
)

// customerFields are the fields of a customer, looked up and never written to.
var customerFields = model.ScenarioFields()

// customer is the customer that the page is about, as canonical parameters: of
// several, the item's. A promise has no repeat-purchase rate; the one that
// follows from it goes along.
func (v *viewer) customer(it item) input.Params {
	var p input.Params
	for _, f := range customerFields {
		text := v.entry.common(f.Name)
		if v.Page.Alone {
			text = v.entry.text(it, f.Name)
		}
		if text = canonical(f, text, v.Dialect, v.Lang); text != "" && f.Name != "decimals" {
			p = append(p, input.Param{Name: f.Name, Value: text})
		}
	}
	_, asked := named(v.Page.Fields, "repeat_purchase_rate")
	if !v.Page.Alone && !asked && len(v.parts) > 0 {
		p = append(p, input.Param{Name: "repeat_purchase_rate", Value: v.parts[0].figure("repeat_purchase_rate").String()})
	}
	return p
}

// onward leads to another page with the customer. What that page asks besides
// comes from its first example, carried over to the customer's period.
func (v *viewer) onward(to Page, it item) string {
	var p input.Params
	customer := v.customer(it)
	for _, param := range customer {
		if _, known := to.field(param.Name); known {
			p = append(p, param)
		}
	}
	if !to.compares() {
		p = append(p, besides(to, v.Lang, customer)...)
	}
	return to.Path + "?" + encode(append(p, input.Param{Name: "lang", Value: string(v.Lang)}, input.Param{Name: "decimal", Value: "point"}))
}

// onwardView leads with one customer to the other pages.
type onwardView struct {
	Name  string
	Query string // of the customer, for the browser to keep
	Links []linkView
}

// onwards are the ways on from the customers of the first page.
func (v *viewer) onwards() []onwardView {
	if !v.Page.compares() {
		return nil
	}
	var views []onwardView
	for i, it := range v.entry.items[:min(len(v.entry.items), mostItems)] {
		view := onwardView{Name: v.Lang.Page("onward.own"), Query: encode(v.customer(it))}
		if i < len(v.parts) && (len(v.entry.items) > 1 || v.parts[i].name != "") {
			view.Name = v.partName(v.parts[i], i)
		}
		for _, to := range Pages() {
			if to.Name != v.Page.Name {
				view.Links = append(view.Links, linkView{Text: v.Lang.Page(to.Name + ".onward"), Href: v.onward(to, it)})
			}
		}
		views = append(views, view)
	}
	return views
}

// about says which customer a page is about that asks for more than a customer: by
// name, else by what is known of it; and that an example is none of one's own.
func (v *viewer) about() string {
	name, kinds := v.entry.common("name"), v.kindNames()
	switch {
	case v.Page.compares():
		return ""
	case !v.Fresh && len(kinds) > 0:
		return v.Lang.Page("about_kinds", "n", strconv.Itoa(len(kinds)), "names", strings.Join(kinds, ", "))
	case v.Fresh && name == "":
		return v.Lang.Page("about_example_unnamed")
	case v.Fresh:
		return v.Lang.Page("about_example", "name", name)
	case name != "":
		return v.Lang.Page("about_customer", "name", name)
	case len(v.parts) == 0:
		return ""
	}
	digits := cell(v.parts[0].scenario, "basket_value").String()
	if !number(cell(v.parts[0].scenario, "basket_value")).IsInteger() {
		digits = number(cell(v.parts[0].scenario, "basket_value")).StringFixed(2)
	}
	basket := v.Lang.Money(digits, v.currency())
	rate := cell(v.parts[0].scenario, "repeat_purchase_rate")
	if rate.Kind == answer.Null {
		return v.Lang.Page("about_unknown", "money", basket)
	}
	return v.Lang.Page("about_unnamed", "money", basket, "share", said(v.Lang, number(rate)))
}
