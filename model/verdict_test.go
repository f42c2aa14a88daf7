package model_test

import (
	"testing"

	"blyant/model"
)

// The verdict is about the ratio as it is reported, at its limits and beside them.
// One order of 10 kroner, so that the ratio is 10 divided by the cost.
func TestVerdictOnTheRatio(t *testing.T) {
	for cost, want := range map[string]string{"20": "loses", "10.01": "loses", "10": "thin", "5": "thin", "3.34": "thin", "3.33": "customary", "1": "customary",
		"3.333333333": "customary", "10.000001": "thin", "10.00001": "loses", "0": ""} {
		s := model.Scenario{AcquisitionCost: number(cost), BasketValue: number("10"), RepeatPurchaseRate: number("0")}
		r, verdict := worth(t, s), ""
		for _, n := range r.Notes {
			if n.Code == "value_to_cost" {
				verdict = n.Args[0]
				if n.Field != "value_to_cost_ratio" {
					t.Errorf("the verdict is about %s", n.Field)
				}
			}
		}
		if verdict != want {
			t.Errorf("a cost of %s, ratio %v: %q, want %q", cost, r.Summary.ValueToCostRatio, verdict, want)
		}
	}
}

// Half of the customers leave each year, so they stay for two years on average, and
// a krone a year brings 1 in the first year, 0.5 in the second, 0.25 in the third.
func TestPaybackAfterStay(t *testing.T) {
	for cost, want := range map[string]bool{"1": false, "1.25": false, "1.5": false, "1.51": true, "1.9": true, "2.5": false} {
		s := model.Scenario{AcquisitionCost: number(cost), BasketValue: number("1"), RepeatPurchaseRate: number("0.5"), Horizon: whole(60)}
		r := worth(t, s)
		if noted(r, "payback_after_stay", "payback_periods") != want {
			t.Errorf("a cost of %s, payback %v, stay %v: %v", cost, r.Summary.PaybackPeriods, r.Summary.ExpectedLifetimePeriods, r.Notes)
		}
	}
}
