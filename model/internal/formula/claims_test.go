package formula

import (
	"math/big"
	"math/rand/v2"
	"testing"

	"blyant/model/internal/bound"

	"github.com/shopspring/decimal"
)

// witness is the arithmetic of fractions that holds every claim against the true
// value: its denominator in lowest terms, without the tens that are allowed, must
// be within the bits that are.
type witness struct {
	bound.Rational
	seen *testimony
}

type testimony struct {
	claims, unknown int
	wrong           []bound.Multiple
}

func (w witness) hold(s bound.Ratio, m bound.Multiple) {
	if m.Unknown {
		w.seen.unknown++
		return
	}
	w.seen.claims++
	rest := new(big.Int).Set(s.Lowest())
	for _, prime := range []*big.Int{big.NewInt(2), big.NewInt(5)} {
		for range m.Tens {
			q, r := new(big.Int).QuoRem(rest, prime, new(big.Int))
			if r.Sign() != 0 {
				break
			}
			rest = q
		}
	}
	if rest.BitLen() > max(1, m.Bits) || m.Bits == 0 && rest.BitLen() > 1 {
		w.seen.wrong = append(w.seen.wrong, m)
	}
}

// Sign also refuses to decide without a claim, so that each claim is asked for.
func (w witness) Sign(s bound.Ratio, m bound.Multiple) (int, bool) {
	w.hold(s, m)
	sign, _ := w.Rational.Sign(s, m)
	return sign, !m.Unknown
}

func (w witness) Round(s bound.Ratio, places int, m bound.Multiple) (bound.Whole, bool) {
	w.hold(s, m)
	whole, fits := w.Rational.Round(s, places, m)
	return whole, fits && !m.Unknown
}

// RoundList is sure of nothing.
func (w witness) RoundList(_ []bound.Ratio, _ int, out []bound.Whole) { clear(out) }

func (w witness) Middle(s bound.Ratio, places int, m bound.Multiple) bool {
	w.hold(s, m)
	return w.Rational.Middle(s, places, m)
}

// Every claim of what a value is a multiple of holds for the value itself.
func TestClaimsHoldForFractions(t *testing.T) {
	seen := &testimony{}
	ar := witness{seen: seen}
	for i := range 1500 {
		r := draw{rand.New(rand.NewPCG(31, uint64(i)))}
		terms := r.ties()
		switch i % 5 {
		case 1:
			terms.VATRate = []decimal.Decimal{decimal.New(25, -2), decimal.New(2, -1), decimal.New(7, -2)}[r.IntN(3)]
		case 2:
			terms.ConversionRate = decimal.NewNullDecimal(decimal.New(1+r.Int64N(99), -2))
		case 3:
			terms.Retention = nil
			share := int64(1000)
			for range 1 + r.IntN(5) {
				share -= r.Int64N(share/2 + 1)
				terms.Survival = append(terms.Survival, decimal.New(share, -3))
			}
		case 4:
			terms.Margin, terms.MarginDivisor = decimal.New(r.Int64N(100)-20, -1), 1+r.IntN(12)
		}
		if i%10 == 0 {
			r.fractionalCurve(&terms)
		}
		var in inputs
		in.read(&terms)
		if !in.discount.rational {
			continue
		}
		wrong := len(seen.wrong)
		var c customer[witness, bound.Ratio, bound.Ratio]
		c.init(ar, &in, new(room[bound.Ratio, bound.Ratio]), true)
		asked := allGroups
		if in.discount.order > 1 {
			asked &^= groupReturn
		}
		var out Summary
		if open := c.compute(asked, 2, &out); open&^groupPerpetuity != 0 { // a cap far off has too many digits
			t.Fatalf("seed %d: open %b\n%+v", i, open, terms)
		}
		rows := make([]Row, terms.Horizon)
		c.walk(2, rows, nil)
		if len(seen.wrong) > wrong {
			t.Fatalf("seed %d: %v\n%+v", i, seen.wrong, terms)
		}
	}
	t.Logf("%d claims, %d questions without one", seen.claims, seen.unknown)
}

