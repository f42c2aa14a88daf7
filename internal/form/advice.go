package form

import (
	"slices"

	"blyant/internal/advice"
	"blyant/internal/answer"
	"blyant/internal/input"
)

// AdvicePath is where the page is served that puts numbers to what shopkeepers
// are told.
const AdvicePath = "/advice"

// adviceView is that page.
type adviceView struct {
	readingView
	Advice []sayingView
}

// sayingView is a piece of advice with what weighs it.
type sayingView struct {
	ID             string
	Saying, Weighs string
	Figures        []weightView
	Form           string // the page where the call is filled in
	Call           string // its address, complete
}

// weightView is a figure that weighs advice, as people read it and as the API
// gives it, with the address of what it means.
type weightView struct{ Label, Href, Text, Exact string }

// RenderAdvice makes the page that puts numbers to what shopkeepers are told.
func RenderAdvice(r Reading) ([]byte, error) {
	all, err := advice.In(r.Lang)
	if err != nil {
		return nil, err
	}
	view := adviceView{readingView: r.frame("advice")}
	for _, w := range all {
		view.Advice = append(view.Advice, r.saying(w))
	}
	return printed("advice", view)
}

func (r Reading) saying(w advice.Weighed) sayingView {
	key := "advice." + w.Name
	view := sayingView{ID: w.Name, Saying: r.Lang.Page(key), Weighs: r.Lang.Page(key + ".weighs")}
	for _, f := range w.Figures {
		view.Figures = append(view.Figures, weightView{Label: r.Lang.Label(f.Name), Href: figureHref(r.Lang, f.Name), Text: r.weight(f, w.Currency), Exact: f.Cell.String()})
	}
	asked := append(w.Params[:len(w.Params):len(w.Params)], input.Param{Name: "decimal", Value: "point"})
	view.Call = r.Base + w.Resource + "/" + w.Figures[0].Name + "?" + encode(asked)
	view.Form = pageOf(w.Resource).Path + "?" + encode(append(Numbered(w.Params), input.Param{Name: "lang", Value: string(r.Lang)}, input.Param{Name: "decimal", Value: "point"}))
	return view
}

// pageOf is the page that shows the answers of a resource.
func pageOf(resource string) Page {
	all := Pages()
	return all[slices.IndexFunc(all, func(p Page) bool { return slices.Contains(p.Answers, resource) })]
}

// weight is a figure as the pages tell it.
func (r Reading) weight(f advice.Figure, currency string) string {
	v := &viewer{Request: Request{Lang: r.Lang}}
	switch d := number(f.Cell); {
	case f.Cell.Kind == answer.Null:
		return r.Lang.Page("no_value")
	case f.Name == "return_on_cost" || f.Name == "return_on_acquisition":
		return r.Lang.Page("programmes.each_hundred", "money", trueMinus(f.Cell, r.Lang.Money(d.Shift(2).StringFixed(0), currency)), "hundred", hundred(r.Lang, currency))
	case inPoints(f.Name):
		return trueMinus(f.Cell, r.Lang.Number(d.Shift(2).Round(2).String())) + noBreakSpace + r.Lang.Page("points")
	case f.Name == "referred_customers" || f.Name == "deterred_customers":
		return r.Lang.Number(d.Round(0).String())
	}
	return trueMinus(f.Cell, v.amount(f.Cell, currency))
}
