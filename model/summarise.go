package model

import (
	"sync"

	"blyant/model/internal/formula"
	"blyant/model/internal/worth"
)

// Summarise is LifetimeValue without the schedule: the same figures and notes in a
// hundredth of the time, for whoever asks about millions of customers or for one
// figure. It looks at its own figures only: where one is too large it is null, and
// among the faults that come with the others.
func Summarise(s Scenario) (Result, error) {
	if err := s.validate(nil).OrNil(); err != nil {
		return Result{}, err
	}
	var result Result
	err := result.summarise(&s, false)
	return result, err
}

// SummariseInto is Summarise without the notes, and into a result that is there:
// for rows by the million. Where there is an error the result says nothing.
func SummariseInto(result *Result, s *Scenario) error {
	if err := s.validate(nil).OrNil(); err != nil {
		return err
	}
	return result.summarise(s, true)
}

// sums keeps memory for figures before they are reported.
var sums = sync.Pool{New: func() any { return new(formula.Summary) }}

// summarise works out the scenario, which is valid, as Summarise does.
func (result *Result) summarise(s *Scenario, silently bool) error {
	full := &result.Scenario
	*full = *s
	full.fillDefaults()
	places := full.Decimals.Int
	r := worth.NewReport(nil, places)
	r.Silent = silently
	if !silently {
		s.noteAssumptions(r)
	}
	terms := full.numbers()
	value := sums.Get().(*formula.Summary) // the pool holds nothing else
	defer sums.Put(value)
	formula.SummariseInto(value, &terms, places)
	summarise(&result.Summary, r, value)
	if !silently {
		full.noteWarnings(r, value.LosesOnEveryOrder, value.FirstPeriodLoses, value.Viral)
	}
	result.Notes = r.Notes
	return r.Faults.OrNil()
}
