package calculator

import (
	"context"

	"blyant/internal/answer"
	"blyant/internal/chart"
	"blyant/internal/input"
	"blyant/internal/locale"
	"blyant/model"
	"blyant/model/whatif"
)

// uncertainShape is the distribution of one input.
var uncertainShape = input.Shape{Part: "uncertain", Fields: whatif.UncertainFields(), Check: suggesting((*whatif.Uncertain).Validate)}

var simulation = computing(Calculator{
	Name:        "simulation",
	effort:      effortBy(effortOfSimulation),
	WithoutPage: whatIfWithoutPage,
	Request: input.Shape{
		Fields: whatif.SimulationFields(),
		Check:  suggesting((*whatif.SimulationRequest).Validate),
		Members: []input.Member{
			variedScenario(func(q *whatif.SimulationRequest) *model.Scenario { return &q.Scenario }, (*whatif.SimulationRequest).ValidateScenario),
			input.MapOf("uncertain", whatif.VariableNames(), uncertainShape, input.Compact{Word: "distribution", Values: whatif.ParametersOf},
				func(q *whatif.SimulationRequest, key string) any {
					u := input.Grow(&q.Uncertain, len(whatif.VariableNames()))
					u.Field = key
					return u
				}),
		},
	},
	Sections: answering(heading(func(r *whatif.SimulationResult) *model.Scenario { return &r.Scenario }), simulationAsk,
		append(singles(simulationCounts), clipped, answer.NestedOf("results", "result", append(singles(simulationColumns), simulationBins, correlations), eachMetric).As("simulation result")),
		simulationNotes),
	Chart: func(a answer.Answer, l locale.Language) chart.Picture {
		return chart.Simulation(a.Result.(*whatif.SimulationResult), l)
	},
	Tables: []answer.Section{
		answer.RowsOf("results", "row", simulationColumns, eachMetric),
		answer.RowsOf("histogram", "row", append([]answer.Column{answer.Words("metric", func(b *bin) string { return b.metric })}, binColumns()...),
			func(r *whatif.SimulationResult, yield func(any) bool) {
				eachMetric(r, func(m any) bool {
					going := true
					eachBin(m.(*metricResult), func(b any) bool { going = yield(b); return going })
					return going
				})
			}),
		answer.RowsOf("rank_correlations", "row", correlationColumns, eachCorrelation),
		clipped,
		simulationAsk,
		simulationNotes,
	},
}, func(ctx context.Context, q *whatif.SimulationRequest) (whatif.SimulationResult, error) {
	return whatif.Simulate(ctx, *q)
}, func(r *whatif.SimulationResult) string { return r.Scenario.Name })
