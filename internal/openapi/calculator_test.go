package openapi

import (
	"encoding/json"
	"net/http"
	"slices"
	"strings"
	"testing"

	"blyant/internal/calculator"
	"blyant/internal/input"
	"blyant/internal/locale"

	"github.com/getkin/kin-openapi/openapi3"
)

// TestEveryCalculator walks the list: each calculator has its operations, named
// in words, with what it asks and answers.
func TestEveryCalculator(t *testing.T) {
	document := read(t)
	for _, c := range calculator.All() {
		item := document.Paths.Value(c.Path())
		if item == nil || (item.Get == nil) != c.Limits.PostOnly || item.Post == nil {
			t.Fatalf("%s: it is not documented", c.Name)
		}
		asked := item.Get
		if c.Limits.PostOnly {
			asked = item.Post
		}
		if l := locale.English; asked.Summary == c.Name || asked.Summary != l.Label(c.Name) || !strings.HasPrefix(asked.Description, l.Meaning(c.Name)) || l.Meaning(c.Name) == "" {
			t.Errorf("%s: it is called %q and means %q", c.Name, asked.Summary, asked.Description)
		}
		var members []string
		for _, s := range c.Sections {
			members = append(members, s.Name)
		}
		slices.Sort(members)
		if answer := asked.Responses.Status(http.StatusOK).Value.Content[mediaJSON].Schema; !slices.Equal(answer.Value.Required, members) {
			t.Errorf("%s: its answer has %v, want %v", c.Name, answer.Value.Required, members)
		}
		checkAsked(t, c, item.Post, asked)
		checkFigures(t, c, document)
	}
}

// checkAsked wants each field in the body, and in the query unless it is one of
// an item of a list.
func checkAsked(t *testing.T, c *calculator.Calculator, post, asked *openapi3.Operation) {
	t.Helper()
	body := post.RequestBody.Value.Content[mediaJSON].Schema.Value
	for _, f := range c.Request.Fields {
		if body.Properties[f.Name] == nil || asked.Parameters.GetByInAndName("query", f.Name) == nil {
			t.Errorf("%s: it does not ask for %s", c.Name, f.Name)
		}
	}
	for _, m := range c.Request.Members {
		record := body.Properties[m.Name].Value
		switch m.Form {
		case input.List, input.Table:
			record = record.Items.Value
		case input.Map:
			record = record.Properties[m.Keys[0]].Value
		}
		if m.Bare != "" { // an item is the field itself
			if !record.Type.Is(openapi3.TypeArray) {
				t.Errorf("%s: %s is no list of lists", c.Name, m.Name)
			}
			continue
		}
		for _, f := range m.Fields {
			if known := record.Properties[f.Name] != nil; known == slices.Contains(m.Refused, f.Name) {
				t.Errorf("%s: %s.%s is in the body: %t", c.Name, m.Name, f.Name, known)
			}
			name := f.Name
			if m.Form == input.Named {
				name = m.Name + "." + f.Name
			}
			if found := asked.Parameters.GetByInAndName("query", name) != nil; !found && m.Form != input.List && m.Form != input.Map && m.Form != input.Table && !slices.Contains(m.Refused, f.Name) {
				t.Errorf("%s: the query does not ask for %s", c.Name, f.Name)
			}
		}
	}
}

func checkFigures(t *testing.T, c *calculator.Calculator, document *openapi3.T) {
	t.Helper()
	if len(c.Figures.All()) == 0 {
		return
	}
	figures := document.Paths.Value(c.Path()+"/{figure}").Get.Parameters.GetByInAndName("path", "figure").Schema.Value.Enum
	for _, f := range c.Figures.All() {
		if !slices.Contains(figures, any(f.Name)) {
			t.Errorf("%s: %s has no address", c.Name, f.Name)
		}
	}
}

// TestExamplesFit wants every example of the document to be what its schema
// allows, and the bodies to be those that /v1/examples has for the resource.
func TestExamplesFit(t *testing.T) {
	document := read(t)
	for _, c := range calculator.All() {
		item := document.Paths.Value(c.Path())
		if item == nil {
			t.Fatalf("%s: it is not documented", c.Name)
		}
		content := item.Post.RequestBody.Value.Content[mediaJSON]
		var names []string
		for _, e := range calculator.Examples() {
			if e.Resource != c.Path() {
				continue
			}
			names = append(names, e.Name)
			if shown := content.Examples[e.Name]; shown == nil {
				t.Errorf("%s: the example %s is missing", c.Name, e.Name)
			} else if err := content.Schema.Value.VisitJSON(shown.Value.Value); err != nil {
				t.Errorf("%s: the example %s: %v", c.Name, e.Name, err)
			}
		}
		if len(names) == 0 || len(names) != len(content.Examples) {
			t.Errorf("%s: %d examples, want %v", c.Name, len(content.Examples), names)
		}
		asked := item.Get
		if c.Limits.PostOnly {
			asked = item.Post
		}
		for _, p := range asked.Parameters {
			if p.Value.Required && p.Value.Example == nil {
				t.Errorf("%s: %s has no example", c.Name, p.Value.Name)
			} else if err := p.Value.Schema.Value.VisitJSON(p.Value.Example); p.Value.Example != nil && err != nil {
				t.Errorf("%s: the example of %s: %v", c.Name, p.Value.Name, err)
			}
		}
	}
}

// TestOrder wants the paths and tags in the order in which they are used.
func TestOrder(t *testing.T) {
	data, err := write(read(t))
	if err != nil {
		t.Fatal(err)
	}
	var before string
	for _, c := range calculator.All() {
		paths := []string{c.Path()}
		if len(c.Figures.All()) > 0 {
			paths = append(paths, c.Path()+"/{figure}")
		}
		for _, path := range paths {
			if position(data, before) >= position(data, path) {
				t.Errorf("%s does not stand behind %s", path, before)
			}
			before = path
		}
	}
	if position(data, before) >= position(data, "/v1/examples") || position(data, "/v1/vocabulary") >= position(data, "/openapi.json") || position(data, "/openapi.json") >= position(data, "/healthz") {
		t.Error("the references do not stand behind the calculators")
	}
	var read struct{ Tags []struct{ Name string } }
	if err := json.Unmarshal(data, &read); err != nil || len(read.Tags) != 4 || read.Tags[0].Name != tagCalculators {
		t.Errorf("tags: %v %v", read.Tags, err)
	}
}

// position is where a path begins.
func position(document []byte, path string) int {
	return strings.Index(string(document), `"`+path+`": {`)
}
