package assistant

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"
	"sync"

	"blyant/docs"
	"blyant/internal/calculator"
)

// published is the OpenAPI document as it is served.
var published = sync.OnceValues(func() (map[string]any, error) {
	decoder := json.NewDecoder(bytes.NewReader(docs.OpenAPI))
	decoder.UseNumber()
	var document map[string]any
	return document, decoder.Decode(&document)
})

// schemaOf is the JSON Schema of what a calculator asks: that of its JSON body in
// the published document, with everything in it that it refers to, and the first
// example.
func schemaOf(calc *calculator.Calculator) (map[string]any, error) {
	document, err := published()
	if err != nil {
		return nil, err
	}
	body := at(document, "paths", calc.Path(), "post", "requestBody", "content", "application/json")
	schema, _ := plain(document, body["schema"]).(map[string]any)
	if schema["type"] != "object" {
		return nil, fmt.Errorf("the document has no body for %s", calc.Path())
	}
	for _, e := range calculator.Examples() {
		if e.Resource == calc.Path() {
			schema["examples"] = []any{at(body, "examples", e.Name)["value"]}
			break
		}
	}
	return schema, nil
}

// at follows names into a document; what is not there is empty.
func at(node map[string]any, names ...string) map[string]any {
	for _, name := range names {
		node, _ = node[name].(map[string]any)
	}
	return node
}

// plain is a schema of OpenAPI 3.0 as JSON Schema: what it refers to stands in its
// place, null is a type, and what only OpenAPI knows is gone.
func plain(document map[string]any, node any) any {
	switch n := node.(type) {
	case []any:
		list := make([]any, len(n))
		for i, item := range n {
			list[i] = plain(document, item)
		}
		return list
	case map[string]any:
		if ref, is := n["$ref"].(string); is {
			return plain(document, any(at(document, strings.Split(strings.TrimPrefix(ref, "#/"), "/")...)))
		}
		return plainSchema(document, n)
	}
	return node
}

// onlyOpenAPI are members that JSON Schema does not know, or leaves open.
var onlyOpenAPI = []string{"nullable", "format", "example", "x-enum-varnames"}

func plainSchema(document, schema map[string]any) map[string]any {
	out := map[string]any{}
	for name, value := range schema {
		switch {
		case slices.Contains(onlyOpenAPI, name):
		case name == "properties": // names, not words of schemas
			members := maps.Clone(value.(map[string]any))
			for member, s := range members {
				members[member] = plain(document, s)
			}
			out[name] = members
		case name == "enum" || name == "required" || name == "default":
			out[name] = value
		default:
			out[name] = plain(document, value)
		}
	}
	if kind, typed := schema["type"].(string); typed && schema["nullable"] == true {
		out["type"] = []any{kind, "null"}
	}
	return out
}
