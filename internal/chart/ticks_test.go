package chart

import (
	"math"
	"strings"
	"testing"

	"blyant/internal/locale"

	"pgregory.net/rapid"
)

func labels(ticks []tick) string {
	var all []string
	for _, t := range ticks {
		all = append(all, t.label)
	}
	return strings.Join(all, " | ")
}

func TestMoneyTicks(t *testing.T) {
	tests := []struct {
		least, most float64
		count       int
		lang        locale.Language
		want        string
	}{
		{-50, 203, 6, locale.English, "\u221250 | 0 | 50 | 100 | 150 | 200"},
		{-900, 4400, 6, locale.Norwegian, "0 | 1\u00a0000 | 2\u00a0000 | 3\u00a0000 | 4\u00a0000"},
		{-1, 1, 4, locale.English, "\u22121.0 | \u22120.5 | 0 | 0.5 | 1.0"},
		{-0.05, 0.12, 4, locale.Danish, "\u22120,05 | 0 | 0,05 | 0,10"},
		{0, 4.4e14, 4, locale.English, "0 | 200 | 400"},
		{-2.1e6, 1.2e6, 5, locale.Danish, "\u22122 | \u22121 | 0 | 1"},
		{0, 1.2e-6, 3, locale.English, "0 | 0.0000005 | 0.0000010"},
		{-40, 440, 2, locale.English, "0 | 200 | 400"},
		{-40, 440, 1, locale.English, "0"},
	}
	for _, test := range tests {
		ticks := moneyTicks(test.least, test.most, test.count, unitFor(math.Max(-test.least, test.most)), test.lang)
		if got := labels(ticks); got != test.want {
			t.Errorf("%v to %v: got %s, want %s", test.least, test.most, got, test.want)
		}
	}
}

func TestPeriodTicks(t *testing.T) {
	tests := []struct {
		last    float64
		count   int
		perYear int
		want    string
	}{
		{10, 10, 1, "0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10"},
		{10, 6, 1, "0 | 2 | 4 | 6 | 8 | 10"},
		{1, 12, 1, "0 | 1"},
		{36, 8, 12, "0 | 6 | 12 | 18 | 24 | 30 | 36"},
		{1200, 6, 12, "0 | 240 | 480 | 720 | 960 | 1,200"},
		{104, 9, 52, "0 | 13 | 26 | 39 | 52 | 65 | 78 | 91 | 104"},
		{40, 5, 4, "0 | 8 | 16 | 24 | 32 | 40"},
		{7, 3, 4, "0 | 4"},
	}
	for _, test := range tests {
		if got := labels(periodTicks(test.last, test.count, test.perYear, locale.English)); got != test.want {
			t.Errorf("%v: got %s, want %s", test.last, got, test.want)
		}
	}
}

// Of any range the ticks are in it, zero among them, their labels all different
// and hardly more than asked for.
func TestMoneyTicksOfAnyRange(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		scale := math.Pow(10, rapid.Float64Range(-9, 15).Draw(t, "scale"))
		least := -scale * rapid.Float64Range(0, 1).Draw(t, "least")
		most := scale * rapid.Float64Range(0.01, 1).Draw(t, "most")
		count := rapid.IntRange(2, 12).Draw(t, "count")
		ticks := moneyTicks(least, most, count, unitFor(math.Max(-least, most)), locale.English)
		zero, distinct := false, map[string]bool{}
		for _, tick := range ticks {
			zero = zero || tick.value == 0 && tick.label == "0"
			distinct[tick.label] = true
			if tick.value < least-scale*1e-6 || tick.value > most+scale*1e-6 {
				t.Fatalf("%v is not in %v to %v", tick.value, least, most)
			}
		}
		if !zero || len(distinct) != len(ticks) || len(ticks) < 2 || len(ticks) > max(count+1, 6) {
			t.Fatalf("%s for %d from %v to %v", labels(ticks), count, least, most)
		}
	})
}
