package input

import (
	"fmt"
	"maps"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"testing"

	"blyant/internal/answer"
	"blyant/model"
	"blyant/model/vocabulary"

	"github.com/shopspring/decimal"
	"pgregory.net/rapid"
)

// everything writes every field of a scenario with all its digits.
func everything(s model.Scenario) string {
	var out []string
	for _, f := range model.ScenarioFields() {
		v, given := f.Get(&s)
		switch {
		case !given:
			continue
		case f.Kind == vocabulary.KindNumbers:
			for _, x := range v.Numbers {
				out = append(out, f.Name+" "+answer.Digits(x))
			}
		case f.Numeric():
			out = append(out, f.Name+" "+answer.Digits(v.Number))
		default:
			out = append(out, f.Name+" "+v.Text)
		}
	}
	return strings.Join(out, "\n")
}

// drawNumber draws a number that the field allows, in plain form.
func drawNumber(t *rapid.T, f vocabulary.Field) string {
	most := f.Max
	if f.PercentAbove.IsPositive() {
		most = f.PercentAbove
	}
	if f.Kind == vocabulary.KindWhole {
		return strconv.FormatInt(rapid.Int64Range(f.Min.IntPart(), most.IntPart()).Draw(t, f.Name), 10)
	}
	part := rapid.Int64Range(0, 1e9).Draw(t, f.Name)
	x := f.Min.Add(most.Sub(f.Min).Mul(decimal.New(part, -9)))
	return x.StringFixed(max(-x.Exponent(), 0) + rapid.Int32Range(0, 5).Draw(t, "zeros"))
}

// drawWays draws, of the fields that exclude each other, the one to give.
func drawWays(t *rapid.T) map[string]string {
	ways, chosen := map[string][]string{}, map[string]string{}
	for _, f := range model.ScenarioFields() {
		if f.Way != "" {
			ways[f.Way] = append(ways[f.Way], f.Name)
		}
	}
	for _, way := range slices.Sorted(maps.Keys(ways)) {
		chosen[way] = rapid.SampledFrom(ways[way]).Draw(t, way)
	}
	return chosen
}

// drawScenario draws the texts of a scenario in which nothing is wrong. A
// value of a list ends in a semicolon.
func drawScenario(t *rapid.T) map[string]string {
	drawn, ways := map[string]string{}, drawWays(t)
	for _, f := range model.ScenarioFields() {
		wanted := f.Required || rapid.Bool().Draw(t, "with "+f.Name)
		switch {
		case f.Way != "":
			wanted = ways[f.Way] == f.Name
		case f.Partner != "":
			wanted = drawn[f.Partner] != ""
		}
		switch {
		case !wanted:
		case f.Kind == vocabulary.KindText:
			drawn[f.Name] = rapid.StringN(1, f.MaxLength, -1).Filter(func(s string) bool { return !strings.ContainsFunc(s, unprintable) }).Draw(t, f.Name)
		case f.Kind == vocabulary.KindChoice:
			drawn[f.Name] = rapid.SampledFrom(f.Choices).Draw(t, f.Name)
		case f.Kind == vocabulary.KindNumbers:
			for range rapid.IntRange(1, 5).Draw(t, "values") {
				drawn[f.Name] += drawNumber(t, f) + ";"
			}
		default:
			drawn[f.Name] = drawNumber(t, f)
		}
	}
	if values := strings.SplitAfter(drawn["survival_curve"], ";"); len(values) > 1 { // it never rises
		drawn["survival_curve"] = strings.Repeat(values[0], len(values)-1)
	}
	if drawn["basket_cap"] != "" {
		drawn["basket_cap"] = "1000000000000.00"
	}
	return drawn
}

// written writes the drawn texts as a query and as JSON, numbers as they are or
// in quotes.
func written(drawn map[string]string, comma, quoted bool) (query, body string) {
	var params, members []string
	for _, f := range model.ScenarioFields() {
		text, ok := drawn[f.Name]
		if !ok {
			continue
		}
		local, literal := text, text
		switch f.Kind {
		case vocabulary.KindText, vocabulary.KindChoice:
			literal = quote(text)
		case vocabulary.KindNumbers:
			values := strings.Split(strings.TrimSuffix(text, ";"), ";")
			local, literal = strings.Join(values, ","), "["+strings.Join(values, ",")+"]"
			if comma {
				local = strings.ReplaceAll(strings.Join(values, ";"), ".", ",")
			}
		default:
			if comma {
				local = strings.ReplaceAll(text, ".", ",")
			}
			if quoted {
				literal = quote(local)
			}
		}
		params = append(params, f.Name+"="+url.QueryEscape(local))
		members = append(members, quote(f.Name)+": "+literal)
	}
	return strings.Join(params, "&"), "{" + strings.Join(members, ", ") + "}"
}

// quote writes a text as a JSON string.
func quote(text string) string {
	var b strings.Builder
	for _, r := range text {
		if r == '"' || r == '\\' || r < ' ' {
			fmt.Fprintf(&b, `\u%04x`, r)
		} else {
			b.WriteRune(r)
		}
	}
	return `"` + b.String() + `"`
}

// TestSameByQueryAndJSON: a scenario is the same, digit for digit, by a query
// (or a form, whose body is read like one) and by JSON, in both ways of writing
// numbers.
func TestSameByQueryAndJSON(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		drawn := drawScenario(t)
		comma, quoted := rapid.Bool().Draw(t, "comma"), rapid.Bool().Draw(t, "quoted")
		query, body := written(drawn, comma, quoted)
		var byQuery, byJSON model.Scenario
		if faults := fromQuery(flat, &byQuery, query, comma); len(faults) > 0 {
			t.Fatalf("%s: %v", query, faults)
		}
		if faults := FromJSON(flat, []byte(body), Dialect{Comma: comma}, &byJSON); len(faults) > 0 {
			t.Fatalf("%s: %v", body, faults)
		}
		if q, j := everything(byQuery), everything(byJSON); q != j {
			t.Fatalf("%s\n%s\n\n%s\n%s", query, q, body, j)
		}
		for name, text := range drawn {
			if f, _ := scenarioField(name); f.Numeric() && !strings.Contains(everything(byQuery), name+" "+text) {
				t.Fatalf("%s=%s lost digits:\n%s", name, text, everything(byQuery))
			}
		}
	})
}

// TestEveryFieldArrives reads each field of the vocabulary alone: one that the
// record has no place for would be refused as unknown.
func TestEveryFieldArrives(t *testing.T) {
	for _, f := range model.ScenarioFields() {
		text := map[vocabulary.Kind]string{vocabulary.KindText: "x", vocabulary.KindWhole: "1", vocabulary.KindNumber: "1", vocabulary.KindNumbers: "1"}[f.Kind]
		if f.Kind == vocabulary.KindChoice {
			text = f.Choices[0]
		}
		var s model.Scenario
		for _, fault := range fromQuery(flat, &s, f.Name+"="+text, false) {
			if fault.Code != vocabulary.CodeRequired && fault.Reason != "without_partner" {
				t.Errorf("%s=%s: %+v", f.Name, text, fault)
			}
		}
		if _, given := f.Get(&s); !given {
			t.Errorf("%s=%s did not arrive", f.Name, text)
		}
	}
}
