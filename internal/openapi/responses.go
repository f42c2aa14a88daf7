package openapi

import (
	"maps"
	"net/http"
	"slices"
	"strconv"
	"strings"

	"github.com/getkin/kin-openapi/openapi3"
)

// figureText is what a cell formula gets: the figure, the mark of one that has
// no value, or with errors=inline what is wrong.
const figureText = `^(-?[0-9]+([.,][0-9]+)?|#N/A|#ERR .*)$`

// separateMedia gives every media type the schema of what it is: the converter
// gives all of them that of the JSON.
func separateMedia(r *openapi3.Response, calculates bool) {
	media := slices.Collect(maps.Keys(r.Content))
	for _, name := range media {
		switch name {
		case mediaJSON:
		case mediaXLSX, mediaPNG:
			r.Content[name] = openapi3.NewMediaType().WithSchema(openapi3.NewStringSchema().WithFormat("binary"))
		case mediaText:
			r.Content[name] = openapi3.NewMediaType().WithSchema(openapi3.NewStringSchema().WithPattern(figureText))
		default:
			r.Content[name] = openapi3.NewMediaType().WithSchema(openapi3.NewStringSchema())
		}
	}
	if calculates && r.Content[mediaText] == nil && len(media) > 0 {
		fault := openapi3.NewStringSchema().WithPattern("^#ERR ")
		fault.Description = "With errors=inline, what is wrong with the request."
		r.Content[mediaText] = openapi3.NewMediaType().WithSchema(fault)
	}
}

// completeBody makes a body be taken as a form too: the fields of a query.
func completeBody(b *openapi3.RequestBody) {
	b.Required = true
	delete(b.Extensions, "x-originalParamName")
	form := openapi3.NewObjectSchema()
	form.Description = "The fields of the query of the same path, as a form sends them."
	form.AdditionalProperties = openapi3.AdditionalProperties{Schema: openapi3.NewStringSchema().NewRef()}
	if json := b.Content[mediaJSON]; json != nil {
		b.Content = openapi3.Content{mediaJSON: json, mediaForm: openapi3.NewMediaType().WithSchema(form)}
	}
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
	{http.StatusUnsupportedMediaType, "UnsupportedMediaType", "The body is neither JSON nor a form, or is compressed."},
	{http.StatusUnprocessableEntity, "Invalid", "The request is well-formed and wrong; the problem lists every fault."},
	{http.StatusTooManyRequests, "TooManyRequests", "Too many requests; Retry-After says how many seconds to wait."},
	{http.StatusInternalServerError, "Internal", "The fault is the server's."},
	{http.StatusServiceUnavailable, "Unavailable", "The server is busy, or the answer takes too long to work out."},
}

// addErrors makes the answers of errors known, for all operations to refer to.
func addErrors(c *openapi3.Components) {
	c.Responses = openapi3.ResponseBodies{}
	for _, e := range problems {
		c.Responses[e.name] = &openapi3.ResponseRef{Value: problem(e.text, e.status == http.StatusTooManyRequests)}
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

// addResponses adds what every operation of its kind may be answered.
func addResponses(c *openapi3.Components, path, method string, operation *openapi3.Operation) {
	if !strings.HasPrefix(path, "/v1/") {
		return
	}
	if method == http.MethodGet {
		unchanged := openapi3.NewResponse().WithDescription("The client has the answer already.")
		operation.Responses.Set(strconv.Itoa(http.StatusNotModified), &openapi3.ResponseRef{Value: unchanged})
	}
	for _, e := range problems {
		aboutBody := e.status == http.StatusRequestEntityTooLarge || e.status == http.StatusUnsupportedMediaType
		aboutName := e.status == http.StatusNotFound
		if (aboutBody && method != http.MethodPost) || (aboutName && !strings.Contains(path, "{")) {
			continue
		}
		operation.Responses.Set(strconv.Itoa(e.status), &openapi3.ResponseRef{Ref: "#/components/responses/" + e.name, Value: c.Responses[e.name].Value})
	}
}
