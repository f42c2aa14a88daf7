package service_test

import (
	"math/big"
	"slices"
	"testing"

	"blyant/model"
	"blyant/model/service"
	"blyant/model/vocabulary"

	"github.com/shopspring/decimal"
	"pgregory.net/rapid"
)

func plus(x, y *big.Rat) *big.Rat  { return new(big.Rat).Add(x, y) }
func less(x, y *big.Rat) *big.Rat  { return new(big.Rat).Sub(x, y) }
func times(x, y *big.Rat) *big.Rat { return new(big.Rat).Mul(x, y) }
func fraction(n decimal.NullDecimal, missing string) *big.Rat {
	if n.Valid {
		return n.Decimal.Rat()
	}
	return decimal.RequireFromString(missing).Rat()
}

// shown is a fraction as it is reported.
func shown(x *big.Rat, places int) string {
	d := decimal.RequireFromString(x.FloatString(places))
	if d.IsZero() {
		d = d.Abs()
	}
	return d.StringFixed(int32(places))
}

// customer is a yearly scenario at a rate: its lifetime value, and Σ D_t·S_t.
func customer(s model.Scenario, rate *big.Rat) (value, discounted *big.Rat) {
	value, discounted = new(big.Rat), new(big.Rat)
	share, orders, basket, discount := big.NewRat(1, 1), fraction(s.OrdersPerPeriod, "1"), fraction(s.BasketValue, "0"), big.NewRat(1, 1)
	factor := new(big.Rat).Inv(plus(big.NewRat(1, 1), fraction(s.AnnualDiscountRate, "0")))
	if s.Timing == model.End {
		discount = factor
	}
	for range s.Horizon.Int {
		each := less(times(fraction(s.MarginRate, "1"), basket), fraction(s.ServiceCostPerOrder, "0"))
		earned := times(share, less(times(orders, each), fraction(s.ServiceCostPerPeriod, "0")))
		value, discounted = plus(value, times(earned, discount)), plus(discounted, times(share, discount))
		share, basket, discount = times(share, rate), times(basket, plus(big.NewRat(1, 1), fraction(s.BasketGrowthRate, "0"))), times(discount, factor)
	}
	return value, discounted
}

// drawPromise draws a promise of round shares.
func drawPromise(t *rapid.T) service.Promise {
	pick := func(label string, of ...string) decimal.NullDecimal {
		return number(rapid.SampledFrom(of).Draw(t, label))
	}
	p := service.Promise{
		Scenario: model.Scenario{AcquisitionCost: pick("cost", "0", "20"), BasketValue: pick("basket", "10", "33.35"), BasketGrowthRate: pick("growth", "0", "0.1"), MarginRate: pick("margin", "0.4", "1"),
			ServiceCostPerOrder: pick("per order", "0", "1.5"), ServiceCostPerPeriod: pick("per period", "0", "2"), AnnualDiscountRate: pick("discount", "0", "0.25"), Timing: rapid.SampledFrom([]model.Timing{model.Start, model.End}).Draw(t, "timing"),
			Horizon: vocabulary.Count(rapid.IntRange(1, 6).Draw(t, "horizon"))},
		ExceededShare: pick("e", "0", "0.2", "0.995"), NoticedShare: pick("ν", "0", "0.5", "1", "0.996"), DoubtedShare: pick("θ", "0", "0.3", "0.004"), TakenAsStandardShare: pick("κ", "0", "0.6"),
		RepeatRateExceeded: pick("r+", "0.9", "1"), RepeatRateMet: pick("r0", "0.8", "0.9"), RepeatRateMissed: pick("r-", "0", "0.3", "0.9"), ReferralsPerExceeded: pick("ρ", "0", "0.2"),
	}
	rest := decimal.NewFromInt(1).Sub(p.ExceededShare.Decimal)
	p.MissedShare = decimal.NewNullDecimal(rest.Mul(pick("x", "0", "0.5", "1").Decimal))
	p.MetShare = decimal.NewNullDecimal(rest.Sub(p.MissedShare.Decimal))
	if rapid.Bool().Draw(t, "δ given") {
		p.DeterredPerMissed = pick("δ", "0", "0.7")
	}
	return p
}

// seen is a promise by the definitions: what is perceived, and what it is worth.
type seen struct{ exceeded, met, missed, rate, value, mouth *big.Rat }

func see(p service.Promise) seen {
	one := big.NewRat(1, 1)
	e, h, x := p.ExceededShare.Decimal.Rat(), p.MetShare.Decimal.Rat(), p.MissedShare.Decimal.Rat()
	nu, theta, kappa := fraction(p.NoticedShare, "1"), fraction(p.DoubtedShare, "0"), fraction(p.TakenAsStandardShare, "0")
	untold := times(e, less(one, nu))
	s := seen{exceeded: times(e, nu), met: plus(times(untold, less(one, kappa)), times(h, less(one, theta))), missed: plus(plus(x, times(h, theta)), times(untold, kappa))}
	s.rate = plus(plus(times(s.exceeded, p.RepeatRateExceeded.Decimal.Rat()), times(s.met, p.RepeatRateMet.Decimal.Rat())), times(s.missed, p.RepeatRateMissed.Decimal.Rat()))
	referrals := fraction(p.ReferralsPerExceeded, "0")
	deterred := times(referrals, big.NewRat(10, 1))
	if p.DeterredPerMissed.Valid {
		deterred = p.DeterredPerMissed.Decimal.Rat()
	}
	value, discounted := customer(p.Scenario, s.rate)
	s.value, s.mouth = value, times(times(value, discounted), less(times(s.exceeded, referrals), times(s.missed, deterred)))
	return s
}

