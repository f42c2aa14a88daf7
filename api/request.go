package api

import (
	"errors"
	"io"
	"mime"
	"net/http"
	"slices"
	"strings"

	"blyant/internal/input"
	"blyant/internal/locale"
	"blyant/model"

	"github.com/labstack/echo/v4"
)

// request is what was asked beside the customer: in which format, language and
// dialect.
type request struct {
	options
	lang   locale.Language
	medium *medium
	params input.Params // of the query, without the options
	base   string       // address of the server as the public knows it, without a slash at the end
	tag    string       // entity tag of the answer, before compression
}

// read takes a request apart: into target goes what is asked of the model, the
// rest is returned. Its faults come all at once. A GET whose answer the client
// has already ends here too, with unchangedError.
func (s *server) read(c echo.Context, shape input.Shape, target input.Target) (*request, error) {
	r, faults := s.readOptions(c)
	if r == nil {
		return nil, faults
	}
	if r.medium == nil {
		return nil, notAcceptable(r.Format, offersOf(c))
	}
	more, err := s.readInput(c, r, shape, target)
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
func (s *server) readOptions(c echo.Context) (*request, model.Faults) {
	params, faults := input.ParseQuery(c.Request().URL.RawQuery)
	if len(faults) > 0 {
		return nil, faults
	}
	r := &request{base: s.baseURL(c)}
	taken, rest := params.Split(optionNames()...)
	faults = input.FromParams(input.Shape{Fields: optionFields}, taken, false, input.Target{Own: &r.options})
	r.params = rest
	r.lang = languageOf(r.Lang, c.Request().Header)
	r.medium = choose(r.Format, c.Request().Header, offersOf(c))
	if r.medium != nil {
		r.Format = r.medium.name
	}
	return r, append(faults, r.conflicts()...)
}

// readInput reads what the model is asked, from the query or, in a POST, from
// the body; the query then holds options only.
func (s *server) readInput(c echo.Context, r *request, shape input.Shape, target input.Target) (model.Faults, error) {
	if c.Request().Method != http.MethodPost {
		return input.FromParams(shape, r.params, r.readsComma(), target), nil
	}
	var faults model.Faults
	for _, p := range r.params {
		faults = append(faults, model.Fault{Field: p.Name, Code: model.CodeUnknownField, Reason: "field_in_query", Value: p.Value})
	}
	kind, err := bodyKind(c.Request().Header)
	if err != nil {
		return nil, err
	}
	body, err := s.readBody(c)
	if err != nil {
		return nil, err
	}
	if kind == echo.MIMEApplicationJSON {
		return append(faults, input.FromJSON(shape, body, r.readsComma(), target)...), nil
	}
	params, unreadable := input.ParseQuery(strings.TrimRight(string(body), "\r\n"))
	switch {
	case len(unreadable) > 0:
		return append(faults, unreadable...), nil
	case len(params) == 0:
		return append(faults, model.Fault{Code: model.CodeMalformed, Reason: "empty_body"}), nil
	}
	return append(faults, input.FromParams(shape, params, r.readsComma(), target)...), nil
}

// bodyKinds are the media types that a body may have.
var bodyKinds = []string{echo.MIMEApplicationJSON, echo.MIMEApplicationForm}

// bodyKind returns the media type of the body. Compressed bodies are refused,
// since a small one can expand to any size.
func bodyKind(h http.Header) (string, error) {
	kind, parameters, err := mime.ParseMediaType(h.Get(echo.HeaderContentType))
	charset := strings.ToLower(parameters["charset"])
	if err != nil || !slices.Contains(bodyKinds, kind) || (charset != "" && charset != "utf-8") ||
		(h.Get(echo.HeaderContentEncoding) != "" && h.Get(echo.HeaderContentEncoding) != "identity") {
		return "", &problem{status: http.StatusUnsupportedMediaType, reason: "unsupported_media_type", args: []string{strings.Join(bodyKinds, ", ")}}
	}
	return kind, nil
}

func (s *server) readBody(c echo.Context) ([]byte, error) {
	body, err := io.ReadAll(c.Request().Body)
	var large *http.MaxBytesError
	switch {
	case errors.As(err, &large):
		return nil, large
	case err != nil: // the client went away or sends too slowly; there is hardly anyone to tell
		return nil, model.Faults{{Code: model.CodeMalformed, Reason: "unreadable_body"}}
	}
	return body, nil
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
func choose(name string, h http.Header, offers []string) *medium {
	switch {
	case name != "" && !slices.Contains(offers, name):
		return nil
	case name != "":
		return mediumNamed(name)
	case len(offers) == 1:
		return mediumNamed(offers[0])
	}
	return negotiate(strings.Join(h.Values(echo.HeaderAccept), ","), offers)
}

const offersKey = "offers"

// offersOf returns the formats of the route that was found.
func offersOf(c echo.Context) []string {
	offers, _ := c.Get(offersKey).([]string)
	return offers
}
