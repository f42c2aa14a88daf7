package api

import (
	"blyant/internal/answer"
	"blyant/internal/calculator"
	"blyant/internal/input"
	"blyant/internal/locale"

	"github.com/labstack/echo/v4"
)

// decimalPoint goes with the query of an example, so that a language added to it
// changes words only.
var decimalPoint = input.Param{Name: "decimal", Value: "point"}

// exampleRecord is the example in one language, its request ready to POST and
// its query ready to GET.
func exampleRecord(e calculator.Example, l locale.Language) answer.Record {
	return answer.Record{
		{Name: "name", Value: answer.String(e.Name)},
		{Name: "resource", Value: answer.String(e.Resource)},
		{Name: "title", Value: answer.String(l.Example(e.Name + ".title"))},
		{Name: "explanation", Value: answer.String(l.Example(e.Name + ".explanation"))},
		{Name: "request", Value: e.Body(l)},
		{Name: "query", Value: answer.String(append(e.Query(l), decimalPoint).Encode())},
	}
}

// examples godoc
//
//	@Summary		Ready inputs
//	@Description	Realistic inputs to start from, each with the resource it is for, its body to POST and its query to GET.
//	@Tags			reference
//	@Produce		json,text/csv,text/tab-separated-values,application/xml,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet
//	@Success		200	{object}	Examples
//	@Success		304	"the answer that the client has is still right"
//	@Failure		400	{object}	Problem
//	@Failure		406	{object}	Problem
//	@Failure		422	{object}	Problem
//	@Failure		429	{object}	Problem
//	@Failure		500	{object}	Problem
//	@Failure		503	{object}	Problem
//	@Router			/v1/examples [get]
func (s *server) examples(c echo.Context) error {
	r, err := s.read(c, input.Shape{}, nil)
	if err != nil {
		return err
	}
	var records []answer.Record
	list := answer.List{Item: "example"}
	for _, e := range calculator.Examples() {
		record := exampleRecord(e, r.lang)
		records, list.Nodes = append(records, record), append(list.Nodes, record)
	}
	return s.respond(c, r, nil, answer.Answer{Resource: "examples", Body: answer.Record{{Name: "examples", Value: list}},
		Tables: []answer.Table{answer.Fixed("examples", "example", records)}})
}

// example godoc
//
//	@Summary		One ready input
//	@Description	One of the examples, by its name.
//	@Tags			reference
//	@Param			name	path	string	true	"name of the example"
//	@Produce		json,text/csv,text/tab-separated-values,application/xml,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet
//	@Success		200	{object}	Example
//	@Success		304	"the answer that the client has is still right"
//	@Failure		400	{object}	Problem
//	@Failure		404	{object}	Problem
//	@Failure		406	{object}	Problem
//	@Failure		422	{object}	Problem
//	@Failure		429	{object}	Problem
//	@Failure		500	{object}	Problem
//	@Failure		503	{object}	Problem
//	@Router			/v1/examples/{name} [get]
func (s *server) example(c echo.Context) error {
	name, err := nameInPath(c, "name")
	if err != nil {
		return err
	}
	e, known := calculator.ExampleNamed(name)
	if !known {
		return notFound("name", "unknown_example", name, exampleNames())
	}
	r, err := s.read(c, input.Shape{}, nil)
	if err != nil {
		return err
	}
	record := exampleRecord(e, r.lang)
	return s.respond(c, r, nil, answer.Answer{Resource: "example", Title: name, Body: record,
		Tables: []answer.Table{answer.Fixed("example", "example", []answer.Record{record})}})
}

func exampleNames() []string {
	var names []string
	for _, e := range calculator.Examples() {
		names = append(names, e.Name)
	}
	return names
}
