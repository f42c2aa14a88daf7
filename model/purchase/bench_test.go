package purchase_test

import (
	"testing"

	"blyant/model/purchase"
)

// CDNOW from the log: 2,357 customers, 1,016 rows.
func BenchmarkFitCDNOW(b *testing.B) {
	customers := cdnow(b)
	for _, name := range purchaseModels {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				if _, err := purchase.FitModel(name, customers); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// A hundred times the customers in the same rows, as a warehouse sends them.
func BenchmarkFitGrouped(b *testing.B) {
	groups := purchase.Group(cdnow(b))
	for i := range groups {
		groups[i].Count *= 100
	}
	for b.Loop() {
		if _, err := purchase.FitModel(purchase.ModelBGNBD, groups); err != nil {
			b.Fatal(err)
		}
	}
}

// The whole answer for CDNOW: three models, Gamma-Gamma, frequencies, tracking,
// each customer a year ahead, discounted, and the scenario.
func BenchmarkAnswer(b *testing.B) {
	log, end := transactions(b), day(b, "1997-09-30")
	for b.Loop() {
		_, err := purchase.Fit(purchase.Request{Log: log, CalibrationEnd: &end, PerCustomer: true, AnnualDiscountRate: 0.1})
		if err != nil {
			b.Fatal(err)
		}
	}
}
