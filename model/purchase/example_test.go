package purchase_test

import (
	"fmt"

	"blyant/model/purchase"
)

// A grouped table as a warehouse sends it: 197 customers in nine rows.
func table() []purchase.Customer {
	return []purchase.Customer{
		{X: 0, T: 39, Count: 80}, {X: 0, T: 30, Count: 50}, {X: 1, TX: 5, T: 39, ZBar: 20, Count: 24}, {X: 1, TX: 20, T: 30, ZBar: 35, Count: 14},
		{X: 2, TX: 14, T: 39, ZBar: 28, Count: 14}, {X: 3, TX: 10, T: 30, ZBar: 22, Count: 5}, {X: 4, TX: 36, T: 39, ZBar: 45, Count: 4},
		{X: 6, TX: 20, T: 39, ZBar: 18, Count: 3}, {X: 9, TX: 35, T: 39, ZBar: 31, Count: 3},
	}
}

func ExampleFit() {
	result, err := purchase.Fit(purchase.Request{Customers: table(), Unit: purchase.Week, Model: purchase.ModelBGNBD, Horizon: 4})
	if err != nil {
		fmt.Println(err)
		return
	}
	s := result.Scenario
	fmt.Printf("%s: %.3f orders in the first %s, then %.3f\n", s.Model, s.OrdersPerPeriod, s.Period, s.RetentionCurve)
	// Output:
	// bg_nbd: 1.824 orders in the first year, then [0.180 0.644 0.739]
}

func ExampleFitModel() {
	fitted, err := purchase.FitModel(purchase.ModelBGNBD, table())
	if err != nil {
		fmt.Println(err)
		return
	}
	faithful := purchase.Customer{X: 4, TX: 36, T: 39, Count: 1}
	silent := purchase.Customer{X: 4, TX: 12, T: 39, Count: 1}
	fmt.Printf("%.2f %.2f\n", fitted.Model.ProbabilityAlive(faithful), fitted.Model.ProbabilityAlive(silent))
	// Output:
	// 0.73 0.07
}

func ExamplePredict() {
	m := purchase.BGNBD{R: 0.243, Alpha: 4.414, A: 0.793, B: 2.426}
	got := purchase.Predict(m, []purchase.Customer{{Name: "ada", X: 2, TX: 30.43, T: 38.86}}, purchase.Outlook{Ahead: 39, Unit: purchase.Week})
	fmt.Printf("%s: %.4f active, %.4f purchases\n", got[0].Name, got[0].ProbabilityAlive, got[0].ExpectedPurchases)
	// Output:
	// ada: 0.7266 active, 1.2260 purchases
}

func ExampleLog_Calibrate() {
	log := new(purchase.Log)
	for _, when := range []string{"2027-01-01", "2027-01-15", "2027-01-15", "2027-02-05"} {
		date, _ := purchase.ParseDate(when)
		_ = log.Add("ada", date, purchase.Money{Units: 100})
	}
	end, _ := purchase.ParseDate("2027-02-12")
	for _, c := range log.Calibrate(end, purchase.Week).Customers {
		fmt.Println(c.Name, c.X, c.TX, c.T, c.ZBar)
	}
	// Output:
	// ada 2 5 6 150
}
