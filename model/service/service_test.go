package service_test

import (
	"context"
	"errors"
	"slices"
	"strconv"
	"testing"

	"blyant/model"
	"blyant/model/service"
	"blyant/model/vocabulary"

	"github.com/shopspring/decimal"
	"pgregory.net/rapid"
)

func number(text string) decimal.NullDecimal {
	return decimal.NewNullDecimal(decimal.RequireFromString(text))
}

func draw(t *rapid.T, label string, low, high int64, exponent int32) decimal.NullDecimal {
	return decimal.NewNullDecimal(decimal.New(rapid.Int64Range(low, high).Draw(t, label), exponent))
}

func drawScenario(t *rapid.T) model.Scenario {
	return model.Scenario{
		Period:              rapid.SampledFrom([]model.Period{model.Month, model.Year}).Draw(t, "period"),
		Timing:              rapid.SampledFrom([]model.Timing{model.Start, model.Mid, model.End}).Draw(t, "timing"),
		Horizon:             vocabulary.Whole{Int: rapid.IntRange(1, 30).Draw(t, "horizon"), Valid: true},
		AcquisitionCost:     draw(t, "acquisition", 1, 10_000, -2),
		BasketValue:         draw(t, "basket", 0, 10_000, -2),
		BasketGrowthRate:    draw(t, "growth", -50, 50, -3),
		MarginRate:          draw(t, "margin", -200, 1000, -3),
		OrdersPerPeriod:     draw(t, "orders", 0, 1_000, -2),
		RepeatPurchaseRate:  draw(t, "repeat", 0, 1000, -3),
		ServiceCostPerOrder: draw(t, "service", 0, 500, -2),
		AnnualDiscountRate:  draw(t, "discount", 0, 300, -3),
		ReferralsPerPeriod:  draw(t, "referrals", 0, 300, -3),
	}
}

func weigh(t interface{ Fatalf(string, ...any) }, req service.ProgrammesRequest) service.ProgrammesResult {
	r, err := service.WeighProgrammes(context.Background(), req)
	if err != nil {
		t.Fatalf("%v", err)
	}
	return r
}

// A programme without effects and costs changes nothing.
func TestProgrammeOfNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		got := weigh(t, service.ProgrammesRequest{Scenario: drawScenario(t), Programmes: []service.Programme{{}}})
		p := got.Programmes[0]
		if p.ValueWith != got.Base.Summary.LifetimeValue || p.TotalGain.Sign() != 0 || p.TotalCost.Sign() != 0 ||
			p.WordOfMouthGain.Sign() != 0 || !p.ReturnOnCost.IsNull() {
			t.Fatalf("%+v", p)
		}
	})
}

// Where half of the customers take part, half is gained and half is spent.
func TestHalfTakePart(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := drawScenario(t)
		s.RepeatPurchaseRate = draw(t, "rate", 0, 900, -3)
		s.Decimals = vocabulary.Whole{Int: 8, Valid: true}
		p := service.Programme{RepeatPurchaseRateChange: draw(t, "change", 0, 100, -3), CostPerPeriod: draw(t, "cost", 0, 500, -2), RebateRate: draw(t, "rebate", 0, 100, -3)}
		half := p
		half.ParticipationRate = number("0.5")
		p.Name, half.Name = "all", "half"
		got := weigh(t, service.ProgrammesRequest{Scenario: s, Programmes: []service.Programme{p, half}, Customers: number("2000")})
		rows := map[string]service.ProgrammeRow{}
		for _, r := range got.Programmes {
			rows[r.Name] = r
		}
		two := decimal.NewFromInt(2)
		near := func(x, y vocabulary.Rounded) bool {
			return x.Decimal().Sub(y.Decimal().Mul(two)).Abs().LessThan(decimal.New(2, -8))
		}
		if !near(rows["all"].TotalGain, rows["half"].TotalGain) || !near(rows["all"].TotalCost, rows["half"].TotalCost) {
			t.Fatalf("all %+v, half %+v", rows["all"], rows["half"])
		}
	})
}

