package openapi

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"reflect"
	"slices"
	"strings"

	"blyant/model"

	"github.com/getkin/kin-openapi/openapi2"
)

// packagePrefix stands before the names of definitions as swag writes them.
const packagePrefix = "api."

// Describe completes the Swagger 2.0 document that swag has written.
func Describe(swagger []byte) (*openapi2.T, error) {
	swagger = bytes.ReplaceAll(swagger, []byte("#/definitions/"+packagePrefix), []byte("#/definitions/"))
	var document openapi2.T
	if err := json.Unmarshal(swagger, &document); err != nil {
		return nil, fmt.Errorf("what swag wrote: %w", err)
	}
	for name, definition := range document.Definitions {
		if short, prefixed := strings.CutPrefix(name, packagePrefix); prefixed {
			delete(document.Definitions, name)
			document.Definitions[short] = definition
		}
	}
	describeRecords(document.Definitions)
	document.Parameters = map[string]*openapi2.Parameter{}
	for _, path := range slices.Sorted(maps.Keys(document.Paths)) {
		if strings.HasPrefix(path, "/v1/") {
			describePath(&document, path, document.Paths[path])
		}
	}
	return &document, nil
}

// describePath gives the methods of a resource their parameters. A GET takes
// what the body of the POST holds, flat; a resource without a POST, such as a
// single figure, takes what the one above it takes.
func describePath(document *openapi2.T, path string, item *openapi2.PathItem) {
	body := bodyOf(document, path)
	if item.Get != nil {
		var asked openapi2.Parameters
		for _, p := range item.Get.Parameters {
			if p.In != "body" {
				asked = append(asked, p)
			}
		}
		asked = add(asked, queryOf(document, body)...)
		item.Get.Parameters = share(document, add(asked, optionsOf(item.Get.Produces)...))
		item.Get.Description = sentences(item.Get.Description, keyedText(document, body))
	}
	if item.Post != nil {
		var asked openapi2.Parameters
		for _, p := range item.Post.Parameters {
			if p.In == "body" {
				asked = append(asked, p)
			}
		}
		item.Post.Parameters = share(document, add(asked, optionsOf(item.Post.Produces)...))
	}
}

// bodyOf returns the definition of what is posted to the path or to the one
// above it, nil where nothing is.
func bodyOf(document *openapi2.T, path string) *openapi2.SchemaRef {
	for path != "" {
		if item := document.Paths[path]; item != nil && item.Post != nil {
			for _, p := range item.Post.Parameters {
				if p.In == "body" {
					return p.Schema
				}
			}
		}
		path = path[:strings.LastIndexByte(path, '/')]
	}
	return nil
}

// add appends the parameters whose names are not there yet.
func add(list openapi2.Parameters, more ...*openapi2.Parameter) openapi2.Parameters {
	for _, p := range more {
		if !slices.ContainsFunc(list, func(other *openapi2.Parameter) bool { return other.Name == p.Name }) {
			list = append(list, p)
		}
	}
	return list
}

// share keeps the query parameters that several operations have alike in one
// place, and refers to them.
func share(document *openapi2.T, list openapi2.Parameters) openapi2.Parameters {
	for i, p := range list {
		if p.In != "query" || p.Required {
			continue
		}
		common, known := document.Parameters[p.Name]
		if !known {
			document.Parameters[p.Name], common = p, p
		}
		if reflect.DeepEqual(common, p) {
			list[i] = &openapi2.Parameter{Ref: "#/parameters/" + p.Name}
		}
	}
	return list
}

// optionsOf are the options of a resource that is given as these media types.
func optionsOf(produces []string) openapi2.Parameters {
	format := queryParameter(formatField(produces), false)
	format.Description = "Format of the answer. It beats the Accept header. Default: what Accept prefers, else " + fmt.Sprint(format.Enum[0]) + "."
	list := openapi2.Parameters{format}
	for _, o := range options {
		fits := len(o.media) == 0 || slices.ContainsFunc(o.media, func(m string) bool { return slices.Contains(produces, m) })
		if !fits {
			continue
		}
		p := queryParameter(o.field, false)
		p.Description = sentences(o.text, rangeText(o.field), defaultText(o.field))
		list = append(list, p)
	}
	return list
}

// queryParameter describes a field in a query. An empty value is that of a
// field that is not given.
func queryParameter(f model.Field, required bool) *openapi2.Parameter {
	p := &openapi2.Parameter{In: "query", Name: f.Name, Description: fieldText(f), Type: types("string"), Required: required,
		AllowEmptyValue: !required, Enum: enum(f), MaxLength: length(f.MaxLength)}
	switch f.Kind {
	case model.KindNumber, model.KindWhole:
		p.Pattern = numberPattern(f)
	case model.KindNumbers:
		p.Pattern, p.MaxLength = listPattern(f), nil
	case model.KindNames:
		p.MaxLength = nil
	}
	if f.Default != "" {
		p.Default = f.Default
	}
	return p
}
