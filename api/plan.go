package api

import (
	"blyant/internal/answer"
	"blyant/internal/input"
	"blyant/model/plan"

	"github.com/labstack/echo/v4"
)

// planShape is a scenario, and the plan.
var planShape = input.Shape{Scenario: input.Nested, Fields: plan.Fields()}

// plan godoc
//
//	@Summary		The business plan
//	@Description	Follows the customers of one kind, cohort by cohort, over a plan: new, active and lost customers, revenue, costs and cash, when the plan breaks even, how much funding it needs, and what the customers are worth at its end.
//	@Tags			calculators
//	@Produce		json,text/csv,text/tab-separated-values,application/xml,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet,image/png,image/svg+xml,html
//	@Success		200	{object}	Plan
//	@Success		304	"the answer that the client has is still right"
//	@Failure		400	{object}	Problem
//	@Failure		406	{object}	Problem
//	@Failure		422	{object}	Problem
//	@Failure		429	{object}	Problem
//	@Failure		500	{object}	Problem
//	@Failure		503	{object}	Problem
//	@Router			/v1/plan [get]
func (s *server) plan(c echo.Context) error {
	var q plan.Request
	r, err := s.read(c, planShape, input.Target{Scenario: &q.Scenario, Own: &q})
	if err != nil {
		return err
	}
	result, err := plan.Work(c.Request().Context(), q)
	if err != nil {
		return err
	}
	return s.respond(c, r, answer.Plan(result, r.lang))
}

// postPlan godoc
//
//	@Summary		The business plan, from a body
//	@Description	The same as by GET, to the byte. Format, language and dialect come in the query, everything else in the body: JSON, or a form with the names of the query.
//	@Tags			calculators
//	@Accept			json,x-www-form-urlencoded
//	@Param			plan	body	PlanRequest	true	"the customer and the plan"
//	@Produce		json,text/csv,text/tab-separated-values,application/xml,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet,image/png,image/svg+xml
//	@Success		200	{object}	Plan
//	@Failure		400	{object}	Problem
//	@Failure		406	{object}	Problem
//	@Failure		413	{object}	Problem
//	@Failure		415	{object}	Problem
//	@Failure		422	{object}	Problem
//	@Failure		429	{object}	Problem
//	@Failure		500	{object}	Problem
//	@Failure		503	{object}	Problem
//	@Router			/v1/plan [post]
func (s *server) postPlan(c echo.Context) error { return s.plan(c) }
