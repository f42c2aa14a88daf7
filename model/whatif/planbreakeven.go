package whatif

import (
	"context"

	"blyant/model/internal/exact"
	"blyant/model/internal/worth"
	"blyant/model/plan"
	"blyant/model/vocabulary"

	"github.com/shopspring/decimal"
)

// BreakEvenOfPlan solves the request's plan for one input, as BreakEven does a
// scenario: how many new customers a period until it pays? Where the cash of the
// plan is a straight line of the input the solutions are those of the lines,
// elsewhere they are searched for. The error may be the context's, too.
func BreakEvenOfPlan(ctx context.Context, req BreakEvenRequest) (BreakEvenResult, error) {
	if err := req.faults().OrNil(); err != nil {
		return BreakEvenResult{}, err
	}
	full := req.inFull()
	planned := full.planned()
	planned = planned.InFull()
	var result BreakEvenResult
	err := exact.Decide(planned.Longest(), func(a *exact.Arithmetic) error {
		p := newPlanProblem(ctx, a, full)
		found := p.solutions()
		switch {
		case p.err != nil:
			return p.err
		case len(found) == 0:
			return p.noSolution()
		}
		result = p.answer(found, planned)
		return p.err
	})
	return result, err
}

// answer is the solution nearest to the present value, and what the plan comes to
// there and at the ends of the range.
func (p *planProblem) answer(found []stretch, full plan.Request) BreakEvenResult {
	value := p.nearest(found)
	value = decimal.Max(p.request.From.Decimal, decimal.Min(value, p.request.To.Decimal))
	r := worth.NewReport(p.a, full.Scenario.Decimals.Int)
	at := p.request.planned()
	p.field.Set(&at, vocabulary.Value{Number: value})
	at.Scenario.NoteAssumptions(r)
	req := p.request
	req.Scenario, req.Plan = full.Scenario, full
	result := BreakEvenResult{Scenario: req.Scenario, Request: req, Value: vocabulary.RoundedDecimal(value), Solutions: vocabulary.RoundedWhole(len(found))}
	result.finish(r, found[0].whole, p.field.Name, p.report)
	return result
}

// report rounds the metric at x.
func (p *planProblem) report(r *worth.Report, name string, x decimal.Decimal) vocabulary.Rounded {
	value, absent := p.value(exact.FromDecimal(x))
	return r.Optional(largeIsNull(p.metric.Figure, name), value, absent)
}

// value is the metric at x.
func (p *planProblem) value(x exact.Number) (exact.Number, worth.Absence) {
	c := p.course(x)
	if c.TooLarge {
		return exact.Number{}, worth.Absence{Code: "figure_too_large"}
	}
	return p.metric.of(p, &c)
}

// noSolution says which values the metric can reach.
func (p *planProblem) noSolution() error {
	digits := decimalsOf(p.metric.Figure, p.request.Scenario.WithDefaults())
	var values []decimal.Decimal
	for _, x := range append(spread(p.request.From.Decimal, p.request.To.Decimal, looks), p.from, p.to) {
		if value, absent := p.value(x); absent.Code == "" {
			values = append(values, p.a.Round(value, digits))
		}
	}
	return unreachable(p.request, p.metric.Name, values, digits)
}
