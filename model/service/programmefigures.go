package service

import (
	"blyant/model/internal/formula"
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
	of func(*effect) (formula.Figure, worth.Absence)
	at func(*ProgrammeRow) *vocabulary.Rounded
}

// weighed is a figure that is never null.
func weighed(of func(*effect) formula.Figure) func(*effect) (formula.Figure, worth.Absence) {
	return func(e *effect) (formula.Figure, worth.Absence) { return of(e), worth.Absence{} }
}

var programmeFigures = []programmeFigure{
	{vocabulary.Amount("value_with"), weighed(func(e *effect) formula.Figure { return e.ValueWith }), func(r *ProgrammeRow) *vocabulary.Rounded { return &r.ValueWith }},
	{vocabulary.Amount("cost_per_participant"), weighed(func(e *effect) formula.Figure { return e.CostPerParticipant }), func(r *ProgrammeRow) *vocabulary.Rounded { return &r.CostPerParticipant }},
	{vocabulary.Amount("gain_per_participant"), weighed(func(e *effect) formula.Figure { return e.GainPerParticipant }), func(r *ProgrammeRow) *vocabulary.Rounded { return &r.GainPerParticipant }},
	{vocabulary.Amount("total_cost"), weighed(func(e *effect) formula.Figure { return e.TotalCost }), func(r *ProgrammeRow) *vocabulary.Rounded { return &r.TotalCost }},
	{vocabulary.Amount("total_gain"), weighed(func(e *effect) formula.Figure { return e.TotalGain }), func(r *ProgrammeRow) *vocabulary.Rounded { return &r.TotalGain }},
	{vocabulary.Ratio("return_on_cost", vocabulary.UnitRatio).MayBeNull().NullIfTooLarge(), (*effect).returnOnCost, func(r *ProgrammeRow) *vocabulary.Rounded { return &r.ReturnOnCost }},
	{vocabulary.Amount("word_of_mouth_gain"), weighed(func(e *effect) formula.Figure { return e.WordOfMouthGain }), func(r *ProgrammeRow) *vocabulary.Rounded { return &r.WordOfMouthGain }},
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
		*f.at(&row) = r.Rounded(f.Figure, x, absent)
	}
	return row
}

func (e *effect) returnOnCost() (formula.Figure, worth.Absence) {
	if e.NothingSpent {
		return formula.Figure{}, worth.Absence{Code: "nothing_spent", Args: []string{e.programme.Name}}
	}
	return e.ReturnOnCost, worth.Absence{}
}

// breakEvenChange is the change that makes the total gain 0, or why there is none.
func (e *effect) breakEvenChange() (formula.Figure, worth.Absence) {
	name := []string{e.programme.Name}
	switch {
	case e.breakEven.TooLarge, !e.breakEven.IsNull():
		return e.breakEven, worth.Absence{}
	case e.curve:
		return formula.Figure{}, worth.Absence{Code: "break_even_not_with_curve", Args: name}
	case e.nobody:
		return formula.Figure{}, worth.Absence{Code: "break_even_nobody", Args: name}
	}
	return formula.Figure{}, worth.Absence{Code: "break_even_none", Args: name}
}
