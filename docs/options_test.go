package docs_test

import (
	"encoding/json"
	"net/http"
	"slices"
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
	taken := map[string][][]string{} // by name, for calculators may give one name choices of their own
	for _, f := range vocabulary.Fields {
		taken[f.Name] = append(taken[f.Name], f.Choices)
	}
	asked := bodies(document)
	for _, f := range vocabulary.Fields {
		parameters := parametersNamed(document, f.Name, f.Part_of)
		if len(parameters) == 0 && !asked[f.Name] {
			t.Errorf("no operation takes %s of %s", f.Name, f.Part_of)
		}
		for _, p := range parameters {
			if choices := choicesOf(p.Schema.Value); !fits(f.Name, choices, taken[f.Name]) {
				t.Errorf("%s: documented are the choices %v, taken are %v", f.Name, choices, taken[f.Name])
			}
		}
	}
}

// fits reports whether documented choices are some of those that are taken.
func fits(name string, choices []string, taken [][]string) bool {
	switch name {
	case "format": // each resource has some of them
		return !slices.ContainsFunc(choices, func(c string) bool { return !slices.Contains(taken[0], c) })
	case "table": // each resource has its own
		return true
	}
	return slices.ContainsFunc(taken, func(list []string) bool { return slices.Equal(list, choices) })
}

// choicesOf are the choices of a schema; one with a default refers to them. The
// empty one, of what is not given, is none of them.
func choicesOf(s *openapi3.Schema) []string {
	if len(s.AllOf) == 1 {
		s = s.AllOf[0].Value
	}
	var choices []string
	for _, c := range s.Enum {
		if c != "" {
			choices = append(choices, c.(string)) // choices are texts
		}
	}
	return choices
}

// bodies are the names of all members of requests: those of an item of a list
// are no parameters, since they are asked as KEY.field.
func bodies(document *openapi3.T) map[string]bool {
	names, seen := map[string]bool{}, map[*openapi3.Schema]bool{}
	var follow func(s *openapi3.Schema)
	follow = func(s *openapi3.Schema) {
		if seen[s] {
			return
		}
		seen[s] = true
		for name, p := range s.Properties {
			names[name] = true
			follow(p.Value)
		}
		if s.Items != nil {
			follow(s.Items.Value)
		}
	}
	for _, item := range document.Paths.Map() {
		if item.Post != nil {
			for _, media := range item.Post.RequestBody.Value.Content {
				follow(media.Schema.Value)
			}
		}
	}
	return names
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
