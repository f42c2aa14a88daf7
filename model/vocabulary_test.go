package model_test

import (
	"slices"
	"strings"
	"testing"

	"blyant/model"
	"blyant/model/service"
	"blyant/model/vocabulary"

	"github.com/shopspring/decimal"
)

// Every field has a place in the record, a default within its range, and bounds
// that make sense; every figure has a unit; no name stands for two things.
func TestVocabulary(t *testing.T) {
	full := pencils().WithDefaults()
	seen := map[string]bool{}
	for _, f := range model.ScenarioFields() {
		if seen[f.Name] {
			t.Errorf("%s stands twice", f.Name)
		}
		seen[f.Name] = true
		v, given := f.Get(&full)
		if f.In(&full) == nil {
			t.Errorf("%s has no place in a scenario", f.Name)
		}
		if (f.Default != "" || f.DefaultField != "") && !given {
			t.Errorf("%s has a default and is absent after defaults", f.Name)
		}
		if faults := f.Check(v); given && len(faults) > 0 {
			t.Errorf("%s: %v", f.Name, faults)
		}
		if f.Numeric() && !f.Min.LessThan(f.Max) {
			t.Errorf("%s ranges from %s to %s", f.Name, f.Min, f.Max)
		}
	}
	for _, list := range [][]vocabulary.Figure{model.SummaryFigures(), model.ScheduleFigures(), model.ComparisonFigures()} {
		names := map[string]bool{}
		for _, f := range list {
			if f.Unit == "" || names[f.Name] {
				t.Errorf("figure %+v", f)
			}
			names[f.Name] = true
		}
	}
	places := map[*vocabulary.Rounded]string{}
	summary, row, compared := model.Summary{}, model.ScheduleRow{}, model.ComparisonRow{}
	for record, list := range map[any][]vocabulary.Figure{&summary: model.SummaryFigures(), &row: model.ScheduleFigures(), &compared: model.ComparisonFigures()} {
		for _, f := range list {
			if other := places[f.In(record)]; other != "" {
				t.Errorf("%s and %s stand in the same place", f.Name, other)
			}
			places[f.In(record)] = f.Name
		}
	}
	inputs := map[any]string{}
	for _, f := range model.ScenarioFields() {
		if other := inputs[f.In(&full)]; other != "" {
			t.Errorf("%s and %s stand in the same place", f.Name, other)
		}
		inputs[f.In(&full)] = f.Name
	}
}

// Decimals of ISO 4217, some from each column of the table, and codes that are
// no longer or never were currencies with a minor unit.
func TestCurrencies(t *testing.T) {
	for code, want := range map[vocabulary.Currency]int{"NOK": 2, "DKK": 2, "SEK": 2, "EUR": 2, "ISK": 0, "JPY": 0, "KWD": 3, "TND": 3, "CLF": 4, "XCG": 2, "ZWG": 2, "SLE": 2, "VED": 2} {
		if got, ok := code.Decimals(); !ok || got != want {
			t.Errorf("%s has %d decimals, %t", code, got, ok)
		}
	}
	for _, code := range []vocabulary.Currency{"", "XAU", "XDR", "XXX", "DEM", "HRK", "SLL", "nok", "NO", "NOKK", "D D", "K L"} {
		if _, ok := code.Decimals(); ok {
			t.Errorf("%q is taken for a currency", code)
		}
	}
	field, _ := vocabulary.FieldNamed(model.ScenarioFields(), "currency")
	for _, code := range field.Choices {
		if _, ok := vocabulary.Currency(code).Decimals(); !ok || strings.ToUpper(code) != code {
			t.Errorf("%s is a choice and no currency", code)
		}
	}
}

// A rate that was meant as a percentage is refused without its sign, to the end
// of the range, and what its hint says to type is taken.
func TestPercentSignNeeded(t *testing.T) {
	var fields []vocabulary.Field
	for _, f := range slices.Concat(model.ScenarioFields(), service.ProgrammeFields()) {
		if !f.PercentAbove.IsZero() {
			fields = append(fields, f)
		}
	}
	if len(fields) != 3 {
		t.Errorf("%d fields need a percent sign", len(fields))
	}
	for _, f := range fields {
		for text, hint := range map[string]string{"8": "0.08 or 8%", "1.5": "0.015 or 1.5%", "0.08": "", "1": "", "10": "0.1 or 10%", "9.99": "0.0999 or 9.99%", "-0.5": ""} {
			faults := f.CheckBare(decimal.RequireFromString(text))
			if (len(faults) > 0) != (hint != "") || len(faults) > 0 && faults[0].Hint != hint {
				t.Errorf("%s, %s: %v", f.Name, text, faults)
			}
		}
		for text, hint := range map[string]string{"50": "0.5 or 50%", "100": "1 or 100%", "500": "500%", "1000": "1000%", "1001": "", "-50": "-0.5 or -50%", "-100": ""} {
			faults := f.Check(vocabulary.Value{Number: decimal.RequireFromString(text)})
			if len(faults) != 1 || faults[0].Hint != hint {
				t.Errorf("%s, %s: %+v", f.Name, text, faults)
			}
		}
	}
}