// At the break-even change the total gain is nothing: a hair below and above it
// the gain has different signs or touches 0.
func TestBreakEvenChangeBreaksEven(t *testing.T) {
	found := 0
	rapid.Check(t, func(t *rapid.T) {
		s := drawScenario(t)
		s.Decimals = vocabulary.Whole{Int: 10, Valid: true}
		p := service.Programme{CostPerPeriod: draw(t, "cost", 0, 500, -2), CostPerOrder: draw(t, "per order", 0, 100, -2), FixedCost: draw(t, "fixed", 0, 5000, -2)}
		req := service.ProgrammesRequest{Scenario: s, Programmes: []service.Programme{p}, Customers: number("100")}
		change := weigh(t, req).Programmes[0].BreakEvenRepeatPurchaseRateChange.NullDecimal()
		if !change.Valid {
			return
		}
		hair := decimal.New(6, -7)
		gain := func(c decimal.Decimal) int {
			if r := s.RepeatPurchaseRate.Decimal.Add(c); r.Sign() < 0 || r.GreaterThan(decimal.NewFromInt(1)) {
				return 0
			}
			req.Programmes[0].RepeatPurchaseRateChange = decimal.NewNullDecimal(c)
			return weigh(t, req).Programmes[0].TotalGain.Sign()
		}
		found++
		if gain(change.Decimal.Sub(hair))*gain(change.Decimal.Add(hair)) > 0 {
			t.Fatalf("the gain keeps its sign around %s", change.Decimal)
		}
	})
	if found == 0 {
		t.Error("no programme broke even: the test showed nothing")
	}
}

// A promise with one certain outcome is the plain scenario at that outcome's rate.
func TestCertainPromiseIsTheScenario(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := drawScenario(t)
		plain, err := model.LifetimeValue(s)
		if err != nil {
			t.Fatalf("%v", err)
		}
		p := service.Promise{Scenario: s, ExceededShare: number("0"), MetShare: number("0"), MissedShare: number("0"),
			RepeatRateExceeded: number("0.1"), RepeatRateMet: number("0.1"), RepeatRateMissed: number("0.1")}
		outcomes := []struct{ share, rate *decimal.NullDecimal }{
			{&p.ExceededShare, &p.RepeatRateExceeded}, {&p.MetShare, &p.RepeatRateMet}, {&p.MissedShare, &p.RepeatRateMissed},
		}
		certain := rapid.SampledFrom(outcomes).Draw(t, "outcome")
		*certain.share, *certain.rate = number("1"), s.RepeatPurchaseRate
		p.Scenario.RepeatPurchaseRate = decimal.NullDecimal{}
		got, err := service.WeighPromise(p)
		if err != nil {
			t.Fatalf("%v", err)
		}
		if got.Summary.LifetimeValue != plain.Summary.LifetimeValue || got.Summary.NetLifetimeValue != plain.Summary.NetLifetimeValue {
			t.Fatalf("%+v, plain %v", got.Summary, plain.Summary.LifetimeValue)
		}
	})
}

// One of the three shares may be left out: it is the rest, also where that is 0.
func TestOneShareIsTheRest(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		e := rapid.Int64Range(0, 1000).Draw(t, "exceeded")
		h := rapid.Int64Range(0, 1000-e).Draw(t, "met")
		share := func(n int64) decimal.NullDecimal { return decimal.NewNullDecimal(decimal.New(n, -3)) }
		all := service.Promise{Scenario: drawScenario(t), ExceededShare: share(e), MetShare: share(h), MissedShare: share(1000 - e - h),
			NoticedShare: number("0.6"), TakenAsStandardShare: number("0.3"), DoubtedShare: number("0.1"),
			RepeatRateExceeded: number("0.9"), RepeatRateMet: number("0.8"), RepeatRateMissed: number("0.3")}
		all.Scenario.RepeatPurchaseRate = decimal.NullDecimal{}
		less := all
		left := rapid.SampledFrom([]*decimal.NullDecimal{&less.ExceededShare, &less.MetShare, &less.MissedShare}).Draw(t, "left out")
		*left = decimal.NullDecimal{}
		x, err := service.WeighPromise(all)
		y, wrong := service.WeighPromise(less)
		if err != nil || wrong != nil || x.Summary != y.Summary || !slices.Equal(x.Levers, y.Levers) {
			t.Fatalf("%+v %v\n%+v %v", x.Summary, err, y.Summary, wrong)
		}
	})
}

