package plan_test

import (
	"math/big"
	"testing"
	"time"

	"blyant/model"
	"blyant/model/plan"
	"blyant/model/vocabulary"

	"github.com/shopspring/decimal"
	"pgregory.net/rapid"
)

// walked are the customers of a plan as an oracle finds them that shares no code:
// cohorts one by one, in rational numbers, as the specification words it.
type walked struct{ wins, referred, deterred, active []*big.Rat }

func rat(d decimal.Decimal) *big.Rat {
	r, _ := new(big.Rat).SetString(d.String())
	return r
}

func walk(req plan.Request) walked {
	s, n := req.Scenario, req.Periods.Int
	shares := []*big.Rat{big.NewRat(1, 1)}
	for t := range s.Horizon.Int {
		share := new(big.Rat).Mul(shares[t], rat(s.RepeatPurchaseRate.Decimal))
		if l := len(s.RetentionCurve); l > 0 {
			share.Mul(shares[t], rat(s.RetentionCurve[min(t, l-1)]))
		}
		shares = append(shares, share)
	}
	var w walked
	cohorts := make([]*big.Rat, n)
	for j := range n {
		planned := rat(req.NewCustomers[min(j, len(req.NewCustomers)-1)])
		referred, deterred, left := new(big.Rat), new(big.Rat), new(big.Rat)
		if j > 0 {
			referred.Mul(rat(s.ReferralsPerPeriod.Decimal), w.active[j-1])
			for i := range j {
				if age := j - 1 - i; age < s.Horizon.Int {
					gone := new(big.Rat).Sub(shares[age], shares[age+1])
					left.Add(left, gone.Mul(gone, cohorts[i]))
				}
			}
			deterred.Mul(rat(s.DeterredPerLostCustomer.Decimal), left)
			if most := new(big.Rat).Add(planned, referred); deterred.Cmp(most) > 0 {
				deterred = most
			}
		}
		wins := new(big.Rat).Add(planned, referred)
		wins.Sub(wins, deterred)
		cohorts[j] = new(big.Rat).Set(wins)
		if j == 0 {
			cohorts[j].Add(wins, rat(req.OpeningCustomers.Decimal))
		}
		active := new(big.Rat)
		for i := range j + 1 {
			if age := j - i; age < s.Horizon.Int {
				active.Add(active, new(big.Rat).Mul(cohorts[i], shares[age]))
			}
		}
		w.wins, w.referred, w.deterred, w.active = append(w.wins, wins), append(w.referred, referred), append(w.deterred, deterred), append(w.active, active)
	}
	return w
}

// sixDecimals rounds half away from zero by way of integers.
func sixDecimals(r *big.Rat) string {
	n := new(big.Int).Mul(r.Num(), big.NewInt(2_000_000))
	n.Add(n, r.Denom())
	n.Quo(n, new(big.Int).Mul(r.Denom(), big.NewInt(2)))
	return decimal.NewFromBigInt(n, -6).StringFixed(6)
}

func TestWordOfMouthWalksCohorts(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		req := drawFull(t)
		req.WordOfMouth = plan.On
		req.Scenario.AcquisitionCost, req.InitialInvestment = number("1"), number("0")
		most := rapid.SampledFrom([]int64{100, 1000, 100_000}).Draw(t, "most")
		req.Scenario.ReferralsPerPeriod = decimal.NewNullDecimal(decimal.New(rapid.Int64Range(0, most).Draw(t, "ρ"), -4))
		req.Scenario.DeterredPerLostCustomer = decimal.NewNullDecimal(decimal.New(rapid.Int64Range(0, 20*most).Draw(t, "δ"), -4))
		want := walk(req)
		for j := range want.active {
			if want.active[j].Cmp(big.NewRat(1_000_000, 1)) > 0 {
				req.Periods = whole(j + 1) // figures above 1e15 are refused
				break
			}
		}
		got := work(t, req)
		for j, row := range got.Schedule {
			for name, pair := range map[string][2]string{
				"new": {row.NewCustomers.String(), sixDecimals(want.wins[j])}, "referred": {row.ReferredCustomers.String(), sixDecimals(want.referred[j])},
				"deterred": {row.DeterredCustomers.String(), sixDecimals(want.deterred[j])}, "active": {row.ActiveCustomers.String(), sixDecimals(want.active[j])},
			} {
				if pair[0] != pair[1] {
					t.Fatalf("%s of period %d: %s, want %s", name, j+1, pair[0], pair[1])
				}
			}
		}
	})
}

