package workbook

import (
	"slices"
	"strconv"
	"strings"
	"testing"

	"blyant/internal/locale"
	"blyant/model"
	"blyant/model/plan"
	"blyant/model/vocabulary"

	"github.com/xuri/excelize/v2"
)

// An input cell refuses what its field does not allow, and nothing that it does:
// the limits are those of the vocabulary, but for the horizon and the periods of
// the plan, which end with the rows of the workbook, the cap, which begins with
// the basket, and the currency, which has three letters.
func TestLimitsOfInput(t *testing.T) {
	const horizon, periods = leastPeriods, leastPeriods // that there is room for
	special := map[string][2]string{
		"horizon": {"1", strconv.Itoa(horizon)}, "plan_periods": {"1", strconv.Itoa(periods)},
		"basket_cap": {"D17", "1000000000000"}, "currency": {"3", "3"},
	}
	all := workbooks(t, locale.English)
	for name, fields := range map[string][]vocabulary.Field{
		"customer": model.ScenarioFields(), "curve": model.ScenarioFields(),
		"plan": slices.Concat(model.ScenarioFields(), plan.Fields()), "plan-list": slices.Concat(model.ScenarioFields(), plan.Fields()),
	} {
		limits := limitsOf(t, all[name])
		if len(limits) != len(fields) {
			t.Errorf("%s limits %d cells of %d fields", name, len(limits), len(fields))
		}
		for _, f := range fields {
			v := limits[f.Name]
			if v == nil {
				t.Errorf("%s does not limit %s", name, f.Name)
				continue
			}
			if want, is := special[f.Name]; is {
				if v.Formula1 != want[0] || v.Formula2 != want[1] {
					t.Errorf("%s: %s is from %s to %s, want %v", name, f.Name, v.Formula1, v.Formula2, want)
				}
			} else {
				checkLimits(t, f, v)
			}
			if !v.ShowErrorMessage || v.ErrorStyle == nil || *v.ErrorStyle != "stop" || v.Error == nil || *v.Error == "" {
				t.Errorf("%s: %s is not refused in words: %+v", name, f.Name, v)
			}
		}
	}
}

// checkLimits holds the limits of a cell against the field's.
func checkLimits(t *testing.T, f vocabulary.Field, v *excelize.DataValidation) {
	t.Helper()
	switch f.Kind {
	case vocabulary.KindText:
		if v.Type != "textLength" || v.Formula1 != "0" || v.Formula2 != strconv.Itoa(f.MaxLength) {
			t.Errorf("%s: %s %s to %s, want at most %d letters", f.Name, v.Type, v.Formula1, v.Formula2, f.MaxLength)
		}
	case vocabulary.KindDate: // from 1 March 1900, before which spreadsheets differ, to the last day of the year 9999
		if v.Type != "date" || v.Formula1 != "61" || v.Formula2 != "2958465" {
			t.Errorf("%s: %s %s to %s, want a date", f.Name, v.Type, v.Formula1, v.Formula2)
		}
	case vocabulary.KindChoice:
		if v.Type != "list" || v.Formula1 != `"`+strings.Join(inWords(f), ",")+`"` {
			t.Errorf("%s: %s %s, want %v", f.Name, v.Type, v.Formula1, f.Choices)
		}
	default:
		kind := "decimal"
		if f.Kind == vocabulary.KindWhole {
			kind = "whole"
		}
		least, one := strconv.ParseFloat(v.Formula1, 64)
		most, other := strconv.ParseFloat(v.Formula2, 64)
		if v.Type != kind || v.Operator != "between" || one != nil || other != nil || least != f.Min.InexactFloat64() || most != f.Max.InexactFloat64() {
			t.Errorf("%s: %s %s %s to %s, want %s from %s to %s", f.Name, v.Type, v.Operator, v.Formula1, v.Formula2, kind, f.Min, f.Max)
		}
	}
}

// inWords are the choices as an English workbook has them.
func inWords(f vocabulary.Field) []string {
	var all []string
	for _, choice := range f.Choices {
		all = append(all, locale.English.Choice(f.Name, choice))
	}
	return all
}

// limitsOf returns what limits each input, by its name.
func limitsOf(t *testing.T, a answered) map[string]*excelize.DataValidation {
	t.Helper()
	f := opened(t, fileOf(t, a, locale.English))
	inputs := f.GetSheetList()[1]
	validations, err := f.GetDataValidations(inputs)
	if err != nil {
		t.Fatal(err)
	}
	known, limits := names(f), map[string]*excelize.DataValidation{}
	for name, address := range known {
		_, cells, _ := strings.Cut(strings.ReplaceAll(address, "$", ""), "!")
		for _, v := range validations {
			if v.Sqref == cells && strings.HasPrefix(address, inputs+"!") {
				limits[name] = v
			}
		}
	}
	return limits
}

// The baseline is one of the customers.
func TestLimitsOfTheBaseline(t *testing.T) {
	f := opened(t, fileOf(t, comparisonAnswer(t, locale.English, pencil(), pencils()), locale.English))
	sheet := f.GetSheetList()[1]
	validations, err := f.GetDataValidations(sheet)
	if err != nil || len(validations) != 1+len(model.ScenarioFields()) {
		t.Fatalf("%d validations, %v", len(validations), err)
	}
	if v := validations[len(validations)-1]; sheet+"!"+v.Sqref != strings.ReplaceAll(names(f)["baseline"], "$", "") || v.Type != "whole" || v.Formula1 != "1" || v.Formula2 != "2" {
		t.Errorf("%s is %s from %s to %s", v.Sqref, v.Type, v.Formula1, v.Formula2)
	}
}
