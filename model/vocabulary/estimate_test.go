package vocabulary

import (
	"math"
	"testing"
)

func TestEstimatesHaveSixDigitsAndNoExponent(t *testing.T) {
	for _, c := range []struct {
		x    float64
		want string
	}{
		{0.24259413, "0.242594"}, {4.41358, "4.41358"}, {1e-9, "0.00000000100000"}, {1.5e12, "1500000000000"},
		{123456.7, "123457"}, {-0.5, "-0.500000"}, {0, "0.00000"}, {math.NaN(), "null"}, {math.Inf(1), "null"}, {1e31, "null"},
		{1.23456e-28, "0.000000000000000000000000000123"}, {9.9999996, "10.0000"},
	} {
		if got := RoundedEstimate(c.x).String(); got != c.want {
			t.Errorf("%v: %s, want %s", c.x, got, c.want)
		}
	}
	for x, want := range map[float64]string{-9582.4292123: "-9582.429212", 0.1234565: "0.123457", 2: "2.000000", -1e-9: "0.000000"} {
		if got := RoundedFloat(x, 6).String(); got != want {
			t.Errorf("%v: %s, want %s", x, got, want)
		}
	}
	if got := RoundedFloat(math.NaN(), 6); !got.IsNull() {
		t.Errorf("no number is %s", got)
	}
}
