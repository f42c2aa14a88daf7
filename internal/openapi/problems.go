package openapi

import (
	"net/http"
	"slices"
	"strconv"

	"github.com/getkin/kin-openapi/openapi3"
)

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
