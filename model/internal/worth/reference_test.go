package worth_test

import (
	"math/big"
	"testing"

	"blyant/model/internal/exact"
	"blyant/model/internal/worth"

	"github.com/shopspring/decimal"
)

// given is a customer as a test says it: numbers in decimals, and with the factor
// of half a period instead of a rate a year, so that discount factors are
// rational whatever the timing. An empty text is 0, of growth and discounting none.
type given struct {
	cost, basket, growth, ceiling, margin, orders, orderGrowth string // A b g cap m n f
	addOn, addOnMargin, perOrder, perPeriod                    string // a·v mₐ·a·v s k
	half                                                       string // (1+d)^(1/2p)
	referrals, deterred                                        string // ρ δ
	rates, survival                                            []string
	perYear, halves, horizon                                   int
}

func rat(text string) *big.Rat {
	if text == "" {
		return new(big.Rat)
	}
	r, ok := new(big.Rat).SetString(text)
	if !ok {
		panic(text)
	}
	return r
}

func number(text string) exact.Number {
	if text == "" {
		return exact.Number{}
	}
	return exact.FromDecimal(decimal.RequireFromString(text))
}

func times(x, y *big.Rat) *big.Rat { return new(big.Rat).Mul(x, y) }
func plus(x, y *big.Rat) *big.Rat  { return new(big.Rat).Add(x, y) }
func less(x, y *big.Rat) *big.Rat  { return new(big.Rat).Sub(x, y) }
func over(x, y *big.Rat) *big.Rat  { return new(big.Rat).Quo(x, y) }

func power(x *big.Rat, n int) *big.Rat {
	z := big.NewRat(1, 1)
	for range n {
		z = times(z, x)
	}
	return z
}

// halfFactor is (1+d)^(1/2p).
func (g given) halfFactor() *big.Rat {
	if g.half == "" {
		return big.NewRat(1, 1)
	}
	return rat(g.half)
}

// terms are the customer as the engine takes it.
func (g given) terms() worth.Terms {
	a := exact.New(exact.Usual)
	one, half := exact.FromInt(1), number(g.half)
	if g.half == "" {
		half = one
	}
	t := worth.Terms{
		Acquisition: number(g.cost), Basket: number(g.basket), BasketGrowth: a.Add(one, number(g.growth)), Cap: number(g.ceiling), HasCap: g.ceiling != "",
		Margin: number(g.margin), Orders: number(g.orders), OrderGrowth: a.Add(one, number(g.orderGrowth)), AddOn: number(g.addOn), AddOnMargin: number(g.addOnMargin),
		CostPerOrder: number(g.perOrder), CostPerPeriod: number(g.perPeriod), Annual: a.Pow(half, 2*g.perYear), PerYear: g.perYear, HalfPeriods: g.halves,
		Referrals: number(g.referrals), Deterred: number(g.deterred), Horizon: g.horizon,
	}
	for _, r := range g.rates {
		t.Retention = append(t.Retention, number(r))
	}
	for _, s := range g.survival {
		t.Survival = append(t.Survival, number(s))
	}
	return t
}

// share is S_t, by the definitions.
func (g given) share(t int) *big.Rat {
	s := big.NewRat(1, 1)
	for i := range t {
		switch l := len(g.survival); {
		case l == 0:
			s = times(s, rat(g.rates[min(i, len(g.rates)-1)]))
		case i < l:
			s = rat(g.survival[i])
		default:
			before := big.NewRat(1, 1)
			if l > 1 {
				before = rat(g.survival[l-2])
			}
			if before.Sign() == 0 {
				return before
			}
			s = times(s, over(rat(g.survival[l-1]), before))
		}
	}
	return s
}

// period is one row of the definitions, each value by a formula of its own.
type period struct {
	active, orders, basket, revenue, margin, service, contribution, discount, present, each, next *big.Rat
}

func (g given) period(t int) period {
	one := big.NewRat(1, 1)
	n := times(rat(g.orders), power(plus(one, rat(g.orderGrowth)), t))
	b := times(rat(g.basket), power(plus(one, rat(g.growth)), t))
	if g.ceiling != "" && b.Cmp(rat(g.ceiling)) > 0 {
		b = rat(g.ceiling)
	}
	p := period{active: g.share(t), basket: b, next: g.share(t + 1), discount: over(one, power(g.halfFactor(), 2*t+g.halves))}
	p.orders = times(p.active, n)
	p.revenue = times(p.orders, plus(b, rat(g.addOn)))
	p.margin = times(p.orders, plus(times(rat(g.margin), b), rat(g.addOnMargin)))
	p.service = times(p.active, plus(times(n, rat(g.perOrder)), rat(g.perPeriod)))
	p.contribution = less(p.margin, p.service)
	p.present = times(p.contribution, p.discount)
	p.each = less(times(n, less(plus(times(rat(g.margin), b), rat(g.addOnMargin)), rat(g.perOrder))), rat(g.perPeriod))
	return p
}

func (g given) periods() []period {
	all := make([]period, g.horizon)
	for t := range all {
		all[t] = g.period(t)
	}
	return all
}

// sum adds up what of says of each period.
func sum(periods []period, of func(period) *big.Rat) *big.Rat {
	total := new(big.Rat)
	for _, p := range periods {
		total.Add(total, of(p))
	}
	return total
}

// places is to how many decimals the engine is held against fractions.
const places = 30

func same(t interface{ Errorf(string, ...any) }, what string, got exact.Number, want *big.Rat) {
	if text := got.Cut(places).StringFixed(places); text != signless(want.FloatString(places)) {
		t.Errorf("%s is %s, by its definition %s", what, text, want.FloatString(places))
	}
}

// signless takes the sign off a zero.
func signless(text string) string {
	if d := decimal.RequireFromString(text); d.IsZero() {
		return d.Abs().StringFixed(places)
	}
	return text
}

// evaluate is the customer's worth, with the digits that it needs.
func evaluate(t *testing.T, g given, look func(a *exact.Arithmetic, w *worth.Worth)) {
	t.Helper()
	_ = exact.Decide(g.horizon, func(a *exact.Arithmetic) error {
		look(a, worth.Evaluate(a, g.terms()))
		return nil
	})
}
