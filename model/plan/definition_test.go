package plan_test

import (
	"math/big"
	"testing"

	"blyant/model"
	"blyant/model/plan"
	"blyant/model/vocabulary"

	"github.com/shopspring/decimal"
	"pgregory.net/rapid"
)

// counted is a plan as the specification words it, cohort by cohort and in
// fractions: figures by name, of each period, of the whole and of each segment.
type counted struct {
	periods  []map[string]*big.Rat
	whole    map[string]*big.Rat
	segments []map[string]*big.Rat
}

func plus(x, y *big.Rat) *big.Rat  { return new(big.Rat).Add(x, y) }
func less(x, y *big.Rat) *big.Rat  { return new(big.Rat).Sub(x, y) }
func times(x, y *big.Rat) *big.Rat { return new(big.Rat).Mul(x, y) }

func raised(x *big.Rat, n int) *big.Rat {
	z := big.NewRat(1, 1)
	for range max(n, -n) {
		z = times(z, x)
	}
	if n < 0 {
		return z.Inv(z)
	}
	return z
}

func onePlus(x decimal.NullDecimal) *big.Rat { return plus(big.NewRat(1, 1), x.Decimal.Rat()) }

// one is a customer of age t: S_t, orders, revenue, gross margin and the cost of
// orders and of the period.
type one struct{ share, next, orders, revenue, margin, perOrder, perPeriod *big.Rat }

func oneOf(s *model.Scenario, t int) one {
	r := s.RepeatPurchaseRate.Decimal.Rat()
	c := one{share: raised(r, t), next: raised(r, t+1)}
	c.orders = times(c.share, times(s.OrdersPerPeriod.Decimal.Rat(), raised(onePlus(s.OrderGrowthRate), t)))
	basket := times(s.BasketValue.Decimal.Rat(), raised(onePlus(s.BasketGrowthRate), t))
	addOn := times(s.AddOnRate.Decimal.Rat(), s.AddOnValue.Decimal.Rat())
	c.revenue = times(c.orders, plus(basket, addOn))
	c.margin = times(s.MarginRate.Decimal.Rat(), c.revenue)
	c.perOrder = times(c.orders, s.ServiceCostPerOrder.Decimal.Rat())
	c.perPeriod = times(c.share, s.ServiceCostPerPeriod.Decimal.Rat())
	return c
}

// at is a value of a list whose last one repeats.
func at(list []decimal.Decimal, i int) *big.Rat { return list[min(i, len(list)-1)].Rat() }

// count works a plan out whose periods are quarters and whose (1+d)^(1/8) is given.
func count(req plan.Request, half *big.Rat) counted {
	n := req.Periods.Int
	kinds := req.Segments
	if len(kinds) == 0 {
		kinds = []plan.Segment{{Scenario: req.Scenario, Customers: req.Customers}}
	}
	c := counted{whole: map[string]*big.Rat{}}
	for range n {
		c.periods = append(c.periods, map[string]*big.Rat{})
	}
	for i := range kinds {
		own := map[string]*big.Rat{}
		kind(&kinds[i], &req, half, c.periods, own)
		c.segments = append(c.segments, own)
		put(c.whole, "customer_equity", own["customer_equity"])
		put(c.whole, "closing_customers", own["closing_customers"])
	}
	closing := req.OpeningCash.Decimal.Rat()
	for j, p := range c.periods {
		fixed := times(req.FixedCostPerPeriod.Decimal.Rat(), raised(onePlus(req.FixedCostGrowthRate), j))
		if len(req.FixedCosts) > 0 {
			fixed = at(req.FixedCosts, j)
		}
		invested := new(big.Rat)
		if j == 0 {
			invested = req.InitialInvestment.Decimal.Rat()
		}
		p["fixed_cost"], p["initial_investment"] = fixed, invested
		p["cost_of_goods"] = less(p["revenue"], p["gross_margin"])
		p["cash_flow"] = less(less(less(p["contribution"], p["acquisition_cost"]), fixed), invested)
		closing = plus(closing, p["cash_flow"])
		p["closing_cash"] = closing
		p["present_value"] = less(p["present_value"], times(plus(fixed, invested), raised(half, -2*j)))
		for name, x := range p {
			put(c.whole, name, x)
		}
	}
	c.whole["net_present_value"] = c.whole["present_value"]
	return c
}

