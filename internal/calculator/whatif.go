package calculator

import (
	"errors"
	"slices"
	"strings"

	"blyant/internal/answer"
	"blyant/internal/input"
	"blyant/model"
	"blyant/model/vocabulary"
)

// whatIfWithoutPage is why the others of these calculators have no page of their
// own: /what-if asks them beside the sensitivity.
const whatIfWithoutPage = "Its answers stand on /what-if, whose query is that of the sensitivity."

// variedScenario is the member "scenario" of a request that varies some of its
// fields: what may be left out depends on the request, so it is the request that
// checks it.
func variedScenario[R any](at func(*R) *model.Scenario, check func(r *R, ignore ...string) vocabulary.Faults) input.Member {
	shape := scenarioShape.With(func(record any) any { return at(record.(*R)) })
	shape.Check = func(record any, ignore ...string) vocabulary.Faults { return check(record.(*R), ignore...) }
	shape.Partial = true
	return input.One("scenario", shape, func(r *R) any { return r })
}

// variedInputs gives the scenario of such a request back: what varies is null
// where it was left out.
func variedInputs[R any](at func(*R) any) answer.Section {
	s := answer.GroupOf("scenario", answer.Fields(optional(model.ScenarioFields())), at)
	s.Item = "varied scenario"
	return s
}

// optional are fields none of which must be there.
func optional(fields []vocabulary.Field) []vocabulary.Field {
	for i := range fields {
		fields[i].Required = false
	}
	return fields
}

// chosenFields are the fields of those names, in that order.
func chosenFields(fields []vocabulary.Field, names ...string) []vocabulary.Field {
	chosen := make([]vocabulary.Field, len(names))
	for i, name := range names {
		chosen[i], _ = vocabulary.FieldNamed(fields, name)
	}
	return chosen
}

// singles are sections of one value each.
func singles(columns []answer.Column) []answer.Section {
	sections := make([]answer.Section, len(columns))
	for i, c := range columns {
		sections[i] = answer.Single(c)
	}
	return sections
}

// answering are the sections of an answer about one scenario: its heading, the
// request, what was found and the notes.
func answering(heading []answer.Section, inputs answer.Section, found []answer.Section, notes answer.Section) []answer.Section {
	return slices.Concat(heading, []answer.Section{inputs}, found, []answer.Section{notes})
}

// suggesting is the check of a request whose names may have been meant as
// others: a field or figure that is none gets the nearest one as its hint.
func suggesting[R any](check func(r *R, ignore ...string) vocabulary.Faults) func(record any, ignore ...string) vocabulary.Faults {
	return func(record any, ignore ...string) vocabulary.Faults {
		return suggested(check(record.(*R), ignore...))
	}
}

// hinting fills in hints where the error is of faults that were found in the work.
func hinting(err error) error {
	var faults vocabulary.Faults
	if !errors.As(err, &faults) {
		return err
	}
	return suggested(faults)
}

// suggested fills in hints from the choices that a fault lists.
func suggested(faults vocabulary.Faults) vocabulary.Faults {
	for i, fault := range faults {
		if fault.Code == vocabulary.CodeNotAChoice && fault.Hint == "" && len(fault.Args) > 1 {
			faults[i].Hint = input.Nearest(fault.Value, strings.Split(fault.Args[1], ", "))
		}
	}
	return faults
}
