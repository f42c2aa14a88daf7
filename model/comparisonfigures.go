package model

import (
	"blyant/model/internal/exact"
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

// beside is what a scenario's figures against the baseline are made of.
type beside struct {
	a          *exact.Arithmetic
	w, base    *worth.Worth
	name       string
	difference exact.Number // net_lifetime_value less the baseline's
}

func newBeside(a *exact.Arithmetic, w, base *worth.Worth, name string) *beside {
	b := &beside{a: a, w: w, base: base, name: name}
	if w != base {
		b.difference = a.Sub(w.Net, base.Net)
	}
	return b
}

// comparedFigure is a figure that holds a scenario against the baseline.
type comparedFigure struct {
	vocabulary.Figure
	of func(*beside) (exact.Number, worth.Absence)
	at func(*ComparisonRow) *vocabulary.Rounded
}

var comparedFigures = []comparedFigure{
	{vocabulary.Amount("net_difference"), (*beside).netDifference, func(r *ComparisonRow) *vocabulary.Rounded { return &r.NetDifference }},
	{vocabulary.Ratio("value_multiple", vocabulary.UnitRatio).MayBeNull().NullIfTooLarge(), (*beside).multiple, func(r *ComparisonRow) *vocabulary.Rounded { return &r.ValueMultiple }},
	{vocabulary.PeriodNumber("overtakes_in_period").MayBeNull(), (*beside).overtakes, func(r *ComparisonRow) *vocabulary.Rounded { return &r.OvertakesInPeriod }},
	{vocabulary.Amount("affordable_service_cost_per_order").MayBeNull(), (*beside).affordableService, func(r *ComparisonRow) *vocabulary.Rounded { return &r.AffordableServiceCostPerOrder }},
	{vocabulary.Amount("affordable_acquisition_cost"), (*beside).affordableAcquisition, func(r *ComparisonRow) *vocabulary.Rounded { return &r.AffordableAcquisitionCost }},
}

// ComparisonFigures returns the figures that hold a scenario against the baseline.
func ComparisonFigures() []vocabulary.Figure {
	figures := make([]vocabulary.Figure, len(comparedFigures))
	for i, f := range comparedFigures {
		figures[i] = vocabulary.FigurePlace(f.Figure, f.at)
	}
	return figures
}

// row rounds the figures of the scenario.
func (b *beside) row(r *worth.Report) ComparisonRow {
	row := ComparisonRow{Name: b.name}
	for _, f := range comparedFigures {
		x, absent := f.of(b)
		*f.at(&row) = r.Optional(f.Figure, x, absent)
	}
	return row
}

func (b *beside) netDifference() (exact.Number, worth.Absence) { return b.difference, worth.Absence{} }

func (b *beside) affordableAcquisition() (exact.Number, worth.Absence) {
	return b.a.Add(b.w.Terms.Acquisition, b.difference), worth.Absence{}
}

func (b *beside) multiple() (exact.Number, worth.Absence) {
	switch {
	case b.a.Sign(b.base.Value) <= 0:
		return exact.Number{}, worth.Absence{Code: "value_multiple_undefined"}
	case b.w == b.base:
		return exact.FromInt(1), worth.Absence{}
	}
	return b.a.Quo(b.w.Value, b.base.Value), worth.Absence{}
}

func (b *beside) affordableService() (exact.Number, worth.Absence) {
	if b.w.Orders.IsZero() {
		return exact.Number{}, worth.Absence{Code: "no_orders", Args: []string{b.name}}
	}
	return b.a.Quo(b.difference, b.w.Discounted), worth.Absence{}
}

func (b *beside) overtakes() (exact.Number, worth.Absence) {
	if b.w == b.base {
		return exact.FromInt(1), worth.Absence{}
	}
	if period := b.overtakesIn(); period > 0 {
		return exact.FromInt(period), worth.Absence{}
	}
	return exact.Number{}, worth.Absence{Code: "never_overtakes", Args: []string{b.name}}
}

// overtakesIn returns the smallest period number from which the cumulative
// present value is never again below the baseline's, over the longer of the two
// horizons, a shorter schedule being continued flat; 0 where there is none.
func (b *beside) overtakesIn() int {
	lead := b.a.Sub(b.base.Terms.Acquisition, b.w.Terms.Acquisition)
	period := 0
	for i := range max(len(b.w.Rows), len(b.base.Rows)) {
		if i < len(b.w.Rows) {
			lead = b.a.Add(lead, b.w.Rows[i].PresentValue)
		}
		if i < len(b.base.Rows) {
			lead = b.a.Sub(lead, b.base.Rows[i].PresentValue)
		}
		switch {
		case b.a.Sign(lead) < 0:
			period = 0
		case period == 0:
			period = i + 1
		}
	}
	return period
}
