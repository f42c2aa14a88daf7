package whatif

import (
	"blyant/model/internal/exact"
	"blyant/model/internal/worth"

	"github.com/shopspring/decimal"
)

// excess is a function of the customer that is zero where a metric equals its
// target, and simpler than the metric:
//
//	Σ term_t − less                          t = 0 … rows − 1
//
// Sums are themselves less the target. A ratio to A is the value less target·A.
// A payback of x periods is a running total of A at x:
//
//	Σ_{t<⌊x⌋} flow_t + (x−⌊x⌋)·flow_⌊x⌋ − A
//
// and a rate of return i is a present value of A at that rate:
//
//	Σ contribution_t·(1+i)^(−(t+o)/p) − A
//
// so all of them are linear in the rows.
type excess struct {
	a          *exact.Arithmetic
	rows       int          // how many count
	last       exact.Number // how much of the last of them
	term       func(w *worth.Worth, t int) exact.Number
	less       func(w *worth.Worth) exact.Number
	spreads    bool // word of mouth: the sum times Σ D_t(ρ·S_t − δ(S_t − S_{t+1})), less the target
	discounted bool // the terms have the factor D_t
}

// newExcess returns the excess of the problem's metric. It is false where no
// customer can have that metric: a payback beyond the horizon.
func (p *problem) newExcess() (excess, bool) {
	w := p.scenario.WithDefaults()
	e := excess{a: p.a, rows: w.Horizon.Int, last: exact.FromInt(1), discounted: presentValues[p.metric.Name],
		spreads: p.metric.Name == worth.WordOfMouthValue.Name}
	e.less = func(*worth.Worth) exact.Number { return p.target }
	e.term = plainTerms[p.metric.Name]
	switch p.metric.Name {
	case worth.NetLifetimeValue.Name:
		e.less = func(w *worth.Worth) exact.Number { return p.a.Add(p.target, w.Terms.Acquisition) }
	case worth.ValueToCostRatio.Name:
		e.less = func(w *worth.Worth) exact.Number { return p.a.Mul(p.target, w.Terms.Acquisition) }
	case worth.ViralCoefficient.Name:
		e.term = func(w *worth.Worth, t int) exact.Number { return p.a.Mul(w.Terms.Referrals, w.Rows[t].Active) }
	case worth.CostPerNewCustomer.Name:
		e.rows = 0
		e.less = func(w *worth.Worth) exact.Number { return p.a.Sub(p.target, w.Terms.Acquisition) }
	case worth.PaybackPeriods.Name, worth.DiscountedPaybackPeriods.Name:
		e.less = acquisition
		return e.until(p.request.Target.Decimal)
	case worth.InternalRateOfReturn.Name:
		e.less = acquisition
		return e.returning(p.request.Target.Decimal, w.Period.PerYear(), w.Timing.HalfPeriods())
	}
	return e, true
}

func contribution(w *worth.Worth, t int) exact.Number { return w.Rows[t].Contribution }
func presentValue(w *worth.Worth, t int) exact.Number { return w.Rows[t].PresentValue }
func acquisition(w *worth.Worth) exact.Number         { return w.Terms.Acquisition }

// plainTerms are the terms of the metrics that are sums, and of paybacks.
var plainTerms = map[string]func(w *worth.Worth, t int) exact.Number{
	worth.LifetimeRevenue.Name:          func(w *worth.Worth, t int) exact.Number { return w.Rows[t].Revenue },
	worth.LifetimeContribution.Name:     contribution,
	worth.LifetimeValue.Name:            presentValue,
	worth.NetLifetimeValue.Name:         presentValue,
	worth.ValueToCostRatio.Name:         presentValue,
	worth.ExpectedOrders.Name:           func(w *worth.Worth, t int) exact.Number { return w.Rows[t].Orders },
	worth.ExpectedLifetimePeriods.Name:  func(w *worth.Worth, t int) exact.Number { return w.Rows[t].Active },
	worth.PaybackPeriods.Name:           contribution,
	worth.DiscountedPaybackPeriods.Name: presentValue,
	worth.WordOfMouthValue.Name:         presentValue,
}

// presentValues are the metrics whose terms are present values.
var presentValues = map[string]bool{
	worth.LifetimeValue.Name: true, worth.NetLifetimeValue.Name: true, worth.ValueToCostRatio.Name: true,
	worth.WordOfMouthValue.Name: true, worth.DiscountedPaybackPeriods.Name: true,
}

// until cuts the sum at a moment, counted in periods.
func (e excess) until(x decimal.Decimal) (excess, bool) {
	if x.IsNegative() || x.GreaterThan(decimal.NewFromInt(int64(e.rows))) {
		return e, false
	}
	e.rows = int(x.Ceil().IntPart())
	if part := x.Sub(x.Floor()); !part.IsZero() {
		e.last = exact.FromDecimal(part)
	}
	return e, true
}

// Bounds of the rates of return that a summary finds.
var (
	leastReturn    = decimal.New(-999_999, -6)
	greatestReturn = decimal.New(1, 6)
)

// returning discounts contributions at the rate i.
func (e excess) returning(i decimal.Decimal, perYear, halfPeriods int) (excess, bool) {
	if i.LessThanOrEqual(leastReturn) || i.GreaterThan(greatestReturn) {
		return e, false
	}
	discounts := make([]exact.Number, e.rows)
	discount, factor := worth.DiscountAt(e.a, exact.FromDecimal(i.Add(decimal.NewFromInt(1))), perYear, halfPeriods)
	for t := range discounts {
		discounts[t] = discount
		discount = e.a.Mul(discount, factor)
	}
	e.term = func(w *worth.Worth, t int) exact.Number { return e.a.Mul(discounts[t], w.Rows[t].Contribution) }
	return e, true
}

// terms are the terms of a customer.
func (e excess) terms(w *worth.Worth) []exact.Number {
	terms := make([]exact.Number, e.rows)
	for t := range terms {
		terms[t] = e.term(w, t)
	}
	if e.rows > 0 {
		terms[e.rows-1] = e.a.Mul(terms[e.rows-1], e.last)
	}
	return terms
}

// of is the excess of a customer.
func (e excess) of(w *worth.Worth) exact.Number {
	sum := e.sum(e.terms(w))
	if e.spreads {
		sum = e.a.Mul(sum, w.WordOfMouth)
	}
	return e.a.Sub(sum, e.less(w))
}

func (e excess) sum(terms []exact.Number) exact.Number {
	var sum exact.Number
	for _, x := range terms {
		sum = e.a.Add(sum, x)
	}
	return sum
}
