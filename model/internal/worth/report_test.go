package worth_test

import (
	"reflect"
	"testing"

	"blyant/model/internal/exact"
	"blyant/model/internal/formula"
	"blyant/model/internal/worth"
	"blyant/model/vocabulary"
)

var (
	amount   = vocabulary.Amount("amount")
	share    = vocabulary.Ratio("share", vocabulary.UnitShare)
	count    = vocabulary.PeriodNumber("count")
	nullable = vocabulary.Amount("nullable").MayBeNull().NullIfTooLarge()
)

// A figure has the decimals that its declaration says: money those asked for,
// ratios six, numbers of periods none.
func TestReportRounds(t *testing.T) {
	for _, c := range []struct {
		f      vocabulary.Figure
		places int
		x      string
		want   string
	}{
		{amount, 2, "1.005", "1.01"}, {amount, 0, "-0.5", "-1"}, {amount, 3, "7", "7.000"}, {amount, 10, "0.00000000005", "0.0000000001"},
		{share, 2, "0.1234565", "0.123457"}, {share, 0, "1", "1.000000"}, {count, 2, "12", "12"}, {amount, 2, "-0.004", "0.00"},
		{amount, 2, "1e15", "1000000000000000.00"}, {amount, 2, "-1e15", "-1000000000000000.00"},
	} {
		r := worth.NewReport(exact.New(exact.Usual), c.places)
		if got := r.Figure(c.f, number(c.x)); got.String() != c.want || r.Faults != nil || r.Notes != nil {
			t.Errorf("%s %s to %d is %s: %v %v", c.f.Name, c.x, c.places, got, r.Faults, r.Notes)
		}
	}
}

// Above 1e15 a figure is a fault that names it, or null with a note where it may be.
func TestReportTooLarge(t *testing.T) {
	large := number("1000000000000000.0000000001")
	for _, x := range []exact.Number{large, large.Neg()} {
		r := worth.NewReport(exact.New(exact.Usual), 2)
		if got := r.Figure(amount, x); !got.IsNull() || r.Notes != nil {
			t.Errorf("%s, %v", got, r.Notes)
		}
		want := vocabulary.Faults{{Field: "amount", Code: "result_out_of_range", Reason: "result_out_of_range", Args: []string{"amount"}}}
		if !reflect.DeepEqual(r.Faults, want) {
			t.Errorf("faults %v", r.Faults)
		}
	}
	r := worth.NewReport(exact.New(exact.Usual), 2)
	if got := r.Optional(nullable, large, worth.Absence{}); !got.IsNull() || r.Faults != nil || !reflect.DeepEqual(r.Notes, []vocabulary.Note{{Code: "figure_too_large", Field: "nullable"}}) {
		t.Errorf("%s, %v, %v", got, r.Faults, r.Notes)
	}
}

// What is rounded already is taken over; large ones and absent ones as the others.
func TestReportTakesRounded(t *testing.T) {
	r := worth.NewReport(nil, 2)
	seven := formula.Figure{Rounded: vocabulary.RoundedWhole(7)}
	if got := r.Rounded(count, seven, worth.Absence{}); got.String() != "7" || r.Notes != nil {
		t.Errorf("%s, %v", got, r.Notes)
	}
	if got := r.Rounded(count, seven, worth.Absence{Code: "none", Args: []string{"x"}}); !got.IsNull() {
		t.Errorf("%s is there, though absent", got)
	}
	if got := r.Rounded(amount, formula.Figure{TooLarge: true}, worth.Absence{}); !got.IsNull() || len(r.Faults) != 1 || r.Faults[0].Field != "amount" {
		t.Errorf("%s, %v", got, r.Faults)
	}
	if got := r.Rounded(nullable, formula.Figure{TooLarge: true}, worth.Absence{}); !got.IsNull() || len(r.Faults) != 1 {
		t.Errorf("%s, %v", got, r.Faults)
	}
	want := []vocabulary.Note{{Code: "none", Field: "count", Args: []string{"x"}}, {Code: "figure_too_large", Field: "nullable"}}
	if !reflect.DeepEqual(r.Notes, want) {
		t.Errorf("notes %v", r.Notes)
	}
}