func put(figures map[string]*big.Rat, name string, x *big.Rat) {
	if figures[name] == nil {
		figures[name] = new(big.Rat)
	}
	figures[name] = plus(figures[name], x)
}

// kind adds one kind of customers to the periods, and its own figures.
func kind(k *plan.Segment, req *plan.Request, half *big.Rat, periods []map[string]*big.Rat, own map[string]*big.Rat) {
	n, horizon, offset := len(periods), k.Horizon.Int, k.Timing.HalfPeriods()
	season := func(j int) *big.Rat {
		if len(req.Seasonality) == 0 {
			return big.NewRat(1, 1)
		}
		return req.Seasonality[j%len(req.Seasonality)].Rat()
	}
	won := make([]*big.Rat, n) // with the opening customers in the first
	active, left := new(big.Rat), new(big.Rat)
	for j := range n {
		planned := times(k.NewCustomersFirst.Decimal.Rat(), raised(onePlus(k.NewCustomersGrowthRate), j))
		if len(k.NewCustomers) > 0 {
			planned = at(k.NewCustomers, j)
		}
		referred, deterred := new(big.Rat), new(big.Rat)
		if j > 0 && req.WordOfMouth == plan.On {
			referred = times(k.ReferralsPerPeriod.Decimal.Rat(), active)
			if deterred = times(k.DeterredPerLostCustomer.Decimal.Rat(), left); deterred.Cmp(plus(planned, referred)) > 0 {
				deterred = plus(planned, referred)
			}
		}
		wins := less(plus(planned, referred), deterred)
		won[j] = wins
		if j == 0 {
			won[0] = plus(wins, k.OpeningCustomers.Decimal.Rat())
		}
		before := active
		active, left = new(big.Rat), new(big.Rat)
		sums := map[string]*big.Rat{}
		for i := max(0, j-horizon+1); i <= j; i++ {
			c := oneOf(&k.Scenario, j-i)
			active, left = plus(active, times(won[i], c.share)), plus(left, times(won[i], less(c.share, c.next)))
			for name, x := range map[string]*big.Rat{"orders": c.orders, "revenue": c.revenue, "gross_margin": c.margin, "service_cost": c.perOrder} {
				put(sums, name, times(times(won[i], x), season(j)))
			}
			put(sums, "service_cost", times(won[i], c.perPeriod))
		}
		sums["new_customers"], sums["referred_customers"], sums["deterred_customers"], sums["active_customers"] = wins, referred, deterred, active
		sums["lost_customers"] = new(big.Rat)
		if j > 0 {
			sums["lost_customers"] = less(plus(before, wins), active)
		}
		sums["contribution"] = less(sums["gross_margin"], sums["service_cost"])
		sums["acquisition_cost"] = times(planned, times(k.AcquisitionCost.Decimal.Rat(), raised(onePlus(k.AcquisitionCostGrowthRate), j)))
		sums["present_value"] = less(times(sums["contribution"], raised(half, -2*j-offset)), times(sums["acquisition_cost"], raised(half, -2*j)))
		for name, x := range sums {
			put(periods[j], name, x)
			put(own, name, x)
		}
	}
	own["net_present_value"], own["closing_customers"], own["customer_equity"] = own["present_value"], active, new(big.Rat)
	for i := range n {
		for t := n - i; t < horizon; t++ {
			c := oneOf(&k.Scenario, t)
			earned := less(times(less(c.margin, c.perOrder), season(i+t)), c.perPeriod)
			own["customer_equity"] = plus(own["customer_equity"], times(times(won[i], earned), raised(half, -2*(i+t-n)-offset)))
		}
	}
}

