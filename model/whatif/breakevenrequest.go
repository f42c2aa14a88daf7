package whatif

import (
	"slices"

	"blyant/model"
	"blyant/model/internal/worth"
	"blyant/model/plan"
	"blyant/model/vocabulary"

	"github.com/shopspring/decimal"
)

// BreakEvenRequest asks which value of the input SolveFor makes the metric equal
// the target, or one of the questions that have a name. The scenario may leave
// the input out. With a plan the metric is one of the plan's.
type BreakEvenRequest struct {
	Scenario model.Scenario
	Plan     plan.Request // the fields beside the scenario; none without a plan
	SolveFor string
	Metric   string              // net_lifetime_value unless given
	Target   decimal.NullDecimal // 0 where the metric is left out, else required
	From, To decimal.NullDecimal // the field's own range unless given
	Question string              // in place of SolveFor, Metric and Target
}

// question is a question that has a name.
type question struct {
	name, solveFor string
	metric         string
	target         int64
}

var questions = []question{
	{"acquisition_cost", "acquisition_cost", worth.NetLifetimeValue.Name, 0},
	{"repeat_purchase_rate", "repeat_purchase_rate", worth.NetLifetimeValue.Name, 0},
	{"service_cost_per_order", "service_cost_per_order", worth.NetLifetimeValue.Name, 0},
	{"three_to_one", "acquisition_cost", worth.ValueToCostRatio.Name, 3},
}

// Questions returns the names of the customary questions.
func Questions() []string {
	names := make([]string, len(questions))
	for i, q := range questions {
		names[i] = q.name
	}
	return names
}

// mostTarget bounds targets as figures are bounded.
var mostTarget = decimal.New(1, 15)

// BreakEvenFields returns the fields of a break-even beside its scenario.
func BreakEvenFields() []vocabulary.Field { return slices.Clone(breakEvenFields) }

var breakEvenFields = vocabulary.UnderAll(vocabulary.GroupCalculator, []vocabulary.Field{
	asked(vocabulary.Choice("solve_for", SolvableNames()...).Must().Or("question"), func(q *BreakEvenRequest) any { return &q.SolveFor }),
	asked(vocabulary.Choice("metric", append(SolvableMetrics(), PlanMetrics()...)...), func(q *BreakEvenRequest) any { return &q.Metric }),
	vocabulary.MeasuredBy(asked(vocabulary.Number("target", vocabulary.UnitAsNamed, mostTarget).From(mostTarget.Neg()), func(q *BreakEvenRequest) any { return &q.Target }), (*BreakEvenRequest).unitOfMetric),
	vocabulary.MeasuredBy(asked(vocabulary.Number("from", vocabulary.UnitAsNamed, mostTarget).From(mostTarget.Neg()), func(q *BreakEvenRequest) any { return &q.From }), (*BreakEvenRequest).unitOfSolution),
	vocabulary.MeasuredBy(asked(vocabulary.Number("to", vocabulary.UnitAsNamed, mostTarget).From(mostTarget.Neg()), func(q *BreakEvenRequest) any { return &q.To }), (*BreakEvenRequest).unitOfSolution),
	asked(vocabulary.Choice("question", Questions()...), func(q *BreakEvenRequest) any { return &q.Question }),
})

// unitOfMetric is what a target is measured in, unitOfSolution the limits of the
// search.
func (req *BreakEvenRequest) unitOfMetric() vocabulary.Unit {
	return metricFigure(req.inFull().Metric).Unit
}

func (req *BreakEvenRequest) unitOfSolution() vocabulary.Unit {
	f, _ := vocabulary.FieldNamed(solvable, req.inFull().SolveFor)
	return f.Unit
}

// asked says where a break-even keeps the field.
func asked(f vocabulary.Field, at func(*BreakEvenRequest) any) vocabulary.Field {
	return vocabulary.Place(f, at)
}

// inFull puts a question in full and fills in what is left out. With prospects
// given the questions about the acquisition cost ask for the cost of a prospect.
func (req BreakEvenRequest) inFull() BreakEvenRequest {
	if i := slices.IndexFunc(questions, func(q question) bool { return q.name == req.Question }); i >= 0 {
		q := questions[i]
		req.SolveFor, req.Metric, req.Target = q.solveFor, q.metric, decimal.NewNullDecimal(decimal.NewFromInt(q.target))
		if req.SolveFor == "acquisition_cost" && excluded(&req.Scenario, req.SolveFor) != "" {
			req.SolveFor = "cost_per_prospect"
		}
	}
	if req.Metric == "" && !req.OfPlan() {
		req.Metric = worth.NetLifetimeValue.Name
		if !req.Target.Valid {
			req.Target = decimal.NewNullDecimal(decimal.Zero)
		}
	}
	if f, known := vocabulary.FieldNamed(solvable, req.SolveFor); known {
		least, most := rangeOf(&req.Scenario, f)
		if !req.From.Valid {
			req.From = decimal.NewNullDecimal(least)
		}
		if !req.To.Valid {
			req.To = decimal.NewNullDecimal(most)
		}
	}
	return req
}
