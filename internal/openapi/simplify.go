package openapi

import (
	"maps"
	"slices"
	"strconv"
	"strings"

	"blyant/internal/option"

	"github.com/getkin/kin-openapi/openapi2"
	"github.com/getkin/kin-openapi/openapi3"
)

// Simplify returns the Swagger 2.0 document of the OpenAPI 3 one. What that
// cannot say goes: a number that may be a text is a number, an answer has the
// schema of its JSON in every format, the fields of a list's items are no
// parameters of a query, and a form is no body.
func Simplify(document *openapi3.T) *openapi2.T {
	out := &openapi2.T{Swagger: "2.0", Info: *document.Info, BasePath: "/", Tags: document.Tags, Paths: map[string]*openapi2.PathItem{},
		Definitions: map[string]*openapi2.SchemaRef{}, Parameters: map[string]*openapi2.Parameter{}, Responses: map[string]*openapi2.Response{},
		Extensions: map[string]any{"x-generated": generated}}
	for name, p := range document.Components.Parameters {
		if sayable(p) {
			out.Parameters[name] = simpleParameter(p)
		}
	}
	for name, r := range document.Components.Responses {
		out.Responses[name] = simpleResponse(r)
	}
	for path, item := range document.Paths.Map() {
		out.Paths[path] = &openapi2.PathItem{}
		for method, operation := range item.Operations() {
			out.Paths[path].SetOperation(method, simpleOperation(operation))
		}
	}
	define(out, document.Components.Schemas)
	return out
}

func simpleOperation(o *openapi3.Operation) *openapi2.Operation {
	out := &openapi2.Operation{OperationID: o.OperationID, Summary: o.Summary, Description: o.Description, Tags: o.Tags,
		Responses: openapi2.NewResponsesWithCapacity(o.Responses.Len())}
	for _, p := range o.Parameters {
		if sayable(p) {
			out.Parameters = append(out.Parameters, simpleParameter(p))
		}
	}
	if o.RequestBody != nil {
		out.Consumes = []string{mediaJSON}
		json := o.RequestBody.Value.Content[mediaJSON]
		if json == nil { // rows, all of whose media types are texts
			out.Consumes = slices.Sorted(maps.Keys(o.RequestBody.Value.Content))
			json = o.RequestBody.Value.Content[out.Consumes[0]]
		}
		out.Parameters = append(openapi2.Parameters{{In: "body", Name: "body", Required: true, Schema: simpleSchema(json.Schema)}}, out.Parameters...)
	}
	for status, r := range o.Responses.Map() {
		out.Responses.Set(status, simpleResponse(r))
		if status == strconv.Itoa(200) {
			out.Produces = produced(r.Value.Content)
		}
	}
	return out
}

// produced are the media types of an answer, JSON first.
func produced(content openapi3.Content) []string {
	var all []string
	for _, m := range option.Media() {
		if content[m.Type] != nil {
			all = append(all, m.Type)
		}
	}
	return all
}

func simpleResponse(r *openapi3.ResponseRef) *openapi2.Response {
	if r.Ref != "" {
		return &openapi2.Response{Ref: strings.Replace(r.Ref, "#/components/", "#/", 1)}
	}
	out := &openapi2.Response{Description: *r.Value.Description}
	for _, media := range []string{mediaJSON, mediaProblem, mediaText} {
		if content := r.Value.Content[media]; content != nil {
			out.Schema = simpleSchema(content.Schema)
			break
		}
	}
	for _, name := range slices.Sorted(maps.Keys(r.Value.Headers)) {
		if out.Headers == nil {
			out.Headers = map[string]*openapi2.Header{}
		}
		header := r.Value.Headers[name].Value
		out.Headers[name] = &openapi2.Header{Parameter: openapi2.Parameter{Description: header.Description, Type: header.Schema.Value.Type}}
	}
	return out
}

// writeSwagger writes the Swagger 2.0 document, its paths in the order of use.
func writeSwagger(document *openapi2.T, order []string) ([]byte, error) {
	var all object
	for _, path := range order {
		all = append(all, member{path, document.Paths[path]})
	}
	return marshal(object{
		{"swagger", document.Swagger}, {"x-generated", document.Extensions["x-generated"]}, {"info", document.Info}, {"basePath", document.BasePath},
		{"tags", document.Tags}, {"paths", all}, {"parameters", document.Parameters}, {"responses", document.Responses}, {"definitions", document.Definitions},
	})
}
