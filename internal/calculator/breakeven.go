package calculator

import (
	"context"

	"blyant/internal/answer"
	"blyant/internal/input"
	"blyant/model"
	"blyant/model/plan"
	"blyant/model/vocabulary"
	"blyant/model/whatif"
)

var (
	breakEvenWords = []answer.Column{
		answer.Words("solve_for", func(r *whatif.BreakEvenResult) string { return r.Request.SolveFor }, whatif.SolvableNames()...),
		answer.Words("metric", func(r *whatif.BreakEvenResult) string { return r.Request.Metric }, append(whatif.SolvableMetrics(), whatif.PlanMetrics()...)...),
	}
	breakEvenAsked = answer.Inside(answer.Fields(breakEvenFields("target", "from", "to")), func(r *whatif.BreakEvenResult) any { return &r.Request })
	breakEvenFound = breakEvenFigures()
	// breakEvenColumns are the answer in one row: solve_for, value, metric, target,
	// metric_at_value, solutions, from, to, metric_at_from, metric_at_to.
	breakEvenColumns = []answer.Column{breakEvenWords[0], breakEvenFound[0], breakEvenWords[1], breakEvenAsked[0], breakEvenFound[1],
		breakEvenFound[2], breakEvenAsked[1], breakEvenAsked[2], breakEvenFound[3], breakEvenFound[4]}
	breakEvenInputs = answer.InputsOf(breakEvenFields("question"), func(r *whatif.BreakEvenResult) any { return &r.Request },
		variedInputs(func(q *whatif.BreakEvenRequest) any { return &q.Scenario }), breakEvenPlan)
	breakEvenNotes = answer.NotesOf(func(r *whatif.BreakEvenResult) []vocabulary.Note { return r.Notes })
)

var breakEven = computing(Calculator{
	Name:        "break-even",
	effort:      effortBy(effortOfBreakEven),
	WithoutPage: whatIfWithoutPage,
	Request: input.Shape{
		Fields: whatif.BreakEvenFields(),
		Check:  suggesting((*whatif.BreakEvenRequest).Validate),
		Members: []input.Member{
			variedScenario(func(q *whatif.BreakEvenRequest) *model.Scenario { return &q.Scenario }, (*whatif.BreakEvenRequest).ValidateScenario),
			planBeside,
		},
	},
	Sections: answering(heading(func(r *whatif.BreakEvenResult) *model.Scenario { return &r.Scenario }), breakEvenInputs, singles(breakEvenColumns), breakEvenNotes),
	Tables: []answer.Section{
		answer.RowsOf("break_even", "row", breakEvenColumns, func(r *whatif.BreakEvenResult, yield func(any) bool) { yield(r) }),
		breakEvenInputs,
		breakEvenNotes,
	},
	Figures: whole(whatif.BreakEvenFigures(), func(r *whatif.BreakEvenResult) any { return r }),
}, func(ctx context.Context, q *whatif.BreakEvenRequest) (whatif.BreakEvenResult, error) {
	if q.OfPlan() {
		return whatif.BreakEvenOfPlan(ctx, *q)
	}
	return whatif.BreakEven(ctx, *q)
}, func(r *whatif.BreakEvenResult) string { return r.Scenario.Name })

// breakEvenPlan gives the plan back, where one is asked about.
var breakEvenPlan = func() answer.Section {
	s := answer.GroupOf("plan", answer.Fields(optional(plan.Fields())), func(q *whatif.BreakEvenRequest) any {
		if !q.OfPlan() {
			return nil
		}
		return &q.Plan
	}).MayBeAbsent()
	s.Item = "plan asked about"
	return s
}()

// planBeside is the plan that a break-even may be about: the fields beside its
// scenario. What may be left out depends on what is asked for.
var planBeside = func() input.Member {
	shape := input.Shape{Part: "plan", Fields: plan.Fields()}.With(func(record any) any { return &record.(*whatif.BreakEvenRequest).Plan })
	shape.Check = func(record any, ignore ...string) vocabulary.Faults {
		return record.(*whatif.BreakEvenRequest).ValidatePlan(ignore...)
	}
	shape.Partial = true
	return input.One("plan", shape, func(q *whatif.BreakEvenRequest) any { return q }).Optional()
}()

// breakEvenFields are some of the fields of a break-even.
func breakEvenFields(names ...string) []vocabulary.Field {
	return chosenFields(whatif.BreakEvenFields(), names...)
}

// breakEvenFigures are the columns of its figures, each with the unit that it
// has in the answer.
func breakEvenFigures() []answer.Column {
	var columns []answer.Column
	for _, f := range whatif.BreakEvenFigures() {
		columns = append(columns, answer.Measured(f, func(r *whatif.BreakEvenResult) vocabulary.Unit { return r.UnitOf(f) },
			func(r *whatif.BreakEvenResult) vocabulary.Rounded { return f.Of(r) }))
	}
	return columns
}
