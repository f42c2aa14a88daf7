package chart

import (
	"testing"

	"blyant/internal/locale"
	"blyant/model"
	"blyant/model/plan"
	"blyant/model/vocabulary"

	"github.com/shopspring/decimal"
)

// planOf is a plan of so many periods with the fields that make its shape.
func planOf(s model.Scenario, periods int, first, growth, fixed string) plan.Request {
	return plan.Request{Scenario: s, Periods: vocabulary.Whole{Int: periods, Valid: true}, FixedCostPerPeriod: amountOf(fixed),
		Customers: plan.Customers{NewCustomersFirst: amountOf(first), NewCustomersGrowthRate: amountOf(growth)}}
}

// shop is a stationer's: 60 kroner a customer to win, some 20 a month back.
func shop() model.Scenario {
	s := inMonths(scenario("", 60, "60", "50", "0.95", "0.4", "1"))
	s.BasketGrowthRate = amountOf("0.002")
	return s
}

func listed(req plan.Request, customers ...int64) plan.Request {
	req.NewCustomersFirst, req.NewCustomersGrowthRate = decimal.NullDecimal{}, decimal.NullDecimal{}
	for _, n := range customers {
		req.NewCustomers = append(req.NewCustomers, decimal.NewFromInt(n))
	}
	return req
}

func opened(req plan.Request, customers, cash string) plan.Request {
	req.OpeningCustomers, req.OpeningCash = amountOf(customers), amountOf(cash)
	return req
}

func named(req plan.Request, name string) plan.Request {
	req.Scenario.Name = name
	return req
}

// kinds is a plan of so many customers of each of some names.
func kinds(numbers map[string]string, names ...string) plan.Request {
	req := plan.Request{Periods: vocabulary.Whole{Int: 12, Valid: true}, FixedCostPerPeriod: amountOf("900")}
	for _, name := range names {
		s := shop()
		s.Name, s.RepeatPurchaseRate = name, amountOf("1")
		req.Segments = append(req.Segments, plan.Segment{Scenario: s, Customers: plan.Customers{NewCustomersFirst: amountOf("0"), OpeningCustomers: amountOf(numbers[name])}})
	}
	return req
}

// hugePlan comes to a few hundred trillions.
func hugePlan() plan.Request {
	req := planOf(scenario("", 20, "900000", "300000", "0.9", "0.5", "1"), 20, "2000000", "0.2", "1000000000000")
	return opened(req, "1000000", "-1000000000000")
}

// planSamples are plans that have been difficult to draw.
func planSamples() map[string]plan.Request {
	short := shop()
	short.Horizon.Int = 3
	never := shop()
	never.MarginRate = amountOf("-0.2")
	weeks := shop()
	weeks.Period = model.Week
	yearly := scenario("", 5, "50", "100", "0.7", "0.4", "2")
	return map[string]plan.Request{
		"one period":     planOf(shop(), 1, "100", "0", "500"),
		"three periods":  planOf(shop(), 3, "100", "0.1", "900"),
		"a year":         opened(planOf(shop(), 12, "100", "0.02", "4000"), "80", "25000"),
		"five years":     opened(planOf(shop(), 60, "100", "0.01", "12000"), "300", "50000"),
		"600 months":     planOf(shop(), 600, "100", "0.001", "20000"),
		"600 weeks":      opened(planOf(weeks, 600, "20", "0", "5000"), "1000", "0"),
		"never":          planOf(never, 24, "100", "0", "4000"),
		"from the start": planOf(yearly, 10, "100", "0", "10"),
		"no customers":   planOf(shop(), 12, "0", "0", "100"),
		"nothing at all": planOf(shop(), 12, "0", "0", "0"),
		"opening only":   opened(planOf(shop(), 24, "0", "0", "0"), "12.5", "0"),
		"short horizon":  opened(planOf(short, 18, "100", "0", "2000"), "200", "0"),
		"dropping out":   listed(opened(planOf(yearly, 12, "0", "0", "3000"), "100", "9000"), 300, 0, 0, 200, 0, 0, 0, 0, 50, 0),
		"uneven":         listed(planOf(shop(), 36, "0", "0", "2000"), 240, 10, 80, 500, 3, 77, 410, 0, 0, 120),
		"huge":           hugePlan(),
		"tiny":           planOf(tiny(), 24, "0.001", "0.1", "0.0000001"),
		"named":          named(opened(planOf(shop(), 12, "100", "0.02", "4000"), "80", "25000"), "Blyantbutikken på hjørnet"),
		"segments":       kinds(map[string]string{"small": "20", "middling": "300", "large": "1200"}, "small", "middling", "large"),
		"many segments": kinds(map[string]string{"1": "1", "2": "9", "3": "290", "4": "400", "5": "450", "6": "500", "7": "550", "8": "600"},
			"1", "2", "3", "4", "5", "6", "7", "8"),
		"long name": named(planOf(shop(), 24, "100", "0.02", "4000"), longName),
	}
}

func planResult(t testing.TB, req plan.Request) plan.Result {
	t.Helper()
	r, err := plan.Work(t.Context(), req)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func planPicture(t testing.TB, name string, lang locale.Language) Picture {
	t.Helper()
	r := planResult(t, planSamples()[name])
	return Plan(&r, lang)
}

// allPictures are those of all samples.
func allPictures(t testing.TB, lang locale.Language) map[string]Picture {
	t.Helper()
	all := map[string]Picture{}
	for name, scenarios := range samples() {
		all[name] = pictureOf(t, lang, scenarios...)
	}
	for name := range planSamples() {
		all["plan: "+name] = planPicture(t, name, lang)
	}
	return all
}
