package api

import (
	"blyant/internal/answer"
	"blyant/internal/input"
	"blyant/model"

	"github.com/labstack/echo/v4"
)

// scenarioShape is a request that is one scenario and nothing else.
var scenarioShape = input.Shape{Scenario: input.Flat}

// lifetimeValue godoc
//
//	@Summary		What a customer is worth
//	@Description	Works out what one kind of customer is worth, period by period. Without notes to the contrary the first purchase is certain and falls at once.
//	@Tags			calculators
//	@Produce		json,text/csv,text/tab-separated-values,application/xml,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet,image/png,image/svg+xml,html
//	@Success		200	{object}	LifetimeValue
//	@Success		304	"the answer that the client has is still right"
//	@Failure		400	{object}	Problem
//	@Failure		406	{object}	Problem
//	@Failure		422	{object}	Problem
//	@Failure		429	{object}	Problem
//	@Failure		500	{object}	Problem
//	@Failure		503	{object}	Problem
//	@Router			/v1/lifetime-value [get]
func (s *server) lifetimeValue(c echo.Context) error {
	var scenario model.Scenario
	r, err := s.read(c, scenarioShape, input.Target{Scenario: &scenario})
	if err != nil {
		return err
	}
	result, err := model.LifetimeValue(scenario)
	if err != nil {
		return err
	}
	return s.respond(c, r, answer.LifetimeValue(result, r.lang))
}

// postLifetimeValue godoc
//
//	@Summary		What a customer is worth, from a body
//	@Description	The same as by GET, to the byte. Format, language and dialect come in the query, everything else in the body: JSON, or a form with the same names.
//	@Tags			calculators
//	@Accept			json,x-www-form-urlencoded
//	@Param			scenario	body	Scenario	true	"the customer"
//	@Produce		json,text/csv,text/tab-separated-values,application/xml,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet,image/png,image/svg+xml
//	@Success		200	{object}	LifetimeValue
//	@Failure		400	{object}	Problem
//	@Failure		406	{object}	Problem
//	@Failure		413	{object}	Problem
//	@Failure		415	{object}	Problem
//	@Failure		422	{object}	Problem
//	@Failure		429	{object}	Problem
//	@Failure		500	{object}	Problem
//	@Failure		503	{object}	Problem
//	@Router			/v1/lifetime-value [post]
func (s *server) postLifetimeValue(c echo.Context) error { return s.lifetimeValue(c) }

// lifetimeValueFigure godoc
//
//	@Summary		One figure of what a customer is worth
//	@Description	One figure of the summary as plain text, for the formula in a spreadsheet cell. A figure that is null is #N/A.
//	@Tags			cells
//	@Param			figure		path	string		true	"the figure"
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
//	@Router			/v1/lifetime-value/{figure} [get]
func (s *server) lifetimeValueFigure(c echo.Context) error {
	figure, err := figureOf(c, model.SummaryFigures())
	if err != nil {
		return err
	}
	var scenario model.Scenario
	r, err := s.read(c, scenarioShape, input.Target{Scenario: &scenario})
	if err != nil {
		return err
	}
	result, err := model.LifetimeValue(scenario)
	if err != nil {
		return err
	}
	return s.respondText(c, r, answer.Figures(model.SummaryFigures(), result.Summary.Values()), figure)
}
