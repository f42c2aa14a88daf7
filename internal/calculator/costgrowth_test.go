package calculator

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"blyant/internal/admission"
	"blyant/internal/input"
	"blyant/internal/option"
)

// askedWith is the example's request with members replaced, read by its calculator.
func askedWith(t *testing.T, example string, members map[string]any) (*Calculator, any) {
	t.Helper()
	e, known := ExampleNamed(example)
	if !known {
		t.Fatalf("no example %s", example)
	}
	var request map[string]any
	if err := json.Unmarshal(e.Request, &request); err != nil {
		t.Fatal(err)
	}
	wordless(request)
	for path, value := range members {
		inner, name, nested := strings.Cut(path, ".")
		if !nested {
			request[inner] = value
			continue
		}
		record := maps.Clone(request[inner].(map[string]any))
		record[name] = value
		request[inner] = record
	}
	body, err := json.Marshal(request)
	if err != nil {
		t.Fatal(err)
	}
	calc := At(e.Resource)
	read := calc.NewRequest()
	if faults := input.FromJSON(calc.Request, body, input.Dialect{}, read); len(faults) > 0 {
		t.Fatalf("%s: %v", body, faults)
	}
	return calc, read
}

// wordless puts the keys of words where their words would be.
func wordless(request map[string]any) {
	for name, value := range request {
		switch value := value.(type) {
		case map[string]any:
			if word, is := value["word"]; is {
				request[name] = word
				continue
			}
			wordless(value)
		case []any:
			for _, item := range value {
				if record, is := item.(map[string]any); is {
					wordless(record)
				}
			}
		}
	}
}

// times repeats a thing under names of their own.
func times(n int, of func(name string) map[string]any) []any {
	var all []any
	for i := range n {
		all = append(all, of(fmt.Sprint("n", i)))
	}
	return all
}

func named(name string) map[string]any { return map[string]any{"name": name} }

// More of what is asked costs more, whatever the format: periods, programmes, segments, steps,
// draws, rows.
func TestMoreCostsMore(t *testing.T) {
	for _, c := range []struct {
		example, member string
		sizes           []any
	}{
		{"web-shop", "horizon", []any{100, 400, 1200}},
		{"bonus-card", "scenario.horizon", []any{60, 300, 1200}},
		{"bonus-card", "programmes", []any{times(10, named), times(30, named), times(50, named)}},
		{"pencil-shop-plan", "plan_periods", []any{60, 240, 600}},
		{"kept-promise", "scenario.horizon", []any{60, 240, 1200}},
		{"pencil-pays-back", "scenario.horizon", []any{10, 100, 1200}},
		{"pencil-tornado", "scenario.horizon", []any{100, 400, 1200}},
		{"pencil-grid", "x", []any{steps(5), steps(20), steps(51)}},
		{"pencil-risk", "draws", []any{1000, 10_000, 100_000}},
		{"first-spring", "transactions", []any{bought(100), bought(1000), bought(4000)}},
		{"soap-shop", "customers", []any{watched(10), watched(100), watched(400)}},
	} {
		for _, medium := range mediaOf(c.example) {
			before := admission.Cost(0)
			for i, size := range c.sizes {
				calc, request := askedWith(t, c.example, map[string]any{c.member: size})
				cost := calc.Cost(request, medium, 100_000)
				if cost <= before {
					t.Errorf("%s as %s: size %d of %s costs %d, the one before %d", c.example, medium, i, c.member, cost, before)
				}
				before = cost
			}
		}
	}
}

// mediaOf are the formats of an example's answer.
func mediaOf(example string) []string {
	e, _ := ExampleNamed(example)
	return At(e.Resource).Media()
}

func steps(n int) map[string]any {
	return map[string]any{"field": "repeat_purchase_rate", "from": 0, "to": 1, "steps": n}
}

func bought(n int) []any {
	return times(n, func(name string) map[string]any {
		return map[string]any{"customer": name, "date": "2027-01-09", "amount": 10}
	})
}

func watched(n int) []any {
	return times(n, func(name string) map[string]any { return map[string]any{"customer": name, "x": 1, "t_x": 3, "T": 9} })
}

// Dearer than the bare table are, in this order, JSON, a picture and a workbook; every example
// may be asked for in each of its formats.
func TestFormatsCost(t *testing.T) {
	for _, e := range Examples() {
		calc, request := askedWith(t, e.Name, nil)
		of := func(medium string) admission.Cost { return calc.Cost(request, medium, 1<<20) }
		for _, medium := range calc.Media() {
			if cost := of(medium); cost <= 0 || cost > admission.Most {
				t.Errorf("%s as %s costs %d", e.Name, medium, cost)
			}
		}
		order := []admission.Cost{of(option.CSV), of(option.JSON), of(option.SVG), of(option.PNG), of(option.XLSX)}
		if !calc.hasPicture() {
			order = slices.Delete(order, 2, 4)
		}
		if !slices.IsSorted(order[:2]) || order[0] >= order[len(order)-1] {
			t.Errorf("%s: %v", e.Name, order)
		}
		if figure := calc.CostOfFigure(&FigureRequest{request: request}); figure > of(option.CSV) {
			t.Errorf("a figure of %s costs %d, the table %d", e.Name, figure, of(option.CSV))
		}
	}
}

func (c *Calculator) hasPicture() bool { return slices.Contains(c.Media(), option.PNG) }
