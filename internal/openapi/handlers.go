package openapi

import (
	"bytes"
	"encoding/json"
	"fmt"
	"net/http"
	"slices"
	"strings"

	"blyant/internal/calculator"
	"blyant/internal/locale"
	"blyant/internal/option"

	"github.com/getkin/kin-openapi/openapi2"
	"github.com/getkin/kin-openapi/openapi2conv"
	"github.com/getkin/kin-openapi/openapi3"
)

// packagePrefix stands before the names of definitions as swag writes them.
const packagePrefix = "api."

// Records of handlers that the comments leave to the vocabulary.
const (
	recordWords  = "Words"            // the same words in every language
	recordField  = "VocabularyField"  // part_of is one of the parts that fields have
	recordFigure = "VocabularyFigure" // likewise of figures
)

// handlers is the OpenAPI 3 document of what swag has written.
func handlers(swagger []byte) (*openapi3.T, error) {
	swagger = bytes.ReplaceAll(swagger, []byte("#/definitions/"+packagePrefix), []byte("#/definitions/"))
	var written openapi2.T
	if err := json.Unmarshal(swagger, &written); err != nil {
		return nil, fmt.Errorf("what swag wrote: %w", err)
	}
	for name, definition := range written.Definitions {
		if short, prefixed := strings.CutPrefix(name, packagePrefix); prefixed {
			delete(written.Definitions, name)
			written.Definitions[short] = definition
		}
	}
	document, err := openapi2conv.ToV3(&written)
	if err != nil {
		return nil, err
	}
	document.Info.Contact = nil // swag writes an empty one
	for name, ref := range document.Components.Schemas {
		completeRecord(name, ref.Value)
	}
	return document, nil
}

// completeRecord says of a record what its comments cannot.
func completeRecord(name string, s *openapi3.Schema) {
	switch name {
	case recordWords:
		s.Properties = openapi3.Schemas{}
		for _, l := range locale.Languages() {
			s.Properties[string(l)] = openapi3.NewStringSchema().NewRef()
		}
	case recordField:
		s.Properties["part_of"].Value.Enum = partsOf(calculator.Fields())
	case recordFigure:
		s.Properties["part_of"].Value.Enum = partsOf(calculator.Figures())
	}
	closeAnswer(s)
}

// closeAnswer makes an answer have all its members, and no others. One without
// named members may have any.
func closeAnswer(s *openapi3.Schema) {
	if s.Type.Is(openapi3.TypeNumber) && s.Format == "" {
		s.Format = formatDouble
	}
	if len(s.Properties) > 0 {
		s.Required, s.AdditionalProperties = sortedNames(s.Properties), closed()
	}
	for _, member := range s.Properties {
		if member.Ref == "" {
			closeAnswer(member.Value)
		}
	}
}

// partsOf are the parts that terms of the vocabulary belong to, each once.
func partsOf[T any](entries []calculator.Entry[T]) []any {
	var parts []any
	for _, e := range entries {
		if !slices.Contains(parts, any(e.Part)) {
			parts = append(parts, e.Part)
		}
	}
	return parts
}

// completeHandler says what the comments of a handler cannot.
func (b *builder) completeHandler(path string, item *openapi3.PathItem) {
	for method, operation := range item.Operations() {
		operation.OperationID = operationID(method, path)
		good := operation.Responses.Status(http.StatusOK).Value
		good.Description = ptr("The answer.")
		switch {
		case strings.HasPrefix(path, "/v1/"):
			media := mediaOf(good.Content)
			var answer *openapi3.SchemaRef // none where there is no JSON
			if json := good.Content[mediaJSON]; json != nil {
				answer = json.Schema
			}
			exemplify(operation.Parameters)
			describeRows(operation.RequestBody)
			operation.Parameters = append(operation.Parameters, b.options(media, nil)...)
			operation.Responses = b.responses(method, path, goodResponse(method, media, answer))
		case operation.Tags[0] == tagReference:
			b.unchanged(operation.Responses)
			b.overloaded(operation.Responses)
		}
	}
	b.exampleInPath(path, item)
}

// mediaOf are the formats whose media types a response has, in their order.
func mediaOf(content openapi3.Content) []string {
	var names []string
	for _, m := range option.Media() {
		if content[m.Type] != nil {
			names = append(names, m.Name)
		}
	}
	return names
}
