package openapi

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"blyant/internal/calculator"
	"blyant/internal/input"
	"blyant/internal/option"
	"blyant/model/vocabulary"

	"github.com/getkin/kin-openapi/openapi3"
	"github.com/shopspring/decimal"
)

// asked reads one parameter alone by the calculator's shape and returns the faults that are
// about it.
func asked(c *calculator.Calculator, name, text string, beside ...input.Param) vocabulary.Faults {
	var own vocabulary.Faults
	for _, fault := range input.FromParams(c.Request, append(input.Params{{Name: name, Value: text}}, beside...), input.Dialect{Said: true}, c.NewRequest()) {
		if field, _, _ := strings.Cut(fault.Field, "["); field == name {
			own = append(own, fault)
		}
	}
	return own
}

// has reports whether there is a fault of one of these codes.
func has(faults vocabulary.Faults, codes ...vocabulary.Code) bool {
	return slices.ContainsFunc(faults, func(f vocabulary.Fault) bool { return slices.Contains(codes, f.Code) })
}

// queried are the parameters of a calculator's GET that are its own: no options, and none of
// items, whose names begin with a key.
func queried(document *openapi3.T, c *calculator.Calculator) []*openapi3.Parameter {
	var own []*openapi3.Parameter
	item := document.Paths.Value(c.Path())
	if item == nil || item.Get == nil {
		return nil
	}
	for _, p := range item.Get.Parameters {
		if p := p.Value; p.In == "query" && !slices.Contains(option.Names(), p.Name) && !strings.Contains(p.Name, "KEY") {
			own = append(own, p)
		}
	}
	return own
}

// What the document names can be asked for: each parameter is one that the calculator knows,
// and its example is taken.
func TestParametersAreTaken(t *testing.T) {
	document := read(t)
	for _, c := range calculator.All() {
		for _, p := range queried(document, c) {
			text, _ := p.Example.(string)
			faults := asked(c, p.Name, text)
			if has(faults, vocabulary.CodeUnknownField, vocabulary.CodeNotANumber, vocabulary.CodeNotAChoice, vocabulary.CodeOutOfRange, vocabulary.CodeTooLong, vocabulary.CodeMalformed, vocabulary.CodeAmbiguousNumber) {
				t.Errorf("%s: %s=%s: %v", c.Name, p.Name, text, faults)
			}
			if p.Required && !has(asked(c, "no_such_thing_at_all", "1"), vocabulary.CodeUnknownField) {
				t.Errorf("%s takes anything", c.Name)
			}
		}
	}
}

// rangeSaid is the range that a description gives.
var rangeSaid = regexp.MustCompile(`Range: (-?[0-9.]+)(%?) to (-?[0-9.]+?)(%?)\.(?: |$)`)

// limit reads a limit as the description has it.
func limit(t *testing.T, text, percent string) decimal.Decimal {
	t.Helper()
	x, err := decimal.NewFromString(text)
	if err != nil {
		t.Fatal(err)
	}
	if percent != "" {
		x = x.Shift(-2)
	}
	return x
}

// typed writes a number as the query takes it: with its percent sign where that is needed.
func typed(x decimal.Decimal, p *openapi3.Parameter) string {
	if strings.Contains(p.Schema.Value.Pattern, "%") {
		return x.Shift(2).String() + "%"
	}
	return x.String()
}

// The ranges that the document gives are those of the service, to the digit: the ends are
// taken, what lies beyond is refused.
func TestRangesAreThoseOfTheService(t *testing.T) {
	document, held := read(t), 0
	for _, c := range calculator.All() {
		for _, p := range queried(document, c) {
			found := rangeSaid.FindStringSubmatch(p.Description)
			if found == nil {
				continue
			}
			low, high := limit(t, found[1], found[2]), limit(t, found[3], found[4])
			step := decimal.New(1, -6)
			if strings.Contains(p.Description, "Unit: periods") || low.IsInteger() && high.IsInteger() && has(asked(c, p.Name, low.Add(step).String()), vocabulary.CodeNotANumber, vocabulary.CodeMalformed) {
				step = decimal.NewFromInt(1)
			}
			held++
			for _, end := range []decimal.Decimal{low, high} {
				if faults := asked(c, p.Name, typed(end, p)); has(faults, vocabulary.CodeOutOfRange, vocabulary.CodeNotANumber) && !related(faults) {
					t.Errorf("%s: %s=%s, which the document allows: %v", c.Name, p.Name, typed(end, p), faults)
				}
			}
			for _, beyond := range []decimal.Decimal{low.Sub(step), high.Add(step)} {
				if faults := asked(c, p.Name, typed(beyond, p)); len(faults) == 0 {
					t.Errorf("%s: %s=%s is taken, which the document does not allow", c.Name, p.Name, typed(beyond, p))
				}
			}
		}
	}
	if held < 100 {
		t.Errorf("only %d parameters have ranges", held)
	}
}

// related reports whether the faults are about other fields as well, such as a cap below the
// basket.
func related(faults vocabulary.Faults) bool {
	return slices.ContainsFunc(faults, func(f vocabulary.Fault) bool { return f.Reason != "out_of_range" && f.Reason != "" })
}

// ofPlan makes a question of break-even one about a plan, which has choices of its own.
var ofPlan = input.Param{Name: "plan_periods", Value: "12"}

// Each choice of the document is taken and no other.
func TestChoicesAreThoseOfTheService(t *testing.T) {
	document, held := read(t), 0
	for _, c := range calculator.All() {
		for _, p := range queried(document, c) {
			choices := p.Schema.Value.Enum
			for _, part := range p.Schema.Value.AllOf {
				choices = append(choices, part.Value.Enum...)
			}
			if len(choices) == 0 {
				continue
			}
			held++
			for _, choice := range choices {
				text, _ := choice.(string)
				if text != "" && has(asked(c, p.Name, text), vocabulary.CodeNotAChoice) && has(asked(c, p.Name, text, ofPlan), vocabulary.CodeNotAChoice) {
					t.Errorf("%s: %s=%s is refused", c.Name, p.Name, text)
				}
			}
			if faults := asked(c, p.Name, "neither"); !has(faults, vocabulary.CodeNotAChoice) {
				t.Errorf("%s: %s takes anything: %v", c.Name, p.Name, faults)
			}
		}
	}
	if held < 20 {
		t.Errorf("only %d parameters have choices", held)
	}
}

// The limits of numbers in a body are those of the query's range.
func TestBodiesHaveTheSameRanges(t *testing.T) {
	document, held := read(t), 0
	for _, c := range calculator.All() {
		item := document.Paths.Value(c.Path())
		if item == nil {
			t.Fatalf("%s: it is not documented", c.Name)
		}
		body := item.Post.RequestBody.Value.Content[mediaJSON].Schema.Value
		for name, member := range body.Properties {
			found := rangeSaid.FindStringSubmatch(member.Value.Description)
			if found == nil {
				continue
			}
			low, high := limit(t, found[1], found[2]), limit(t, found[3], found[4])
			for _, form := range append(openapi3.SchemaRefs{member}, member.Value.OneOf...) {
				s := form.Value
				if s.Min == nil || s.Max == nil {
					continue
				}
				held++
				if !decimal.NewFromFloat(*s.Min).Equal(low) || decimal.NewFromFloat(*s.Max).GreaterThan(high) {
					t.Errorf("%s: %s is from %g to %g, said to be from %s to %s", c.Name, name, *s.Min, *s.Max, low, high)
				}
			}
		}
	}
	if held < 40 {
		t.Errorf("only %d members of bodies have limits", held)
	}
}
