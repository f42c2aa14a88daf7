package openapi

import (
	"context"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"blyant/internal/locale"
	"blyant/internal/option"
	"blyant/model"
	"blyant/model/vocabulary"

	"github.com/getkin/kin-openapi/openapi3"
)

// read returns the document that is published.
func read(t *testing.T) *openapi3.T {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(root, "docs", fileOpenAPI))
	if err != nil {
		t.Fatal(err)
	}
	document, err := openapi3.NewLoader().LoadFromData(data)
	if err != nil {
		t.Fatal(err)
	}
	if err := document.Validate(context.Background()); err != nil {
		t.Fatal(err)
	}
	return document
}

// TestPatternsTakeNumbers holds the pattern of a number against what is read as
// one: it must let everything through that the service takes, and an empty text,
// which is that of a field that is not given.
func TestPatternsTakeNumbers(t *testing.T) {
	rate, _ := vocabulary.FieldNamed(model.ScenarioFields(), "repeat_purchase_rate")
	money, _ := vocabulary.FieldNamed(model.ScenarioFields(), "basket_value")
	for _, text := range []string{
		"0", "-1", "10", "0.9", "12.345678901234567890", "90%", "90 %", "90\u00a0%", "0,9", "1 234,50", "1\u00a0234,50",
		"1\u202f234,50", "1.234,50", "1.234.567", "999999999999999", "123456789012345.12345678901234567890",
		"", "+1", "1e3", "0x10", "1_000", "NaN", "Inf", ".5", "5.", "--1", "1 2", "90 kr", "1234567890123456",
	} {
		for _, f := range []vocabulary.Field{rate, money} {
			pattern := regexp.MustCompile(numberPattern(f))
			taken := pattern.MatchString(text)
			_, point := locale.ParseNumber(text, false, f.TakesPercent())
			_, comma := locale.ParseNumber(text, true, f.TakesPercent())
			if read := point == nil || comma == nil || text == ""; read && !taken {
				t.Errorf("%s: the pattern does not take %q, which is read", f.Name, text)
			} else if !read && taken {
				t.Errorf("%s: the pattern takes %q, which is not read", f.Name, text)
			}
		}
	}
}

// TestMediaTypes wants every answer's media types to have schemas of their own
// and problems to be given for errors only.
func TestMediaTypes(t *testing.T) {
	for path, item := range read(t).Paths.Map() {
		for method, operation := range item.Operations() {
			for status, response := range operation.Responses.Map() {
				for media, content := range response.Value.Content {
					where := method + " " + path + " " + status + " " + media
					isText := content.Schema.Value.Type.Is("string")
					if isJSON := media == mediaJSON || media == mediaProblem; isText == isJSON {
						t.Errorf("%s: a text and JSON are taken for one another", where)
					}
					if (media == mediaProblem) && status < "400" {
						t.Errorf("%s: an answer is a problem", where)
					}
					binary := slices.ContainsFunc(option.Media(), func(m option.Medium) bool { return m.Binary && m.Type == media })
					if binary != (content.Schema.Value.Format == "binary") {
						t.Errorf("%s: format %q", where, content.Schema.Value.Format)
					}
				}
			}
		}
	}
}

// TestFields wants every field and figure to be described with its meaning,
// fields with their default, and exactly the nullable figures to be nullable.
func TestFields(t *testing.T) {
	document := read(t)
	operation := document.Paths.Find("/v1/lifetime-value").Get
	for _, f := range model.ScenarioFields() {
		p := operation.Parameters.GetByInAndName("query", f.Name)
		if p == nil {
			t.Errorf("there is no parameter %s", f.Name)
			continue
		}
		if p.Description == "" || typeOf(p.Schema.Value) != "string" || p.Required != (f.Required && len(f.Alternatives) == 0) {
			t.Errorf("parameter %s: %+v", f.Name, p)
		}
		if got, _ := p.Schema.Value.Default.(string); got != f.Default {
			t.Errorf("parameter %s: its default is %q", f.Name, got)
		}
		asked := document.Components.Schemas["Scenario"].Value.Properties[f.Name]
		if f.Kind == vocabulary.KindChoice {
			if asked.Ref == "" || !slices.Equal(asked.Value.Enum, enum(f)) {
				t.Errorf("field %s: its choices are %v", f.Name, asked.Value.Enum)
			}
		} else if asked == nil || (asked.Value.VisitJSON(nil) == nil) == needed(f) {
			t.Errorf("field %s: it may be null: %t", f.Name, needed(f))
		} else if f.Numeric() && (asked.Value.VisitJSON(1.0) != nil || asked.Value.VisitJSON("1") != nil) {
			t.Errorf("field %s: it is not a number or a text", f.Name)
		} else if asked.Value.VisitJSON(true) == nil {
			t.Errorf("field %s: it may be anything", f.Name)
		}
	}
	for _, f := range model.SummaryFigures() {
		answered := document.Components.Schemas["Summary"].Value.Properties[f.Name]
		if answered == nil || answered.Value.Nullable != f.Nullable || answered.Value.Description == "" {
			t.Errorf("figure %s: %+v", f.Name, answered)
		}
	}
}

// typeOf is the type of a schema, or of the choice that it refers to.
func typeOf(s *openapi3.Schema) string {
	if len(s.AllOf) == 1 {
		s = s.AllOf[0].Value
	}
	return s.Type.Slice()[0]
}

// TestClosed wants answers to have the members named, all of them and no others,
// but for the plan of a break-even that is about one. A record that may be null is
// one of what there is: it need not have them all.
func TestClosed(t *testing.T) {
	may := map[string]int{"BreakEvenInputs": 1}
	answered := answers(read(t))
	if len(answered) < 10 {
		t.Errorf("answers lead to no more than %d records", len(answered))
	}
	for name, s := range answered {
		if open := s.AdditionalProperties.Has == nil || *s.AdditionalProperties.Has; open || len(s.Required)+may[name] != len(s.Properties) && !s.Nullable {
			t.Errorf("%s is not closed, or not all of its %d members are required: %v", name, len(s.Properties), s.Required)
		}
	}
}

// answers are the records that answers lead to.
func answers(document *openapi3.T) map[string]*openapi3.Schema {
	found := map[string]*openapi3.Schema{}
	var follow func(ref *openapi3.SchemaRef)
	follow = func(ref *openapi3.SchemaRef) {
		if ref == nil {
			return
		}
		if name, isRecord := strings.CutPrefix(ref.Ref, "#/components/schemas/"); isRecord && ref.Value.Type.Is("object") {
			found[name] = ref.Value
		}
		follow(ref.Value.Items)
		for _, p := range ref.Value.Properties {
			follow(p)
		}
	}
	for _, item := range document.Paths.Map() {
		for _, operation := range item.Operations() {
			for _, response := range operation.Responses.Map() {
				for _, content := range response.Value.Content {
					follow(content.Schema)
				}
			}
		}
	}
	return found
}
