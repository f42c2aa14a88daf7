package api

// The structs of this file and of documentanswer.go are never filled: they tell
// what requests and answers look like to the generator of the documents. The
// fields and figures of the vocabulary are not repeated here; internal/openapi
// adds them to the structs that say so.

// Scenario is one kind of customer: the fields of the vocabulary.
type Scenario struct{}

// ScenarioPart is what the scenarios of a comparison have in common, or what one
// of them has beside that: the fields of the vocabulary, none of them required.
type ScenarioPart struct{}

// ComparisonRequest holds scenarios against one of them.
type ComparisonRequest struct {
	Defaults  ScenarioPart   `json:"defaults"`
	Scenarios []ScenarioPart `json:"scenarios" validate:"required"` // 2 to 20 kinds of customer.
	Baseline  string         `json:"baseline" maxLength:"80"`       // Name of the scenario to compare with; the first unless given.
}

// RatelessScenario is one kind of customer whose repeat-purchase rate comes from
// elsewhere: the fields of the vocabulary but for rate and curve.
type RatelessScenario struct{}

// PromiseRequest is a service promise: its fields of the vocabulary beside the
// scenario.
type PromiseRequest struct {
	Scenario RatelessScenario `json:"scenario" validate:"required"`
}

// ProgrammesRequest is what is done to keep customers: its fields of the
// vocabulary beside the scenario and the programmes.
type ProgrammesRequest struct {
	Scenario   Scenario    `json:"scenario" validate:"required"`
	Programmes []Programme `json:"programmes" validate:"required"` // 1 to 50 programmes.
}

// Programme is one programme: the fields of the vocabulary.
type Programme struct{}

// PlanRequest is a business plan: its fields of the vocabulary beside the
// scenario.
type PlanRequest struct {
	Scenario Scenario `json:"scenario" validate:"required"`
}
