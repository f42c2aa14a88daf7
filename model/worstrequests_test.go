//go:build unix && !race

package model_test

import (
	"context"
	"fmt"
	"runtime"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"blyant/model"
	"blyant/model/internal/exact"
	valued "blyant/model/internal/worth"
	"blyant/model/plan"
	"blyant/model/service"
	"blyant/model/vocabulary"
	"blyant/model/whatif"

	"github.com/shopspring/decimal"
)

// No request that is allowed takes long or much memory: the dearest that were
// found, each of them once. The aim is 0.3 s of a core and 64 MiB (docs/performance.md
// has the list, which -v prints); what is asked here leaves room for a machine that
// others use.
func TestWorstRequests(t *testing.T) {
	const mostTime, mostBytes = 3 * time.Second, 96 << 20
	for _, r := range worstRequests() {
		var before, after runtime.MemStats
		runtime.GC()
		runtime.ReadMemStats(&before)
		began := processor(t)
		err := r.ask(t.Context())
		took := processor(t) - began
		runtime.ReadMemStats(&after)
		bytes := after.TotalAlloc - before.TotalAlloc
		t.Logf("%-70s %6d ms %6.1f MiB", r.name, took.Milliseconds(), float64(bytes)/(1<<20))
		if err != nil {
			t.Errorf("%s: %v", r.name, err)
		}
		if times := max(1, r.plans/5); took > mostTime*time.Duration(times) || bytes > mostBytes*uint64(times) {
			t.Errorf("%s takes %v and %d bytes", r.name, took, bytes)
		}
	}
}