// longPlan has 600 periods and ages.
func longPlan(referrals, deterred string) plan.Request {
	req := plan.Request{Periods: whole(plan.MostPeriods), WordOfMouth: plan.On, Customers: plan.Customers{OpeningCustomers: number("40")},
		Scenario: model.Scenario{Period: model.Month, Horizon: whole(600), AcquisitionCost: number("30"), BasketValue: number("24.90"), MarginRate: number("0.4"),
			AnnualDiscountRate: number("0.08"), ReferralsPerPeriod: number(referrals), DeterredPerLostCustomer: number(deterred)}}
	for j := range 600 {
		req.NewCustomers = append(req.NewCustomers, decimal.NewFromInt(int64(1+j%3)))
	}
	rate := decimal.New(7, -1)
	for rate.LessThan(decimal.New(95, -2)) {
		req.Scenario.RetentionCurve = append(req.Scenario.RetentionCurve, rate)
		rate = rate.Add(decimal.New(1, -2))
	}
	return req
}

// Plans that grow by recommendation, that bad news keeps empty and that swing
// between the two, to the last period of the longest plan: as the oracle has
// them, without a wrong sign or a wait.
func TestViralAndDyingPlans(t *testing.T) {
	for _, c := range []struct{ referrals, deterred string }{
		{"0.062", "0"}, {"0.06", "0.02"}, {"0", "25"}, {"0.02", "9"}, {"0.05", "40"}, {"0.3", "6.5"}, {"0", "1000"},
	} {
		req := longPlan(c.referrals, c.deterred)
		began := time.Now()
		got := work(t, req)
		t.Logf("ρ %s, δ %s: %v", c.referrals, c.deterred, time.Since(began))
		want := walk(shorter(req, 120))
		for j := range want.wins {
			row := got.Schedule[j]
			if row.NewCustomers.String() != sixDecimals(want.wins[j]) || row.DeterredCustomers.String() != sixDecimals(want.deterred[j]) {
				t.Fatalf("ρ %s, δ %s, period %d: %s new, %s deterred, want %s and %s", c.referrals, c.deterred, j+1, row.NewCustomers, row.DeterredCustomers,
					sixDecimals(want.wins[j]), sixDecimals(want.deterred[j]))
			}
		}
		for j, row := range got.Schedule {
			for _, x := range []vocabulary.Rounded{row.NewCustomers, row.ReferredCustomers, row.DeterredCustomers, row.ActiveCustomers, row.LostCustomers} {
				if x.Sign() < 0 {
					t.Fatalf("ρ %s, δ %s, period %d: %+v", c.referrals, c.deterred, j+1, row)
				}
			}
		}
	}
}

// shorter is the plan of so many periods.
func shorter(req plan.Request, periods int) plan.Request {
	req.Periods = whole(periods)
	return req
}

// BenchmarkWordOfMouth measures the longest plans with word of mouth, whose
// customers hang on those before.
func BenchmarkWordOfMouth(b *testing.B) {
	for _, c := range []struct{ name, referrals, deterred string }{
		{"steady", "0.02", "0.1"}, {"viral", "0.06", "0.02"}, {"dying", "0", "25"}, {"swinging", "0.05", "40"},
	} {
		b.Run(c.name, func(b *testing.B) {
			req := longPlan(c.referrals, c.deterred)
			for b.Loop() {
				work(b, req)
			}
		})
	}
}
