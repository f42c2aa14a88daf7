package whatif_test

import (
	"errors"
	"strconv"
	"testing"

	"blyant/internal/golden"
	"blyant/model/vocabulary"
	"blyant/model/whatif"

	"github.com/shopspring/decimal"
)

func TestBreakEvenGolden(t *testing.T) {
	for name, cases := range map[string]int{"break_even.json": 60, "break_even_payback.json": 15} {
		for i, c := range golden.Read[golden.Object](t, name, cases) {
			t.Run(name+" "+strconv.Itoa(i), func(t *testing.T) { checkBreakEven(t, c) })
		}
	}
}

func checkBreakEven(t *testing.T, want golden.Object) {
	request := want["request"].(golden.Object)
	req := whatif.BreakEvenRequest{Scenario: golden.Scenario(t, request["scenario"].(golden.Object))}
	golden.Fill(t, &req, whatif.BreakEvenFields(), request)
	got, err := whatif.BreakEven(req)
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
