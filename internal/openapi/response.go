package openapi

import (
	"net/http"
	"slices"
	"strconv"
	"strings"

	"blyant/internal/option"

	"github.com/getkin/kin-openapi/openapi3"
)

// Media types that are no formats of answers, and the one of JSON.
const (
	mediaJSON    = "application/json"
	mediaProblem = "application/problem+json"
	mediaForm    = "application/x-www-form-urlencoded"
	mediaText    = "text/plain"
	mediaCSV     = "text/csv"
)

// figureText is what a cell formula gets: the figure, the mark of one that has
// no value, or with errors=inline what is wrong.
const figureText = `^(-?[0-9]+([.,][0-9]+)?|#N/A|#ERR .*)$`

// goodResponse is a good answer in the formats given; in JSON it is of that
// schema.
func goodResponse(method string, media []string, answer *openapi3.SchemaRef) *openapi3.Response {
	r := openapi3.NewResponse().WithDescription("The answer.")
	r.Content, r.Headers = openapi3.Content{}, headers(method)
	for _, name := range media {
		m := option.MediumNamed(name)
		s := openapi3.NewStringSchema()
		switch {
		case name == option.JSON:
			r.Content[m.Type] = openapi3.NewMediaType().WithSchemaRef(answer)
			continue
		case name == option.Text:
			s.Pattern = figureText
		case m.Binary:
			s.Format = "binary"
		}
		r.Content[m.Type] = openapi3.NewMediaType().WithSchema(s)
	}
	if r.Content[mediaText] == nil {
		fault := openapi3.NewStringSchema().WithPattern("^#ERR ")
		fault.Description = "With errors=inline, what is wrong with the request."
		r.Content[mediaText] = openapi3.NewMediaType().WithSchema(fault)
	}
	return r
}

// headers are those of a good answer.
func headers(method string) openapi3.Headers {
	all := openapi3.Headers{
		"Cache-Control":    header("How long the answer may be kept."),
		"Content-Language": header("Language of the answer's words."),
		"X-Request-Id":     header("Name of the request, as the log has it."),
	}
	if method == http.MethodGet {
		all["ETag"] = header("Names the answer; sent back in If-None-Match it saves sending the answer again.")
		all["Vary"] = header("Request headers that the answer depends on.")
	}
	return all
}

func header(text string) *openapi3.HeaderRef {
	return &openapi3.HeaderRef{Value: &openapi3.Header{Parameter: openapi3.Parameter{Description: text, Schema: openapi3.NewStringSchema().NewRef()}}}
}

// problems are the statuses of problems, what they are called in the document and
// what they mean.
var problems = []struct {
	status     int
	name, text string
}{
	{http.StatusBadRequest, "Malformed", "The request cannot be taken apart: not JSON, not UTF-8, nothing at all."},
	{http.StatusNotFound, "NotFound", "There is nothing of that name."},
	{http.StatusNotAcceptable, "NotAcceptable", "The answer does not come in the format asked for; the problem lists those that it comes in."},
	{http.StatusRequestEntityTooLarge, "TooLarge", "The body is larger than the server takes."},
	{http.StatusRequestURITooLong, "AddressTooLong", "The address is longer than the server takes; a POST has room."},
	{http.StatusRequestHeaderFieldsTooLarge, "HeaderTooLarge", "The header fields are longer than the server takes."},
	{http.StatusUnsupportedMediaType, "UnsupportedMediaType", "The body is of a media type that is not taken here, or is compressed."},
	{http.StatusUnprocessableEntity, "Invalid", "The request is well-formed and wrong; the problem lists every fault."},
	{http.StatusTooManyRequests, "TooManyRequests", "Too many requests; Retry-After says how many seconds to wait."},
	{http.StatusInternalServerError, "Internal", "The fault is the server's."},
	{http.StatusServiceUnavailable, "Unavailable", "The server is busy, or the answer takes too long to work out."},
}

// addProblems makes the answers of errors known, for all operations to refer to.
func (b *builder) addProblems() {
	b.Components.Responses = openapi3.ResponseBodies{}
	for _, e := range problems {
		b.Components.Responses[e.name] = &openapi3.ResponseRef{Value: problem(e.text, e.status == http.StatusTooManyRequests)}
	}
}

func problem(text string, retry bool) *openapi3.Response {
	plain := openapi3.NewStringSchema()
	plain.Description = "Where text is asked for: a line for each fault."
	r := openapi3.NewResponse().WithDescription(text)
	r.Content = openapi3.Content{
		mediaProblem: openapi3.NewMediaType().WithSchemaRef(&openapi3.SchemaRef{Ref: "#/components/schemas/Problem"}),
		mediaText:    openapi3.NewMediaType().WithSchema(plain),
	}
	if retry {
		r.Headers = openapi3.Headers{"Retry-After": header("Seconds to wait.")}
	}
	return r
}

// responses are the good answer and what else an operation may be answered.
func (b *builder) responses(method, path string, good *openapi3.Response) *openapi3.Responses {
	all := openapi3.NewResponses(openapi3.WithStatus(http.StatusOK, &openapi3.ResponseRef{Value: good}))
	statuses := []int{http.StatusBadRequest, http.StatusNotAcceptable, http.StatusUnprocessableEntity}
	if strings.Contains(path, "{") {
		statuses = append(statuses, http.StatusNotFound)
	}
	if method == http.MethodPost {
		statuses = append(statuses, http.StatusRequestEntityTooLarge, http.StatusUnsupportedMediaType)
	} else {
		b.unchanged(all)
	}
	b.refused(all, statuses...)
	b.overloaded(all)
	return all
}

// unchanged adds the answer to a client that has the answer.
func (b *builder) unchanged(all *openapi3.Responses) {
	r := openapi3.NewResponse().WithDescription("The client has the answer already.")
	all.Set(strconv.Itoa(http.StatusNotModified), &openapi3.ResponseRef{Value: r})
}

// overloaded adds what a server answers that cannot do what is asked of it.
func (b *builder) overloaded(all *openapi3.Responses) {
	b.refused(all, http.StatusRequestURITooLong, http.StatusRequestHeaderFieldsTooLarge, http.StatusTooManyRequests, http.StatusInternalServerError, http.StatusServiceUnavailable)
}

// refused adds the problems of these statuses.
func (b *builder) refused(all *openapi3.Responses, statuses ...int) {
	for _, e := range problems {
		if slices.Contains(statuses, e.status) {
			all.Set(strconv.Itoa(e.status), &openapi3.ResponseRef{Ref: "#/components/responses/" + e.name, Value: b.Components.Responses[e.name].Value})
		}
	}
}