// fractionalCurve gives a scenario rates that are fractions, as a survival curve
// whose rates are changed has them.
func (r draw) fractionalCurve(t *Terms) {
	t.Retention = nil
	for range 1 + r.IntN(5) {
		over := 1 + r.Int64N(1000)
		t.RetentionOver = append(t.RetentionOver, decimal.New(over, -3))
		t.Retention = append(t.Retention, decimal.New(r.Int64N(10*over+1), -4))
	}
}

// A ratio below a hundredth over many periods: nearer to a middle than digits show.
func TestNextToAMiddle(t *testing.T) {
	d := decimal.RequireFromString
	terms := Terms{AcquisitionCost: d("5.005"), BasketValue: d("4.999995"), Margin: d("1"), Orders: d("1"), Rate: d("0.001"), PerYear: 1, Horizon: 165}
	got, tier := Summarise(&terms, 2)
	if got.LifetimeValue.String() != "5.00" || !got.PaybackPeriods.IsNull() || !got.DiscountedPaybackPeriods.IsNull() {
		t.Errorf("lifetime value %v, payback %v", got.LifetimeValue, got.PaybackPeriods)
	}
	if tier != Fast {
		t.Errorf("answered by %v", tier)
	}
}

// So does every claim of what holds scenarios against one another.
func TestClaimsOfSeveralCustomersHold(t *testing.T) {
	seen := &testimony{}
	ar := witness{seen: seen}
	for i := range 800 {
		r := draw{rand.New(rand.NewPCG(37, uint64(i)))}
		base, other := r.ties(), r.ties()
		other.PerYear, other.Horizon, base.BasketCap = base.PerYear, max(1, other.Horizon/2), decimal.NullDecimal{}
		base.Retention, other.Retention = nil, nil
		if r.IntN(3) == 0 {
			r.fractionalCurve(&base)
		}
		if r.IntN(3) == 0 {
			other = base
			other.BasketValue = r.decimal(0, 20, 3)
		}
		var in [2]inputs
		in[0].read(&base)
		in[1].read(&other)
		if !in[0].discount.rational || !in[1].discount.rational {
			continue
		}
		var compared Comparison
		compareIn(ar, &in, false, 2, &compared)
		programme := Programme{With: base, GivenBack: decimal.New(15, -1), CostPerOrder: r.decimal(0, 2, 2), CostPerPeriod: r.decimal(0, 2, 1),
			Enrolment: r.decimal(0, 5, 2), Fixed: r.decimal(0, 100, 1), Participants: r.decimal(1, 50, 1)}
		programme.With.MarginDivisor = 1 + r.IntN(10)
		programme.With.Margin = base.Margin.Mul(decimal.NewFromInt(int64(programme.With.MarginDivisor))).Sub(programme.GivenBack)
		all := make([]inputs, 3)
		all[0].read(&base)
		all[1].read(&programme.With)
		all[2].read(&programme.With)
		var order []int
		programmesIn(ar, all, []Programme{programme, programme}, 2, make([]Programmed, 2), &order)
		now := Perceived{Rate: base.Rate, Spread: r.decimal(-1, 1, 2)}
		others := []Perceived{{Rate: base.Rate, Spread: r.decimal(-1, 1, 2)}, {Rate: r.decimal(0, 1, 2), Spread: now.Spread}}
		promised := make([]inputs, 3)
		for j, seen := range []Perceived{now, others[0], others[1]} {
			terms := base
			terms.Rate = seen.Rate
			promised[j].read(&terms)
		}
		promiseIn(ar, promised, now, others, 2, new(Promised))
		limitsHold(ar, &in[0])
		if len(seen.wrong) > 0 {
			t.Fatalf("seed %d: %v\n%+v\n%+v", i, seen.wrong, base, other)
		}
	}
	t.Logf("%d claims", seen.claims)
}

// limitsHold holds the limits of running totals against their claims.
func limitsHold(ar witness, in *inputs) {
	c := enter[bound.Rational, bound.Ratio, bound.Ratio](bound.Rational{}, in)
	for _, st := range []*stream[bound.Ratio]{&c.plainly, &c.later} {
		if !st.smooth() {
			continue
		}
		if z, ok := c.limit(c.ofWorth(), st.pieces[0].at, st, in.active, c.cost, c.lessCostClaim(st.kind, 1)); ok {
			ar.hold(z.sum, z.claim)
		}
	}
}
