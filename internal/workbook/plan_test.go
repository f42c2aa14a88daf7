package workbook

import (
	"bytes"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"blyant/internal/golden"
	"blyant/internal/locale"
	"blyant/model"
	"blyant/model/plan"

	"github.com/shopspring/decimal"
)

type planCase struct {
	Request  golden.Object
	Summary  golden.Object
	Schedule []golden.Object
}

func planAnswer(t testing.TB, request golden.Object, lang locale.Language) answered {
	t.Helper()
	return ask(t, "plan", request, lang)
}

// shop sells pencils to more and more customers.
func shop() golden.Object {
	return golden.Object{
		"scenario": pencils(), "plan_periods": "6", "new_customers_first": "100", "new_customers_growth_rate": "0.1",
		"opening_customers": "40", "fixed_cost_per_period": "2500", "fixed_cost_growth_rate": "0.02", "opening_cash": "1000",
	}
}

// shopByList has its customers one by one.
func shopByList() golden.Object {
	request := shop()
	delete(request, "new_customers_first")
	delete(request, "new_customers_growth_rate")
	request["new_customers"] = []any{"10", "20", "0"}
	return request
}

// The same plan is the same file, byte for byte.
func TestPlanSameBytes(t *testing.T) {
	for _, lang := range locale.Languages() {
		for _, request := range []golden.Object{shop(), shopByList()} {
			a := planAnswer(t, request, lang)
			first := fileOf(t, a, lang)
			for range 3 {
				if !bytes.Equal(first, fileOf(t, a, lang)) {
					t.Fatalf("%s: two files differ", lang)
				}
			}
			_, content := parts(t, first)
			for name, part := range content {
				if found := key.FindString(part); found != "" {
					t.Errorf("%s: %s holds the key %s", lang, name, found)
				}
			}
			if charts := strings.Count(strings.Join(slices.Collect(maps.Keys(content)), " "), "xl/charts/chart"); charts != 2 {
				t.Errorf("%d charts", charts)
			}
		}
	}
}

// Formulas keep to classic functions, refer to cells that are there, and no text
// in them is too long.
func TestPlanFormulasAreClassic(t *testing.T) {
	for _, lang := range locale.Languages() {
		for _, request := range []golden.Object{shop(), shopByList()} {
			all := formulas(t, fileOf(t, planAnswer(t, request, lang), lang))
			if len(all) < 800 {
				t.Fatalf("only %d formulas", len(all))
			}
			for cell, formula := range all {
				for _, text := range texts.FindAllString(formula, -1) {
					if len(text) > 257 {
						t.Errorf("%s: a text of %d bytes", cell, len(text))
					}
				}
				bare := texts.ReplaceAllString(formula, "")
				for _, f := range functions.FindAllStringSubmatch(bare, -1) {
					if !slices.Contains(classic, f[1]) {
						t.Errorf("%s: %s is not a classic function", cell, f[1])
					}
				}
				if strings.ContainsAny(bare, "@[]") {
					t.Errorf("%s: %s was not turned into cells", cell, formula)
				}
			}
		}
	}
}

