package formula

import (
	"testing"

	"github.com/shopspring/decimal"
)

// pencils is ten years of pencils, with a basket that grows slowly.
func pencils(horizon int) Terms {
	d := decimal.RequireFromString
	return Terms{
		AcquisitionCost: d("50"), BasketValue: d("10"), Margin: d("0.4"), AddOnMargin: d("0.4"), Orders: d("12"), Rate: d("0.9"),
		BasketGrowth: d("0.005"), CostPerOrder: d("0.5"), DiscountRate: d("0.08"), PerYear: 1, Horizon: horizon,
	}
}

// everything gives every field a value that matters.
func everything(horizon int) Terms {
	d := decimal.RequireFromString
	t := pencils(horizon)
	t.PerYear, t.HalfPeriods = 12, 1
	t.OrderGrowth, t.CostPerPeriod, t.AddOnRate, t.AddOnValue, t.AddOnMargin = d("0.002"), d("0.75"), d("0.2"), d("3.5"), d("0.55")
	t.Referrals, t.Deterred, t.VATRate = d("0.02"), d("0.1"), d("0.25")
	t.BasketCap = decimal.NewNullDecimal(d("12"))
	t.Rate = d("0.97")
	return t
}

// curved has a retention curve of so many values.
func curved(n int) Terms {
	t := everything(n)
	t.BasketCap, t.Rate = decimal.NullDecimal{}, decimal.Zero
	for i := range n {
		t.Retention = append(t.Retention, decimal.New(int64(8000+i*15), -4))
	}
	return t
}

// floats is the loop that somebody in a hurry writes: the lifetime value alone.
func floats(n int) float64 {
	share, basket, discount, sum := 1.0, 10.0, 1.0, 0.0
	for range n {
		sum += share * (12*(basket*0.4-0.5) - 0) * discount
		share *= 0.9
		basket *= 1.005
		discount /= 1.08
	}
	return sum
}

var sink float64

func BenchmarkFloat64Loop(b *testing.B) {
	for b.Loop() {
		sink += floats(120)
	}
}

func BenchmarkSummary(b *testing.B) {
	for name, t := range map[string]Terms{
		"10": pencils(10), "120": pencils(120), "1200": pencils(1200), "every-field-120": everything(120),
		"every-field-1200": everything(1200), "curve-120": curved(120),
	} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, tier := Summarise(&t, 2); tier != Fast {
					b.Fatal(tier)
				}
			}
		})
	}
}

func BenchmarkSchedule(b *testing.B) {
	for name, t := range map[string]Terms{"120": pencils(120), "every-field-120": everything(120), "curve-120": curved(120)} {
		rows := make([]Row, t.Horizon)
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if tier := Schedule(&t, 2, rows); tier != Fast {
					b.Fatal(tier)
				}
			}
		})
	}
}
