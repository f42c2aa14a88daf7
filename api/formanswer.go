package api

import (
	"context"
	"errors"
	"slices"

	"blyant/internal/answer"
	"blyant/internal/chart"
	"blyant/internal/form"
	"blyant/internal/input"
	"blyant/internal/locale"
	"blyant/model"

	"github.com/labstack/echo/v4"
)

// question asks a calculator what a page shows. The resource is the one whose
// answer is wanted as a page, empty where the form itself asks: its query is
// read with more patience, and says by itself which calculator it is for.
type question func(ctx context.Context, q form.Request, resource string) (answer.Answer, error)

// workOut fills the page in and asks what it shows. A form that is opened
// without parameters begins with the first example.
func workOut(c echo.Context, r *request, p form.Page, ask question, faults model.Faults) (form.Request, error) {
	q := form.Request{Page: p, Lang: r.lang, Params: r.params, Comma: r.readsComma(), Typed: r.Lang != "" && r.Decimal == "", Base: r.base}
	q.Examples = examplesOf(p, r.lang)
	resource := c.Path()
	if resource == p.Path {
		resource = ""
		if len(q.Params) == 0 {
			q.Params, q.Fresh, q.Comma, q.Typed = q.Examples[0].Params, true, false, false
		}
	}
	a, err := ask(c.Request().Context(), q, resource)
	if wrong, is := errors.AsType[model.Faults](err); is {
		faults = append(faults, wrong...)
	} else if err != nil {
		return q, err
	}
	if q.Faults = faults; len(faults) > 0 {
		return q, nil
	}
	q.Answer = a
	q.Charts, err = charts(q)
	return q, err
}

// examplesOf are the examples that a page can start from.
func examplesOf(p form.Page, l locale.Language) []form.Example {
	var examples []form.Example
	for _, e := range allExamples() {
		if slices.Contains(p.Answers, e.Resource) {
			examples = append(examples, form.Example{Title: e.Title[l], Params: form.Numbered(paramsOf(e.request(l)))})
		}
	}
	return examples
}

// askValue asks what customers are worth: one, or several held against each other.
func askValue(ctx context.Context, q form.Request, resource string) (answer.Answer, error) {
	asked, comparison := q.Params, resource == "/v1/comparison"
	if resource == "" {
		asked, comparison = form.Asked(form.Tidy(q.Page, q.Params, q.Lang))
	}
	if !comparison {
		return askLifetimeValue(q, asked)
	}
	var compared comparisonRequest
	shape, target := compared.shape(baselineField)
	if faults := input.FromParams(shape, asked, q.Comma, target); len(faults) > 0 {
		return answer.Answer{}, faults
	}
	result, err := compared.compare(ctx)
	if err != nil {
		return answer.Answer{}, err
	}
	return answer.Comparison(result, q.Lang), nil
}

func askLifetimeValue(q form.Request, asked input.Params) (answer.Answer, error) {
	var scenario model.Scenario
	if faults := input.FromParams(scenarioShape, asked, q.Comma, input.Target{Scenario: &scenario}); len(faults) > 0 {
		return answer.Answer{}, faults
	}
	result, err := model.LifetimeValue(scenario)
	if err != nil {
		return answer.Answer{}, err
	}
	return answer.LifetimeValue(result, q.Lang), nil
}

// charts draws the answer for wide and narrow screens. The style sheet gives
// the drawings the colours of the dark scheme.
func charts(q form.Request) ([]form.Chart, error) {
	var all []form.Chart
	for i, size := range []form.Size{q.Page.Wide, q.Page.Narrow} {
		o := chart.Options{Lang: q.Lang, Width: size.Width, Height: size.Height, Inline: true}
		svg, err := chart.SVG(q.Answer, o)
		if err != nil && !errors.Is(err, chart.ErrNone) {
			return nil, err
		}
		if err == nil {
			all = append(all, form.Chart{Narrow: i > 0, SVG: svg})
		}
	}
	return all, nil
}
