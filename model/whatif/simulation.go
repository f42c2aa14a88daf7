package whatif

import (
	"context"

	"blyant/model"
	"blyant/model/internal/exact"
	"blyant/model/internal/worth"
	"blyant/model/vocabulary"
)

// SimulationRequest asks how metrics are distributed where some inputs are not
// certain.
type SimulationRequest struct {
	Scenario  model.Scenario
	Uncertain []Uncertain      // at most one for each input; at least one
	Draws     vocabulary.Whole // 10 000 unless given
	Seed      vocabulary.Whole // 1 unless given
	Metrics   []string         // net_lifetime_value and payback_periods unless given
}

// SimulationResult is what the draws give. Its figures are those of binary
// floating point, within 1e−12 of the draws' own.
type SimulationResult struct {
	Scenario model.Scenario    // after defaults; the uncertain fields as they were given
	Request  SimulationRequest // after defaults
	Clipped  []int             // how often each uncertain field was held within its range
	Results  []Distribution    // one for each metric
	Notes    []vocabulary.Note
}

// Simulate draws the uncertain inputs and computes the metrics of each draw. The
// same seed gives the same answer whatever the number of processors. The error
// is of type vocabulary.Faults, or the context's where it ends first.
func Simulate(ctx context.Context, req SimulationRequest) (SimulationResult, error) {
	if err := req.faults().OrNil(); err != nil {
		return SimulationResult{}, err
	}
	full := req.withDefaults()
	s := newSimulation(full)
	if err := s.run(ctx); err != nil {
		return SimulationResult{}, err
	}
	scenario := full.Scenario.WithDefaults()
	r := worth.NewReport(exact.New(exact.Usual), scenario.Decimals.Int)
	s.drawn().NoteAssumptions(r)
	result := SimulationResult{Scenario: scenario, Clipped: s.clipped}
	for i, u := range full.Uncertain {
		if s.clipped[i] > 0 {
			r.Note("draws_clipped", u.Field, vocabulary.RoundedWhole(s.clipped[i]).String(), vocabulary.RoundedWhole(full.Draws.Int).String())
		}
	}
	results, err := s.summarise(ctx, r, scenario.Decimals.Int)
	if err != nil {
		return SimulationResult{}, err
	}
	result.Results, result.Notes = results, r.Notes
	full.Scenario = scenario
	result.Request = full
	return result, nil
}
