package openapi

import (
	"net/http"
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
