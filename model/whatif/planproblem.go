package whatif

import (
	"context"

	"blyant/model/internal/exact"
	"blyant/model/plan"
	"blyant/model/vocabulary"

	"github.com/shopspring/decimal"
)

// planProblem is the break-even of a plan being solved.
type planProblem struct {
	ctx      context.Context // of one call: the work is many plans
	a        *exact.Arithmetic
	request  BreakEvenRequest // with the scenario of the plan before its defaults
	field    vocabulary.Field // of a plan
	metric   planMetric
	target   exact.Number
	from, to exact.Number
	lines    *planLines // where the cash is a straight line of the field
	err      error      // of the context
}

func newPlanProblem(ctx context.Context, a *exact.Arithmetic, req BreakEvenRequest) *planProblem {
	field, _ := vocabulary.FieldNamed(planVariables, req.SolveFor)
	metric, _ := planMetricNamed(req.Metric)
	p := &planProblem{ctx: ctx, a: a, request: req, field: field, metric: metric,
		target: exact.FromNull(req.Target), from: exact.FromNull(req.From), to: exact.FromNull(req.To)}
	if p.straight() {
		p.lines = p.newLines()
	}
	return p
}

// planned is the plan asked about.
func (req *BreakEvenRequest) planned() plan.Request {
	p := req.Plan
	p.Scenario = req.Scenario
	return p
}

// at follows the plan with x for the field.
func (p *planProblem) at(x decimal.Decimal) plan.Course {
	if p.err == nil {
		p.err = p.ctx.Err()
	}
	if p.err != nil {
		return plan.Course{TooLarge: true} // nobody waits for it
	}
	req := p.request.planned()
	p.field.Set(&req, vocabulary.Value{Number: x})
	return req.Course(p.a)
}

// course follows the plan with x for the field, by its lines where it has them.
func (p *planProblem) course(x exact.Number) plan.Course {
	if p.lines != nil {
		return p.lines.at(p.a, x)
	}
	return p.at(x.Cut(placeToLook))
}

// present is the field's value in the plan, its default included.
func (p *planProblem) present() (exact.Number, bool) {
	full := p.request.planned()
	full = full.InFull()
	v, given := p.field.Get(&full)
	return exact.FromDecimal(v.Number), given
}

// negligible is the power of ten below which a sum of money is none: that of
// numbers of 76 digits up to 1e15 and somewhat beyond.
const negligible = -40

// leasts are the least of each group of numbers that the metric reads.
func (p *planProblem) leasts(c *plan.Course) []exact.Number {
	groups := p.metric.read(p, c)
	least := make([]exact.Number, len(groups))
	for i, group := range groups {
		least[i] = group[0]
		for _, x := range group[1:] {
			if p.sign(p.a.Sub(x, least[i])) < 0 {
				least[i] = x
			}
		}
	}
	return least
}

func (p *planProblem) sign(x exact.Number) int {
	if !p.a.Exceeds(x, negligible) {
		return 0
	}
	return p.a.Sign(x)
}

// signs are the signs of the leasts at x; nil where the plan is too large.
func (p *planProblem) signs(x exact.Number) []int {
	c := p.course(x)
	if c.TooLarge {
		return nil
	}
	leasts := p.leasts(&c)
	signs := make([]int, len(leasts))
	for i, least := range leasts {
		signs[i] = p.sign(least)
	}
	return signs
}
