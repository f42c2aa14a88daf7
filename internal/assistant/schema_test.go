package assistant

import (
	"reflect"
	"strings"
	"testing"

	"blyant/internal/calculator"
	"blyant/internal/locale"
)

// A schema of OpenAPI 3.0 becomes one of JSON Schema: what it refers to stands in its
// place, null is a type, and what only OpenAPI knows is gone, but not a field that
// has its name.
func TestPlain(t *testing.T) {
	document := map[string]any{"components": map[string]any{"schemas": map[string]any{
		"Share": map[string]any{"type": "number", "nullable": true, "format": "double", "maximum": 1},
		"Way":   map[string]any{"type": "string", "enum": []any{"a", "b"}, "x-enum-varnames": []any{"A", "B"}},
	}}}
	ref := func(name string) map[string]any { return map[string]any{"$ref": "#/components/schemas/" + name} }
	schema := map[string]any{"type": "object", "example": 1, "required": []any{"format"}, "properties": map[string]any{
		"format": ref("Share"), "example": ref("Way"), "list": map[string]any{"type": "array", "items": ref("Share")},
		"either": map[string]any{"oneOf": []any{ref("Way"), map[string]any{"type": "integer"}}}}}
	share := map[string]any{"type": []any{"number", "null"}, "maximum": 1}
	way := map[string]any{"type": "string", "enum": []any{"a", "b"}}
	want := map[string]any{"type": "object", "required": []any{"format"}, "properties": map[string]any{
		"format": share, "example": way, "list": map[string]any{"type": "array", "items": share},
		"either": map[string]any{"oneOf": []any{way, map[string]any{"type": "integer"}}}}}
	if got := plain(document, schema); !reflect.DeepEqual(got, want) {
		t.Errorf("%v\nwant\n%v", got, want)
	}
	if len(at(document, "components", "nothing", "there")) != 0 {
		t.Error("there is something where nothing is")
	}
}

// Every tool asks for an object that is whole in itself, with an example.
func TestSchemasAreWhole(t *testing.T) {
	for _, calc := range calculator.All() {
		schema, err := schemaOf(calc)
		if err != nil {
			t.Errorf("%s: %v", calc.Name, err)
			continue
		}
		if members, _ := schema["properties"].(map[string]any); schema["type"] != "object" || len(members) == 0 {
			t.Errorf("%s asks for nothing", calc.Name)
		}
		if examples, _ := schema["examples"].([]any); len(examples) != 1 || examples[0] == nil {
			t.Errorf("%s has no example", calc.Name)
		}
		foreign(t, calc.Name, schema)
	}
}

// foreign looks for words that JSON Schema does not know.
func foreign(t *testing.T, where string, node any) {
	t.Helper()
	switch n := node.(type) {
	case []any:
		for _, x := range n {
			foreign(t, where, x)
		}
	case map[string]any:
		for name, x := range n {
			switch name {
			case "$ref", "nullable", "x-enum-varnames":
				t.Errorf("%s has %s", where, name)
			case "properties":
				for field, schema := range x.(map[string]any) {
					foreign(t, where+"."+field, schema)
				}
			case "examples", "enum", "default":
			default:
				foreign(t, where, x)
			}
		}
	}
}

// A tool is called as its resource, with _ for -, has words in each language and
// changes nothing.
func TestTools(t *testing.T) {
	for _, l := range locale.Languages() {
		names := map[string]bool{}
		for _, calc := range calculator.All() {
			tool, err := toolOf(calc, l)
			if err != nil {
				t.Fatal(err)
			}
			if tool.Name != strings.ReplaceAll(calc.Name, "-", "_") || names[tool.Name] || tool.Title == "" || tool.Description == "" {
				t.Errorf("%+v", tool)
			}
			names[tool.Name] = true
			if a := tool.Annotations; !a.ReadOnlyHint || !a.IdempotentHint || *a.OpenWorldHint || *a.DestructiveHint {
				t.Errorf("%s: %+v", tool.Name, a)
			}
		}
	}
}

// The guide names every calculator with its address and its tool, in full addresses.
func TestGuide(t *testing.T) {
	guide := Guide("https://example.org/shop")
	for _, calc := range calculator.All() {
		line := "](https://example.org/shop" + calc.Path() + "): "
		if !strings.Contains(guide, line) || !strings.Contains(guide, "tool `"+ToolName(calc)+"`") {
			t.Errorf("%s is not in the guide", calc.Name)
		}
		if post := strings.Contains(guide, line+"POST;"); post != calc.Limits.PostOnly {
			t.Errorf("%s is for POST alone: %v", calc.Name, post)
		}
	}
	if !strings.HasPrefix(guide, "# blyant\n") || strings.Contains(guide, "](/") || !strings.Contains(guide, "https://example.org/shop/mcp") || !strings.Contains(guide, instructions) {
		t.Error(guide)
	}
}
