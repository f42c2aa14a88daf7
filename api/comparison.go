package api

import (
	"context"
	"strings"

	"blyant/internal/answer"
	"blyant/internal/input"
	"blyant/model"

	"github.com/labstack/echo/v4"
)

// Fields of a comparison beside its scenarios.
var (
	baselineField = model.Field{Name: "baseline", Kind: model.KindText, Unit: model.UnitText, Group: model.GroupCalculator, MaxLength: 80}
	ofField       = model.Field{Name: "of", Kind: model.KindText, Unit: model.UnitText, Group: model.GroupCalculator, MaxLength: 80}
)

// comparisonRequest is what is asked of the model, and in a cell formula of
// which scenario the figure is wanted.
type comparisonRequest struct {
	model.ComparisonRequest
	scenarios []*model.Scenario
	of        string
}

// Slot makes comparisonRequest a model.Record.
func (q *comparisonRequest) Slot(name string) any {
	switch name {
	case "baseline":
		return &q.Baseline
	case "of":
		return &q.of
	}
	return nil
}

// shape is how a comparison is asked for, with more fields of its own.
func (q *comparisonRequest) shape(fields ...model.Field) (input.Shape, input.Target) {
	return input.Shape{Fields: fields, List: "scenarios", Item: model.ScenarioFields(), MaxItems: model.MostScenarios, Defaults: true},
		input.Target{Own: q, Item: func(key string) model.Record {
			scenario := &model.Scenario{}
			q.scenarios, q.Keys = append(q.scenarios, scenario), append(q.Keys, key)
			return scenario
		}}
}

func (q *comparisonRequest) compare(ctx context.Context) (model.ComparisonResult, error) {
	for _, scenario := range q.scenarios {
		q.Scenarios = append(q.Scenarios, *scenario)
	}
	return model.Compare(ctx, q.ComparisonRequest)
}

// comparison godoc
//
//	@Summary		One kind of customer against another
//	@Description	Holds 2 to 20 kinds of customer against one of them, the baseline: one pencil against ten years of pencils. How much more is the one worth, and how much better service may that pay for?
//	@Tags			calculators
//	@Produce		json,text/csv,text/tab-separated-values,application/xml,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet,image/png,image/svg+xml,html
//	@Success		200	{object}	Comparison
//	@Success		304	"the answer that the client has is still right"
//	@Failure		400	{object}	Problem
//	@Failure		406	{object}	Problem
//	@Failure		422	{object}	Problem
//	@Failure		429	{object}	Problem
//	@Failure		500	{object}	Problem
//	@Failure		503	{object}	Problem
//	@Router			/v1/comparison [get]
func (s *server) comparison(c echo.Context) error {
	var q comparisonRequest
	shape, target := q.shape(baselineField)
	r, err := s.read(c, shape, target)
	if err != nil {
		return err
	}
	result, err := q.compare(c.Request().Context())
	if err != nil {
		return err
	}
	return s.respond(c, r, answer.Comparison(result, r.lang))
}

// postComparison godoc
//
//	@Summary		One kind of customer against another, from a body
//	@Description	The same as by GET, to the byte. Format, language and dialect come in the query, everything else in the body: JSON, or a form with the names of the query.
//	@Tags			calculators
//	@Accept			json,x-www-form-urlencoded
//	@Param			comparison	body	ComparisonRequest	true	"the customers"
//	@Produce		json,text/csv,text/tab-separated-values,application/xml,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet,image/png,image/svg+xml
//	@Success		200	{object}	Comparison
//	@Failure		400	{object}	Problem
//	@Failure		406	{object}	Problem
//	@Failure		413	{object}	Problem
//	@Failure		415	{object}	Problem
//	@Failure		422	{object}	Problem
//	@Failure		429	{object}	Problem
//	@Failure		500	{object}	Problem
//	@Failure		503	{object}	Problem
//	@Router			/v1/comparison [post]
func (s *server) postComparison(c echo.Context) error { return s.comparison(c) }

// comparisonFigure godoc
//
//	@Summary		One figure of a comparison
//	@Description	One figure of one of the customers compared as plain text, for the formula in a spreadsheet cell. A figure that is null is #N/A.
//	@Tags			cells
//	@Param			figure		path	string			true	"the figure"
//	@Param			of			query	string			false	"Key or name of the customer whose figure is wanted; the last unless given."	maxlength(80)
//	@Produce		plain
//	@Success		200	{string}	string	"the figure"
//	@Success		304	"the answer that the client has is still right"
//	@Failure		400	{object}	Problem
//	@Failure		404	{object}	Problem
//	@Failure		406	{object}	Problem
//	@Failure		422	{object}	Problem
//	@Failure		429	{object}	Problem
//	@Failure		500	{object}	Problem
//	@Failure		503	{object}	Problem
//	@Router			/v1/comparison/{figure} [get]
func (s *server) comparisonFigure(c echo.Context) error {
	figure, err := figureOf(c, model.ComparisonFigures())
	if err != nil {
		return err
	}
	var q comparisonRequest
	shape, target := q.shape(baselineField, ofField)
	r, err := s.read(c, shape, target)
	if err != nil {
		return err
	}
	result, err := q.compare(c.Request().Context())
	if err != nil {
		return err
	}
	i, err := q.wanted(result.Keys)
	if err != nil {
		return err
	}
	return s.respondText(c, r, answer.ComparisonFigures(result, i), figure)
}

// wanted is the scenario that of= names, the last one where it names none.
func (q *comparisonRequest) wanted(names []string) (int, error) {
	if q.of == "" {
		return len(names) - 1, nil
	}
	i := model.Named(q.of, names, q.Keys)
	if i < 0 {
		return 0, model.Faults{{Field: "of", Code: model.CodeNotAChoice, Reason: "unknown_scenario",
			Args: []string{q.of, strings.Join(names, ", ")}, Hint: input.Nearest(q.of, names), Value: q.of}}
	}
	return i, nil
}
