package purchase_test

import (
	"testing"

	"blyant/model/purchase"
)

// Cumulative repeat purchases of CDNOW by calendar week as published with the
// two models: rounded for BG/NBD, and for Pareto/NBD with the digits that follow
// cut off (1604.386 is printed as 1604.3; no parameters near the maximum round to
// all six figures, while all six are the maximum's own, cut).
func TestPublishedTracking(t *testing.T) {
	end := day(t, "1997-09-30")
	got, err := purchase.Fit(purchase.Request{Log: transactions(t), CalibrationEnd: &end})
	if err != nil {
		t.Fatal(err)
	}
	bought := []int{1359, 1414, 1484, 1517, 1573, 1672}
	for model, want := range map[string][]float64{
		purchase.ModelBGNBD:     {1312.5, 1387.3, 1460.4, 1531.7, 1601.4, 1669.6},
		purchase.ModelParetoNBD: {1308.9, 1385.3, 1459.9, 1532.9, 1604.3, 1674.3},
	} {
		for i, row := range got.Model(model).Tracking[19:25] {
			if row.Period != 20+i || row.CumulativeObserved != bought[i] {
				t.Errorf("week %d: %d bought, want %d", row.Period, row.CumulativeObserved, bought[i])
			}
			if expected := want[i]; model == purchase.ModelParetoNBD {
				near(t, model+" tracking", row.CumulativeExpected, expected+0.05, 0.1)
			} else {
				near(t, model+" tracking", row.CumulativeExpected, expected, 0.1)
			}
		}
	}
}

// The log and the table that it comes to have the same answer, to the last bit;
// customers are predicted in their order, and the scenario is the greatest
// likelihood's unless another is asked for.
func TestLogAndTableAgree(t *testing.T) {
	end := day(t, "1997-09-30")
	request := purchase.Request{Log: transactions(t), CalibrationEnd: &end, PerCustomer: true, Ahead: 39, AnnualDiscountRate: 0.15}
	one, err := purchase.Fit(request)
	if err != nil {
		t.Fatal(err)
	}
	two, err := purchase.Fit(purchase.Request{Customers: cdnow(t), PerCustomer: true, Ahead: 39, AnnualDiscountRate: 0.15, Model: purchase.ModelBGNBD})
	if err != nil {
		t.Fatal(err)
	}
	if one.Spend.Model != two.Spend.Model || one.Customers != 2357 || two.Groups != one.Groups || one.Rows.Read != 6919 {
		t.Errorf("%+v and %+v", one.Rows, two.Rows)
	}
	for i, m := range one.Models {
		other := two.Models[i]
		if m.Fitted.LogLikelihood != other.Fitted.LogLikelihood || len(m.Predictions) != 2357 || m.Predictions[0].Name != "0001" ||
			m.Predictions[7] != other.Predictions[7] || other.Tracking != nil {
			t.Errorf("%s: %+v and %+v", m.Name, m.Fitted, other.Fitted)
		}
		observed, expected := 0, 0.0
		for _, f := range m.Frequencies {
			observed += f.Observed
			expected += f.Expected
		}
		if observed != 2357 || expected < 2356.999 || expected > 2357.001 {
			t.Errorf("%s: %d customers observed, %g expected", m.Name, observed, expected)
		}
	}
	if one.Preferred != purchase.ModelMBGNBD || one.Scenario.Model != purchase.ModelMBGNBD || two.Scenario.Model != purchase.ModelBGNBD {
		t.Errorf("scenarios of %s and %s", one.Scenario.Model, two.Scenario.Model)
	}
	// 78 whole weeks, of which the models know the first 39.
	tracked := one.Models[0].Tracking
	if len(tracked) != 78 || tracked[38].Holdout || !tracked[39].Holdout {
		t.Errorf("%d periods", len(tracked))
	}
}
