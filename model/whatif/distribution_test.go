package whatif

import (
	"math"
	"reflect"
	"slices"
	"testing"

	"blyant/model/vocabulary"
)

// Quantiles of known distributions: straight ones, the two arms of a triangle,
// those of the normal table, a beta that is uniform or has a closed form.
func TestQuantilesOfDistributions(t *testing.T) {
	for _, c := range []struct {
		u       Uncertain
		p, want float64
	}{
		{unsureOf("basket_value", uniform, "10", "30"), 0.25, 15},
		{unsureOf("basket_value", uniform, "7", "7"), 0.9, 7},
		{unsureOf("basket_value", triangular, "0", "2", "10"), 0.2, 2},                              // the mode has (mode − low) ÷ width below it
		{unsureOf("basket_value", triangular, "0", "2", "10"), 0.05, 1},                             // √(0.05·10·2)
		{unsureOf("basket_value", triangular, "0", "2", "10"), 0.8, 6},                              // 10 − √(0.2·10·8)
		{unsureOf("basket_value", triangular, "0", "10", "10"), 0.25, 5},                            // one arm
		{unsureOf("basket_value", triangular, "5", "5", "5"), 0.3, 5},                               //
		{unsureOf("basket_value", pert, "0", "5", "10"), 0.5, 5},                                    // symmetric
		{unsureOf("basket_value", pert, "0", "0", "10"), 0.5, 10 * (1 - math.Pow(0.5, 0.2))},        // beta(1, 5)
		{unsureOf("basket_value", pert, "10", "20", "20"), 0.1, 10 + 10*math.Pow(0.1, 0.2)},         // beta(5, 1)
		{unsureOf("basket_value", normal, "100", "10"), 0.5, 100},                                   //
		{unsureOf("basket_value", normal, "100", "10"), 0.975, 119.59963984540054},                  // 1.96 deviations
		{unsureOf("basket_value", normal, "100", "10"), 0.15865525393145707, 90},                    // one below
		{unsureOf("basket_value", lognormal, "100", "50"), 0.5, 100 / math.Sqrt(1.25)},              // mean ÷ √(1 + (sd/mean)²)
		{unsureOf("margin_rate", beta, "0.5", "0.2886751345948129"), 0.3, 0.3},                      // 1 ÷ √12: beta(1, 1)
		{unsureOf("margin_rate", beta, "0.75", "0.19364916731037085"), 0.2, math.Pow(0.2, 1.0/3)},   // √(3/80): beta(3, 1)
		{unsureOf("margin_rate", beta, "0.25", "0.19364916731037085"), 0.488, 1 - math.Cbrt(0.512)}, // beta(1, 3)
	} {
		if got := c.u.quantile()(c.p); math.Abs(got-c.want) > 1e-9*math.Abs(c.want) {
			t.Errorf("%s %+v: below %v lie %v, want %v", c.u.Distribution, c.u, got, c.p, c.want)
		}
	}
}

// A lognormal's mean and deviation are those of the value itself: from its
// quantiles at ±1.
func TestLognormalIsOfTheValue(t *testing.T) {
	q := unsureOf("basket_value", lognormal, "100", "50").quantile()
	low, high := math.Log(q(0.15865525393145707)), math.Log(q(0.8413447460685429))
	mu, sigma := (low+high)/2, (high-low)/2
	if mean := math.Exp(mu + sigma*sigma/2); math.Abs(mean-100) > 1e-6 {
		t.Errorf("the mean is %v", mean)
	}
	if sd := math.Exp(mu+sigma*sigma/2) * math.Sqrt(math.Expm1(sigma*sigma)); math.Abs(sd-50) > 1e-6 {
		t.Errorf("the deviation is %v", sd)
	}
}

