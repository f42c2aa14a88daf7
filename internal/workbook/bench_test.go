package workbook

import (
	"testing"

	"blyant/internal/golden"
	"blyant/internal/locale"
)

// BenchmarkWrite writes the workbook of one customer by number of periods.
func BenchmarkWrite(b *testing.B) {
	for _, periods := range []string{"10", "120", "1200"} {
		b.Run(periods, func(b *testing.B) {
			request := pencils()
			request["horizon"], request["period"] = periods, "month"
			request["basket_cap"] = "20"
			a := customerAnswer(b, request, locale.English)
			b.ResetTimer()
			for range b.N {
				fileOf(b, a, locale.English)
			}
		})
	}
}

// BenchmarkWriteComparison writes the workbook of a comparison over 120 periods.
func BenchmarkWriteComparison(b *testing.B) {
	request := pencils()
	request["horizon"], request["period"] = "120", "month"
	other := pencil()
	other["period"] = "month"
	a := comparisonAnswer(b, locale.English, other, request)
	b.ResetTimer()
	for range b.N {
		fileOf(b, a, locale.English)
	}
}

// BenchmarkWriteTwenty writes twenty customers against one another.
func BenchmarkWriteTwenty(b *testing.B) {
	for _, periods := range []string{"12", "1200"} {
		b.Run(periods, func(b *testing.B) {
			var requests []golden.Object
			for range 20 {
				request := pencils()
				delete(request, "name")
				request["horizon"], request["period"], request["basket_growth_rate"] = periods, "month", "0.001"
				requests = append(requests, request)
			}
			a := comparisonAnswer(b, locale.English, requests...)
			b.ResetTimer()
			for range b.N {
				fileOf(b, a, locale.English)
			}
		})
	}
}
