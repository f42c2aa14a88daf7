package formula

import (
	"flag"
	"fmt"
	"math/rand/v2"
	"testing"

	"blyant/model/internal/oracle"
)

var scenarios = flag.Int("scenarios", 4975, "scenarios of each kind, a fiftieth of the long ones, that are held against the oracle: 248756 make a million")
var seed = flag.Uint64("seed", 1, "where the drawing of scenarios begins")

// difference tells how a summary differs from the oracle's, empty where it does
// not.
func difference(got *Summary, want *oracle.Summary) string {
	for name, figure := range got.named() {
		if name == "cost_per_new_customer" {
			continue
		}
		text := ""
		switch {
		case figure.TooLarge:
			text = "too large"
		case !figure.IsNull():
			text = figure.String()
		}
		if text != want.Figures[name] {
			return fmt.Sprintf("%s is %q, want %q", name, text, want.Figures[name])
		}
	}
	switch {
	case got.PaybackReversed != want.Reversed, got.DiscountedPaybackReversed != want.DiscountedReversed:
		return "payback reversed"
	case got.LosesOnEveryOrder != want.Loses, got.FirstPeriodLoses != want.First:
		return "losses"
	case got.Viral != want.Viral:
		return "viral"
	case string(got.NoReturn) != want.Reason:
		return fmt.Sprintf("no return because %q, want %q", got.NoReturn, want.Reason)
	}
	return ""
}

// The closed forms give the digits and the notes of the engine that went through
// the periods one by one.
func TestClosedFormsAgreeWithPeriodsOneByOne(t *testing.T) {
	for _, kind := range kinds {
		t.Run(kind.name, func(t *testing.T) {
			t.Parallel()
			tiers := map[Tier]int{}
			n := *scenarios
			if kind.name == "long" { // the oracle takes a tenth of a second for each
				n = (n + 49) / 50
			}
			for i := range n {
				rng := rand.New(rand.NewPCG(*seed, uint64(i)))
				terms := kind.make(draw{rng})
				places := rng.IntN(5) * rng.IntN(3)
				got, tier := Summarise(&terms, places)
				tiers[tier]++
				want := oracle.Summarise(terms.oracleScenario(), places)
				if d := difference(&got, &want); d != "" {
					t.Errorf("seed %d, %d places: %s\n%+v", i, places, d, terms)
				}
			}
			t.Logf("%d scenarios, answered by %v", n, tiers)
		})
	}
}
