package formula

import (
	"blyant/model/internal/bound"

	"github.com/shopspring/decimal"
)

// Terms are the numbers of a scenario, after its defaults, in the letters of the
// specification. They are within the ranges of the fields, but for what follows
// from other numbers: a margin less a rebate may be below −1, a rate may have any
// number of decimals.
type Terms struct {
	AcquisitionCost decimal.Decimal // A; the cost of a prospect where a conversion rate is given
	ConversionRate  decimal.NullDecimal
	VATRate         decimal.Decimal
	BasketValue     decimal.Decimal // with VAT, as the cap and the add-on's value
	BasketGrowth    decimal.Decimal // g
	BasketCap       decimal.NullDecimal
	Margin          decimal.Decimal // m, times MarginDivisor
	MarginDivisor   int             // 0 is 1
	Orders          decimal.Decimal // n
	OrderGrowth     decimal.Decimal // f
	Rate            decimal.Decimal // r, where neither curve is given
	Retention       []decimal.Decimal
	RetentionOver   []decimal.Decimal // where given, a rate is its value of Retention ÷ its value here, above 0
	Survival        []decimal.Decimal
	AddOnRate       decimal.Decimal // a
	AddOnValue      decimal.Decimal // v
	AddOnMargin     decimal.Decimal // mₐ
	CostPerOrder    decimal.Decimal // s
	CostPerPeriod   decimal.Decimal // k
	DiscountRate    decimal.Decimal // d, a year
	PerYear         int             // p
	HalfPeriods     int             // 2·o
	Referrals       decimal.Decimal // ρ
	Deterred        decimal.Decimal // δ
	Horizon         int             // N ≥ 1
}

// inputs are the terms as exact numbers, and what follows from them without any
// arithmetic.
type inputs struct {
	cost, conversion, vat                 bound.Number // A or its prospect; 1 where there is none; 1 + vat_rate
	basket, cap, growth                   bound.Number // growth is 1 + g
	hasCap                                bool         // a cap that growth reaches
	margin, addOnMargin                   bound.Number
	divisor                               int
	orders, orderGrowth                   bound.Number // orderGrowth is 1 + f
	addOnRate, addOnValue                 bound.Number
	perOrder, perPeriod                   bound.Number // s, k
	annual                                bound.Number // 1 + d
	referrals, deterred                   bound.Number
	retention, retentionOver, survival    []decimal.Decimal
	rate                                  bound.Number // the last one; S_L of a survival curve
	rateOver                              bound.Number // what it is divided by: S_{L−1} of a survival curve, else 1
	growthSign, orderSign, discountSign   int          // of g, f and d
	perYear, halfPeriods, horizon, active int
	head                                  int // periods before the ratio stays the same
	ratios                                int // decimals of shares, ratios, rates, orders and durations
	discount                              discount
}

// discount is how D_t is formed:
//
//	D_t = (1+d)^(−(t+o)/p) = h^e(t), h = (1+d)^(−1/order)
//
// with e(t) = 2t+1 and order 2p where the cash falls in the middle of a period,
// else e(t) = t + o and order p. Where 1+d is a power of a fraction h is rational.
type discount struct {
	order    int
	rational bool
	over     bound.Number // h = under ÷ over, where rational
	under    bound.Number
	bits     int // length of the numerator of 1/h in lowest terms
}

// exponent returns e(t).
func (in *inputs) exponent(t int) int {
	if in.halfPeriods == 1 {
		return 2*t + 1
	}
	return t + in.halfPeriods/2
}

var whole = bound.Integer(1)

func (in *inputs) read(t *Terms) {
	n := bound.FromDecimal
	*in = inputs{
		cost: n(t.AcquisitionCost), conversion: whole, vat: bound.OnePlus(n(t.VATRate)),
		basket: n(t.BasketValue), growth: bound.OnePlus(n(t.BasketGrowth)),
		margin: n(t.Margin), divisor: max(1, t.MarginDivisor), addOnMargin: n(t.AddOnMargin),
		orders: n(t.Orders), orderGrowth: bound.OnePlus(n(t.OrderGrowth)),
		addOnRate: n(t.AddOnRate), addOnValue: n(t.AddOnValue),
		perOrder: n(t.CostPerOrder), perPeriod: n(t.CostPerPeriod), annual: bound.OnePlus(n(t.DiscountRate)),
		referrals: n(t.Referrals), deterred: n(t.Deterred), retention: t.Retention, retentionOver: t.RetentionOver, survival: t.Survival,
		rate: n(t.Rate), rateOver: whole,
		growthSign: t.BasketGrowth.Sign(), orderSign: t.OrderGrowth.Sign(), discountSign: t.DiscountRate.Sign(),
		perYear: t.PerYear, halfPeriods: t.HalfPeriods, horizon: t.Horizon, ratios: ratioPlaces,
	}
	if t.ConversionRate.Valid {
		in.conversion = n(t.ConversionRate.Decimal)
	}
	if in.hasCap = t.BasketCap.Valid && in.growthSign > 0 && in.basket.Sign() > 0; in.hasCap {
		in.cap = n(t.BasketCap.Decimal)
	}
	in.readCurve()
	in.readDiscount()
}

// readCurve finds where the ratio of active shares stays the same, and the
// number of periods of the horizon with an active share above 0: what comes after
// adds nothing to any figure.
func (in *inputs) readCurve() {
	in.active = in.horizon
	curve := in.retention
	switch {
	case len(in.survival) > 0:
		curve = in.survival
		in.rate, in.rateOver = bound.FromDecimal(curve[len(curve)-1]), whole
		if len(curve) > 1 {
			in.rateOver = bound.FromDecimal(curve[len(curve)-2])
		}
	case len(curve) > 0:
		in.rate, in.rateOver = in.step(len(curve) - 1)
	default:
		if in.rate.Sign() == 0 {
			in.active = 1
		}
		return
	}
	in.head = len(curve) - 1
	for i, x := range curve {
		if x.IsZero() { // a share, or the rate of a step, of 0
			in.active = min(in.active, i+1)
			in.head = min(in.head, i)
			in.rate, in.rateOver = bound.Number{}, whole
			break
		}
	}
}

// step returns the rate of a retention curve in period t as a fraction.
func (in *inputs) step(t int) (rate, over bound.Number) {
	if over = whole; len(in.retentionOver) > 0 {
		over = bound.FromDecimal(in.retentionOver[t])
	}
	return bound.FromDecimal(in.retention[t]), over
}

func (in *inputs) readDiscount() {
	d := &in.discount
	d.order = in.perYear
	if in.halfPeriods == 1 {
		d.order *= 2
	}
	if in.discountSign == 0 {
		d.rational, d.over, d.under, d.bits = true, whole, whole, 0
		return
	}
	if d.order == 1 {
		d.rational, d.over, d.under, d.bits = true, in.annual, whole, in.annual.Lowest()
		return
	}
	if in.annual.MayHaveRoot(d.order) {
		if d.over, d.under, d.rational = bound.RootOf(in.annual, d.order); d.rational {
			d.bits = d.over.Bits()
		}
	}
}