// processor is the time that the process has had of the cores, which other
// processes do not lengthen.
func processor(t testing.TB) time.Duration {
	t.Helper()
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		t.Fatal(err)
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

type worstRequest struct {
	name  string
	ask   func(context.Context) error
	plans int // that it is made of, each as long as one may be
}

func worstRequests() []worstRequest {
	var all []worstRequest
	for _, list := range [][]worstRequest{worstComparisons(), worstProgrammes(), worstPlans(), worstWhatIfs()} {
		all = append(all, list...)
	}
	return all
}

// curve has so many rates of twenty decimals.
func curve(n int) []decimal.Decimal {
	rates := make([]decimal.Decimal, n)
	for i := range rates {
		rates[i] = number("0.99" + strconv.Itoa(10+i%90) + "345678901234567" + strconv.Itoa(100 + i%900)[:1]).Decimal
	}
	return rates
}

func worstComparisons() []worstRequest {
	varied := func(i int) model.Scenario {
		s := longWinded(i)
		s.BasketValue = vocabulary.Given(strconv.Itoa(10+i) + ".12345678901234567891")
		return s
	}
	curved := func(i int) model.Scenario {
		s := varied(i)
		s.RepeatPurchaseRate, s.RetentionCurve = decimal.NullDecimal{}, curve(1200)
		return s
	}
	capped := func(i int) model.Scenario {
		s := varied(i)
		s.BasketCap = vocabulary.Given(strconv.Itoa(11 + i))
		return s
	}
	var all []worstRequest
	for _, c := range []struct {
		name     string
		scenario func(i int) model.Scenario
	}{
		{"1200 weeks, mid, 20 decimals", longWinded}, {"the same, each with another basket", varied}, {"with caps", capped}, {"with curves of 1200 rates", curved},
		{"5.005·(1 − 10^−17t)", func(i int) model.Scenario { return nearTie(i, "0.00000000000000001") }},
		{"5.005·(1 − 0.01^t)", func(i int) model.Scenario { return nearTie(i, "0.01") }},
		{"5.005·(1 − 0.5^t)", func(i int) model.Scenario { return nearTie(i, "0.5") }},
		{"5.005·(1 − 10^−17t), discounted by an irrational root", func(i int) model.Scenario {
			s := nearTie(i, "0.00000000000000001")
			s.Period, s.AnnualDiscountRate = model.Week, number("0.08")
			return s
		}},
	} {
		all = append(all, worstRequest{name: "comparison of 20: " + c.name, ask: func(ctx context.Context) error {
			var req model.ComparisonRequest
			for i := range model.MostScenarios {
				req.Scenarios = append(req.Scenarios, c.scenario(i+1))
			}
			_, err := model.Compare(ctx, req)
			return err
		}})
	}
	return all
}

// losing is a customer whose rate is next to the one at which they are worth least: they cost money at first, then brings some by add-ons, and at last costs what a
// period does: contributions change sign twice.
func losing() model.Scenario {
	s := longWinded(1)
	s.Name, s.AcquisitionCost = "", number("50.12345678901234567891")
	s.MarginRate, s.BasketValue, s.BasketGrowthRate = number("-0.2"), number("50.12345678901234567891"), number("-0.02012345678901234567")
	s.OrdersPerPeriod, s.OrderGrowthRate = number("2.12345678901234567891"), number("-0.00301234567890123456")
	s.AddOnRate, s.AddOnValue, s.AddOnMarginRate, s.ServiceCostPerOrder = number("1"), number("10.12345678901234567891"), number("0.9"), number("0")
	s.ServiceCostPerPeriod, s.RepeatPurchaseRate = number("1.12345678901234567891"), number("0.5123456789012345678")
	return s
}

func programmesOf(s model.Scenario, p service.Programme) func(context.Context) error {
	return func(ctx context.Context) error {
		req := service.ProgrammesRequest{Scenario: s, Customers: number("1000")}
		for i := range service.MostProgrammes {
			p.Name = strconv.Itoa(i)
			req.Programmes = append(req.Programmes, p)
		}
		_, err := service.WeighProgrammes(ctx, req)
		return err
	}
}

func worstProgrammes() []worstRequest {
	equal := service.Programme{RepeatPurchaseRateChange: number("0.00123456789012345678"), CostPerPeriod: number("0.01234567890123456789"), FixedCost: number("1000"), FreeEvery: vocabulary.Count(7)}
	turning := equal
	turning.CostPerPeriod = number("0.01234567890123456789")
	all := []worstRequest{
		{name: "50 equal programmes", ask: programmesOf(longWinded(1), equal)},
		{name: "50 programmes whose gain changes sign several times", ask: programmesOf(losing(), turning)},
	}
	for _, c := range []struct{ name, off string }{{"that touch 0", ""}, {"that nearly touch 0", "0.000000000000001"}, {"on the other side", "-0.000000000000001"}} {
		all = append(all, worstRequest{name: "50 programmes with gains " + c.name, ask: programmesOf(losing(), enrolled(c.off, touched))})
	}
	all = append(all,
		worstRequest{name: "50 programmes whose gain is 0 at a rate of 0", ask: programmesOf(losing(), enrolled("", 0))},
		worstRequest{name: "50 programmes whose gain is 0 at a rate of 1", ask: programmesOf(losing(), enrolled("", 1))},
		worstRequest{name: "a promise whose outcomes are equal", ask: func(context.Context) error {
			s := longWinded(1)
			s.RepeatPurchaseRate = decimal.NullDecimal{}
			_, err := service.WeighPromise(service.Promise{
				Scenario: s, ExceededShare: number("0.2"), MetShare: number("0.7"), MissedShare: number("0.1"),
				NoticedShare: number("0.51234567890123456789"), DoubtedShare: number("0.11234567890123456789"),
				RepeatRateExceeded: number("0.97"), RepeatRateMet: number("0.97"), RepeatRateMissed: number("0.97"),
			})
			return err
		}})
	return all
}

// touched stands for the rate at which the gain is least.
const touched = -1

// enrolled is a programme that makes baskets smaller and costs what brings the gain to
// 0 at a rate, and a little more or less.
func enrolled(off string, rate float64) service.Programme {
	a := exact.New(exact.Usual)
	base := losing().Terms(a)
	changed := base
	changed.Basket = a.Mul(base.Basket, exact.FromDecimal(decimal.New(95, -2)))
	p := presentValues(a, changed)
	if rate == touched {
		rate = turningPoint(p)
	}
	cost := a.Round(a.Sub(p.At(exact.FromDecimal(decimal.NewFromFloat(rate))), valued.Evaluate(a, base).Value), 20)
	if off != "" {
		cost = cost.Add(decimal.RequireFromString(off))
	}
	return service.Programme{BasketValueChange: number("-0.05"), EnrolmentCost: decimal.NewNullDecimal(cost)}
}

// presentValues is what a customer is worth as a polynomial in the repeat-purchase
// rate.
func presentValues(a *exact.Arithmetic, terms valued.Terms) exact.Polynomial {
	rows := valued.Project(a, &terms, terms.Horizon)
	each := make([]exact.Number, len(rows))
	for t, row := range rows {
		each[t] = a.Mul(row.Discount, row.Stayed)
	}
	return exact.NewPolynomial(a, each)
}

// turningPoint looks for a place in (0, 1) at which a polynomial is greatest or least.
func turningPoint(p exact.Polynomial) float64 {
	f := func(x float64) float64 { return p.At(exact.FromDecimal(decimal.NewFromFloat(x))).Float64() }
	const step = 1.0 / 64
	for x := step; x < 1-step; x += step {
		before, here, after := f(x-step), f(x), f(x+step)
		if (here-before)*(after-here) > 0 {
			continue
		}
		for width := step / 2; width > 1e-12; width /= 2 {
			for _, y := range []float64{x - width, x + width} {
				if (f(y)-f(x))*(here-before) > 0 {
					x = y
				}
			}
		}
		return x
	}
	panic("nowhere")
}

func worstPlans() []worstRequest {
	work := func(words, referrals string, segments int) func(context.Context) error {
		return func(ctx context.Context) error {
			s := longWinded(1)
			s.Name, s.Horizon, s.ReferralsPerPeriod = "", vocabulary.Count(600), number(referrals)
			req := plan.Request{Scenario: s, Periods: vocabulary.Count(plan.MostPeriods), WordOfMouth: words, Customers: plan.Customers{OpeningCustomers: number("40.5")}}
			for j := range plan.MostPeriods {
				req.NewCustomers = append(req.NewCustomers, decimal.New(int64(1+j*7919%1000), -3))
			}
			if segments > 0 {
				for range segments {
					req.Segments = append(req.Segments, plan.Segment{Scenario: s, Customers: req.Customers})
				}
				for i := range req.Segments {
					req.Segments[i].Name = strconv.Itoa(i)
				}
				req.Customers, req.Scenario = plan.Customers{}, model.Scenario{}
			}
			_, err := plan.Work(ctx, req)
			return err
		}
	}
	return []worstRequest{
		{name: "plan of 600 periods, horizon 600", ask: work("", "0.0123", 0)},
		{name: "the same with word of mouth", ask: work(plan.On, "0.0123", 0)},
		{name: "word of mouth that grows", ask: work(plan.On, "0.02", 0)},
		{name: fmt.Sprintf("plan of %d segments of 600 periods", plan.MostSegments), ask: work("", "0.0123", plan.MostSegments), plans: plan.MostSegments},
	}
}

func worstWhatIfs() []worstRequest {
	s := longWinded(1)
	s.Name = ""
	var all []worstRequest
	for _, c := range []struct{ field, metric, target string }{
		{"annual_discount_rate", "lifetime_value", "1000"}, {"basket_growth_rate", "payback_periods", "900"},
		{"repeat_purchase_rate", "internal_rate_of_return", "0.1"}, {"repeat_purchase_rate", "word_of_mouth_value", "100"},
		{"annual_discount_rate", "word_of_mouth_value", "100"},
		{"annual_discount_rate", "payback_periods", "100.5"}, {"annual_discount_rate", "internal_rate_of_return", "0.2"},
	} {
		all = append(all, worstRequest{name: "break-even of " + c.field + " for " + c.metric, ask: func(ctx context.Context) error {
			_, err := whatif.BreakEven(ctx, whatif.BreakEvenRequest{Scenario: s, SolveFor: c.field, Metric: c.metric, Target: number(c.target)})
			if err != nil && strings.Contains(err.Error(), "no_solution") {
				return nil
			}
			return err
		}})
	}
	for _, metric := range []string{"internal_rate_of_return", "payback_periods"} {
		all = append(all,
			worstRequest{name: "tornado of " + metric, ask: func(ctx context.Context) error {
				_, err := whatif.Tornado(ctx, whatif.SensitivityRequest{Scenario: s, Metric: metric})
				return err
			}},
			worstRequest{name: "grid of 51 × 51 of " + metric, ask: func(ctx context.Context) error {
				x := whatif.Axis{Field: "repeat_purchase_rate", From: number("0.9"), To: number("1"), Steps: vocabulary.Count(51)}
				y := whatif.Axis{Field: "basket_growth_rate", From: number("-0.01"), To: number("0.01"), Steps: vocabulary.Count(51)}
				_, err := whatif.Grid(ctx, whatif.GridRequest{Scenario: s, Metric: metric, X: x, Y: y})
				return err
			}})
	}
	return append(all, worstRequest{name: "simulation of a million draws, two inputs, net value", ask: func(ctx context.Context) error {
		_, err := whatif.Simulate(ctx, whatif.SimulationRequest{Scenario: s, Draws: vocabulary.Count(1_000_000), Metrics: []string{"net_lifetime_value"}, Uncertain: []whatif.Uncertain{
			{Field: "basket_value", Distribution: "normal", Mean: number("10"), SD: number("1")},
			{Field: "repeat_purchase_rate", Distribution: "uniform", Low: number("0.9"), High: number("1")},
		}})
		return err
	}})
}
