package whatif_test

import (
	"context"
	"errors"
	"strconv"
	"testing"

	"blyant/internal/golden"
	"blyant/model/vocabulary"
	"blyant/model/whatif"

	"github.com/shopspring/decimal"
)

func TestBreakEvenGolden(t *testing.T) {
	for name, cases := range map[string]int{"break_even.json": 60, "break_even_payback.json": 15, "break_even_third.json": 20} {
		for i, c := range golden.Read[golden.Object](t, name, cases) {
			t.Run(name+" "+strconv.Itoa(i), func(t *testing.T) { checkBreakEven(t, c) })
		}
	}
}

func checkBreakEven(t *testing.T, want golden.Object) {
	request := want["request"].(golden.Object)
	req := whatif.BreakEvenRequest{Scenario: golden.Scenario(t, request["scenario"].(golden.Object))}
	golden.Fill(t, &req, whatif.BreakEvenFields(), request)
	got, err := whatif.BreakEven(context.Background(), req)
	if code, refused := want["code"]; refused {
		var faults vocabulary.Faults
		if !errors.As(err, &faults) || string(faults[0].Code) != code {
			t.Fatalf("%+v, %v; want %v", got, err, code)
		}
		return
	}
	if err != nil {
		t.Fatal(err)
	}
	text := func(name string, got any) {
		if expected, there := want[name]; there && got != expected {
			t.Errorf("%s = %v, want %v", name, got, expected)
		}
	}
	number := func(name string, got decimal.Decimal) {
		if expected := decimal.RequireFromString(want[name].(string)); !got.Equal(expected) {
			t.Errorf("%s = %s, want %s", name, got, expected)
		}
	}
	text("solve_for", got.Request.SolveFor)
	text("metric", got.Request.Metric)
	text("value", got.Value.String())
	text("metric_at_value", golden.Text(got.MetricAtValue))
	text("metric_at_from", golden.Text(got.MetricAtFrom))
	text("metric_at_to", golden.Text(got.MetricAtTo))
	text("solutions", float64(got.Solutions.Int()))
	number("target", got.Request.Target.Decimal)
	number("from", got.Request.From.Decimal)
	number("to", got.Request.To.Decimal)
	if note, there := want["note"]; there && !hasNote(got.Notes, note.(string)) {
		t.Errorf("no note %s in %v", note, got.Notes)
	}
}

func hasNote(notes []vocabulary.Note, code string) bool {
	for _, n := range notes {
		if n.Code == code {
			return true
		}
	}
	return false
}

func TestSensitivityGolden(t *testing.T) {
	for i, c := range golden.Read[golden.Object](t, "sensitivity.json", 25) {
		t.Run(strconv.Itoa(i), func(t *testing.T) {
			request := c["request"].(golden.Object)
			req := whatif.SensitivityRequest{Scenario: golden.Scenario(t, request["scenario"].(golden.Object))}
			golden.Fill(t, &req, whatif.SensitivityFields(), request)
			got, err := whatif.Tornado(context.Background(), req)
			if err != nil {
				t.Fatal(err)
			}
			rows := c["rows"].([]any)
			if base := golden.Text(got.Base); base != c["base"] || len(got.Rows) != len(rows) {
				t.Fatalf("base %v and %d rows, want %v and %d", base, len(got.Rows), c["base"], len(rows))
			}
			for j, row := range rows {
				checkRow(t, row.(golden.Object), &got.Rows[j])
			}
		})
	}
}

func checkRow(t *testing.T, want golden.Object, got *whatif.SensitivityRow) {
	t.Helper()
	if got.Field.Name != want["field"] {
		t.Fatalf("%s, want %s", got.Field.Name, want["field"])
	}
	for _, f := range whatif.SensitivityFigures() {
		value, isInput := f.Of(got), f.Name == "value" || f.Name == "low" || f.Name == "high"
		switch {
		case isInput && !value.Decimal().Equal(decimal.RequireFromString(want[f.Name].(string))),
			!isInput && golden.Text(value) != want[f.Name]:
			t.Errorf("%s: %s is %v, want %v", got.Field.Name, f.Name, value, want[f.Name])
		}
	}
}

func TestGridGolden(t *testing.T) {
	for i, c := range golden.Read[golden.Object](t, "grid.json", 15) {
		t.Run(strconv.Itoa(i), func(t *testing.T) {
			request := c["request"].(golden.Object)
			req := whatif.GridRequest{Scenario: golden.Scenario(t, request["scenario"].(golden.Object))}
			golden.Fill(t, &req, whatif.GridFields(), request)
			golden.Fill(t, &req.X, whatif.AxisFields(), request["x"].(golden.Object))
			golden.Fill(t, &req.Y, whatif.AxisFields(), request["y"].(golden.Object))
			got, err := whatif.Grid(context.Background(), req)
			if err != nil {
				t.Fatal(err)
			}
			rows := c["values"].([]any)
			if len(rows) != len(got.Values) {
				t.Fatalf("%d rows, want %d", len(got.Values), len(rows))
			}
			for j, row := range rows {
				for k, want := range row.([]any) {
					if value := golden.Text(got.Values[j][k]); value != want || len(got.Values[j]) != len(row.([]any)) {
						t.Errorf("row %d, value %d: %v, want %v", j, k, value, want)
					}
				}
			}
		})
	}
}
