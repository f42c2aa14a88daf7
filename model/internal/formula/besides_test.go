package formula_test

import (
	"math/big"
	"math/rand/v2"
	"slices"
	"testing"

	"blyant/model/internal/formula"

	"github.com/shopspring/decimal"
)

// overtakes is the first period number from which on the running total of one is
// at least that of the other, over the longer horizon, a shorter one going on flat.
func overtakes(base, other *definition) int {
	at := func(d *definition, n int) *big.Rat {
		return minus(total(d.rows()[:min(n, d.Horizon)], func(r row) *big.Rat { return r.present }), d.cost())
	}
	first := 0
	for n := 1; n <= max(base.Horizon, other.Horizon); n++ {
		if at(other, n).Cmp(at(base, n)) < 0 {
			first = 0
		} else if first == 0 {
			first = n
		}
	}
	return first
}

// Scenarios beside one another, by the definitions: of any two, of one with a field
// changed, and of the same.
func TestComparisonByDefinition(t *testing.T) {
	seen := map[int]int{}
	for i := range 800 {
		p := picker{rand.New(rand.NewPCG(73, uint64(i)))}
		base, other, places := p.customer(), p.customer(), p.IntN(4)
		other.PerYear, other.DiscountRate, other.half = base.PerYear, base.DiscountRate, base.half
		switch p.IntN(4) {
		case 0:
			other = base
		case 1:
			other = base
			other.AcquisitionCost = other.AcquisitionCost.Add(p.of("-0.05", "0", "5", "20").Abs())
		case 2:
			other = base
			other.Horizon += p.IntN(3)
		}
		got, _ := formula.Compare(&base.Terms, &other.Terms, places)
		difference := minus(minus(other.value(), other.cost()), minus(base.value(), base.cost()))
		orders := total(other.rows(), func(r row) *big.Rat { return product(r.discount, r.orders) })
		var multiple, service *big.Rat
		if base.value().Sign() > 0 {
			multiple = over(other.value(), base.value())
		}
		if orders.Sign() > 0 {
			service = over(difference, orders)
		}
		for _, c := range []struct {
			name   string
			got    formula.Figure
			want   *big.Rat
			places int
		}{
			{"difference", got.NetDifference, difference, places}, {"multiple", got.ValueMultiple, multiple, 6},
			{"affordable service", got.AffordableServiceCostPerOrder, service, places}, {"affordable cost", got.AffordableAcquisitionCost, sum(other.cost(), difference), places},
		} {
			if shown(c.got) != text(c.want, c.places) {
				t.Fatalf("%d: %s is %q, by its definition %q\n%+v\n%+v", i, c.name, shown(c.got), text(c.want, c.places), base, other)
			}
		}
		want := overtakes(&base, &other)
		if seen[min(want, 2)]++; got.Overtakes != want || got.NoOrders != (orders.Sign() == 0) {
			t.Fatalf("%d: overtakes in %d, by its definition %d; no orders %v\n%+v\n%+v", i, got.Overtakes, want, got.NoOrders, base, other)
		}
	}
	if seen[0] < 50 || seen[1] < 50 || seen[2] < 10 {
		t.Errorf("never, at once and later: %v", seen)
	}
}

// The gains of a promise seen in other ways, and their order: the greatest first,
// equal ones as given.
func TestPromiseByDefinition(t *testing.T) {
	for i := range 400 {
		p := picker{rand.New(rand.NewPCG(74, uint64(i)))}
		d, places := p.customer(), p.IntN(4)
		d.Retention, d.RetentionOver, d.Survival = nil, nil, nil
		see := func() formula.Perceived {
			return formula.Perceived{Rate: p.of("0.5", "0.6", "0.61", "1", "0"), Spread: p.of("0", "0.3", "-0.7", "0.301")}
		}
		now, others := see(), []formula.Perceived{see(), see(), see(), see()}
		got, _ := formula.Promise(d.Terms, now, others, places)
		seen := func(s formula.Perceived) (value, mouth *big.Rat) {
			d := d
			d.Rate = s.Rate
			spread := total(d.rows(), func(r row) *big.Rat { return product(product(r.discount, r.active), s.Spread.Rat()) })
			return d.value(), product(d.value(), spread)
		}
		value, mouth := seen(now)
		if shown(got.LifetimeValue) != text(value, places) || shown(got.NetLifetimeValue) != text(minus(value, d.cost()), places) || shown(got.WordOfMouth) != text(mouth, places) {
			t.Fatalf("%d: %s, %s, %s; by definition %s, %s\n%+v", i, shown(got.LifetimeValue), shown(got.NetLifetimeValue), shown(got.WordOfMouth), text(value, places), text(mouth, places), d)
		}
		var gains []*big.Rat
		order := []int{0, 1, 2, 3}
		for _, other := range others {
			v, m := seen(other)
			gains = append(gains, minus(sum(v, m), sum(value, mouth)))
		}
		slices.SortStableFunc(order, func(i, j int) int { return gains[j].Cmp(gains[i]) })
		for j, gain := range gains {
			if shown(got.Gains[j]) != text(gain, places) {
				t.Fatalf("%d: gain %d is %q, by its definition %q\n%+v", i, j, shown(got.Gains[j]), text(gain, places), d)
			}
		}
		if !slices.Equal(got.Order, order) {
			t.Fatalf("%d: order %v, want %v\n%+v", i, got.Order, order, d)
		}
	}
}

