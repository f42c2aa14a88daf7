package form

import (
	"slices"
	"strings"

	"blyant/internal/input"
	"blyant/model"
)

// What the form adds to the query of the calculator: which button was pressed,
// and the length of period that the numbers in it were typed for.
const (
	ButtonParameter = "do"
	wasParameter    = "was"
)

// Buttons that are answered with the page itself, so that the address before
// stays the way back: numbers are carried over to another length of period, and a
// customer that the browser keeps is taken in.
const (
	convertButton = "convert"
	useButton     = "use:"
)

// Opens reports whether a button is answered with the page itself. All others
// lead to an address (Edit).
func Opens(do string) bool { return do == convertButton || strings.HasPrefix(do, useButton) }

// TypedForSame returns the parameters without the length of period that they were
// typed for, and whether that is the one that is chosen: the address then is the
// calculator's query without it.
func TypedForSame(p input.Params) (rest input.Params, same bool) {
	was, rest := p.Split(wasParameter)
	pressed, _ := p.Split(ButtonParameter)
	return rest, len(was) > 0 && len(pressed) == 0 && was[0].Value == string(periodOf(rest))
}

// Opened reads what the form adds to the query of the calculator, and does what
// its button asks for. Where no currency is chosen it is that of the language.
func (r Request) Opened() Request {
	added, rest := r.Params.Split(ButtonParameter, wasParameter)
	do := ""
	for _, param := range added {
		switch param.Name {
		case ButtonParameter:
			do = param.Value
		case wasParameter:
			r.Was = param.Value
		}
	}
	r.Params = inCurrency(rest, r.Lang)
	if r.Fresh {
		r.Params = AtHome(rest, r.Lang)
	}
	query, uses := strings.CutPrefix(do, useButton)
	switch {
	case do == convertButton:
		return r.converted()
	case uses:
		return r.using(query)
	}
	return r
}

// canonically is the request with canonical numbers, which mean the same in every
// language.
func (r Request) canonically() (*viewer, Request) {
	v := &viewer{Request: r, entry: read(r.Page, r.Params)}
	r.Params = append(v.canonicalParams(), v.entry.unknown()...)
	r.Dialect, r.Typed, r.Was = input.Dialect{Said: true}, false, ""
	return v, r
}

// unknown are the parameters that the form has no field for; the calculator says
// what is wrong with them.
func (e entry) unknown() input.Params {
	_, rest := e.other.Split("baseline")
	return rest
}

// converted carries the numbers over from the length of period that they were
// typed for to the one that is chosen now. What cannot be read is put right before.
func (r Request) converted() Request {
	was := r.Was
	v, canonical := r.canonically()
	if v.misreads() {
		return r
	}
	r = canonical
	if !v.changed(was) {
		return r
	}
	before := slices.Clone(r.Params)
	for i, param := range before {
		if _, name := splitField(param.Name); name == "period" {
			before[i].Value = was
		}
	}
	if !given(before, "period") { // the field's default is chosen
		before = with(before, "period", was)
	}
	r.Undo = r.Page.Path + "?" + encode(with(before, "lang", string(r.Lang), "decimal", "point"))
	r.Params = between(r.Page, model.Period(was), model.Period(v.period()), finely).of(r.Params)
	r.Converted = was
	return r
}

// finely is how many decimals a converted number has: a share in percent four.
const finely = 6

// changed reports whether the numbers were typed for another length of period
// than the one that is chosen.
func (v *viewer) changed(was string) bool {
	return model.Period(was).PerYear() > 0 && was != v.period()
}
