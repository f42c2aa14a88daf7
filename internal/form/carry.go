package form

import (
	"slices"

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
	if !to.Alone {
		p = append(p, besides(to, v.Lang, periodOf(customer))...)
	}
	return to.Path + "?" + encode(append(p, input.Param{Name: "lang", Value: string(v.Lang)}, input.Param{Name: "decimal", Value: "point"}))
}

// besides is what the first example of a page has beyond its customer, in
// periods of that length.
func besides(to Page, l locale.Language, period model.Period) input.Params {
	for _, e := range calculator.Examples() {
		if !slices.Contains(to.Answers, e.Resource) {
			continue
		}
		example := Numbered(e.Query(l))
		own := slices.DeleteFunc(slices.Clone(example), func(p input.Param) bool {
			_, of := vocabulary.FieldNamed(model.ScenarioFields(), p.Name)
			return of
		})
		return rescaled(own, decimal.NewFromInt(int64(periodOf(example).PerYear())).Div(decimal.NewFromInt(int64(period.PerYear()))))
	}
	return nil
}

// periodOf is the period of parameters, a year where they do not say.
func periodOf(p input.Params) model.Period {
	for _, param := range p {
		if param.Name == "period" && model.Period(param.Value).PerYear() > 0 {
			return model.Period(param.Value)
		}
	}
	return model.Year
}

// Fields whose values depend on the length of a period: amounts and counts in
// each, how many there are, and changes from one to the next.
var (
	inEachPeriod = []string{"new_customers_first", "fixed_cost_per_period", "cost_per_period"}
	ofPeriods    = []string{"plan_periods"}
	toTheNext    = []string{"new_customers_growth_rate", "fixed_cost_growth_rate", "acquisition_cost_growth_rate"}
)

// rescaled carries values over to periods that are so many times as long.
func rescaled(p input.Params, times decimal.Decimal) input.Params {
	one := decimal.NewFromInt(1)
	for i, param := range p {
		_, name := splitField(param.Name)
		d, err := decimal.NewFromString(param.Value)
		switch {
		case err != nil || times.Equal(one):
			continue
		case slices.Contains(inEachPeriod, name):
			d = d.Mul(times).Round(2)
		case slices.Contains(ofPeriods, name):
			d = decimal.Max(d.Div(times).Ceil(), one)
		case slices.Contains(toTheNext, name):
			grown, err := d.Add(one).PowWithPrecision(times, 8)
			if err != nil {
				continue
			}
			d = decimal.Min(grown.Sub(one).Round(4), one)
		}
		p[i].Value = answer.Digits(trimmed(d))
	}
	return p
}

// onwardView leads with one customer to the other pages.
type onwardView struct {
	Name  string
	Links []linkView
}

// onwards are the ways on from the customers of the first page.
func (v *viewer) onwards() []onwardView {
	if !v.Page.Alone {
		return nil
	}
	var views []onwardView
	for i, it := range v.entry.items[:min(len(v.entry.items), mostItems)] {
		view := onwardView{Name: v.Lang.Page("onward.own")}
		if i < len(v.parts) && (len(v.entry.items) > 1 || v.parts[i].name != "") {
			view.Name = v.partName(v.parts[i], i)
		}
		for _, to := range Pages() {
			if to.Name != v.Page.Name {
				view.Links = append(view.Links, linkView{Text: v.Lang.Page(to.Name + ".nav"), Href: v.onward(to, it)})
			}
		}
		views = append(views, view)
	}
	return views
}

// about says which customer a page is about that asks for more than a customer.
func (v *viewer) about() string {
	name := v.entry.common("name")
	if v.Page.Alone || v.Fresh || name == "" {
		return ""
	}
	return v.Lang.Page("about_customer", "name", name)
}