// A programme's figures by its definitions, z a fraction where it says so, and
// their order by total gain before rounding.
func TestProgrammesByDefinition(t *testing.T) {
	for i := range 400 {
		p := picker{rand.New(rand.NewPCG(75, uint64(i)))}
		base, places := p.customer(), p.IntN(4)
		programmes := make([]formula.Programme, 3)
		gains, order := make([]*big.Rat, len(programmes)), []int{0, 1, 2}
		for j := range programmes {
			programmes[j] = p.programme(base.Terms)
		}
		programmes[2] = programmes[0]
		got, ranked, _ := formula.RankProgrammes(&base.Terms, programmes, places)
		for j, q := range programmes {
			with := definition{q.With, base.half}
			rows := with.rows()
			z := over(q.GivenBack.Rat(), big.NewRat(int64(max(1, q.With.MarginDivisor)), 1))
			cost := sum(q.Enrolment.Rat(), total(rows, func(r row) *big.Rat {
				each := sum(product(r.orders, sum(product(r.basket, z), q.CostPerOrder.Rat())), product(r.active, q.CostPerPeriod.Rat()))
				return product(r.discount, each)
			}))
			value := minus(with.value(), q.Enrolment.Rat())
			gain := minus(value, base.value())
			spent := sum(product(q.Participants.Rat(), cost), q.Fixed.Rat())
			gains[j] = minus(product(q.Participants.Rat(), gain), q.Fixed.Rat())
			mouth := product(q.Participants.Rat(), minus(product(value, with.spreads()), product(base.value(), base.spreads())))
			var back *big.Rat
			if spent.Sign() != 0 {
				back = over(gains[j], spent)
			}
			for _, c := range []struct {
				name   string
				got    formula.Figure
				want   *big.Rat
				places int
			}{
				{"value with", got[j].ValueWith, value, places}, {"cost", got[j].CostPerParticipant, cost, places}, {"gain", got[j].GainPerParticipant, gain, places},
				{"total cost", got[j].TotalCost, spent, places}, {"total gain", got[j].TotalGain, gains[j], places}, {"return", got[j].ReturnOnCost, back, 6}, {"word of mouth", got[j].WordOfMouthGain, mouth, places},
			} {
				if shown(c.got) != text(c.want, c.places) {
					t.Fatalf("%d, programme %d: %s is %q, by its definition %q\n%+v\n%+v", i, j, c.name, shown(c.got), text(c.want, c.places), base, q)
				}
			}
			if got[j].NothingSpent != (spent.Sign() == 0) {
				t.Fatalf("%d, programme %d: nothing spent %v", i, j, got[j].NothingSpent)
			}
		}
		slices.SortStableFunc(order, func(i, j int) int { return gains[j].Cmp(gains[i]) })
		if !slices.Equal(ranked, order) {
			t.Fatalf("%d: order %v, want %v\n%+v", i, ranked, order, programmes)
		}
	}
}

