package model

import (
	"blyant/model/internal/formula"
	"blyant/model/internal/worth"
	"blyant/model/vocabulary"
)

// ComparisonRow holds the figures of ComparisonFigures for one scenario.
type ComparisonRow struct {
	Name                          string
	NetDifference                 vocabulary.Rounded
	ValueMultiple                 vocabulary.Rounded
	OvertakesInPeriod             vocabulary.Rounded
	AffordableServiceCostPerOrder vocabulary.Rounded
	AffordableAcquisitionCost     vocabulary.Rounded
}

// beside is a scenario's figures against the baseline.
type beside struct {
	formula.Comparison
	name string
}

// comparedFigure is a figure that holds a scenario against the baseline; absent is
// why it is null where it is.
type comparedFigure struct {
	vocabulary.Figure
	of     func(*beside) formula.Figure
	absent func(*beside) worth.Absence
	at     func(*ComparisonRow) *vocabulary.Rounded
}

var comparedFigures = []comparedFigure{
	{vocabulary.Amount("net_difference"), func(b *beside) formula.Figure { return b.NetDifference }, nil,
		func(r *ComparisonRow) *vocabulary.Rounded { return &r.NetDifference }},
	{vocabulary.Ratio("value_multiple", vocabulary.UnitRatio).MayBeNull().NullIfTooLarge(), func(b *beside) formula.Figure { return b.ValueMultiple },
		func(*beside) worth.Absence { return worth.Absence{Code: "value_multiple_undefined"} },
		func(r *ComparisonRow) *vocabulary.Rounded { return &r.ValueMultiple }},
	{vocabulary.PeriodNumber("overtakes_in_period").MayBeNull(), (*beside).overtakes,
		func(b *beside) worth.Absence { return worth.Absence{Code: "never_overtakes", Args: []string{b.name}} },
		func(r *ComparisonRow) *vocabulary.Rounded { return &r.OvertakesInPeriod }},
	{vocabulary.Amount("affordable_service_cost_per_order").MayBeNull(), func(b *beside) formula.Figure { return b.AffordableServiceCostPerOrder },
		func(b *beside) worth.Absence { return worth.Absence{Code: "no_orders", Args: []string{b.name}} },
		func(r *ComparisonRow) *vocabulary.Rounded { return &r.AffordableServiceCostPerOrder }},
	{vocabulary.Amount("affordable_acquisition_cost"), func(b *beside) formula.Figure { return b.AffordableAcquisitionCost }, nil,
		func(r *ComparisonRow) *vocabulary.Rounded { return &r.AffordableAcquisitionCost }},
}

// ComparisonFigures returns the figures that hold a scenario against the baseline.
func ComparisonFigures() []vocabulary.Figure {
	figures := make([]vocabulary.Figure, len(comparedFigures))
	for i, f := range comparedFigures {
		figures[i] = vocabulary.FigurePlace(f.Figure, f.at)
	}
	return figures
}

// row takes over the figures of the scenario.
func (b *beside) row(r *worth.Report) ComparisonRow {
	row := ComparisonRow{Name: b.name}
	for i := range comparedFigures {
		f := &comparedFigures[i]
		figure, absent := f.of(b), worth.Absence{}
		if f.absent != nil && figure.IsNull() && !figure.TooLarge {
			absent = f.absent(b)
		}
		*f.at(&row) = r.Rounded(f.Figure, figure, absent)
	}
	return row
}

// overtakes is the number of a period, null where there is none.
func (b *beside) overtakes() formula.Figure {
	if b.Overtakes == 0 {
		return formula.Figure{}
	}
	return formula.Figure{Rounded: vocabulary.RoundedWhole(b.Overtakes)}
}
