package openapi

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/getkin/kin-openapi/openapi3"
)

// parameter is one with an example, nil for none.
func parameter(in, name string, example any) *openapi3.ParameterRef {
	return &openapi3.ParameterRef{Value: &openapi3.Parameter{In: in, Name: name, Description: "d", Example: example, Schema: openapi3.NewStringSchema().NewRef()}}
}

func address(t *testing.T, path string, besideJSON bool, list ...*openapi3.ParameterRef) string {
	t.Helper()
	made, err := collectedAddress(path, list, besideJSON)
	if err != nil {
		t.Fatal(err)
	}
	text, err := marshal(made)
	if err != nil {
		t.Fatal(err)
	}
	var out struct {
		Raw   string
		Path  []string
		Query []struct {
			Key, Value string
			Disabled   bool
		}
		Variable []struct{ Key, Value string }
	}
	if err := json.Unmarshal(text, &out); err != nil {
		t.Fatal(err)
	}
	parts := []string{out.Raw, strings.Join(out.Path, "/")}
	for _, q := range out.Query {
		off := ""
		if q.Disabled {
			off = " off"
		}
		parts = append(parts, q.Key+"="+q.Value+off)
	}
	for _, v := range out.Variable {
		parts = append(parts, ":"+v.Key+"="+v.Value)
	}
	return strings.Join(parts, "; ")
}

// An address has the examples of its parameters; those without one are there and
// switched off, as are fields beside a body of JSON, but not options.
func TestCollectedAddress(t *testing.T) {
	for _, c := range []struct{ got, want string }{
		{address(t, "/v1/x", false), "{{baseUrl}}/v1/x; v1/x"},
		{address(t, "/v1/x/{figure}", false, parameter("path", "figure", "orders"), parameter("query", "a", 50), parameter("query", "b", nil)),
			"{{baseUrl}}/v1/x/:figure?a=50; v1/x/:figure; a=50; b= off; :figure=orders"},
		{address(t, "/v1/x", true, parameter("query", "basket_value", 10), parameter("query", "lang", "nb")), "{{baseUrl}}/v1/x?lang=nb; v1/x; basket_value=10 off; lang=nb"},
		{address(t, "/v1/x", false, parameter("query", "items", map[string]any{"two.rate": "50%", "one.rate": 0.5})), "{{baseUrl}}/v1/x?one.rate=0.5&two.rate=50%25; v1/x; one.rate=0.5; two.rate=50%25"},
	} {
		if c.got != c.want {
			t.Errorf("%s\nwant\n%s", c.got, c.want)
		}
	}
	required := parameter("query", "a", nil)
	required.Value.Required = true
	if _, err := collectedAddress("/v1/x", openapi3.Parameters{required}, false); err == nil {
		t.Error("a parameter that must be there has no example, and nobody says so")
	}
}

// A value is escaped only where it would end or change.
func TestInQuery(t *testing.T) {
	for value, want := range map[string]string{"0.9": "0.9", "a b": "a b", "1,2": "1,2", "50%": "50%25", "a&b c": "a%26b%20c", "1+1": "1%2B1", "a;b": "a%3Bb", "#": "%23"} {
		if got := inQuery(value); got != want {
			t.Errorf("%q is %q, want %q", value, got, want)
		}
	}
}

// Bodies come by their names, texts as they are and the rest as JSON.
func TestBodies(t *testing.T) {
	example := func(summary string, value any) *openapi3.ExampleRef {
		return &openapi3.ExampleRef{Value: &openapi3.Example{Summary: summary, Value: value}}
	}
	several := bodies(&openapi3.MediaType{Examples: openapi3.Examples{"b": example("second", "x"), "a": example("first", 1)}})
	if len(several) != 2 || several[0].name != "first" || several[1].name != "second" {
		t.Errorf("%v", several)
	}
	if lone := bodies(&openapi3.MediaType{Example: "alone"}); len(lone) != 1 || lone[0].name != "" || lone[0].value != "alone" {
		t.Errorf("%v", lone)
	}
	if got, err := bodyText("a;b\n1;2"); err != nil || got != "a;b\n1;2" {
		t.Errorf("a table is sent as %q, %v", got, err)
	}
	if got, err := bodyText(map[string]any{"n": 1}); err != nil || strings.Join(strings.Fields(got), "") != `{"n":1}` {
		t.Errorf("an object is sent as %q, %v", got, err)
	}
	operation := openapi3.NewOperation()
	operation.RequestBody = &openapi3.RequestBodyRef{Value: &openapi3.RequestBody{Content: openapi3.Content{mediaJSON: openapi3.NewMediaType()}}}
	if _, err := collected("POST", "/v1/x", operation); err == nil {
		t.Error("an operation without a ready body is collected")
	}
}