// drawCounted draws a plan with everything at once, in quarters.
func drawCounted(t *rapid.T) (plan.Request, *big.Rat) {
	pick := func(label string, of ...string) decimal.NullDecimal {
		return number(rapid.SampledFrom(of).Draw(t, label))
	}
	half := pick("half", "1", "1.1")
	rate := half.Decimal.Pow(decimal.NewFromInt(8)).Sub(decimal.NewFromInt(1))
	segment := func() plan.Segment {
		s := plan.Segment{Scenario: model.Scenario{Period: model.Quarter, Timing: rapid.SampledFrom([]model.Timing{model.Start, model.Mid, model.End}).Draw(t, "timing"),
			Horizon: whole(rapid.IntRange(1, 7).Draw(t, "horizon")), AcquisitionCost: pick("cost", "0", "12.5"), BasketValue: pick("basket", "10", "33.35"), BasketGrowthRate: pick("growth", "0", "0.1"),
			MarginRate: pick("margin", "0.4", "1"), OrdersPerPeriod: pick("orders", "1", "2.5"), OrderGrowthRate: pick("order growth", "0", "-0.5"), RepeatPurchaseRate: pick("rate", "0", "0.5", "0.9", "1"),
			AddOnRate: pick("add-ons", "0", "0.5"), AddOnValue: pick("worth", "3"), ServiceCostPerOrder: pick("per order", "0", "1.005"), ServiceCostPerPeriod: pick("per period", "0", "2"),
			AnnualDiscountRate: decimal.NewNullDecimal(rate), ReferralsPerPeriod: pick("referrals", "0", "0.2"), DeterredPerLostCustomer: pick("deterred", "0", "0.5", "9")}}
		s.OpeningCustomers, s.AcquisitionCostGrowthRate = pick("opening", "0", "7"), pick("dearer", "0", "0.05")
		if s.NewCustomersFirst, s.NewCustomersGrowthRate = pick("first", "0", "10"), pick("more", "0", "0.1", "-0.5"); rapid.Bool().Draw(t, "list") {
			s.NewCustomersFirst, s.NewCustomersGrowthRate = decimal.NullDecimal{}, decimal.NullDecimal{}
			s.NewCustomers = []decimal.Decimal{pick("u0", "0", "5").Decimal, pick("u1", "3", "12.5").Decimal, pick("u2", "0", "4").Decimal}
		}
		return s
	}
	req := plan.Request{Periods: whole(rapid.IntRange(1, 9).Draw(t, "periods")), FixedCostPerPeriod: pick("fixed", "0", "25.25"), FixedCostGrowthRate: pick("dearer fixed", "0", "0.02"),
		InitialInvestment: pick("investment", "0", "300"), OpeningCash: pick("cash", "0", "-50", "80"), WordOfMouth: rapid.SampledFrom([]string{"", plan.Off, plan.On}).Draw(t, "mouth")}
	if rapid.Bool().Draw(t, "seasons") {
		req.Seasonality = []decimal.Decimal{pick("σ0", "0", "0.7").Decimal, pick("σ1", "1.3", "2").Decimal, pick("σ2", "1").Decimal}
	}
	if rapid.Bool().Draw(t, "costs") {
		req.FixedCostPerPeriod, req.FixedCostGrowthRate, req.FixedCosts = decimal.NullDecimal{}, decimal.NullDecimal{}, []decimal.Decimal{decimal.NewFromInt(40), decimal.New(5, -1)}
	}
	if rapid.Bool().Draw(t, "segments") {
		req.Segments = []plan.Segment{segment(), segment()}
		return req, half.Decimal.Rat()
	}
	alone := segment()
	req.Scenario, req.Customers = alone.Scenario, alone.Customers
	return req, half.Decimal.Rat()
}

