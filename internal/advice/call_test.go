package advice

import (
	"slices"
	"strings"
	"testing"

	"blyant/internal/calculator"
	"blyant/internal/input"
)

// Each saying has a name of its own, and one figure or two that its calculator has.
func TestSayings(t *testing.T) {
	var names []string
	for _, a := range read() {
		if slices.Contains(names, a.Name) || len(a.Figures) == 0 || len(a.Figures) > 2 {
			t.Errorf("%s has the figures %v", a.Name, a.Figures)
		}
		names = append(names, a.Name)
		if a.Like != "" {
			e, known := calculator.ExampleNamed(a.Like)
			if !known || a.Resource != e.Resource || string(a.Request) != string(e.Request) {
				t.Errorf("%s is not weighed by the example %s", a.Name, a.Like)
			}
		}
		if calculator.At(a.Resource) == nil {
			t.Errorf("%s asks %s", a.Name, a.Resource)
		}
	}
}

// A figure that the calculator lacks, and a request that it refuses, weigh nothing.
func TestFigureIsRefused(t *testing.T) {
	value := calculator.Named("lifetime-value")
	good := input.Params{{Name: "acquisition_cost", Value: "5"}, {Name: "basket_value", Value: "10"}, {Name: "repeat_purchase_rate", Value: "0"}}
	if cell, err := figure(value, good, "net_lifetime_value"); err != nil || cell.String() != "5.00" {
		t.Errorf("%s, %v", cell, err)
	}
	if _, err := figure(value, good, "net_difference"); err == nil || !strings.Contains(err.Error(), "lifetime-value") {
		t.Errorf("a figure of another calculator: %v", err)
	}
	if _, err := figure(value, append(good, input.Param{Name: "basket", Value: "1"}), "net_lifetime_value"); err == nil {
		t.Error("a field that there is not")
	}
	if _, err := figure(value, good[:2], "net_lifetime_value"); err == nil {
		t.Error("without a rate")
	}
}
