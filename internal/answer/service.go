package answer

import (
	"blyant/internal/locale"
	"blyant/model"
	"blyant/model/service"
)

// ServicePromise is the answer about a promise and its levers.
func ServicePromise(r service.PromiseResult, lang locale.Language) Answer {
	summary := Figures(service.PromiseFigures(), r.Summary.Values())
	levers := Table{Name: "levers", Columns: append([]Column{{"lever", model.UnitText}}, Columns(service.LeverFigures())...)}
	for _, l := range r.Levers {
		levers.Rows = append(levers.Rows, append([]Cell{String(l.Name)}, Cells(service.LeverFigures(), l.Values())...))
	}
	inputs := nested(&r.Promise.Scenario, Inputs(&r.Promise, service.PromiseFields()))
	return Answer{
		Resource: "service-promise",
		Title:    r.Promise.Scenario.Name,
		Body: Record{
			{"name", String(r.Promise.Scenario.Name)},
			{"currency", String(string(r.Promise.Scenario.Currency))},
			{"inputs", inputs},
			{"summary", summary},
			{"levers", levers.List("row")},
			{"notes", Notes(r.Notes, lang)},
		},
		Tables:  []Table{TableOf("summary", summary), levers, inputsTable(inputs), notesTable(r.Notes, lang)},
		Figures: summary,
		Result:  r,
	}
}

// Programmes is the answer about programmes on a base scenario.
func Programmes(r service.ProgrammesResult, lang locale.Language) Answer {
	base := summaryOf(r.Base)
	table := Table{Name: "programmes", Columns: append([]Column{nameColumn}, Columns(service.ProgrammeFigures())...)}
	for _, p := range r.Programmes {
		table.Rows = append(table.Rows, append([]Cell{String(p.Name)}, Cells(service.ProgrammeFigures(), p.Values())...))
	}
	returns := Figure(service.ProgrammesFigures()[0], r.ReturnOnAcquisition)
	own := Record{{"customers", Cell{Kind: Decimal, Text: Digits(r.Customers), Unit: model.UnitCustomers}}}
	inputs := nested(&r.Base.Scenario, own)
	return Answer{
		Resource: "programmes",
		Title:    r.Base.Scenario.Name,
		Body: Record{
			{"name", String(r.Base.Scenario.Name)},
			{"currency", String(string(r.Base.Scenario.Currency))},
			{"inputs", inputs},
			{"base", base},
			{"return_on_acquisition", returns},
			{"programmes", table.List("programme")},
			{"notes", Notes(r.Notes, lang)},
		},
		Tables:  []Table{table, TableOf("base", append(base[:len(base):len(base)], Member{"return_on_acquisition", returns})), inputsTable(inputs), notesTable(r.Notes, lang)},
		Figures: Record{{"return_on_acquisition", returns}},
		Result:  r,
	}
}

// nested is the inputs of a calculator: its own, and the scenario's under theirs.
func nested(s *model.Scenario, own Record) Record {
	return append(Record{{"scenario", Inputs(s, model.ScenarioFields())}}, own...)
}
