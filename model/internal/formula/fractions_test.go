package formula_test

import (
	"math/big"
	"math/rand/v2"
	"testing"

	"blyant/model/internal/formula"

	"github.com/shopspring/decimal"
)

// picker draws round numbers, which stand on middles and crossings as often as not.
type picker struct{ *rand.Rand }

func (p picker) of(texts ...string) decimal.Decimal {
	return decimal.RequireFromString(texts[p.IntN(len(texts))])
}

// customer draws a customer with every field that there is.
func (p picker) customer() definition {
	half := p.of("1", "1", "1.1", "0.9", "1.05")
	t := formula.Terms{
		AcquisitionCost: p.of("0", "5", "12.5", "30", "0.1"), VATRate: p.of("0", "0", "0.25", "0.07", "1"),
		BasketValue: p.of("0", "10", "12.5", "33.35"), BasketGrowth: p.of("0", "0.1", "-0.1", "0.5", "-0.99"), Margin: p.of("1", "0.4", "0", "-0.2", "0.333"),
		Orders: p.of("0", "1", "2.5"), OrderGrowth: p.of("0", "0.25", "-0.5", "1"), AddOnRate: p.of("0", "0.5", "2"), AddOnValue: p.of("0", "3", "7.77"),
		AddOnMargin: p.of("1", "0.3", "-1"), CostPerOrder: p.of("0", "0", "1", "4.005"), CostPerPeriod: p.of("0", "0", "2", "0.5"), Rate: p.of("0", "0.5", "0.9", "1", "0.333"),
		PerYear: []int{1, 4, 12, 52}[p.IntN(4)], HalfPeriods: p.IntN(3), Referrals: p.of("0", "0.5", "1"), Deterred: p.of("0", "2"), Horizon: 1 + p.IntN(7),
	}
	if p.IntN(3) == 0 {
		t.ConversionRate = decimal.NewNullDecimal(p.of("0.5", "0.03", "1", "0.000007"))
	}
	if p.IntN(3) == 0 {
		t.BasketCap = decimal.NewNullDecimal(t.BasketValue.Mul(p.of("1", "1.1", "1.21", "1.3", "9")))
	}
	p.curve(&t)
	t.DiscountRate = decimal.NewFromInt(1)
	for range 2 * t.PerYear {
		t.DiscountRate = t.DiscountRate.Mul(half)
	}
	if t.PerYear > 4 || t.DiscountRate.GreaterThan(decimal.NewFromInt(11)) { // a rate of dozens of digits
		t.PerYear, half = 1, p.of("1", "1.1", "0.9")
		t.DiscountRate = half.Mul(half)
	}
	t.DiscountRate = t.DiscountRate.Sub(decimal.NewFromInt(1))
	return definition{t, half.Rat()}
}

// curve draws a rate, a curve, a survival curve or rates that are fractions.
func (p picker) curve(t *formula.Terms) {
	switch p.IntN(4) {
	case 0:
		for range 1 + p.IntN(4) {
			t.Retention = append(t.Retention, p.of("0.9", "0.5", "1", "0", "0.75"))
		}
	case 1:
		share := decimal.NewFromInt(1)
		for range 1 + p.IntN(4) {
			share = share.Mul(p.of("1", "0.9", "0.6", "0.5", "0.3"))
			t.Survival = append(t.Survival, share)
		}
		if p.IntN(4) == 0 {
			t.Survival = append(t.Survival, decimal.Zero)
		}
	case 2:
		for range 1 + p.IntN(3) {
			t.Retention, t.RetentionOver = append(t.Retention, p.of("0.2", "0.3", "0.1")), append(t.RetentionOver, p.of("0.3", "0.7", "0.9"))
		}
	}
}

