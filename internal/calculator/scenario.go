package calculator

import (
	"blyant/internal/answer"
	"blyant/internal/input"
	"blyant/model"
	"blyant/model/vocabulary"
)

// scenarioShape is one kind of customer.
var scenarioShape = input.Shape{Part: "scenario", Fields: model.ScenarioFields(),
	Check: func(record any, ignore ...string) vocabulary.Faults {
		return record.(*model.Scenario).Validate(ignore...)
	}}

// scenarioIn is the member "scenario" of a request.
func scenarioIn[R any](at func(*R) any) input.Member { return input.One("scenario", scenarioShape, at) }

// scenarioInputs gives the scenario back, under its name.
func scenarioInputs[R any](at func(*R) any) answer.Section {
	return answer.GroupOf("scenario", answer.Fields(model.ScenarioFields()), at)
}

// heading are the sections that every answer about one scenario begins with.
func heading[R any](of func(*R) *model.Scenario) []answer.Section {
	return []answer.Section{
		answer.Single(answer.Words("name", func(r *R) string { return of(r).Name })),
		answer.Single(answer.Words("currency", func(r *R) string { return string(of(r).Currency) })),
	}
}