// shown is a fraction as it is reported, half away from zero and without the sign
// of a zero.
func shown(x *big.Rat, places int) string {
	d := decimal.RequireFromString(x.FloatString(places))
	if d.IsZero() {
		d = d.Abs()
	}
	return d.StringFixed(int32(places))
}

// Every figure of a plan, of its periods, years and segments, is that of the
// definitions, rounded once.
func TestPlanByDefinition(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		req, half := drawCounted(t)
		got, want := work(t, req), count(req, half)
		hold := func(what string, figures []vocabulary.Figure, record any, by map[string]*big.Rat) {
			for _, f := range figures {
				x, known := by[f.Name]
				switch f.Name {
				case "period", "year", "break_even_period", "payback_period", "peak_funding":
					continue // not added up
				}
				if !known {
					t.Fatalf("%s: %s has no definition here", what, f.Name)
				}
				places := 2
				if f.Rounding == vocabulary.RoundRatio {
					places = 6
				}
				if value := f.Of(record); value.String() != shown(x, places) {
					t.Fatalf("%s: %s is %s, by its definition %s\n%+v", what, f.Name, value, shown(x, places), req)
				}
			}
		}
		hold("the whole", plan.SummaryFigures(), &got.Summary, want.whole)
		for j := range got.Schedule {
			hold("period "+got.Schedule[j].Period.String(), plan.ScheduleFigures(), &got.Schedule[j], want.periods[j])
		}
		for i := range got.Segments {
			hold("segment "+got.Segments[i].Name, plan.SegmentFigures(), &got.Segments[i], want.segments[i])
		}
		holdMoments(t, got, want)
		if len(got.Years) != (len(want.periods)+3)/4 {
			t.Fatalf("%d years of %d quarters", len(got.Years), len(want.periods))
		}
		for y := range got.Years {
			if got.Years[y].Year.Int() != y+1 {
				t.Fatalf("year %d is called %s", y+1, got.Years[y].Year)
			}
			year := map[string]*big.Rat{}
			quarters := want.periods[4*y : min(4*y+4, len(want.periods))]
			for _, p := range quarters {
				for name, x := range p {
					put(year, name, x)
				}
			}
			last := quarters[len(quarters)-1]
			year["active_customers"], year["closing_cash"] = last["active_customers"], last["closing_cash"]
			hold("year "+got.Years[y].Year.String(), plan.YearFigures(), &got.Years[y], year)
		}
	})
}

// holdMoments holds the periods from which the cash never is below 0 again, and the
// money that it takes until then.
func holdMoments(t *rapid.T, got plan.Result, want counted) {
	from := func(below func(p map[string]*big.Rat) bool) string {
		first := "null"
		for j, p := range want.periods {
			if below(p) {
				first = "null"
			} else if first == "null" {
				first = vocabulary.RoundedWhole(j + 1).String()
			}
		}
		return first
	}
	opening := less(want.periods[0]["closing_cash"], want.periods[0]["cash_flow"])
	peak := new(big.Rat)
	for _, p := range want.periods {
		if below := less(opening, p["closing_cash"]); below.Cmp(peak) > 0 {
			peak = below
		}
	}
	s := got.Summary
	evens := from(func(p map[string]*big.Rat) bool { return p["cash_flow"].Sign() < 0 })
	pays := from(func(p map[string]*big.Rat) bool { return p["closing_cash"].Cmp(opening) < 0 })
	if s.BreakEvenPeriod.String() != evens || s.PaybackPeriod.String() != pays || s.PeakFunding.String() != shown(peak, 2) {
		t.Fatalf("even in %s, paid back in %s, %s needed; by the definitions %s, %s, %s", s.BreakEvenPeriod, s.PaybackPeriod, s.PeakFunding, evens, pays, shown(peak, 2))
	}
}
