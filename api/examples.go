package api

import (
	_ "embed"
	"encoding/json"
	"fmt"
	"slices"
	"sync"

	"blyant/internal/answer"
	"blyant/internal/input"
	"blyant/internal/locale"

	"github.com/labstack/echo/v4"
)

//go:embed examples.json
var exampleFile []byte

// example is a ready request with what it is about, in all languages.
type example struct {
	Name        string                     `json:"name"`
	Resource    string                     `json:"resource"`
	Title       map[locale.Language]string `json:"title"`
	Explanation map[locale.Language]string `json:"explanation"`
	Request     json.RawMessage            `json:"request"`
}

// allExamples reads the examples once. The file is part of the program, so one
// that cannot be read is a fault of the program, which every test meets.
var allExamples = sync.OnceValue(func() []example {
	var all []example
	if err := json.Unmarshal(exampleFile, &all); err != nil {
		panic(fmt.Errorf("examples: %w", err))
	}
	return all
})

// record is the example in one language, its request ready to POST and its
// query ready to GET.
func (e example) record(l locale.Language) answer.Record {
	request := e.request(l)
	return answer.Record{
		{Name: "name", Value: answer.String(e.Name)},
		{Name: "resource", Value: answer.String(e.Resource)},
		{Name: "title", Value: answer.String(e.Title[l])},
		{Name: "explanation", Value: answer.String(e.Explanation[l])},
		{Name: "request", Value: request},
		{Name: "query", Value: answer.String(encode(paramsOf(request)))},
	}
}

// exampleTable is a row for each example, without the requests, which are trees.
func exampleTable(name string, records []answer.Record) answer.Table {
	t := answer.Table{Name: name}
	for _, r := range records {
		flat := answer.TableOf(name, r)
		t.Columns, t.Rows = flat.Columns, append(t.Rows, flat.Rows...)
	}
	return t
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
	r, err := s.read(c, input.Shape{}, input.Target{})
	if err != nil {
		return err
	}
	var records []answer.Record
	list := answer.List{Item: "example"}
	for _, e := range allExamples() {
		record := e.record(r.lang)
		records, list.Nodes = append(records, record), append(list.Nodes, record)
	}
	return s.respond(c, r, answer.Answer{Resource: "examples", Body: answer.Record{{Name: "examples", Value: list}},
		Tables: []answer.Table{exampleTable("examples", records)}})
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
	i := slices.IndexFunc(allExamples(), func(e example) bool { return e.Name == name })
	if i < 0 {
		return notFound("name", "unknown_example", name, exampleNames())
	}
	r, err := s.read(c, input.Shape{}, input.Target{})
	if err != nil {
		return err
	}
	record := allExamples()[i].record(r.lang)
	return s.respond(c, r, answer.Answer{Resource: "example", Title: name, Body: record,
		Tables: []answer.Table{exampleTable("example", []answer.Record{record})}})
}

func exampleNames() []string {
	var names []string
	for _, e := range allExamples() {
		names = append(names, e.Name)
	}
	return names
}
