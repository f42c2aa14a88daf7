package formula

import (
	"testing"

	"github.com/shopspring/decimal"
)

// Rates that are fractions give ties as well: with S = [0.6, 0.2] and 0.3 more,
// S'_1 = 0.9 and S'_2 = 0.9·(1/3 + 0.3) = 0.57, so that 0.5·(1 + 0.9 + 0.57) is
// 1.235 exactly; and they go on beyond the curve, S'_3 = 0.57·(1/3 + 0.3) = 0.361.
func TestFractionalRatesGiveTies(t *testing.T) {
	d := decimal.RequireFromString
	base := Terms{BasketValue: d("0.5"), Margin: d("1"), Orders: d("1"), Survival: []decimal.Decimal{d("0.6"), d("0.2")}, PerYear: 1, Horizon: 3}
	with := base
	with.Survival = nil
	with.Retention, with.RetentionOver = []decimal.Decimal{d("0.9"), d("0.38")}, []decimal.Decimal{d("1"), d("0.6")}
	for horizon, want := range map[int]string{3: "1.24", 4: "1.42"} { // 1.235 and 1.4155
		base.Horizon, with.Horizon = horizon, horizon
		got, _, tier := RankProgrammes(&base, []Programme{{With: with, Participants: d("1")}}, 2)
		if got[0].ValueWith.String() != want || tier != Fast {
			t.Errorf("%d periods: %v by tier %v, want %s", horizon, got[0].ValueWith, tier, want)
		}
	}
}
