package openapi

import (
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/getkin/kin-openapi/openapi3"
)

// eachSchema calls do for every schema of the document with the path to it:
// those of records, of parameters, and what stands within them.
func eachSchema(document *openapi3.T, do func(path string, s *openapi3.Schema)) {
	var walk func(path string, ref *openapi3.SchemaRef)
	walk = func(path string, ref *openapi3.SchemaRef) {
		if ref == nil || ref.Ref != "" {
			return
		}
		do(path, ref.Value)
		walk(path+"[]", ref.Value.Items)
		walk(path+".*", ref.Value.AdditionalProperties.Schema)
		for name, p := range ref.Value.Properties {
			walk(path+"."+name, p)
		}
		for _, branch := range ref.Value.OneOf {
			walk(path+"|", branch)
		}
	}
	for name, ref := range document.Components.Schemas {
		walk(name, openapi3.NewSchemaRef("", ref.Value))
	}
	for path, item := range document.Paths.Map() {
		for method, operation := range item.Operations() {
			for _, p := range operation.Parameters {
				walk(method+" "+path+"?"+p.Value.Name, p.Value.Schema)
			}
		}
	}
}

// TestRulesOfGenerators holds the document to what generators of clients made
// of it when it was otherwise.
func TestRulesOfGenerators(t *testing.T) {
	names := map[string]string{}
	eachSchema(read(t), func(path string, s *openapi3.Schema) {
		switch {
		case len(s.AnyOf) > 0:
			t.Errorf("%s: bodies with alternatives become unknown", path)
		case len(s.OneOf) > 0 && (s.Default != nil || s.Nullable || s.Type != nil):
			t.Errorf("%s: beside oneOf stand a default, a null or a type, which ogen refuses and 3.0 does not know", path)
		case s.Nullable && s.Type == nil:
			t.Errorf("%s: nullable means nothing without a type", path)
		case s.Type.Is("number") && s.Format != formatDouble:
			t.Errorf("%s: clients would read it with single precision", path)
		case s.Default != nil && !strings.Contains(path, "?"):
			t.Errorf("%s: clients take a member with a default for one that must be there", path)
		}
		given, _ := s.Extensions[enumNames].([]any) // as JSON has it
		if len(given) != len(s.Enum) {
			t.Errorf("%s: %d values, %d names of them", path, len(s.Enum), len(given))
		}
		for i, name := range given {
			if other, taken := names[name.(string)]; taken { // names are texts
				t.Errorf("%s: %v is called %v, as is something of %s", path, s.Enum[i], name, other)
			}
			names[name.(string)] = path
		}
	})
	for name := range read(t).Components.Schemas {
		if other, taken := names[name]; taken {
			t.Errorf("a record is called %s, as is a value of %s", name, other)
		}
	}
}

// TestSwagger2 wants the Swagger 2.0 document to say nothing that it cannot:
// no host, no words of OpenAPI 3, and patterns that Go, among others, reads.
func TestSwagger2(t *testing.T) {
	for _, name := range []string{fileJSON, fileOpenAPI} {
		data, err := os.ReadFile(filepath.Join(root, "docs", name))
		if err != nil {
			t.Fatal(err)
		}
		var document map[string]any
		if err := json.Unmarshal(data, &document); err != nil {
			t.Fatal(err)
		}
		if _, said := document["host"]; said {
			t.Errorf("%s: it names a host", name)
		}
		eachMember(document, func(key string, value any) {
			if pattern, is := value.(string); key == "pattern" && is {
				if _, err := regexp.Compile(pattern); err != nil {
					t.Errorf("%s: %v", name, err)
				}
			}
			_, isWord := value.(bool) // there is a member of that name, too
			if name == fileJSON && (key == "oneOf" || key == "nullable" && isWord || key == "content") {
				t.Errorf("%s: it has the word %s", name, key)
			}
		})
	}
}

// eachMember calls do for every member of every object within a value.
func eachMember(value any, do func(key string, value any)) {
	switch v := value.(type) {
	case []any:
		for _, item := range v {
			eachMember(item, do)
		}
	case map[string]any:
		for key, member := range v {
			do(key, member)
			eachMember(member, do)
		}
	}
}
