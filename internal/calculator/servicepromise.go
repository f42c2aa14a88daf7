package calculator

import (
	"context"
	"slices"

	"blyant/internal/answer"
	"blyant/internal/input"
	"blyant/model"
	"blyant/model/service"
	"blyant/model/vocabulary"
)

var (
	promiseInputs = answer.InputsOf(service.PromiseFields(), func(r *service.PromiseResult) any { return &r.Promise },
		scenarioInputs(func(p *service.Promise) any { return &p.Scenario }))
	promiseSummary = answer.GroupOf("summary", answer.Figures(service.PromiseFigures()), func(r *service.PromiseResult) any { return &r.Summary })
	promiseLevers  = answer.RowsOf("levers", "row",
		append([]answer.Column{answer.Words("lever", func(l *service.Lever) string { return l.Name }, service.Levers()...)}, answer.Figures(service.LeverFigures())...),
		func(r *service.PromiseResult, yield func(any) bool) { answer.Yield(r.Levers, yield) })
	promiseNotes = answer.NotesOf(func(r *service.PromiseResult) []vocabulary.Note { return r.Notes })
)

var servicePromise = computing(Calculator{
	Name:   "service-promise",
	effort: effortBy(effortOfPromise),
	Request: input.Shape{
		Fields: service.PromiseFields(),
		Check: func(record any, ignore ...string) vocabulary.Faults {
			return record.(*service.Promise).Validate(ignore...)
		},
		Members: []input.Member{input.One("scenario", ratelessShape, func(p *service.Promise) any { return &p.Scenario })},
	},
	Sections: append(heading(func(r *service.PromiseResult) *model.Scenario { return &r.Promise.Scenario }), promiseInputs, promiseSummary, promiseLevers, promiseNotes),
	Tables:   []answer.Section{promiseSummary, promiseLevers, promiseInputs, promiseNotes},
	Figures:  promiseFigures(),
	Page:     "/service-promise",
}, func(_ context.Context, p *service.Promise) (service.PromiseResult, error) {
	return service.WeighPromise(*p)
},
	func(r *service.PromiseResult) string { return r.Promise.Scenario.Name })

// ratelessShape is a scenario whose repeat-purchase rate the promise gives.
var ratelessShape = input.Shape{Part: "scenario", Fields: model.ScenarioFields(), Refused: service.RateFields(),
	Check: func(record any, ignore ...string) vocabulary.Faults {
		return service.ValidateScenario(record.(*model.Scenario), ignore...)
	}}

// promiseFigures are those of the summary, and the gain of each lever under its
// name.
func promiseFigures() Addressed {
	gain, _ := vocabulary.FigureNamed(service.LeverFigures(), "gain")
	own := service.PromiseFigures()
	for _, lever := range service.Levers() {
		f := gain
		f.Name = lever
		own = append(own, f)
	}
	return Addressed{Own: own, find: func(result any, f vocabulary.Figure, _ string) (any, vocabulary.Figure, error) {
		r := result.(*service.PromiseResult)
		if i := slices.IndexFunc(r.Levers, func(l service.Lever) bool { return l.Name == f.Name }); i >= 0 {
			return &r.Levers[i], f, nil
		}
		return &r.Summary, f, nil
	}}
}
