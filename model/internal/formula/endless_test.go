package formula_test

import (
	"math/big"
	"math/rand/v2"
	"testing"

	"blyant/model/internal/formula"
)

// endless is the value without end: period by period until every part goes on at
// a ratio of its own, then x ÷ (1 − q) for each; nil where one does not converge.
func (d *definition) endless() *big.Rat {
	from, capped := max(len(d.Survival), len(d.Retention), 1)-1, false
	if d.BasketCap.Valid && d.BasketGrowth.Sign() > 0 && d.BasketValue.Sign() > 0 {
		capped = true
		for d.row(from).basket.Cmp(d.net(d.BasketCap.Decimal)) < 0 {
			from++
		}
	}
	value := new(big.Rat)
	for t := 0; t < from || d.kept(t).Sign() == 0; t++ { // a last rate of 0 ends it
		r := d.row(t)
		if r.active.Sign() == 0 {
			return value
		}
		value = sum(value, r.present)
	}
	r := d.row(from)
	time := over(d.kept(from), power(d.half, 2))
	order := product(time, sum(unity, d.OrderGrowth.Rat()))
	basket := order
	if !capped {
		basket = product(order, sum(unity, d.BasketGrowth.Rat()))
	}
	each := minus(product(d.AddOnMargin.Rat(), product(d.AddOnRate.Rat(), d.net(d.AddOnValue))), d.CostPerOrder.Rat())
	for _, part := range []struct{ x, q *big.Rat }{
		{product(d.margin(), product(r.orders, r.basket)), basket}, {product(r.orders, each), order}, {new(big.Rat).Neg(product(r.active, d.CostPerPeriod.Rat())), time},
	} {
		if part.x.Sign() == 0 {
			continue
		}
		if part.q.Cmp(unity) >= 0 {
			return nil
		}
		value = sum(value, over(product(part.x, r.discount), minus(unity, part.q)))
	}
	return value
}

// The value without end by its definition, where it converges and where it does
// not, to the digit: ratios of exactly 1 are among those drawn.
func TestPerpetuityByDefinition(t *testing.T) {
	null, there := 0, 0
	for i := range 2000 {
		p := picker{rand.New(rand.NewPCG(78, uint64(i)))}
		d, places := p.customer(), p.IntN(4)
		if d.BasketCap.Valid && d.BasketCap.Decimal.LessThan(d.BasketValue) {
			continue
		}
		got, _ := formula.Summarise(&d.Terms, places)
		want := d.endless()
		if want == nil {
			null++
		} else {
			there++
		}
		if shown(got.PerpetualLifetimeValue) != text(want, places) {
			t.Fatalf("%d: %q, by its definition %q\n%+v", i, shown(got.PerpetualLifetimeValue), text(want, places), d)
		}
	}
	if null < 200 || there < 200 {
		t.Errorf("%d diverge and %d converge", null, there)
	}
}

// flows are those of the rate of return: −A, which the first contribution is
// netted with where both fall at once, and the contributions.
func (d *definition) flows() []*big.Rat {
	all := []*big.Rat{new(big.Rat).Neg(d.cost())}
	for i, r := range d.rows() {
		if i == 0 && d.HalfPeriods == 0 {
			all[0] = sum(all[0], r.contribution)
			continue
		}
		all = append(all, r.contribution)
	}
	return all
}

// reason is why there is no rate of return, empty where the flows change sign once,
// from below.
func (d *definition) reason() formula.Reason {
	if d.cost().Sign() == 0 {
		return formula.ReasonNoCost
	}
	first, last, changes := 0, 0, 0
	for _, f := range d.flows() {
		s := f.Sign()
		if s == 0 {
			continue
		}
		if first == 0 {
			first = s
		}
		if last != 0 && s != last {
			changes++
		}
		last = s
	}
	switch {
	case first > 0:
		return formula.ReasonFromPositive
	case changes == 0:
		return formula.ReasonNoChange
	case changes > 1:
		return formula.ReasonManyChanges
	}
	return ""
}

// present is the sign of the present value less A of a yearly customer at a rate
// in halves of a millionth; both sides are multiplied by the whole horizon's factor.
func (d *definition) present(halves int64) int {
	factor := sum(unity, big.NewRat(halves, 2_000_000))
	s := new(big.Rat).Neg(product(d.cost(), power(factor, d.Horizon)))
	for t, r := range d.rows() {
		s = sum(s, product(r.contribution, power(factor, d.Horizon-t-d.HalfPeriods/2)))
	}
	return s.Sign()
}

// The rate of return is there where the flows say so, and certain to the millionth;
// otherwise the reason is said.
func TestRateOfReturnByDefinition(t *testing.T) {
	seen := map[formula.Reason]int{}
	for i := range 2500 {
		p := picker{rand.New(rand.NewPCG(79, uint64(i)))}
		d := p.customer()
		if d.PerYear != 1 || d.HalfPeriods == 1 {
			continue
		}
		got, _ := formula.Summarise(&d.Terms, 2)
		want := d.reason()
		if want == "" && (d.present(-2*999_999) <= 0 || d.present(2*1_000_000_000_000) > 0) {
			want = formula.ReasonOutside
		}
		seen[want]++
		if got.NoReturn != want || got.InternalRateOfReturn.IsNull() != (want != "") {
			t.Fatalf("%d: %s for %q, want %q\n%+v", i, shown(got.InternalRateOfReturn), got.NoReturn, want, d)
		}
		if want != "" {
			continue
		}
		k := got.InternalRateOfReturn.Decimal().Shift(6).IntPart()
		below, above := d.present(2*k-1), d.present(2*k+1)
		if below < 0 || above > 0 || below == 0 && k <= 0 || above == 0 && k >= 0 {
			t.Fatalf("%d: %s, beside it %d and %d\n%+v", i, shown(got.InternalRateOfReturn), below, above, d)
		}
	}
	for _, reason := range []formula.Reason{"", formula.ReasonNoCost, formula.ReasonNoChange, formula.ReasonManyChanges, formula.ReasonFromPositive} {
		if seen[reason] < 5 {
			t.Errorf("only %d for %q", seen[reason], reason)
		}
	}
}
