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
