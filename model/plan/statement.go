package plan

import (
	"slices"

	"blyant/model/internal/exact"
	"blyant/model/internal/worth"
	"blyant/model/vocabulary"
)

// Line is a line of the statement: the plan as accountants and planning tools
// take it in, with a column for each period or year.
type Line struct {
	vocabulary.Figure      // of a Row
	Spent             bool // an expense, which accountants write with a minus
	standing          bool // as at the end of a year; other lines are added up
}

// Statement returns the lines of a statement, in their order.
func Statement() []Line { return slices.Clone(statement) }

var statement = lines(
	Line{Figure: vocabulary.Figure{Name: "new_customers"}},
	Line{Figure: vocabulary.Figure{Name: "active_customers"}, standing: true},
	Line{Figure: vocabulary.Figure{Name: "orders"}},
	Line{Figure: vocabulary.Figure{Name: "revenue"}},
	Line{Figure: vocabulary.Figure{Name: "cost_of_goods"}, Spent: true},
	Line{Figure: vocabulary.Figure{Name: "gross_margin"}},
	Line{Figure: vocabulary.Figure{Name: "service_cost"}, Spent: true},
	Line{Figure: vocabulary.Figure{Name: "contribution"}},
	Line{Figure: vocabulary.Figure{Name: "acquisition_cost"}, Spent: true},
	Line{Figure: vocabulary.Figure{Name: "fixed_cost"}, Spent: true},
	Line{Figure: vocabulary.Figure{Name: "initial_investment"}, Spent: true},
	Line{Figure: vocabulary.Figure{Name: "cash_flow"}},
	Line{Figure: vocabulary.Figure{Name: "closing_cash"}, standing: true},
)

// lines gives each line the figure of the schedule that has its name.
func lines(named ...Line) []Line {
	for i := range named {
		named[i].Figure = columnNamed(named[i].Name).placed()
	}
	return named
}

// columnNamed is the column of the schedule of that name.
func columnNamed(name string) column {
	return columns[slices.IndexFunc(columns, func(c column) bool { return c.Name == name })]
}

// placed is the column's figure with its place in a row.
func (c column) placed() vocabulary.Figure { return vocabulary.FigurePlace(c.Figure, c.at) }

// YearRow is one year of the plan: the lines of the statement, as figures of a
// row of the schedule.
type YearRow struct {
	Year vocabulary.Rounded // the calendar year, without dates the year of the plan
	Row
}

// YearFigures returns the figures of a year, the year itself first.
func YearFigures() []vocabulary.Figure {
	figures := []vocabulary.Figure{vocabulary.FigurePlace(yearFigure, func(y *YearRow) *vocabulary.Rounded { return &y.Year })}
	for _, line := range statement {
		c := columnNamed(line.Name)
		figures = append(figures, vocabulary.FigurePlace(c.Figure, func(y *YearRow) *vocabulary.Rounded { return c.at(&y.Row) }))
	}
	return figures
}

var yearFigure = vocabulary.Figure{Name: "year", Unit: vocabulary.UnitYear, Rounding: vocabulary.RoundWhole}

// years adds the periods of each year up, before rounding. A period belongs to
// the year of its first day.
func (p *planned) years(r *worth.Report) []YearRow {
	var rows []YearRow
	days := p.calendar()
	for from := 0; from < len(p.flows); {
		to := from + 1
		for to < len(p.flows) && days.year(to) == days.year(from) {
			to++
		}
		row := YearRow{Year: vocabulary.RoundedWhole(days.year(from))}
		for _, line := range statement {
			c := columnNamed(line.Name)
			*c.at(&row.Row) = r.Figure(c.Figure, p.over(line, c, p.flows[from:to]))
		}
		rows = append(rows, row)
		from = to
	}
	return rows
}

// over is a line over the periods of a year.
func (p *planned) over(line Line, c column, flows []flow) exact.Number {
	if line.standing {
		return c.of(p, &flows[len(flows)-1])
	}
	return sum(p.a, flows, func(f *flow) exact.Number { return c.of(p, f) })
}