func TestBadPromises(t *testing.T) {
	good := func() service.Promise {
		return service.Promise{Scenario: model.Scenario{AcquisitionCost: number("50"), BasketValue: number("10")},
			ExceededShare: number("0.2"), MetShare: number("0.7"), MissedShare: number("0.1"),
			RepeatRateExceeded: number("0.9"), RepeatRateMet: number("0.8"), RepeatRateMissed: number("0.3")}
	}
	for name, c := range map[string]struct {
		change func(*service.Promise)
		field  string
		code   vocabulary.Code
		arg    string
	}{
		"shares beyond one": {func(p *service.Promise) { p.MetShare = number("0.75") }, "exceeded_share", vocabulary.CodeConflict, "1.05"},
		"a rate as well":    {func(p *service.Promise) { p.Scenario.RepeatPurchaseRate = number("0.5") }, "scenario.repeat_purchase_rate", vocabulary.CodeConflict, ""},
		"two shares above one": {func(p *service.Promise) { p.MetShare, p.ExceededShare = decimal.NullDecimal{}, number("0.95") },
			"missed_share", vocabulary.CodeOutOfRange, "1.05"},
		"a share of 20": {func(p *service.Promise) { p.NoticedShare = number("20") }, "noticed_share", vocabulary.CodeOutOfRange, "20"},
	} {
		p := good()
		c.change(&p)
		_, err := service.WeighPromise(p)
		check(t, name, err, c.field, c.code, c.arg)
	}
	if _, err := service.WeighPromise(good()); err != nil {
		t.Error(err)
	}
	p := good()
	p.MetShare, p.MissedShare = decimal.NullDecimal{}, decimal.NullDecimal{}
	_, err := service.WeighPromise(p)
	var faults vocabulary.Faults
	if !errors.As(err, &faults) || len(faults) != 2 || faults[0].Field != "met_share" || faults[1].Field != "missed_share" || faults[1].Code != vocabulary.CodeRequired {
		t.Errorf("two shares missing: %v", err)
	}
}

func TestBadProgrammes(t *testing.T) {
	many := make([]service.Programme, 51)
	for name, c := range map[string]struct {
		programmes []service.Programme
		field      string
		code       vocabulary.Code
		arg        string
	}{
		"none":                {nil, "programmes", vocabulary.CodeRequired, ""},
		"too many":            {many, "programmes", vocabulary.CodeTooMany, "51"},
		"two of a name":       {[]service.Programme{{Name: "card"}, {Name: "card"}}, "programmes[1].name", vocabulary.CodeDuplicate, "card"},
		"every order free":    {[]service.Programme{{FreeEvery: vocabulary.Whole{Int: 1, Valid: true}}}, "programmes[0].free_every", vocabulary.CodeOutOfRange, "1"},
		"a rate above one":    {[]service.Programme{{RepeatPurchaseRateChange: number("0.2")}}, "programmes[0].repeat_purchase_rate_change", vocabulary.CodeOutOfRange, "repeat_purchase_rate_change"},
		"growth beyond range": {[]service.Programme{{BasketGrowthRateChange: number("1")}}, "programmes[0].basket_growth_rate_change", vocabulary.CodeOutOfRange, "basket_growth_rate_change"},
	} {
		_, err := service.WeighProgrammes(context.Background(), service.ProgrammesRequest{Programmes: c.programmes,
			Scenario: model.Scenario{AcquisitionCost: number("50"), BasketValue: number("10"), RepeatPurchaseRate: number("0.9"), BasketGrowthRate: number("0.1")}})
		check(t, name, err, c.field, c.code, c.arg)
	}
}

func check(t *testing.T, name string, err error, field string, code vocabulary.Code, arg string) {
	t.Helper()
	var faults vocabulary.Faults
	ok := errors.As(err, &faults)
	if !ok || len(faults) != 1 || faults[0].Field != field || faults[0].Code != code || arg != "" && faults[0].Args[0] != arg {
		t.Errorf("%s: %v", name, err)
	}
}

