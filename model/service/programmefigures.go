package service

import (
	"blyant/model/internal/exact"
	"blyant/model/internal/worth"
	"blyant/model/vocabulary"
)

// ProgrammeRow holds the figures of ProgrammeFigures for one programme.
type ProgrammeRow struct {
	Name                              string
	ValueWith                         vocabulary.Rounded
	CostPerParticipant                vocabulary.Rounded
	GainPerParticipant                vocabulary.Rounded
	TotalCost                         vocabulary.Rounded
	TotalGain                         vocabulary.Rounded
	ReturnOnCost                      vocabulary.Rounded
	WordOfMouthGain                   vocabulary.Rounded
	BreakEvenRepeatPurchaseRateChange vocabulary.Rounded
}

// programmeFigure is a figure of a programme's effect, and its place in the row.
type programmeFigure struct {
	vocabulary.Figure
	of func(*effect) (exact.Number, worth.Absence)
	at func(*ProgrammeRow) *vocabulary.Rounded
}

// weighed is a figure that is never null.
func weighed(of func(*effect) exact.Number) func(*effect) (exact.Number, worth.Absence) {
	return func(e *effect) (exact.Number, worth.Absence) { return of(e), worth.Absence{} }
}

var programmeFigures = []programmeFigure{
	{vocabulary.Amount("value_with"), weighed(func(e *effect) exact.Number { return e.valueWith }), func(r *ProgrammeRow) *vocabulary.Rounded { return &r.ValueWith }},
	{vocabulary.Amount("cost_per_participant"), weighed(func(e *effect) exact.Number { return e.costPerParticipant }), func(r *ProgrammeRow) *vocabulary.Rounded { return &r.CostPerParticipant }},
	{vocabulary.Amount("gain_per_participant"), weighed(func(e *effect) exact.Number { return e.gainPerParticipant }), func(r *ProgrammeRow) *vocabulary.Rounded { return &r.GainPerParticipant }},
	{vocabulary.Amount("total_cost"), weighed(func(e *effect) exact.Number { return e.totalCost }), func(r *ProgrammeRow) *vocabulary.Rounded { return &r.TotalCost }},
	{vocabulary.Amount("total_gain"), weighed(func(e *effect) exact.Number { return e.totalGain }), func(r *ProgrammeRow) *vocabulary.Rounded { return &r.TotalGain }},
	{vocabulary.Ratio("return_on_cost", vocabulary.UnitRatio).MayBeNull().NullIfTooLarge(), (*effect).returnOnCost, func(r *ProgrammeRow) *vocabulary.Rounded { return &r.ReturnOnCost }},
	{vocabulary.Amount("word_of_mouth_gain"), weighed(func(e *effect) exact.Number { return e.wordOfMouthGain }), func(r *ProgrammeRow) *vocabulary.Rounded { return &r.WordOfMouthGain }},
	{vocabulary.Ratio("break_even_repeat_purchase_rate_change", vocabulary.UnitShare).MayBeNull().NullIfTooLarge(), (*effect).breakEvenChange, func(r *ProgrammeRow) *vocabulary.Rounded { return &r.BreakEvenRepeatPurchaseRateChange }},
}

// ProgrammeFigures returns the figures of each programme.
func ProgrammeFigures() []vocabulary.Figure {
	figures := make([]vocabulary.Figure, len(programmeFigures))
	for i, f := range programmeFigures {
		figures[i] = vocabulary.FigurePlace(f.Figure, f.at)
	}
	return figures
}

var returnFigure = vocabulary.FigurePlace(vocabulary.Ratio("return_on_acquisition", vocabulary.UnitRatio).MayBeNull().NullIfTooLarge(),
	func(r *ProgrammesResult) *vocabulary.Rounded { return &r.ReturnOnAcquisition })

// ProgrammesFigures returns the figures of the whole answer beside the base's
// summary and the programmes.
func ProgrammesFigures() []vocabulary.Figure { return []vocabulary.Figure{returnFigure} }

// row rounds the figures of the programme.
func (e *effect) row(r *worth.Report) ProgrammeRow {
	row := ProgrammeRow{Name: e.programme.Name}
	if e.held {
		r.Note("curve_held", "repeat_purchase_rate_change", e.programme.Name)
	}
	for _, f := range programmeFigures {
		x, absent := f.of(e)
		*f.at(&row) = r.Optional(f.Figure, x, absent)
	}
	return row
}

func (e *effect) returnOnCost() (exact.Number, worth.Absence) {
	if e.a.Sign(e.totalCost) == 0 {
		return exact.Number{}, worth.Absence{Code: "nothing_spent", Args: []string{e.programme.Name}}
	}
	return e.a.Quo(e.totalGain, e.totalCost), worth.Absence{}
}

// breakEvenChange is the change that makes the total gain 0, or why there is none.
func (e *effect) breakEvenChange() (exact.Number, worth.Absence) {
	name := []string{e.programme.Name}
	switch change, found := e.breakEven(); {
	case found:
		return change, worth.Absence{}
	case e.curve:
		return exact.Number{}, worth.Absence{Code: "break_even_not_with_curve", Args: name}
	case e.participants.IsZero():
		return exact.Number{}, worth.Absence{Code: "break_even_nobody", Args: name}
	}
	return exact.Number{}, worth.Absence{Code: "break_even_none", Args: name}
}
