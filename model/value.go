package model

import (
	"slices"
	"sync"

	"blyant/model/internal/formula"
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
	var result Result
	err := LifetimeValueInto(&result, &s)
	if err != nil {
		return Result{}, err
	}
	return result, nil
}

// LifetimeValueInto does the same into a result that is there, whose memory it
// takes for schedule and notes. Where there is an error the result says nothing.
func LifetimeValueInto(result *Result, s *Scenario) error {
	if err := s.validate(nil).OrNil(); err != nil {
		return err
	}
	return result.report(s).OrNil()
}

// rowsPool keeps memory for the rows of a schedule before they are reported.
var rowsPool = sync.Pool{New: func() any { return new([]formula.Row) }}

// Report works out what the scenario, given before its defaults, is worth; it is
// for the packages of the model. The faults are figures that are too large.
func (s Scenario) Report() (Result, vocabulary.Faults) {
	var result Result
	faults := result.report(&s)
	return result, faults
}

func (result *Result) report(s *Scenario) vocabulary.Faults {
	full := &result.Scenario
	*full = *s
	full.fillDefaults()
	places := full.Decimals.Int
	r := worth.NewReport(nil, places)
	r.Notes = result.Notes[:0]
	s.noteAssumptions(r)
	terms := full.numbers()
	value := sums.Get().(*formula.Summary) // the pool holds nothing else
	defer sums.Put(value)
	kept := rowsPool.Get().(*[]formula.Row) // the pool holds nothing else
	defer rowsPool.Put(kept)
	*kept = slices.Grow((*kept)[:0], terms.Horizon)[:terms.Horizon]
	formula.Project(value, &terms, places, *kept)
	summarise(&result.Summary, r, value)
	result.Schedule = schedule(result.Schedule, r, *kept)
	full.noteWarnings(r, value.LosesOnEveryOrder, value.FirstPeriodLoses, value.Viral)
	result.Notes = r.Notes
	return r.Faults
}