// What a distribution takes and what it does not, and what its parameters may be
// beside one another and the range of the field.
func TestDistributionFaults(t *testing.T) {
	value := vocabulary.Given
	for _, c := range []struct {
		name                string
		u                   Uncertain
		field, reason, hint string
		args                []string
	}{
		{"fine", unsureOf("repeat_purchase_rate", triangular, "0", "0.5", "1"), "", "", "", nil},
		{"a mode at the end", unsureOf("repeat_purchase_rate", triangular, "0.2", "0.2", "0.4"), "", "", "", nil},
		{"the other end", unsureOf("repeat_purchase_rate", pert, "0.2", "0.4", "0.4"), "", "", "", nil},
		{"no width", unsureOf("repeat_purchase_rate", uniform, "0.2", "0.2"), "", "", "", nil},
		{"below the field's range", unsureOf("repeat_purchase_rate", uniform, "-0.1", "0.2"), "low", "out_of_range", "0", []string{"-0.1", "0", "1"}},
		{"above it", unsureOf("repeat_purchase_rate", uniform, "0.5", "1.01"), "high", "out_of_range", "1", []string{"1.01", "0", "1"}},
		{"the wrong way round", unsureOf("repeat_purchase_rate", uniform, "0.5", "0.4"), "low", "low_above_high", "0.4", []string{"0.5", "0.4"}},
		{"a mode below", unsureOf("repeat_purchase_rate", triangular, "0.5", "0.4", "0.6"), "mode", "mode_outside", "0.55", []string{"0.4", "0.5", "0.6"}},
		{"a mode above", unsureOf("repeat_purchase_rate", pert, "0.5", "0.7", "0.6"), "mode", "mode_outside", "0.55", []string{"0.7", "0.5", "0.6"}},
		{"no deviation", unsureOf("margin_rate", normal, "0.5", "0"), "sd", "sd_not_positive", "0.05", []string{"0"}},
		{"a negative one", unsureOf("margin_rate", normal, "-0.5", "-1"), "sd", "sd_not_positive", "0.05", []string{"-1"}},
		{"a mean beyond the range", unsureOf("margin_rate", normal, "1.1", "0.1"), "mean", "out_of_range", "1", []string{"1.1", "-1", "1"}},
		{"a mean at its end", unsureOf("margin_rate", normal, "-1", "0.1"), "", "", "", nil},
		{"no logarithm of 0", unsureOf("basket_value", lognormal, "0", "1"), "mean", "mean_not_positive", "normal", []string{"0"}},
		{"a beta at 0", unsureOf("margin_rate", beta, "0", "0.1"), "mean", "mean_not_between", "normal", []string{"0"}},
		{"a beta at 1", unsureOf("margin_rate", beta, "1", "0.1"), "mean", "mean_not_between", "normal", []string{"1"}},
		{"a beta that is all at its ends", unsureOf("margin_rate", beta, "0.5", "0.5"), "sd", "sd_too_large", "0.25", []string{"0.5", "0.5"}},
		{"a beta just within", unsureOf("margin_rate", beta, "0.5", "0.4999"), "", "", "", nil},
		{"a parameter that is missing", Uncertain{Field: "margin_rate", Distribution: normal, Mean: value("0.5")}, "sd", "required", "", nil},
		{"one of another", Uncertain{Field: "margin_rate", Distribution: uniform, Low: value("0"), High: value("1"), Mode: value("0.5")}, "mode", "not_of_distribution", "", []string{"mode", "uniform"}},
		{"none such", Uncertain{Field: "margin_rate", Distribution: "cauchy"}, "distribution", "not_a_choice", "", nil},
	} {
		faults := c.u.Validate()
		if c.reason == "" {
			if faults != nil {
				t.Errorf("%s: %v", c.name, faults)
			}
			continue
		}
		if len(faults) != 1 || faults[0].Field != c.field || faults[0].Reason != c.reason || faults[0].Hint != c.hint || c.args != nil && !reflect.DeepEqual(faults[0].Args, c.args) {
			t.Errorf("%s: %+v", c.name, faults)
		}
	}
}

// What is known to be wrong already is not wrong once more, nor missing.
func TestDistributionIgnores(t *testing.T) {
	u := Uncertain{Field: "margin_rate", Distribution: uniform, Low: vocabulary.Given("2")}
	if faults := u.Validate("high"); faults != nil {
		t.Errorf("%v", faults)
	}
	if faults := u.Validate(); len(faults) != 1 || faults[0].Field != "high" {
		t.Errorf("%v", faults)
	}
}

// Each distribution has its parameters, in the order in which they are asked for,
// and they are measured as their field is.
func TestParametersOf(t *testing.T) {
	for name, want := range map[string][]string{uniform: {"low", "high"}, triangular: {"low", "mode", "high"}, pert: {"low", "mode", "high"},
		normal: {"mean", "sd"}, lognormal: {"mean", "sd"}, beta: {"mean", "sd"}, "cauchy": nil} {
		if got := ParametersOf(name); !slices.Equal(got, want) {
			t.Errorf("%s: %v", name, got)
		}
	}
	low, _ := vocabulary.FieldNamed(UncertainFields(), "low")
	for field, unit := range map[string]vocabulary.Unit{"basket_value": vocabulary.UnitMoney, "repeat_purchase_rate": vocabulary.UnitShare, "": vocabulary.UnitAsNamed} {
		if got := low.For(&Uncertain{Field: field}).Unit; got != unit {
			t.Errorf("of %q: %s", field, got)
		}
	}
}
