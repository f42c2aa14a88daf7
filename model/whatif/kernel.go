package whatif

import (
	"math"
	"slices"

	"blyant/model"
	"blyant/model/internal/exact"
	"blyant/model/internal/worth"
	"blyant/model/vocabulary"
)

// kernel is the projection of one customer in binary floating point, for
// simulations: the same figures as package worth computes, within 1e−12 of the
// sizes that go into them. The letters are those of the specification.
//
// A customer's contribution is a sum of three geometric sequences: of the
// basket, of orders and of time. Their sums are closed forms (series) with two
// pieces where the basket reaches its cap; a curve's are added up row by row.
type kernel struct {
	inputs  []float64 // by field, in the order of variables
	given   []bool
	at      places64
	capped  bool // there is a cap
	curve   []float64
	perYear float64
	offset  float64 // o
	horizon int     // N

	acquisition, basket, growth, cap, margin, orders, orderGrowth float64 // A, b, 1+g, cap, m, n, 1+f
	rate, addOn, addOnMargin, perOrder, perPeriod                 float64 // r, a·v, mₐ·a·v, mₐ·a·v − s, k
	referrals, deterred                                           float64
	annual, first, factor                                         float64 // 1+d, and what follows from it: D_0, D_1 ÷ D_0
	before                                                        int     // periods before the cap, at most N
}

// places64 are the places of the inputs that need looking after.
type places64 struct {
	cost, perProspect, conversion, vat, basket, growth, cap, margin, orders, orderGrowth, rate, addOnRate, addOnValue, addOnMargin,
	perOrder, perPeriod, discount, referrals, deterred int
}

// newKernel takes a scenario before its defaults.
func newKernel(s model.Scenario) kernel {
	full := s.WithDefaults()
	k := kernel{inputs: make([]float64, len(variables)), given: make([]bool, len(variables)), capped: s.BasketCap.Valid,
		perYear: float64(full.Period.PerYear()), offset: float64(full.Timing.HalfPeriods()) / 2, horizon: full.Horizon.Int}
	for i, f := range variables {
		v, _ := f.Get(&full)
		k.inputs[i], k.given[i] = v.Number.InexactFloat64(), f.Has(&s)
	}
	a := exact.New(exact.Usual)
	for _, r := range ratesOf(a, full.Terms(a)) {
		k.curve = append(k.curve, r.Float64())
	}
	single := len(k.curve) == 1
	k.at = places64{k.place("acquisition_cost"), k.place("cost_per_prospect"), k.place("conversion_rate"), k.place("vat_rate"), k.place("basket_value"),
		k.place("basket_growth_rate"), k.place("basket_cap"), k.place("margin_rate"), k.place("orders_per_period"), k.place("order_growth_rate"),
		k.place("repeat_purchase_rate"), k.place("add_on_rate"), k.place("add_on_value"), k.place("add_on_margin_rate"), k.place("service_cost_per_order"),
		k.place("service_cost_per_period"), k.place("annual_discount_rate"), k.place("referrals_per_period"), k.place("deterred_per_lost_customer")}
	if single { // one value repeats, as a rate does
		k.inputs[k.at.rate], k.curve = k.curve[0], nil
	}
	k.derive()
	return k
}

// ratesOf are the rates of retention by age, of a survival curve the ratios of its
// values.
func ratesOf(a *exact.Arithmetic, t worth.Terms) []exact.Number {
	if len(t.Survival) == 0 {
		return t.Retention
	}
	rates, before := make([]exact.Number, len(t.Survival)), exact.FromInt(1)
	for i, share := range t.Survival {
		if !before.IsZero() {
			rates[i] = a.Quo(share, before)
		}
		before = share
	}
	return rates
}

// place is where the kernel keeps an input.
func (k *kernel) place(name string) int {
	return slices.IndexFunc(variables, func(f vocabulary.Field) bool { return f.Name == name })
}

// clone is a kernel with inputs of its own.
func (k *kernel) clone() kernel {
	c := *k
	c.inputs = slices.Clone(k.inputs)
	return c
}

// derive works the letters out from the inputs.
func (k *kernel) derive() {
	in, at := k.inputs, k.at
	vat := 1 + in[at.vat]
	k.acquisition = in[at.cost]
	if k.given[at.perProspect] {
		k.acquisition = in[at.perProspect] / in[at.conversion]
	}
	k.basket, k.cap, k.growth = in[at.basket]/vat, in[at.cap]/vat, 1+in[at.growth]
	k.margin, k.orders, k.orderGrowth, k.rate = in[at.margin], in[at.orders], 1+in[at.orderGrowth], in[at.rate]
	k.addOn = in[at.addOnRate] * in[at.addOnValue] / vat
	addOnMargin := k.margin
	if k.given[at.addOnMargin] {
		addOnMargin = in[at.addOnMargin]
	}
	k.addOnMargin = addOnMargin * k.addOn
	k.perOrder, k.perPeriod = k.addOnMargin-in[at.perOrder], in[at.perPeriod]
	k.referrals, k.deterred = in[at.referrals], in[at.deterred]
	k.discountBy(1 + in[at.discount])
	k.before = k.untilCap()
}

// discountBy works the discounting out, which most draws have in common: two powers
// take longer than a sum over the horizon.
func (k *kernel) discountBy(annual float64) {
	if annual == k.annual {
		return
	}
	k.annual, k.first, k.factor = annual, 1, 1
	if annual != 1 {
		k.factor = math.Pow(annual, -1/k.perYear)
		k.first = math.Pow(annual, -k.offset/k.perYear)
	}
}

// untilCap is the number of periods, at most N, in which the basket is below its
// cap: ⌈ln(cap/b) ÷ ln(1+g)⌉.
func (k *kernel) untilCap() int {
	if !k.capped || k.growth <= 1 || k.basket <= 0 {
		return k.horizon
	}
	periods := math.Ceil(math.Log(k.cap/k.basket) / math.Log1p(k.inputs[k.at.growth]))
	return int(min(max(periods, 0), float64(k.horizon)))
}
