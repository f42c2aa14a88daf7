package api

import (
	"errors"
	"net/http"

	"blyant/internal/admission"
	"blyant/internal/input"
	"blyant/model/vocabulary"

	"github.com/labstack/echo/v4"
)

// percentOfJSON is the conflict of an option that reads texts with a body whose
// numbers are none.
func (r *request) percentOfJSON() vocabulary.Faults {
	if r.Percent != "on" {
		return nil
	}
	return vocabulary.Faults{{Field: "percent", Code: vocabulary.CodeConflict, Reason: "percent_with_json", Value: r.Percent}}
}

// readInput reads what the model is asked, from the query or, in a POST, from
// the body; the query then holds options only.
func (s *server) readInput(c echo.Context, r *request, shape input.Shape, record any) (vocabulary.Faults, error) {
	if c.Request().Method != http.MethodPost {
		return input.FromParams(shape, r.params, r.reading(), record), nil
	}
	kind, err := bodyKind(c.Request().Header, shape)
	if err != nil {
		return nil, err
	}
	if kind == mediaRows {
		return s.readRows(c, r, shape, record)
	}
	faults := besideBody(r.params, shape)
	body, err := s.readBody(c)
	if err != nil {
		return nil, err
	}
	if kind == echo.MIMEApplicationJSON {
		faults = append(faults, r.percentOfJSON()...)
		return append(faults, readJSON(shape, body, r.reading(), record)...), nil
	}
	return append(faults, readForm(shape, body, r.reading(), record)...), nil
}

// besideBody are the faults of fields that stand in the query of a POST whose body
// has the fields. Where a body may be rows, whose fields are in the query, a blank
// one says nothing: programs that fill in forms send it.
func besideBody(params input.Params, shape input.Shape) vocabulary.Faults {
	var faults vocabulary.Faults
	for _, p := range params {
		if _, known := vocabulary.FieldNamed(shape.Fields, p.Name); known && shape.Rows != nil && p.Value == "" {
			continue
		}
		faults = append(faults, vocabulary.Fault{Field: p.Name, Code: vocabulary.CodeUnknownField, Reason: "field_in_query", Value: p.Value})
	}
	return faults
}

// readBody reads a body to its end. One that is half sent does not hold up a
// server that stops.
func (s *server) readBody(c echo.Context) (body []byte, err error) {
	s.arrivals.begin(c.Response())
	defer func() { s.arrivals.end(c.Response(), err == nil) }()
	if body, err = s.holding.readAll(c, c.Request().Body); err == nil {
		return body, nil
	}
	return nil, unreadable(err)
}

// unreadable is the error of a body that could not be read.
func unreadable(err error) error {
	var large *http.MaxBytesError
	var busy *admission.BusyError
	switch {
	case errors.As(err, &busy):
		return busy
	case errors.As(err, &large):
		return large
	} // the client went away or sends too slowly; there is hardly anyone to tell
	return vocabulary.Faults{{Code: vocabulary.CodeMalformed, Reason: "unreadable_body"}}
}

// untilEnding reads a body with little time left once the server ends.
func (s *server) untilEnding(c echo.Context, read func() error) (err error) {
	s.arrivals.begin(c.Response())
	defer func() { s.arrivals.end(c.Response(), err == nil) }()
	return read()
}
