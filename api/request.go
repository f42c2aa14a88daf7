package api

import (
	"errors"
	"net/http"
	"slices"
	"strings"

	"blyant/internal/admission"
	"blyant/internal/input"
	"blyant/internal/locale"
	"blyant/internal/option"
	"blyant/model/vocabulary"

	"github.com/labstack/echo/v4"
)

// request is what was asked beside the customer: in which format, language and
// dialect.
type request struct {
	option.Options
	lang   locale.Language
	medium *option.Medium
	params input.Params // of the query, without the options
	base   string       // address of the server as the public knows it, without a slash at the end
	tag    string       // entity tag of the answer, before compression
	buffer buffer       // of the answer's bytes

	embedded bool // the page is to be shown within another
}

// read takes a request apart: into the record goes what is asked of the model, the
// rest is returned. Its faults come all at once. A GET whose answer the client
// has already ends here too, with unchangedError.
func (s *server) read(c echo.Context, shape input.Shape, record any) (*request, error) {
	r, faults := s.readOptions(c)
	if r == nil {
		return nil, faults
	}
	if r.medium == nil {
		return nil, notAcceptable(r.Format, offersOf(c))
	}
	more, err := s.readInput(c, r, shape, record)
	if err != nil {
		return nil, err
	}
	if err := append(faults, more...).OrNil(); err != nil {
		return nil, err
	}
	if c.Request().Method != http.MethodPost {
		r.tag = s.entityTag(c, r)
		if tag, has := held(c.Request().Header, r.tag); has {
			return nil, &unchangedError{tag}
		}
	}
	return r, nil
}

// readOptions reads the options of the query; no request where the query
// cannot be read at all.
func (s *server) readOptions(c echo.Context) (*request, vocabulary.Faults) {
	params, faults := input.ParseQuery(c.Request().URL.RawQuery)
	if len(faults) > 0 {
		return nil, faults
	}
	r := &request{base: s.baseURL(c)}
	taken, rest := params.Split(optionNames...)
	if len(taken) > 0 {
		withoutRegion(taken)
		faults = input.FromParams(optionShape, taken, input.Dialect{}, &r.Options)
	}
	r.params = rest
	r.lang = languageOf(r.Lang, c.Request().Header)
	r.medium = choose(r.Format, c.Request().Header, offersOf(c))
	if r.medium != nil {
		r.Format = r.medium.Name
	}
	return r, append(faults, r.Conflicts()...)
}

// The options of a query; none is required.
var (
	optionNames = option.Names()
	optionShape = input.Shape{Fields: option.Fields()}
)

// withoutRegion writes a language as the options have it: nb-NO and nb_NO are nb.
func withoutRegion(options input.Params) {
	for i, o := range options {
		if l, known := locale.Parse(input.Trim(o.Value)); o.Name == "lang" && known {
			options[i].Value = string(l)
		}
	}
}

// reading is how the texts of the request have their numbers.
func (r *request) reading() input.Dialect {
	return input.Dialect{Comma: r.ReadsComma(), Said: r.Decimal != "", Percent: r.Percent == "on"}
}

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

// languageOf returns the language of words: the one of the query, else the one
// that the client's settings prefer.
func languageOf(lang string, h http.Header) locale.Language {
	if l, known := locale.Parse(lang); known {
		return l
	}
	return locale.Match(h.Get("Accept-Language"))
}

// choose returns the format to answer in: the one of the query, else the one
// that Accept wants. A figure is text whatever Accept says. It is nil where
// there is no such format here.
func choose(name string, h http.Header, offers []string) *option.Medium {
	switch {
	case name != "" && !slices.Contains(offers, name):
		return nil
	case name != "":
		return option.MediumNamed(name)
	case len(offers) == 1:
		return option.MediumNamed(offers[0])
	}
	return negotiate(strings.Join(h.Values(echo.HeaderAccept), ","), offers)
}

const offersKey = "offers"

// offersOf returns the formats of the route that was found.
func offersOf(c echo.Context) []string {
	offers, _ := c.Get(offersKey).([]string)
	return offers
}
