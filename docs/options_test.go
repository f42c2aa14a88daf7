package docs_test

import (
	"encoding/json"
	"net/http"
	"slices"
	"strings"
	"testing"

	"blyant/api"
	"blyant/docs"

	"github.com/getkin/kin-openapi/openapi3"
)

// TestVocabularyIsDocumented holds the parameters of the document against what
// the service says of itself: options and fields, their choices and defaults.
func TestVocabularyIsDocumented(t *testing.T) {
	document, err := openapi3.NewLoader().LoadFromData(docs.OpenAPI)
	if err != nil {
		t.Fatal(err)
	}
	var vocabulary struct {
		Fields []struct {
			Name, Part_of string //nolint:revive // as the answer has it
			Default       *string
			Choices       []string
		}
	}
	answer, err := call{address: "/v1/vocabulary", header: http.Header{}}.ask(api.New(api.Config{}))
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(answer.Body.Bytes(), &vocabulary); err != nil {
		t.Fatal(err)
	}
	for _, f := range vocabulary.Fields {
		parameters := parametersNamed(document, f.Name, f.Part_of)
		if len(parameters) == 0 && !inBody(document, f.Name) && !isPartOf(document, f.Name, f.Part_of) {
			t.Errorf("no operation takes %s of %s", f.Name, f.Part_of)
		}
		for _, p := range parameters {
			var choices []string
			for _, c := range choicesOf(p.Schema.Value) {
				choices = append(choices, c.(string)) // choices are texts
			}
			fits := slices.Equal(choices, f.Choices)
			switch f.Name {
			case "format": // each resource has some of them
				fits = !slices.ContainsFunc(choices, func(c string) bool { return !slices.Contains(f.Choices, c) })
			case "table": // each resource has its own
				fits = true
			}
			if !fits {
				t.Errorf("%s: documented are the choices %v, taken are %v", f.Name, choices, f.Choices)
			}
		}
	}
}

// choicesOf are the choices of a schema; one with a default refers to them.
func choicesOf(s *openapi3.Schema) []any {
	if len(s.AllOf) == 1 {
		return s.AllOf[0].Value.Enum
	}
	return s.Enum
}

// inBody tells whether a record of a body has the field: that of an item of a
// list is no parameter, since it is asked as KEY.field.
func inBody(document *openapi3.T, name string) bool {
	for _, s := range document.Components.Schemas {
		if p := s.Value.Properties[name]; p != nil && p.Value.VisitJSON(nil) == nil && len(s.Value.Properties) > 1 {
			return true
		}
	}
	return false
}

// isPartOf tells whether the field is one of a record that is named after the
// part: of an axis, which a query asks as x.field, or of a distribution.
func isPartOf(document *openapi3.T, name, part string) bool {
	for record, s := range document.Components.Schemas {
		if strings.EqualFold(record, part) && s.Value.Properties[name] != nil {
			return true
		}
	}
	return false
}

func parametersNamed(document *openapi3.T, name, part string) []*openapi3.Parameter {
	var found []*openapi3.Parameter
	for path, item := range document.Paths.Map() {
		if own := "/v1/" + part; document.Paths.Value(own) != nil && path != own && path != own+"/{figure}" {
			continue // another calculator may take other choices under that name
		}
		for _, operation := range item.Operations() {
			if p := operation.Parameters.GetByInAndName("query", name); p != nil {
				found = append(found, p)
			}
		}
	}
	return found
}
