package calculator_test

import (
	"encoding/json"
	"net/url"
	"testing"

	"blyant/internal/answer"
	"blyant/internal/calculator"
)

// inTable is a value of JSON as a cell of CSV has it.
func inTable(v any) (string, bool) {
	switch v := v.(type) {
	case nil:
		return "", true
	case string:
		return v, true
	case json.Number:
		return v.String(), true
	}
	return "", false // lists and records have cells of their own
}

// same holds a row of a table against the record of the body, cell by cell, and returns how
// many there were.
func same(t *testing.T, where string, row map[string]string, record any) int {
	t.Helper()
	held := 0
	for name, got := range row {
		value, there := record.(node)[name]
		want, plain := inTable(value)
		if !there || !plain {
			continue
		}
		held++
		if got != want {
			t.Errorf("%s: %s is %q in the table, %q in the body", where, name, got, want)
		}
	}
	return held
}

// Tables hold the figures of the body: those of a list row by row, those of a part of the
// answer, and of the answer itself, in one row.
func TestTablesHoldTheBody(t *testing.T) {
	held := map[string]int{}
	for _, e := range calculator.Examples() {
		calc, body := calculator.At(e.Resource), bodyOf(e)
		whole := answerOf(t, e.Resource, body)
		for _, table := range calc.Tables {
			rows := tabled(t, e.Resource+"?format=csv&table="+url.QueryEscape(table.Name), body)
			where := e.Name + " " + table.Name
			switch part := whole[table.Name].(type) {
			case []any:
				if table.Kind != answer.Rows || e.Resource == "/v1/cohorts" && table.Name == "cohorts" {
					continue // whose rows are those within each
				}
				if len(rows) != len(part) {
					t.Errorf("%s: %d rows, in the body %d", where, len(rows), len(part))
					continue
				}
				for i := range rows {
					held[calc.Name] += same(t, where, rows[i], part[i])
				}
			case node:
				if len(rows) == 1 {
					held[calc.Name] += same(t, where, rows[0], part)
				}
			case nil:
				if len(rows) == 1 { // of the answer itself
					held[calc.Name] += same(t, where, rows[0], whole)
				}
			}
		}
	}
	for _, calc := range calculator.All() {
		if held[calc.Name] < 3 && calc.Name != "grid" { // whose square has a test of its own
			t.Errorf("%s: %d cells were compared", calc.Name, held[calc.Name])
		}
	}
}

// A comparison's tables name the scenario in each row and hold the figures of its answer.
func TestComparedTables(t *testing.T) {
	e, _ := calculator.ExampleNamed("cafe-bonus-card")
	whole := answerOf(t, e.Resource, bodyOf(e))
	scenarios := list(whole["scenarios"])
	summaries := tabled(t, e.Resource+"?format=csv&table=summary", bodyOf(e))
	compared := tabled(t, e.Resource+"?format=csv&table=comparison", bodyOf(e))
	schedule := tabled(t, e.Resource+"?format=csv&table=schedule", bodyOf(e))
	for i, scenario := range scenarios {
		summary := at(scenario, "summary").(node)
		if n := same(t, "summary", summaries[i], summary); n != len(summary) || summaries[i]["name"] != at(scenario, "name") {
			t.Errorf("%d of %d figures of %v", n, len(summary), at(scenario, "name"))
		}
		if n := same(t, "comparison", compared[i], summary); n != len(summary) {
			t.Errorf("%d of %d figures stand beside the comparison", n, len(summary))
		}
		rows := list(at(scenario, "schedule"))
		for j, row := range rows {
			if got := schedule[i*len(rows)+j]; got["name"] != at(scenario, "name") || same(t, "schedule", got, row) != len(row.(node)) {
				t.Errorf("row %d of %v is %v", j, at(scenario, "name"), got)
			}
		}
	}
}

// The square of a grid is headed by the values of its axes, its corner names them, and its
// cells are those of the body.
func TestSquareOfGrid(t *testing.T) {
	e, _ := calculator.ExampleNamed("pencil-grid")
	whole := answerOf(t, e.Resource, bodyOf(e))
	rows := tabled(t, e.Resource+"?format=csv", bodyOf(e))
	xs, ys := list(at(whole, "x", "values")), list(at(whole, "y", "values"))
	if len(xs) != 5 || len(ys) != 4 || len(rows) != 4 {
		t.Fatalf("%d by %d values, %d rows", len(xs), len(ys), len(rows))
	}
	for i, row := range rows {
		if exactly(t, row["basket_value/repeat_purchase_rate"]).Cmp(exactly(t, ys[i])) != 0 {
			t.Errorf("row %d is of %v", i, row)
		}
		for j, x := range xs {
			want, _ := inTable(list(list(whole["values"])[i])[j])
			if got := row[x.(json.Number).String()]; got != want {
				t.Errorf("at %v, %v: %q, in the body %q", x, ys[i], got, want)
			}
		}
	}
}