// programme draws one beside a base: a third of a rebate, a tenth order that is
// free, more loyalty, bigger baskets.
func (p picker) programme(base formula.Terms) formula.Programme {
	q := formula.Programme{With: base, CostPerOrder: p.of("0", "0.5"), CostPerPeriod: p.of("0", "1.25"), Enrolment: p.of("0", "3"), Fixed: p.of("0", "100.05"), Participants: p.of("1", "12.5", "0")}
	q.With.MarginDivisor = []int{0, 1, 3, 10}[p.IntN(4)]
	divisor := decimal.NewFromInt(int64(max(1, q.With.MarginDivisor)))
	q.GivenBack = p.of("0", "0.1", "1").Mul(divisor).Mul(p.of("0.1", "0.5"))
	q.With.Margin = base.Margin.Mul(divisor).Sub(q.GivenBack)
	q.With.BasketValue = base.BasketValue.Mul(p.of("1", "1.05"))
	if base.BasketCap.Valid {
		q.With.BasketCap = decimal.NewNullDecimal(base.BasketCap.Decimal.Mul(p.of("1.05")))
	}
	q.With.Rate = decimal.Min(base.Rate.Add(p.of("0", "0.02")), decimal.NewFromInt(1))
	q.With.CostPerOrder, q.With.CostPerPeriod = base.CostPerOrder.Add(q.CostPerOrder), base.CostPerPeriod.Add(q.CostPerPeriod)
	return q
}

// The change of the rate at which a programme's gain is 0: on either side of it,
// half a millionth away, the gain in fractions has the other sign.
func TestBreakEvenChangeByDefinition(t *testing.T) {
	found := 0
	for i := range 600 {
		p := picker{rand.New(rand.NewPCG(76, uint64(i)))}
		base := p.customer()
		base.Retention, base.RetentionOver, base.Survival, base.Rate = nil, nil, nil, p.of("0.3", "0.5", "0.9")
		q := p.programme(base.Terms)
		q.Participants = p.of("1", "12.5")
		got := formula.FindBreakEven(&base.Terms, &q)
		if got.Many || got.Change.IsNull() {
			continue
		}
		found++
		gain := func(rate *big.Rat) int {
			with := definition{q.With, base.half}
			s := new(big.Rat)
			for t := range with.Horizon {
				one := with
				one.Rate, one.Retention, one.RetentionOver, one.Survival = decimal.NewFromInt(1), nil, nil, nil
				s = sum(s, product(power(rate, t), one.row(t).present))
			}
			need := sum(sum(q.Enrolment.Rat(), base.value()), over(q.Fixed.Rat(), q.Participants.Rat()))
			return minus(s, need).Sign()
		}
		at := func(halves int64) *big.Rat {
			return sum(sum(base.Rate.Rat(), got.Change.Decimal().Rat()), big.NewRat(halves, 2_000_000))
		}
		below, above := gain(at(-1)), gain(at(1))
		if below*above > 0 || below == 0 && above == 0 {
			t.Fatalf("%d: %s, beside it %d and %d\n%+v\n%+v", i, got.Change, below, above, base, q)
		}
	}
	if found < 60 {
		t.Errorf("only %d had a change", found)
	}
}

// What one krone more for new customers returns on average.
func TestReturnOnAcquisitionByDefinition(t *testing.T) {
	for i := range 200 {
		p := picker{rand.New(rand.NewPCG(77, uint64(i)))}
		d := p.customer()
		if d.cost().Sign() == 0 {
			continue
		}
		if got, want := shown(formula.ReturnOnAcquisition(&d.Terms)), text(over(minus(d.value(), d.cost()), d.cost()), 6); got != want {
			t.Fatalf("%d: %s, by its definition %s\n%+v", i, got, want, d)
		}
	}
}

// An exact number rounds half away from zero, and is too large above 1e15.
func TestRound(t *testing.T) {
	for _, c := range []struct {
		x      string
		places int
		want   string
	}{
		{"1.005", 2, "1.01"}, {"-1.005", 2, "-1.01"}, {"1.00499999999999999999", 2, "1.00"}, {"-0.004", 2, "0.00"}, {"0", 3, "0.000"}, {"12", 0, "12"},
		{"1000000000000000", 2, "1000000000000000.00"}, {"-1000000000000000", 2, "-1000000000000000.00"}, {"1000000000000000.000000000000000001", 2, "too large"},
		{"-1000000000000000.5", 0, "too large"}, {"1e16", 0, "too large"}, {"999999999999999.9999999999999", 2, "1000000000000000.00"},
	} {
		if got := shown(formula.Round(decimal.RequireFromString(c.x), c.places)); got != c.want {
			t.Errorf("%s to %d is %s, want %s", c.x, c.places, got, c.want)
		}
	}
}
