package form

import (
	"slices"
	"strconv"
	"strings"

	"blyant/internal/answer"
	"blyant/internal/calculator"
	"blyant/internal/input"
	"blyant/internal/locale"
	"blyant/model"
	"blyant/model/vocabulary"

	"github.com/shopspring/decimal"
)

// customer is the customer that the page is about, as canonical parameters: of
// several, the item's. A promise has no repeat-purchase rate; the one that
// follows from it goes along.
func (v *viewer) customer(it item) input.Params {
	var p input.Params
	for _, f := range model.ScenarioFields() {
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

// besides is what the first example of a page has beyond its customer, in periods as
// long as those of another customer, and such that it fits that one.
func besides(to Page, l locale.Language, customer input.Params) input.Params {
	for _, e := range calculator.Examples() {
		if !slices.Contains(to.Answers, e.Resource) {
			continue
		}
		example := Numbered(e.Query(l))
		own := slices.DeleteFunc(slices.Clone(example), func(p input.Param) bool {
			_, of := vocabulary.FieldNamed(model.ScenarioFields(), p.Name)
			return of
		})
		return fitting(between(to, periodOf(example), periodOf(customer), roughly).of(own), example, customer)
	}
	return nil
}

// fitting leaves room for what an example adds to the repeat-purchase rate: where the
// customer's leaves too little, as great a part of those who would leave stay as stay
// of the example's.
func fitting(own, example, customer input.Params) input.Params {
	for i, param := range own {
		if _, name := splitField(param.Name); name != "repeat_purchase_rate_change" {
			continue
		}
		room, added, left := one.Sub(greatestRate(customer)), valueOf(example, param.Name), one.Sub(greatestRate(example))
		if valueOf(own, param.Name).GreaterThan(room) && left.IsPositive() {
			own[i].Value = answer.Digits(trimmed(room.Mul(added).Div(left).RoundFloor(roughly)))
		}
	}
	return own
}

// valueOf is the number that a canonical parameter has, 0 where it has none.
func valueOf(p input.Params, name string) decimal.Decimal {
	for _, param := range p {
		if d, err := decimal.NewFromString(param.Value); param.Name == name && err == nil {
			return d
		}
	}
	return decimal.Zero
}

// greatestRate is the repeat-purchase rate of canonical parameters, of a curve the
// greatest.
func greatestRate(p input.Params) decimal.Decimal {
	greatest := valueOf(p, "repeat_purchase_rate")
	for _, param := range p {
		if param.Name != "retention_curve" {
			continue
		}
		for text := range strings.SplitSeq(param.Value, ",") {
			if d, err := decimal.NewFromString(text); err == nil {
				greatest = decimal.Max(greatest, d)
			}
		}
	}
	return greatest
}

// roughly is how many decimals are enough for numbers that are examples.
const roughly = 4

// periodOf is the period of parameters, a year where they do not say.
func periodOf(p input.Params) model.Period {
	for _, param := range p {
		if param.Name == "period" && model.Period(param.Value).PerYear() > 0 {
			return model.Period(param.Value)
		}
	}
	return model.Year
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
