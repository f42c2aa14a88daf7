package formula

import (
	"math/rand/v2"
	"strconv"
	"testing"

	"blyant/model/internal/oracle"

	"github.com/shopspring/decimal"
)

// Comparisons agree with those made period by period: of unrelated scenarios, of
// the same with one field changed, and of equal ones.
func TestComparisonsAgreeWithPeriodsOneByOne(t *testing.T) {
	tiers := map[Tier]int{}
	for i := range 1000 {
		rng := rand.New(rand.NewPCG(61, uint64(i)))
		r := draw{rng}
		kind := kinds[i%4]
		base := kind.make(r)
		other := kind.make(r)
		switch r.IntN(4) {
		case 0:
			other = base
		case 1:
			other = base
			other.AcquisitionCost = r.decimal(0, 300, 1)
		case 2:
			other = base
			other.BasketValue, other.Rate = r.decimal(0, 30, 2), r.decimal(0, 1, 2)
			other.BasketCap = decimal.NullDecimal{}
		}
		other.PerYear = base.PerYear
		places := 2 * r.IntN(3)
		got, tier := Compare(&base, &other, places)
		tiers[tier]++
		want := oracle.Compare(base.oracleScenario(), other.oracleScenario(), places)
		for name, figure := range map[string]Figure{
			"difference": got.NetDifference, "affordable cost": got.AffordableAcquisitionCost,
			"multiple": got.ValueMultiple, "affordable service": got.AffordableServiceCostPerOrder,
		} {
			text := ""
			switch {
			case figure.TooLarge:
				text = "too large"
			case !figure.IsNull():
				text = figure.String()
			}
			if text != want[name] {
				t.Errorf("seed %d: %s is %q, want %q\n%+v\n%+v", i, name, text, want[name], base, other)
			}
		}
		if overtakes := strconv.Itoa(got.Overtakes); overtakes != want["overtakes"] {
			t.Errorf("seed %d: overtakes in %s, want %s\n%+v\n%+v", i, overtakes, want["overtakes"], base, other)
		}
	}
	t.Logf("answered by %v", tiers)
}