func TestCurveIsHeldWithItsNote(t *testing.T) {
	got := weigh(t, service.ProgrammesRequest{
		Scenario:   model.Scenario{AcquisitionCost: number("50"), BasketValue: number("10"), RetentionCurve: []decimal.Decimal{number("0.5").Decimal, number("0.95").Decimal}},
		Programmes: []service.Programme{{RepeatPurchaseRateChange: number("0.1")}},
	})
	codes := map[string]bool{}
	for _, n := range got.Notes {
		codes[n.Code] = true
	}
	if !codes["curve_held"] || !codes["break_even_not_with_curve"] || !got.Programmes[0].BreakEvenRepeatPurchaseRateChange.IsNull() {
		t.Errorf("%v %+v", got.Notes, got.Programmes[0])
	}
}

func BenchmarkWeighProgrammes(b *testing.B) {
	for _, horizon := range []int{10, 120} {
		b.Run("horizon="+strconv.Itoa(horizon), func(b *testing.B) {
			req := service.ProgrammesRequest{Customers: number("500"),
				Scenario: model.Scenario{Horizon: vocabulary.Whole{Int: horizon, Valid: true}, AcquisitionCost: number("50"), BasketValue: number("149"), MarginRate: number("0.4"),
					OrdersPerPeriod: number("1.3"), RepeatPurchaseRate: number("0.9"), AnnualDiscountRate: number("0.08")},
				Programmes: []service.Programme{{RepeatPurchaseRateChange: number("0.02"), FreeEvery: vocabulary.Whole{Int: 10, Valid: true}, FixedCost: number("2000")}}}
			b.ReportAllocs()
			for b.Loop() {
				if _, err := service.WeighProgrammes(context.Background(), req); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// A change of the repeat-purchase rate on a survival curve is exact where its
// ratios are not: 0.9·(2/3 + 0.3) is 0.87 and 0.9·(1/3 + 0.3) is 0.57, which make
// values that end in half a cent; below 0 and above 1 a ratio is held.
func TestProgrammeOnSurvivalCurve(t *testing.T) {
	for _, c := range []struct {
		curve  []string
		change string
		want   string
		held   bool
	}{
		{[]string{"0.6", "0.4"}, "0.3", "1.39", false}, // 0.5·(1 + 0.9 + 0.87) = 1.385
		{[]string{"0.6", "0.2"}, "0.3", "1.24", false}, // 0.5·(1 + 0.9 + 0.57) = 1.235
		{[]string{"0.6", "0.57"}, "0.3", "1.40", true}, // 0.5·(1 + 0.9 + 0.9) = 1.40
		{[]string{"0.6", "0"}, "0.3", "1.09", false},   // 0.5·(1 + 0.9 + 0.27) = 1.085
		{[]string{"0", "0"}, "0.3", "0.70", false},     // 0.5·(1 + 0.3 + 0.09) = 0.695
		{[]string{"0.9", "0.3"}, "-0.4", "0.75", true}, // 0.5·(1 + 0.5)
		{[]string{"0.9", "0.6"}, "0", "1.25", false},   // the curve as it is
	} {
		req := service.ProgrammesRequest{
			Scenario:   model.Scenario{AcquisitionCost: number("1"), BasketValue: number("0.5"), Horizon: vocabulary.Whole{Int: 3, Valid: true}},
			Programmes: []service.Programme{{Name: "card", RepeatPurchaseRateChange: number(c.change)}},
		}
		for _, share := range c.curve {
			req.Scenario.SurvivalCurve = append(req.Scenario.SurvivalCurve, number(share).Decimal)
		}
		got, err := service.WeighProgrammes(context.Background(), req)
		if err != nil {
			t.Fatal(err)
		}
		held := slices.ContainsFunc(got.Notes, func(n vocabulary.Note) bool { return n.Code == "curve_held" })
		if v := got.Programmes[0].ValueWith.String(); v != c.want || held != c.held {
			t.Errorf("%v with %s more: %s, held %t; want %s, %t", c.curve, c.change, v, held, c.want, c.held)
		}
	}
}
