package answer

import (
	"strings"

	"blyant/internal/locale"
	"blyant/model"

	"github.com/shopspring/decimal"
)

// LifetimeValue is the answer about one kind of customer.
func LifetimeValue(r model.Result, lang locale.Language) Answer {
	summary := summaryOf(r)
	schedule := scheduleOf(r)
	inputs := Inputs(&r.Scenario, model.ScenarioFields())
	return Answer{
		Resource: "lifetime-value",
		Title:    r.Scenario.Name,
		Body:     body(r, inputs, summary, schedule, lang),
		Tables: []Table{
			schedule,
			TableOf("summary", summary),
			inputsTable(inputs),
			notesTable(r.Notes, lang),
		},
		Figures: summary,
		Result:  r,
	}
}

func body(r model.Result, inputs, summary Record, schedule Table, lang locale.Language) Record {
	return Record{
		{"name", String(r.Scenario.Name)},
		{"currency", String(string(r.Scenario.Currency))},
		{"inputs", inputs},
		{"summary", summary},
		{"schedule", schedule.List("row")},
		{"notes", Notes(r.Notes, lang)},
	}
}

func summaryOf(r model.Result) Record {
	return Figures(model.SummaryFigures(), r.Summary.Values())
}

func scheduleOf(r model.Result) Table {
	t := Table{Name: "schedule", Columns: Columns(model.ScheduleFigures())}
	for _, row := range r.Schedule {
		t.Rows = append(t.Rows, Cells(model.ScheduleFigures(), row.Values()))
	}
	return t
}

// Comparison is the answer about scenarios held against one another.
func Comparison(c model.ComparisonResult, lang locale.Language) Answer {
	scenarios := List{Item: "scenario"}
	comparison := Table{Name: "comparison", Columns: append([]Column{nameColumn}, Columns(model.ComparisonFigures())...)}
	wide := Table{Name: "comparison", Columns: append(comparison.Columns[:len(comparison.Columns):len(comparison.Columns)], Columns(model.SummaryFigures())...)}
	summaries := Table{Name: "summary", Columns: append([]Column{nameColumn}, Columns(model.SummaryFigures())...)}
	schedules := Table{Name: "schedule", Columns: append([]Column{nameColumn}, Columns(model.ScheduleFigures())...)}
	for i, r := range c.Scenarios {
		name := String(c.Comparison[i].Name)
		summary, schedule := summaryOf(r), scheduleOf(r)
		scenarios.Nodes = append(scenarios.Nodes, body(r, Inputs(&r.Scenario, model.ScenarioFields()), summary, schedule, lang))
		row := append([]Cell{name}, Cells(model.ComparisonFigures(), c.Comparison[i].Values())...)
		comparison.Rows = append(comparison.Rows, row)
		wide.Rows = append(wide.Rows, append(row[:len(row):len(row)], Cells(model.SummaryFigures(), r.Summary.Values())...))
		summaries.Rows = append(summaries.Rows, append([]Cell{name}, Cells(model.SummaryFigures(), r.Summary.Values())...))
		for _, cells := range schedule.Rows {
			schedules.Rows = append(schedules.Rows, append([]Cell{name}, cells...))
		}
	}
	return Answer{
		Resource: "comparison",
		Title:    strings.Join(c.Keys, ", "),
		Body: Record{
			{"baseline", String(c.Keys[c.Baseline])},
			{"scenarios", scenarios},
			{"comparison", comparison.List("row")},
			{"notes", Notes(c.Notes, lang)},
		},
		Tables: []Table{wide, summaries, schedules, notesTable(c.Notes, lang)},
		Result: c,
	}
}

// ComparisonFigures are the figures of the comparison's scenario i.
func ComparisonFigures(c model.ComparisonResult, i int) Record {
	return Figures(model.ComparisonFigures(), c.Comparison[i].Values())
}

var nameColumn = Column{Name: "name", Unit: model.UnitText}

// Columns are the columns of a table of figures.
func Columns(figures []model.Figure) []Column {
	columns := make([]Column, len(figures))
	for i, f := range figures {
		columns[i] = Column{Name: f.Name, Unit: f.Unit}
	}
	return columns
}

// Cells are the cells of a row of figures.
func Cells(figures []model.Figure, values []decimal.NullDecimal) []Cell {
	cells := make([]Cell, len(figures))
	for i, f := range figures {
		cells[i] = Figure(f, values[i])
	}
	return cells
}

// Figures is a record of figures.
func Figures(figures []model.Figure, values []decimal.NullDecimal) Record {
	record := make(Record, len(figures))
	for i, c := range Cells(figures, values) {
		record[i] = Member{figures[i].Name, c}
	}
	return record
}
