package formula_test

import (
	"math/big"

	"blyant/model/internal/formula"

	"github.com/shopspring/decimal"
)

// definition is a customer as the specification defines one, in fractions: period
// by period, with VAT, prospects, caps, curves of both kinds and rates that are
// fractions. half is (1+d)^(1/2p), so that a discount is one too.
type definition struct {
	formula.Terms
	half *big.Rat
}

var unity = big.NewRat(1, 1)

func sum(x, y *big.Rat) *big.Rat     { return new(big.Rat).Add(x, y) }
func minus(x, y *big.Rat) *big.Rat   { return new(big.Rat).Sub(x, y) }
func product(x, y *big.Rat) *big.Rat { return new(big.Rat).Mul(x, y) }
func over(x, y *big.Rat) *big.Rat    { return new(big.Rat).Quo(x, y) }

func power(x *big.Rat, n int) *big.Rat {
	z := unity
	for range n {
		z = product(z, x)
	}
	return z
}

// cost is A.
func (d *definition) cost() *big.Rat {
	if d.ConversionRate.Valid {
		return over(d.AcquisitionCost.Rat(), d.ConversionRate.Decimal.Rat())
	}
	return d.AcquisitionCost.Rat()
}

// net is an amount without VAT.
func (d *definition) net(x decimal.Decimal) *big.Rat {
	return over(x.Rat(), sum(unity, d.VATRate.Rat()))
}

// kept is S_{t+1} ÷ S_t.
func (d *definition) kept(t int) *big.Rat {
	switch {
	case len(d.Survival) > 0:
		last := len(d.Survival) - 1
		i := min(t, last)
		before := unity
		if i > 0 {
			before = d.Survival[i-1].Rat()
		}
		if before.Sign() == 0 {
			return before
		}
		return over(d.Survival[i].Rat(), before)
	case len(d.RetentionOver) > 0:
		i := min(t, len(d.Retention)-1)
		return over(d.Retention[i].Rat(), d.RetentionOver[i].Rat())
	case len(d.Retention) > 0:
		return d.Retention[min(t, len(d.Retention)-1)].Rat()
	}
	return d.Rate.Rat()
}

// share is S_t.
func (d *definition) share(t int) *big.Rat {
	s := unity
	for i := range t {
		s = product(s, d.kept(i))
	}
	return s
}

// margin is m, which a divisor may be under.
func (d *definition) margin() *big.Rat {
	return over(d.Margin.Rat(), big.NewRat(int64(max(1, d.MarginDivisor)), 1))
}

// row is a period by its definitions.
type row struct {
	active, next, orders, basket, revenue, margin, service, contribution, discount, present, stays *big.Rat
}

func (d *definition) row(t int) row {
	n := product(d.Orders.Rat(), power(sum(unity, d.OrderGrowth.Rat()), t))
	b := product(d.net(d.BasketValue), power(sum(unity, d.BasketGrowth.Rat()), t))
	if d.BasketCap.Valid && b.Cmp(d.net(d.BasketCap.Decimal)) > 0 {
		b = d.net(d.BasketCap.Decimal)
	}
	addOn := product(d.AddOnRate.Rat(), d.net(d.AddOnValue))
	r := row{active: d.share(t), next: d.share(t + 1), basket: b, discount: over(unity, power(d.half, 2*t+d.HalfPeriods))}
	r.orders = product(r.active, n)
	r.revenue = product(r.orders, sum(b, addOn))
	each := sum(product(d.margin(), b), product(d.AddOnMargin.Rat(), addOn))
	r.margin = product(r.orders, each)
	r.service = product(r.active, sum(product(n, d.CostPerOrder.Rat()), d.CostPerPeriod.Rat()))
	r.contribution = minus(r.margin, r.service)
	r.present = product(r.contribution, r.discount)
	r.stays = minus(product(n, minus(each, d.CostPerOrder.Rat())), d.CostPerPeriod.Rat())
	return r
}

func (d *definition) rows() []row {
	all := make([]row, d.Horizon)
	for t := range all {
		all[t] = d.row(t)
	}
	return all
}

func total(rows []row, of func(row) *big.Rat) *big.Rat {
	s := new(big.Rat)
	for _, r := range rows {
		s.Add(s, of(r))
	}
	return s
}

func (d *definition) value() *big.Rat {
	return total(d.rows(), func(r row) *big.Rat { return r.present })
}

// spreads is Σ D_t(ρ·S_t − δ(S_t − S_{t+1})).
func (d *definition) spreads() *big.Rat {
	return total(d.rows(), func(r row) *big.Rat {
		return product(r.discount, minus(product(d.Referrals.Rat(), r.active), product(d.Deterred.Rat(), minus(r.active, r.next))))
	})
}

// payback is x and the orders to x, and whether a later loss undoes it.
func (d *definition) payback(flow func(row) *big.Rat) (x, orders *big.Rat, reversed bool) {
	so, ordered := new(big.Rat), new(big.Rat)
	if d.cost().Sign() == 0 {
		x, orders = new(big.Rat), new(big.Rat)
	}
	for i, r := range d.rows() {
		before := so
		so = sum(so, flow(r))
		enough := so.Cmp(d.cost()) >= 0
		if x == nil && enough {
			part := over(minus(d.cost(), before), flow(r))
			x, orders = sum(big.NewRat(int64(i), 1), part), sum(ordered, product(part, r.orders))
		} else if x != nil && !enough {
			reversed = true
		}
		ordered = sum(ordered, r.orders)
	}
	return x, orders, reversed
}

// profit is the probability of profit.
func (d *definition) profit() *big.Rat {
	probability, value := new(big.Rat), new(big.Rat)
	for i, r := range d.rows() {
		value = sum(value, product(r.discount, r.stays))
		leaves := minus(r.active, r.next)
		if i == d.Horizon-1 {
			leaves = r.active
		}
		if value.Cmp(d.cost()) >= 0 {
			probability = sum(probability, leaves)
		}
	}
	return probability
}

// text is a figure as it is reported, half away from zero, a null one as "".
func text(x *big.Rat, places int) string {
	if x == nil {
		return ""
	}
	out := x.FloatString(places)
	if d := decimal.RequireFromString(out); d.IsZero() { // without a sign
		return d.Abs().StringFixed(int32(places))
	}
	return out
}

// shown is a figure that was computed, likewise.
func shown(f formula.Figure) string {
	switch {
	case f.TooLarge:
		return "too large"
	case f.IsNull():
		return ""
	}
	return f.String()
}
