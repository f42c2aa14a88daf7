package form

import (
	"maps"
	"slices"

	"blyant/internal/input"
	"blyant/model"
	"blyant/model/vocabulary"
)

// using takes in a customer, given as canonical parameters: beside the others
// where the page compares them and there is room, else in their place.
func (r Request) using(query string) Request {
	v, canonical := r.canonically()
	parsed, faults := input.ParseQuery(query)
	if len(faults) > 0 || v.misreads() {
		return r
	}
	r = canonical
	customer := slices.DeleteFunc(parsed, func(p input.Param) bool {
		_, of := vocabulary.FieldNamed(customerFields, p.Name)
		_, known := r.Page.field(p.Name)
		return !of || !known || p.Value == ""
	})
	if v.besides() {
		r.Params = r.beside(between(r.Page, periodOf(customer), model.Period(v.period()), finely).of(customer))
		return r
	}
	all := between(r.Page, model.Period(v.period()), periodOf(customer), finely).of(r.Params) // changes start from what is there
	r.Params = append(customer, slices.DeleteFunc(slices.Clone(all), func(p input.Param) bool {
		_, of := vocabulary.FieldNamed(customerFields, p.Name)
		return of
	})...)
	return r
}

// besides reports whether a customer comes beside those that are there, and not in
// their place.
func (v *viewer) besides() bool {
	return v.Page.compares() || (v.Page.Alone && !v.entry.flat())
}

// beside puts one more customer beside the others, in their currency and period.
func (r Request) beside(customer input.Params) input.Params {
	e := read(r.Page, r.Params)
	if len(e.items) >= mostItems {
		return r.Params
	}
	agreed := []string{"currency", "period"}
	if r.Page.Whole { // one plan reckons with one rate
		agreed = append(agreed, "annual_discount_rate")
	}
	frame := map[string]string{}
	for _, field := range agreed {
		frame[field] = e.common(field)
	}
	e.insert(0, "")
	own := e.items[len(e.items)-1].own
	for _, f := range customerFields { // how many of them come to a plan stays
		delete(own, f.Name)
	}
	for _, param := range customer {
		own[param.Name] = param.Value
	}
	maps.Copy(own, frame)
	if name := own["name"]; slices.ContainsFunc(e.items[:len(e.items)-1], func(it item) bool { return e.text(it, "name") == name }) {
		own["name"] = name + " " + itoa(len(e.items))
	}
	return append(e.params(), e.unknown()...)
}
