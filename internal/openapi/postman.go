package openapi

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"

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
