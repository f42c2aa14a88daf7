// Package golden reads the reference values that the tests compare
// with. They were computed from the specification by an independent program at
// 120 significant digits; figures are strings with the digits an answer shows.
package golden

import (
	"embed"
	"encoding/json"
	"strings"
	"testing"

	"blyant/model"
	"blyant/model/vocabulary"

	"github.com/shopspring/decimal"
)

//go:embed testdata/*.json
var files embed.FS

// Object is a JSON object of a case.
type Object = map[string]any

// Read decodes the cases of a file and checks that none is missing.
func Read[T any](t testing.TB, name string, cases int) []T {
	t.Helper()
	data, err := files.ReadFile("testdata/" + name)
	if err != nil {
		t.Fatal(err)
	}
	var all []T
	if err := json.Unmarshal(data, &all); err != nil {
		t.Fatal(err)
	}
	if len(all) != cases {
		t.Fatalf("%s has %d cases, want %d", name, len(all), cases)
	}
	return all
}

// Fill fills a record from a golden request, whose numbers are strings but for
// whole ones.
func Fill(t testing.TB, into any, fields []vocabulary.Field, request Object) {
	t.Helper()
	for _, f := range fields {
		given, ok := request[f.Name]
		if !ok || given == nil {
			continue
		}
		var v vocabulary.Value
		switch x := given.(type) {
		case string:
			v.Text = x
			if f.Numeric() {
				v.Number = number(x)
			}
		case float64:
			v.Number = decimal.NewFromFloat(x)
		case []any:
			for _, e := range x {
				text := e.(string) // golden lists hold strings
				if f.Kind == vocabulary.KindNames {
					v.Names = append(v.Names, text)
				} else {
					v.Numbers = append(v.Numbers, decimal.RequireFromString(text))
				}
			}
		}
		f.Set(into, v)
	}
}

// number reads a number of a request, which may have a percent sign.
func number(text string) decimal.Decimal {
	if share, is := strings.CutSuffix(text, "%"); is {
		return decimal.RequireFromString(share).Shift(-2)
	}
	return decimal.RequireFromString(text)
}

// Scenario is the scenario of a golden request.
func Scenario(t testing.TB, request Object) model.Scenario {
	t.Helper()
	var s model.Scenario
	Fill(t, &s, model.ScenarioFields(), request)
	return s
}

// Text is a figure as an answer shows it, nil where it is null.
func Text(v vocabulary.Rounded) any {
	if v.IsNull() {
		return nil
	}
	return v.String()
}

// Equal compares the figures of a record with the golden ones, digit for digit. Figures that the
// case does not give are passed over; one it gives and nobody has is an error.
func Equal(t testing.TB, where string, figures []vocabulary.Figure, record any, want Object) {
	t.Helper()
	compared := 0
	for _, f := range figures {
		expected, ok := want[f.Name]
		if !ok {
			continue
		}
		compared++
		if number, isNumber := expected.(float64); isNumber {
			expected = decimal.NewFromFloat(number).String()
		}
		if got := Text(f.Of(record)); got != expected {
			t.Errorf("%s: %s = %v, want %v", where, f.Name, got, expected)
		}
	}
	for _, label := range []string{"name", "lever"} {
		if _, ok := want[label]; ok {
			compared++
		}
	}
	if compared != len(want) {
		t.Errorf("%s: compared %d of %d figures", where, compared, len(want))
	}
}