// moved is a promise with a share moved by a point, or by what is left of it.
func moved(p service.Promise, lever string) (service.Promise, decimal.Decimal) {
	step := func(left decimal.Decimal) decimal.Decimal { return decimal.Min(decimal.New(1, -2), left) }
	var s decimal.Decimal
	switch lever {
	case service.KeepMorePromises:
		s = step(p.MissedShare.Decimal)
		p.MissedShare.Decimal, p.MetShare.Decimal = p.MissedShare.Decimal.Sub(s), p.MetShare.Decimal.Add(s)
	case service.ExceedMore:
		s = step(p.MetShare.Decimal)
		p.MetShare.Decimal, p.ExceededShare.Decimal = p.MetShare.Decimal.Sub(s), p.ExceededShare.Decimal.Add(s)
	case service.TellMore:
		s = step(decimal.NewFromInt(1).Sub(p.NoticedShare.Decimal))
		p.NoticedShare.Decimal = p.NoticedShare.Decimal.Add(s)
	case service.CorrectDoubt:
		s = step(p.DoubtedShare.Decimal)
		p.DoubtedShare.Decimal = p.DoubtedShare.Decimal.Sub(s)
	}
	return p, s
}

// Every figure of a promise is that of its definition, and levers come by what
// they gain before rounding, equal ones in their own order.
func TestPromiseByDefinition(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := drawPromise(t)
		got, err := service.WeighPromise(p)
		if err != nil {
			t.Fatal(err)
		}
		now := see(p)
		for _, f := range service.PromiseFigures() {
			want := map[string]*big.Rat{"perceived_exceeded": now.exceeded, "perceived_met": now.met, "perceived_missed": now.missed, "repeat_purchase_rate": now.rate,
				"lifetime_value": now.value, "net_lifetime_value": less(now.value, p.Scenario.AcquisitionCost.Decimal.Rat()), "promise_word_of_mouth": now.mouth}[f.Name]
			places := 2
			if f.Rounding == vocabulary.RoundRatio {
				places = 6
			}
			if want == nil || f.Of(&got.Summary).String() != shown(want, places) {
				t.Fatalf("%s is %s, by its definition %v\n%+v", f.Name, f.Of(&got.Summary), want, p)
			}
		}
		gains, steps := map[string]*big.Rat{}, map[string]decimal.Decimal{}
		for _, lever := range service.Levers() {
			other, step := moved(p, lever)
			then := see(other)
			gains[lever], steps[lever] = less(plus(then.value, then.mouth), plus(now.value, now.mouth)), step
		}
		order := service.Levers()
		slices.SortStableFunc(order, func(x, y string) int { return gains[y].Cmp(gains[x]) })
		for i, lever := range got.Levers {
			if lever.Name != order[i] || lever.Gain.String() != shown(gains[lever.Name], 2) || !lever.Step.Decimal().Equal(steps[lever.Name]) {
				t.Fatalf("lever %d is %+v, want %s with a gain of %s\n%+v", i, lever, order[i], gains[order[i]].FloatString(8), p)
			}
		}
		noteBest(t, got, gains[order[0]])
	})
}

// noteBest sees that the best lever is named where it gains anything that shows,
// and that what is assumed is said.
func noteBest(t *rapid.T, got service.PromiseResult, gain *big.Rat) {
	codes := map[string]vocabulary.Note{}
	for _, n := range got.Notes {
		codes[n.Code] = n
	}
	best := got.Levers[0]
	note, named := codes["best_lever"]
	if named != (best.Gain.Sign() > 0) {
		t.Fatalf("the best lever gains %s, and is named: %v", gain.FloatString(8), named)
	}
	if named {
		about := "levers"
		if best.Step.Decimal().LessThan(decimal.New(1, -2)) {
			about = "step"
		}
		if note.Field != about || note.Args[0] != best.Name || note.Args[1] != best.Gain.String() || note.Args[3] != best.Step.Decimal().Shift(2).String() {
			t.Fatalf("%+v of %+v", note, best)
		}
	}
	p := got.Promise
	tenfold := p.DeterredPerMissed.Decimal.Equal(p.ReferralsPerExceeded.Decimal.Shift(1))
	if note, assumed := codes["deterred_assumed"]; assumed && (!tenfold || p.ReferralsPerExceeded.Decimal.IsZero() || note.Args[0] != p.DeterredPerMissed.Decimal.String()) {
		t.Fatalf("%+v of %s", note, p.DeterredPerMissed.Decimal)
	}
}