// Every field and figure has its name; every figure's cell is a formula whose
// cached value is the answer's own. Where an input and a figure share a name, the
// figure has it on its own sheet.
func TestPlanNamesAndCachedValues(t *testing.T) {
	for i, c := range append(golden.Read[planCase](t, "plan.json", 30), golden.Read[planCase](t, "plan_third.json", 50)[:15]...) {
		f := opened(t, fileOf(t, planAnswer(t, c.Request, locale.English), locale.English))
		known, sheets := names(f), f.GetSheetList()
		for _, field := range slices.Concat(model.ScenarioFields(), plan.Fields()) {
			if !strings.HasPrefix(known[field.Name], sheets[1]+"!") {
				t.Errorf("case %d: the input %s is %q", i, field.Name, known[field.Name])
			}
		}
		cached := func(sheet, cell string, want any) {
			formula, err := f.GetCellFormula(sheet, cell)
			if err != nil || formula == "" {
				t.Fatalf("case %d: %s!%s has no formula: %v", i, sheet, cell, err)
			}
			value, _ := f.GetCellValue(sheet, cell, raw)
			if whole, is := want.(float64); is {
				want = decimal.NewFromFloat(whole).String()
			}
			if want == nil && value != "" || want != nil && !sameNumber(value, want) {
				t.Errorf("case %d: %s!%s is cached as %q, want %v", i, sheet, cell, value, want)
			}
		}
		for _, figure := range plan.SummaryFigures() {
			at := known[sheets[2]+"!"+figure.Name]
			if at == "" {
				at = known[figure.Name]
			}
			sheet, cell, _ := strings.Cut(strings.ReplaceAll(at, "$", ""), "!")
			if sheet != sheets[2] {
				t.Errorf("case %d: the figure %s is %q", i, figure.Name, at)
			}
			if want, given := c.Summary[figure.Name]; given { // the older cases lack some
				cached(sheet, cell, want)
			}
		}
		for j, row := range c.Schedule {
			for k, figure := range plan.ScheduleFigures() {
				if want, given := row[figure.Name]; given {
					cached(sheets[3], cellName(periodColumn+j, firstRow+k+min(k, 1)), want) // the date is no figure
				}
			}
		}
	}
}

// Lines of the plan stand in the order of the figures.
func TestPlanLines(t *testing.T) {
	lines := slices.DeleteFunc(new(business).monthLines(), func(l lineSpec) bool { return l.name == "date" })
	if len(lines) != len(plan.ScheduleFigures()) {
		t.Fatalf("%d lines", len(lines))
	}
	for i, f := range plan.ScheduleFigures() {
		if lines[i].name != f.Name {
			t.Errorf("line %d is %s, want %s", i+1, lines[i].name, f.Name)
		}
	}
}

// What the customer is called never becomes a formula.
func TestPlanNamesAreNoFormulas(t *testing.T) {
	for _, name := range []string{"=1+1", "+x", "@x", `"=2+2"`, "\t=1", "<&>"} {
		request := shop()
		scenario := pencils()
		scenario["name"], request["scenario"] = name, scenario
		file := fileOf(t, planAnswer(t, request, locale.Danish), locale.Danish)
		for cell, formula := range formulas(t, file) {
			if len(name) > 2 && strings.Contains(formula, name) {
				t.Errorf("%s holds the name %q: %s", cell, name, formula)
			}
		}
		f := opened(t, file)
		sheet, cell, _ := strings.Cut(strings.ReplaceAll(names(f)["name"], "$", ""), "!")
		formula, _ := f.GetCellFormula(sheet, cell)
		if value, _ := f.GetCellValue(sheet, cell); formula != "" || value != strings.TrimSpace(name) {
			t.Errorf("the name %q is %q with the formula %q", name, value, formula)
		}
	}
}

// One customer's figure may be too large where nobody comes: the plan is live all
// the same.
func TestPlanOfNobody(t *testing.T) {
	request := shop()
	request["scenario"] = golden.Object{"acquisition_cost": "0", "basket_value": "1000000000000", "orders_per_period": "1000000", "repeat_purchase_rate": "0"}
	request["new_customers_first"], request["opening_customers"] = "0", "0"
	file := fileOf(t, planAnswer(t, request, locale.English), locale.English)
	if all := formulas(t, file); len(all) < 800 {
		t.Errorf("%d formulas", len(all))
	}
}

// BenchmarkWritePlan writes the workbook of a plan by its periods, with a horizon
// as long.
func BenchmarkWritePlan(b *testing.B) {
	for _, periods := range []string{"12", "60", "120", "600"} {
		b.Run(fmt.Sprintf("periods=%s", periods), func(b *testing.B) {
			request := shop()
			scenario := pencils()
			scenario["horizon"], scenario["period"], scenario["basket_growth_rate"] = periods, "month", "0.001"
			request["scenario"], request["plan_periods"], request["new_customers_growth_rate"] = scenario, periods, "0.01"
			a := planAnswer(b, request, locale.English)
			for b.Loop() {
				fileOf(b, a, locale.English)
			}
		})
	}
}
