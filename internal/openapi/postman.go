package openapi

import (
	"encoding/json"
	"fmt"
	"maps"
	"net/url"
	"slices"
	"strings"

	"blyant/internal/option"

	"github.com/getkin/kin-openapi/openapi3"
)

// collectionSchema is the form that the collection has: Postman's 2.1.
const collectionSchema = "https://schema.getpostman.com/json/collection/v2.1.0/collection.json"

// Where the collection asks until it is told otherwise: the variable baseUrl.
const (
	baseVariable = "baseUrl"
	baseAddress  = "http://127.0.0.1:8080"
)

// Postman returns the document as a collection for Postman: a folder for each tag,
// a request for each operation, filled in with its example. Parameters without one
// are there and switched off. An operation with a body is a request for each ready
// body of its first media type.
func Postman(document *openapi3.T) ([]byte, error) {
	var folders []object
	for _, tag := range document.Tags {
		var requests []object
		for _, path := range paths(document) {
			for _, method := range slices.Sorted(maps.Keys(document.Paths.Value(path).Operations())) {
				operation := document.Paths.Value(path).GetOperation(method)
				if slices.Contains(operation.Tags, tag.Name) {
					made, err := collected(method, path, operation)
					if err != nil {
						return nil, err
					}
					requests = append(requests, made...)
				}
			}
		}
		folders = append(folders, object{{"name", tag.Name}, {"description", tag.Description}, {"item", requests}})
	}
	return marshal(object{
		{"info", object{{"name", document.Info.Title}, {"description", document.Info.Description}, {"version", document.Info.Version}, {"schema", collectionSchema}}},
		{"variable", []object{{{"key", baseVariable}, {"value", baseAddress}}}},
		{"item", folders},
	})
}

// collected are the requests of an operation.
func collected(method, path string, operation *openapi3.Operation) ([]object, error) {
	var media string
	if operation.RequestBody != nil {
		media = slices.Sorted(maps.Keys(operation.RequestBody.Value.Content))[0]
	}
	address, err := collectedAddress(path, operation.Parameters, media == mediaJSON)
	if err != nil {
		return nil, fmt.Errorf("%s %s: %w", method, path, err)
	}
	request := func(name string, more ...member) object {
		head := object{{"method", method}, {"description", operation.Description}, {"url", address}}
		return object{{"name", name}, {"request", append(head, more...)}}
	}
	if operation.RequestBody == nil {
		return []object{request(operation.Summary)}, nil
	}
	var all []object
	for _, b := range bodies(operation.RequestBody.Value.Content[media]) {
		text, err := bodyText(b.value)
		if err != nil {
			return nil, err
		}
		header := []object{{{"key", "Content-Type"}, {"value", media}}}
		all = append(all, request(strings.TrimSuffix(operation.Summary+": "+b.name, ": "), member{"header", header}, member{"body", object{{"mode", "raw"}, {"raw", text}}}))
	}
	if len(all) == 0 {
		return nil, fmt.Errorf("%s %s has no body that is ready", method, path)
	}
	return all, nil
}

// bodies are the ready bodies of a media type, by their summaries.
func bodies(media *openapi3.MediaType) []member {
	if media.Example != nil {
		return []member{{"", media.Example}}
	}
	var all []member
	for _, name := range slices.Sorted(maps.Keys(media.Examples)) {
		e := media.Examples[name].Value
		all = append(all, member{e.Summary, e.Value})
	}
	return all
}

// bodyText is a body as it is sent.
func bodyText(value any) (string, error) {
	if text, is := value.(string); is {
		return text, nil
	}
	raw, err := json.Marshal(value)
	if err != nil {
		return "", err
	}
	text, err := marshal(json.RawMessage(raw))
	return strings.TrimSpace(string(text)), err
}

// collectedAddress is an address in parts, with the examples of its parameters.
// Beside a body of JSON the query holds options only: fields stand in the body.
func collectedAddress(path string, parameters openapi3.Parameters, besideJSON bool) (object, error) {
	var query, variables []object
	var sent []string
	add := func(name, value, description string) {
		q := object{{"key", name}, {"value", value}, {"description", description}}
		if value == "" || besideJSON && !slices.Contains(option.Names(), name) {
			q = append(q, member{"disabled", true})
		} else {
			sent = append(sent, name+"="+value)
		}
		query = append(query, q)
	}
	for _, ref := range parameters {
		p := ref.Value
		switch example := p.Example.(type) {
		case map[string]any: // those of the items of a list
			for _, name := range slices.Sorted(maps.Keys(example)) {
				add(name, inQuery(fmt.Sprint(example[name])), p.Description)
			}
		default:
			value := ""
			if example != nil {
				value = inQuery(fmt.Sprint(example))
			}
			if p.In == openapi3.ParameterInPath {
				variables = append(variables, object{{"key", p.Name}, {"value", value}, {"description", p.Description}})
				continue
			}
			if p.Required && value == "" {
				return nil, fmt.Errorf("%s is required and has no example", p.Name)
			}
			add(p.Name, value, p.Description)
		}
	}
	path = strings.NewReplacer("{", ":", "}", "").Replace(path)
	raw := "{{" + baseVariable + "}}" + path
	if len(sent) > 0 {
		raw += "?" + strings.Join(sent, "&")
	}
	address := object{{"raw", raw}, {"host", []string{"{{" + baseVariable + "}}"}}, {"path", strings.Split(strings.TrimPrefix(path, "/"), "/")}}
	if len(query) > 0 {
		address = append(address, member{"query", query})
	}
	if len(variables) > 0 {
		address = append(address, member{"variable", variables})
	}
	return address, nil
}

// inQuery is a value as Postman has it: escaped only where it would end or change.
func inQuery(value string) string {
	if !strings.ContainsAny(value, "&#+%;") {
		return value
	}
	return strings.ReplaceAll(url.QueryEscape(value), "+", "%20")
}
