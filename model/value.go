package model

import (
	"blyant/model/internal/exact"
	"blyant/model/internal/worth"
	"blyant/model/vocabulary"
)

// Result is what one customer is worth: the scenario after defaults, the
// summary, the schedule, and the notes on both.
type Result struct {
	Scenario Scenario
	Summary  Summary
	Schedule []ScheduleRow
	Notes    []vocabulary.Note
}

// LifetimeValue answers what one customer of the scenario is worth. The error is
// of type vocabulary.Faults: inputs that are missing, out of range or in
// conflict, or figures above 1e15.
func LifetimeValue(s Scenario) (Result, error) {
	if err := s.Validate().OrNil(); err != nil {
		return Result{}, err
	}
	full := s.WithDefaults()
	var result Result
	err := exact.Settle(full.Horizon.Int, func(a *exact.Arithmetic) error {
		var faults vocabulary.Faults
		result, faults = s.Report(a, worth.Evaluate(a, full.Terms(a)))
		return faults.OrNil()
	})
	return result, err
}

// Report rounds what the scenario, given before its defaults, is worth; it is
// for the packages of the model. The faults are figures that are too large.
func (s Scenario) Report(a *exact.Arithmetic, w *worth.Worth) (Result, vocabulary.Faults) {
	full := s.WithDefaults()
	r := worth.NewReport(a, full.Decimals.Int)
	s.NoteAssumptions(r)
	result := Result{Scenario: full, Summary: summarise(a, r, w)}
	result.Schedule = schedule(a, r, w)
	full.NoteWarnings(a, r, w)
	result.Notes = r.Notes
	return result, r.Faults
}