// A note is said once: the same code about the same field with the same words. A
// silent report says none.
func TestReportNotesOnce(t *testing.T) {
	r := worth.NewReport(nil, 2)
	r.Note("a", "x", "1")
	r.Note("a", "x", "1")
	r.Note("a", "x", "2")
	r.Note("a", "y", "1")
	r.Note("b", "x", "1")
	r.Note("a", "x")
	if len(r.Notes) != 5 {
		t.Errorf("%v", r.Notes)
	}
	r.Silent = true
	r.Note("c", "z")
	if got := r.Null(nullable, worth.Absence{Code: "d"}); !got.IsNull() || len(r.Notes) != 5 {
		t.Errorf("silent, and yet %v", r.Notes)
	}
}

// The faults of a row say which period it is of, those known before do not.
func TestReportInPeriod(t *testing.T) {
	r := worth.NewReport(exact.New(exact.Usual), 2)
	r.Figure(amount, number("2e15"))
	if r.InPeriod("3", 1) {
		t.Error("a fault of no row is one of period 3")
	}
	r.Figure(share, number("2e15"))
	if !r.InPeriod("4", 1) {
		t.Error("no fault in period 4")
	}
	if got, want := [][]string{r.Faults[0].Args, r.Faults[1].Args}, [][]string{{"amount"}, {"share", "4"}}; !reflect.DeepEqual(got, want) {
		t.Errorf("%v", got)
	}
}

// Metrics are what their names say of one customer, and absent for the reason
// that notes give.
func TestMetrics(t *testing.T) {
	// 4 + 2 + 1 from 10 orders of 1 krone that cost 0.6 each, of which 0.5 of the customers come back.
	g := given{cost: "3.5", basket: "1", margin: "1", orders: "10", perOrder: "0.6", rates: []string{"0.5"}, referrals: "0.2", deterred: "0.1", perYear: 1, horizon: 3}
	evaluate(t, g, func(a *exact.Arithmetic, w *worth.Worth) {
		for name, want := range map[string]string{
			"lifetime_revenue": "17.5", "lifetime_contribution": "7", "lifetime_value": "7", "net_lifetime_value": "3.5", "value_to_cost_ratio": "2",
			"expected_orders": "17.5", "expected_lifetime_periods": "1.75", "payback_periods": "0.875", "payback_orders": "8.75", "discounted_payback_periods": "0.875",
			"probability_of_profit": "1", "perpetual_lifetime_value": "8", "viral_coefficient": "0.35", "cost_per_new_customer": "3.5",
			"word_of_mouth_value": "1.8375", // 7·(0.2·1.75 − 0.1·0.875)
		} {
			m, known := metricNamed(name)
			if got := mustBe(t, a, w, m).Cut(9); !known || !got.Equal(number(want).Cut(9)) {
				t.Errorf("%s is %s, want %s", name, got, want)
			}
		}
		if left := w.FirstOrder(a).Cut(9); !left.Equal(number("0.4").Cut(9)) {
			t.Errorf("%s is left of the first order", left)
		}
	})
	g.cost, g.addOnMargin = "0", "0.25"
	evaluate(t, g, func(a *exact.Arithmetic, w *worth.Worth) {
		if _, absent := worth.ValueToCostRatio.Of(a, w); absent.Code != "no_acquisition_cost" {
			t.Errorf("a ratio to no cost is absent for %v", absent)
		}
		if left := w.FirstOrder(a).Cut(9); !left.Equal(number("0.65").Cut(9)) {
			t.Errorf("%s is left of the first order with an add-on", left)
		}
	})
}

func metricNamed(name string) (worth.Metric, bool) {
	for _, m := range []worth.Metric{worth.LifetimeRevenue, worth.LifetimeContribution, worth.LifetimeValue, worth.NetLifetimeValue, worth.ValueToCostRatio, worth.ExpectedOrders,
		worth.ExpectedLifetimePeriods, worth.PaybackPeriods, worth.PaybackOrders, worth.DiscountedPaybackPeriods, worth.ProbabilityOfProfit, worth.PerpetualLifetimeValue,
		worth.WordOfMouthValue, worth.ViralCoefficient, worth.CostPerNewCustomer} {
		if m.Name == name {
			return m, true
		}
	}
	return worth.Metric{}, false
}
