package api

import (
	"context"

	"blyant/internal/answer"
	"blyant/internal/input"
	"blyant/model"
	"blyant/model/service"

	"github.com/labstack/echo/v4"
)

// programmesShape is a scenario, the number of customers, and the programmes.
var programmesShape = input.Shape{Scenario: input.Nested, Fields: service.ProgrammesFields(),
	List: "programmes", Item: service.ProgrammeFields(), MaxItems: service.MostProgrammes}

// programmesRequest is what is asked of the model; programmes are read one by one.
type programmesRequest struct {
	service.ProgrammesRequest
	programmes []*service.Programme
}

func (q *programmesRequest) target() input.Target {
	return input.Target{Scenario: &q.Scenario, Own: &q.ProgrammesRequest, Item: func(key string) model.Record {
		programme := &service.Programme{}
		q.programmes, q.Keys = append(q.programmes, programme), append(q.Keys, key)
		return programme
	}}
}

func (q *programmesRequest) weigh(ctx context.Context) (service.ProgrammesResult, error) {
	for _, programme := range q.programmes {
		q.Programmes = append(q.Programmes, *programme)
	}
	return service.WeighProgrammes(ctx, q.ProgrammesRequest)
}

// programmesAnswer godoc
//
//	@Summary		What a bonus card, a VIP evening or a newsletter brings
//	@Description	Weighs one or more programmes that are to keep customers against what they cost, greatest total gain first, and holds keeping customers against finding new ones: where does one more krone do more?
//	@Tags			calculators
//	@Produce		json,text/csv,text/tab-separated-values,application/xml,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet,html
//	@Success		200	{object}	Programmes
//	@Success		304	"the answer that the client has is still right"
//	@Failure		400	{object}	Problem
//	@Failure		406	{object}	Problem
//	@Failure		422	{object}	Problem
//	@Failure		429	{object}	Problem
//	@Failure		500	{object}	Problem
//	@Failure		503	{object}	Problem
//	@Router			/v1/programmes [get]
func (s *server) programmesAnswer(c echo.Context) error {
	var q programmesRequest
	r, err := s.read(c, programmesShape, q.target())
	if err != nil {
		return err
	}
	result, err := q.weigh(c.Request().Context())
	if err != nil {
		return err
	}
	return s.respond(c, r, answer.Programmes(result, r.lang))
}

// postProgrammes godoc
//
//	@Summary		What programmes bring, from a body
//	@Description	The same as by GET, to the byte. Format, language and dialect come in the query, everything else in the body: JSON, or a form with the names of the query.
//	@Tags			calculators
//	@Accept			json,x-www-form-urlencoded
//	@Param			programmes	body	ProgrammesRequest	true	"the customer and the programmes"
//	@Produce		json,text/csv,text/tab-separated-values,application/xml,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet
//	@Success		200	{object}	Programmes
//	@Failure		400	{object}	Problem
//	@Failure		406	{object}	Problem
//	@Failure		413	{object}	Problem
//	@Failure		415	{object}	Problem
//	@Failure		422	{object}	Problem
//	@Failure		429	{object}	Problem
//	@Failure		500	{object}	Problem
//	@Failure		503	{object}	Problem
//	@Router			/v1/programmes [post]
func (s *server) postProgrammes(c echo.Context) error { return s.programmesAnswer(c) }
