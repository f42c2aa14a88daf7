package api

import (
	"errors"
	"slices"

	"blyant/internal/calculator"
	"blyant/internal/chart"
	"blyant/internal/form"
	"blyant/internal/input"
	"blyant/internal/locale"
	"blyant/model/vocabulary"

	"github.com/labstack/echo/v4"
)

// workOut fills the page in and asks what it shows. A form that is opened
// without parameters begins with the first example.
func (s *server) workOut(c echo.Context, r *request, p form.Page, faults vocabulary.Faults) (form.Request, error) {
	q := form.Request{Page: p, Lang: r.lang, Params: r.params, Dialect: r.reading(), Typed: r.Lang != "" && r.Decimal == "" && r.Percent == "on", Base: r.base, Release: s.build.Version, Embedded: r.embedded}
	q.Examples = examplesOf(p, r.lang)
	calc, asked := calculator.At(c.Path()), q.Params
	if calc == nil { // the page itself: its query is read with more patience, and says which calculator it is for
		if len(q.Params) == 0 {
			q.Params, q.Fresh, q.Dialect, q.Typed = q.Examples[0].Params, true, input.Dialect{Said: true}, false
		}
		q = q.Opened()
		calc, asked = form.Asked(p, form.Tidy(p, q.Params, q.Lang))
	}
	a, err := s.compute(c, calc, asked, q.Dialect, q.Lang)
	if wrong, is := errors.AsType[vocabulary.Faults](err); is {
		faults = append(faults, wrong...)
	} else if err != nil {
		return q, err
	}
	if q.Faults = bounded(faults); len(faults) > 0 {
		q.Params = shownOnPage(q.Params)
		return q, nil
	}
	q.Answer = a
	q.Charts = charts(q, calc)
	return q, nil
}

// examplesOf are the examples that a page can start from.
func examplesOf(p form.Page, l locale.Language) []form.Example {
	var examples []form.Example
	for _, e := range calculator.Examples() {
		if slices.Contains(p.Answers, e.Resource) {
			examples = append(examples, form.Example{Title: l.Example(e.Name + ".title"), Params: form.Numbered(e.Query(l))})
		}
	}
	return examples
}

// charts draws the answer for wide and narrow screens. The style sheet gives
// the drawings the colours of the dark scheme.
func charts(q form.Request, calc *calculator.Calculator) []form.Chart {
	if calc.Chart == nil {
		return nil
	}
	var all []form.Chart
	picture := calc.Chart(q.Answer, q.Lang)
	for i, size := range []form.Size{q.Page.Wide, q.Page.Narrow} {
		o := chart.Options{Lang: q.Lang, Width: size.Width, Height: size.Height, Inline: true}
		all = append(all, form.Chart{Narrow: i > 0, SVG: chart.SVG(picture, o)})
	}
	return all
}