// Every figure of a summary is that of the definitions in fractions, rounded once.
func TestSummaryByDefinition(t *testing.T) {
	for i := range 1500 {
		p := picker{rand.New(rand.NewPCG(71, uint64(i)))}
		d, places := p.customer(), p.IntN(4)
		got, _ := formula.Summarise(&d.Terms, places)
		rows := d.rows()
		value, active := d.value(), total(rows, func(r row) *big.Rat { return r.active })
		x, orders, reversed := d.payback(func(r row) *big.Rat { return r.contribution })
		later, _, undone := d.payback(func(r row) *big.Rat { return r.present })
		var ratio *big.Rat
		if d.cost().Sign() > 0 {
			ratio = over(value, d.cost())
		}
		for _, c := range []struct {
			name   string
			got    formula.Figure
			want   *big.Rat
			places int
		}{
			{"revenue", got.LifetimeRevenue, total(rows, func(r row) *big.Rat { return r.revenue }), places},
			{"contribution", got.LifetimeContribution, total(rows, func(r row) *big.Rat { return r.contribution }), places},
			{"value", got.LifetimeValue, value, places},
			{"net", got.NetLifetimeValue, minus(value, d.cost()), places},
			{"ratio", got.ValueToCostRatio, ratio, 6},
			{"orders", got.ExpectedOrders, total(rows, func(r row) *big.Rat { return r.orders }), 6},
			{"lifetime", got.ExpectedLifetimePeriods, active, 6},
			{"payback", got.PaybackPeriods, x, 6},
			{"payback orders", got.PaybackOrders, orders, 6},
			{"discounted payback", got.DiscountedPaybackPeriods, later, 6},
			{"profit", got.ProbabilityOfProfit, d.profit(), 6},
			{"word of mouth", got.WordOfMouthValue, product(value, d.spreads()), places},
			{"viral", got.ViralCoefficient, product(d.Referrals.Rat(), active), 6},
			{"cost", got.CostPerNewCustomer, d.cost(), places},
		} {
			if shown(c.got) != text(c.want, c.places) {
				t.Fatalf("%d: %s is %q, by its definition %q\n%+v", i, c.name, shown(c.got), text(c.want, c.places), d)
			}
		}
		first := minus(sum(product(d.margin(), d.net(d.BasketValue)), product(d.AddOnMargin.Rat(), product(d.AddOnRate.Rat(), d.net(d.AddOnValue)))), d.CostPerOrder.Rat())
		viral := product(d.Referrals.Rat(), active).Cmp(unity) >= 0
		if got.PaybackReversed != reversed || got.DiscountedPaybackReversed != undone || got.LosesOnEveryOrder != (first.Sign() < 0) ||
			got.FirstPeriodLoses != (first.Sign() >= 0 && rows[0].contribution.Sign() < 0) || got.Viral != viral {
			t.Fatalf("%d: reversed %v %v, loses %v %v, viral %v\n%+v", i, got.PaybackReversed, got.DiscountedPaybackReversed, got.LosesOnEveryOrder, got.FirstPeriodLoses, got.Viral, d)
		}
	}
}

// Every cell of a schedule likewise, with what is left of a customer from each
// period on.
func TestScheduleByDefinition(t *testing.T) {
	for i := range 600 {
		p := picker{rand.New(rand.NewPCG(72, uint64(i)))}
		d, places := p.customer(), p.IntN(4)
		got := make([]formula.Row, d.Horizon)
		formula.Schedule(&d.Terms, places, got)
		rows := d.rows()
		plain, discounted := new(big.Rat).Neg(d.cost()), new(big.Rat).Neg(d.cost())
		for j, r := range rows {
			plain, discounted = sum(plain, r.contribution), sum(discounted, r.present)
			var remaining *big.Rat
			if r.active.Sign() > 0 {
				remaining = over(total(rows[j:], func(r row) *big.Rat { return r.present }), product(r.active, over(unity, power(d.half, 2*j))))
			}
			for _, c := range []struct {
				name   string
				got    formula.Figure
				want   *big.Rat
				places int
			}{
				{"active share", got[j].Figure(formula.ActiveShare), r.active, 6}, {"orders", got[j].Figure(formula.Orders), r.orders, 6}, {"basket", got[j].Figure(formula.BasketValue), r.basket, places},
				{"revenue", got[j].Figure(formula.Revenue), r.revenue, places}, {"gross margin", got[j].Figure(formula.GrossMargin), r.margin, places}, {"service cost", got[j].Figure(formula.ServiceCost), r.service, places},
				{"contribution", got[j].Figure(formula.Contribution), r.contribution, places}, {"discount factor", got[j].Figure(formula.DiscountFactor), r.discount, 6}, {"present value", got[j].Figure(formula.PresentValue), r.present, places},
				{"running total", got[j].Figure(formula.CumulativeContribution), plain, places}, {"discounted total", got[j].Figure(formula.CumulativePresentValue), discounted, places}, {"remaining", got[j].Figure(formula.RemainingValue), remaining, places},
			} {
				if shown(c.got) != text(c.want, c.places) {
					t.Fatalf("%d, period %d: %s is %q, by its definition %q\n%+v", i, j, c.name, shown(c.got), text(c.want, c.places), d)
				}
			}
			if got[j].AnyTooLarge() {
				t.Errorf("%d, period %d: a figure is too large", i, j)
			}
		}
	}
}
