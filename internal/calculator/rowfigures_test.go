package calculator_test

import (
	"context"
	"slices"
	"strings"
	"testing"

	"blyant/internal/calculator"
	"blyant/internal/input"
	"blyant/internal/locale"
	"blyant/model/vocabulary"

	"pgregory.net/rapid"
)

// readInto reads parameters as a calculator's request.
func readInto(t failing, calc *calculator.Calculator, params input.Params, request any) {
	t.Helper()
	if faults := input.FromParams(calc.Request, params, input.Dialect{Said: true}, request); len(faults) > 0 {
		t.Fatalf("%s: %v", params.Encode(), faults)
	}
}

// paramsOf are the parameters of pairs of names and values.
func paramsOf(pairs []string) input.Params {
	var params input.Params
	for i := 0; i+1 < len(pairs); i += 2 {
		params = append(params, input.Param{Name: pairs[i], Value: pairs[i+1]})
	}
	return params
}

// A row of figures holds what each figure is at its address, in the order asked for, whatever
// rows came before it: here those of every example, the same memory for all of a calculator.
func TestRowsHoldTheFigures(t *testing.T) {
	for _, calc := range calculator.All() {
		all := calc.Figures.All()
		if len(all) == 0 || calc.Limits.PostOnly {
			continue
		}
		slices.Reverse(all)
		rows := calc.Rows(all)
		for _, e := range append(calculator.Examples(), calculator.Examples()...) {
			if e.Resource != calc.Path() {
				continue
			}
			readInto(t, calc, e.Query(locale.English), rows.Request())
			cells, err := rows.Answer(context.Background())
			if err != nil || len(cells) != len(all) {
				t.Fatalf("%s: %d cells, %v", e.Name, len(cells), err)
			}
			for i, f := range all {
				if got, want := cells[i].String(), strings.TrimSpace(string(said(t, served(), e.Resource+"/"+f.Name+"?"+e.Query(locale.English).Encode()))); got != want && (got != "" || want != "#N/A") {
					t.Errorf("%s: %s is %q in the row, %q at its address", e.Name, f.Name, got, want)
				}
			}
		}
	}
}

// Rows of random scenarios, one after another, are those of answers of their own; a faulty row
// leaves nothing behind.
func TestRowsDoNotMix(t *testing.T) {
	calc := calculator.Named("lifetime-value")
	figures := calc.Figures.All()
	rows := calc.Rows(figures)
	rapid.Check(t, func(t *rapid.T) {
		scenario := aScenario(t, "")
		readInto(t, calc, paramsOf(scenario.params), rows.Request())
		cells, err := rows.Answer(context.Background())
		if err != nil {
			t.Fatalf("%v", err)
		}
		summary := at(answerOf(t, "/v1/lifetime-value", scenario.object()), "summary")
		for i, f := range figures {
			want, _ := inTable(at(summary, f.Name))
			if got := cells[i].String(); got != want {
				t.Fatalf("%s of %s is %q in the row, %q in the answer", f.Name, scenario.object(), got, want)
			}
		}
		if rapid.Bool().Draw(t, "faulty") {
			_ = input.FromParams(calc.Request, input.Params{{Name: "basket_value", Value: "7"}}, input.Dialect{Said: true}, rows.Request())
			if _, err := rows.Answer(context.Background()); err == nil {
				t.Fatalf("a row without a cost has an answer")
			}
		}
	})
}

// The stream of rows has the figures that fields= names, in that order, for each row as it
// would be by itself.
func TestFieldsOfRows(t *testing.T) {
	file := "id,acquisition_cost,basket_value,margin_rate,repeat_purchase_rate,horizon\na,50,10,0.4,0,10\nb,50,10,0.4,0.9,10\nc,5,80,1,1,3\n"
	names := []string{"payback_periods", "lifetime_value", "expected_orders"}
	_, text := replied("/v1/batch?format=csv&fields="+strings.Join(names, ","), "text/csv", strings.Replace(file, "\nc,", "\n,", 1))
	got := strings.Split(strings.TrimSpace(text), "\n")
	if len(got) != 5 || got[0] != "id,"+strings.Join(names, ",")+",error" || got[4] != "#trailer,3,0" {
		t.Fatalf("%v", got)
	}
	lines := strings.Split(strings.TrimSpace(file), "\n")
	for i, id := range []string{"a", "b", ""} {
		want := []string{id}
		for _, name := range names {
			pairs := zip(strings.Split(lines[0], ",")[1:], strings.Split(lines[i+1], ",")[1:])
			want = append(want, strings.Replace(figureAt(t, "/v1/lifetime-value/"+name, asQuery(pairs...)), "#N/A", "", 1))
		}
		if row := strings.Join(append(want, ""), ","); got[i+1] != row {
			t.Errorf("row %d is %s, by itself %s", i+1, got[i+1], row)
		}
	}
}

// zip puts names and values in turn.
func zip(names, values []string) []string {
	var pairs []string
	for i := range names {
		pairs = append(pairs, names[i], values[i])
	}
	return pairs
}

// Every figure with an address is one of the vocabulary, found by its name.
func TestFiguresAreOfTheVocabulary(t *testing.T) {
	known := map[string]vocabulary.Unit{}
	for _, entry := range calculator.Figures() {
		known[entry.Term.Name] = entry.Term.Unit
	}
	for _, calc := range calculator.All() {
		for _, f := range calc.Figures.All() {
			if _, there := known[f.Name]; !there && calc.Name != "service-promise" && calc.Name != "retention-fit" { // which have gains of levers and parameters
				t.Errorf("%s/%s is no figure of an answer", calc.Path(), f.Name)
			}
		}
	}
}
