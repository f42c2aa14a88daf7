package whatif

import (
	"context"

	"blyant/model"
	"blyant/model/internal/exact"
	"blyant/model/internal/worth"
	"blyant/model/vocabulary"

	"github.com/shopspring/decimal"
)

// BreakEvenResult is the value of one input at which a metric equals its target.
type BreakEvenResult struct {
	Scenario      model.Scenario     // after defaults
	Request       BreakEvenRequest   // with the question put in full, the scenario after defaults
	Value         vocabulary.Rounded // of the field, to 6 decimals (money: to 4)
	MetricAtValue vocabulary.Rounded // at the rounded value
	Solutions     vocabulary.Rounded // how many there are; a stretch of them counts as one
	MetricAtFrom  vocabulary.Rounded
	MetricAtTo    vocabulary.Rounded
	Notes         []vocabulary.Note
}

// BreakEven solves for one input. A solution is a value at which the exact
// metric equals the target; of several the one nearest to the scenario's present
// value is given. The error is of type vocabulary.Faults, with the code
// no_solution where there is none, or the context's where it ends first.
func BreakEven(ctx context.Context, req BreakEvenRequest) (BreakEvenResult, error) {
	if err := req.faults().OrNil(); err != nil {
		return BreakEvenResult{}, err
	}
	full := req.inFull()
	var result BreakEvenResult
	err := exact.Decide(full.Scenario.WithDefaults().Horizon.Int, func(a *exact.Arithmetic) error {
		p := newProblem(ctx, a, full)
		found := p.accepted(p.solutions())
		if err := ctx.Err(); err != nil {
			return err
		}
		if len(found) == 0 {
			return p.noSolution()
		}
		result = p.answer(found)
		return nil
	})
	return result, err
}

// problem is a break-even being solved.
type problem struct {
	ctx      context.Context // of one call: a scan is many customers
	a        *exact.Arithmetic
	request  BreakEvenRequest
	scenario model.Scenario // before its defaults, so that what follows the field follows it
	field    vocabulary.Field
	metric   worth.Metric
	target   exact.Number
	from, to exact.Number
	excess   excess
	curve    *powers // the polynomial that was solved, where it was one
}

func newProblem(ctx context.Context, a *exact.Arithmetic, req BreakEvenRequest) *problem {
	field, _ := vocabulary.FieldNamed(variables, req.SolveFor)
	return &problem{ctx: ctx, a: a, request: req, scenario: req.Scenario, field: field, metric: metricNamed(req.Metric),
		target: exact.FromNull(req.Target), from: exact.FromNull(req.From), to: exact.FromNull(req.To)}
}

// at says what the customer is worth with x for the field.
func (p *problem) at(x decimal.Decimal) *worth.Worth {
	return evaluate(p.a, with(p.scenario, p.field, x))
}

// present is the field's value in the scenario, its default included.
func (p *problem) present() (exact.Number, bool) {
	full := p.scenario.WithDefaults()
	v, given := p.field.Get(&full)
	return exact.FromDecimal(v.Number), given
}

// within reports whether x is in the range asked for.
func (p *problem) within(x exact.Number) bool {
	return p.a.Cmp(x, p.from) >= 0 && p.a.Cmp(x, p.to) <= 0
}

// nearest is the solution nearest to the present value; of two equally near, or
// without a present value, the smaller.
func nearest(a *exact.Arithmetic, found []solution, here exact.Number, given bool) exact.Number {
	best := found[0].nearest(a, here, given)
	if !given {
		return best
	}
	least := distance(a, best, here)
	for _, s := range found[1:] { // they rise
		x := s.nearest(a, here, given)
		if d := distance(a, x, here); a.Cmp(d, least) < 0 {
			best, least = x, d
		}
	}
	return best
}

func distance(a *exact.Arithmetic, x, y exact.Number) exact.Number {
	d := a.Sub(x, y)
	if a.Sign(d) < 0 {
		return d.Neg()
	}
	return d
}

func (p *problem) answer(found []solution) BreakEvenResult {
	here, given := p.present()
	digits := places(p.field)
	value := p.a.Round(nearest(p.a, found, here, given), int(digits))
	value = decimal.Max(p.request.From.Decimal, decimal.Min(value, p.request.To.Decimal)).Add(decimal.New(0, -digits)) // an end has them, too
	r := worth.NewReport(p.a, p.scenario.WithDefaults().Decimals.Int)
	having(p.scenario, p.field, value).NoteAssumptions(r)
	full := p.request
	full.Scenario = p.scenario.WithDefaults()
	result := BreakEvenResult{Scenario: full.Scenario, Request: full, Value: vocabulary.RoundedDecimal(value), Solutions: vocabulary.RoundedWhole(len(found))}
	result.finish(r, found[0].whole, p.field.Name, p.report)
	return result
}

// finish puts the metric at the solution and at both ends into the answer, as report
// rounds it there, and the notes.
func (b *BreakEvenResult) finish(r *worth.Report, anyValue bool, field string, report func(*worth.Report, string, decimal.Decimal) vocabulary.Rounded) {
	if anyValue {
		r.Note("any_value", field)
	}
	b.MetricAtValue = report(r, "metric_at_value", b.Value.Decimal())
	b.MetricAtFrom = report(r, "metric_at_from", b.Request.From.Decimal)
	b.MetricAtTo = report(r, "metric_at_to", b.Request.To.Decimal)
	b.Notes = r.Notes
}

// report rounds the metric at x.
func (p *problem) report(r *worth.Report, name string, x decimal.Decimal) vocabulary.Rounded {
	if value, _ := roundedMetric(with(p.scenario, p.field, x), p.metric); !value.IsNull() {
		return value
	}
	value, reason := p.whyNone(name, x)
	for _, n := range reason.Notes {
		r.Note(n.Code, n.Field, n.Args...)
	}
	return value
}

// whyNone is what there is to say of the metric at x where it has no value to
// report. It has digits of its own: that the search needed many says nothing of
// one customer.
func (p *problem) whyNone(name string, x decimal.Decimal) (value vocabulary.Rounded, reason *worth.Report) {
	full := with(p.scenario, p.field, x)
	_ = exact.Decide(full.Horizon.Int, func(a *exact.Arithmetic) error {
		reason = worth.NewReport(a, full.Decimals.Int)
		number, absent := p.metric.Of(a, evaluate(a, full))
		value = reason.Optional(largeIsNull(p.metric.Figure, name), number, absent)
		return nil
	})
	return value, reason
}
