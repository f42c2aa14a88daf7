package api

import (
	"blyant/internal/answer"
	"blyant/internal/input"
	"blyant/model"
	"blyant/model/service"

	"github.com/labstack/echo/v4"
)

// promiseShape is a scenario without a rate of its own, and the promise.
var promiseShape = input.Shape{Scenario: input.Nested, Fields: service.PromiseFields()}

// ratelessScenario is the scenario of a promise, which gives the rate.
type ratelessScenario struct{ promise *service.Promise }

// Slot makes ratelessScenario a model.Record.
func (r ratelessScenario) Slot(name string) any { return r.promise.Scenario.Slot(name) }

// Validate checks the scenario as one that has no rate.
func (r ratelessScenario) Validate(ignore ...string) model.Faults {
	return r.promise.ValidateScenario(ignore...)
}

// servicePromise godoc
//
//	@Summary		What a kept promise is worth
//	@Description	Weighs a service promise that is exceeded, met or missed, as customers perceive it, and ranks four levers by what one percentage point of each gains: is it time to deliver better, or to tell it better? The scenario gives no repeat-purchase rate; the promise does.
//	@Tags			calculators
//	@Produce		json,text/csv,text/tab-separated-values,application/xml,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet,html
//	@Success		200	{object}	ServicePromise
//	@Success		304	"the answer that the client has is still right"
//	@Failure		400	{object}	Problem
//	@Failure		406	{object}	Problem
//	@Failure		422	{object}	Problem
//	@Failure		429	{object}	Problem
//	@Failure		500	{object}	Problem
//	@Failure		503	{object}	Problem
//	@Router			/v1/service-promise [get]
func (s *server) servicePromise(c echo.Context) error {
	var promise service.Promise
	r, err := s.read(c, promiseShape, input.Target{Scenario: ratelessScenario{&promise}, Own: &promise})
	if err != nil {
		return err
	}
	result, err := service.WeighPromise(promise)
	if err != nil {
		return err
	}
	return s.respond(c, r, answer.ServicePromise(result, r.lang))
}

// postServicePromise godoc
//
//	@Summary		What a kept promise is worth, from a body
//	@Description	The same as by GET, to the byte. Format, language and dialect come in the query, everything else in the body: JSON, or a form with the names of the query.
//	@Tags			calculators
//	@Accept			json,x-www-form-urlencoded
//	@Param			promise	body	PromiseRequest	true	"the customer and the promise"
//	@Produce		json,text/csv,text/tab-separated-values,application/xml,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet
//	@Success		200	{object}	ServicePromise
//	@Failure		400	{object}	Problem
//	@Failure		406	{object}	Problem
//	@Failure		413	{object}	Problem
//	@Failure		415	{object}	Problem
//	@Failure		422	{object}	Problem
//	@Failure		429	{object}	Problem
//	@Failure		500	{object}	Problem
//	@Failure		503	{object}	Problem
//	@Router			/v1/service-promise [post]
func (s *server) postServicePromise(c echo.Context) error { return s.servicePromise(c) }
