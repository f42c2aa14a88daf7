package workbook

import (
	"slices"

	"blyant/model"
	"blyant/model/plan"
	"blyant/model/vocabulary"
)

// unit writes what a value counts. Money shows the currency, and periods their
// length, as they stand in the input cells now.
func (c *customer) unit(s *sheet, row int, _ string, u vocabulary.Unit) {
	b := c.book
	switch {
	case u == vocabulary.UnitPeriods:
		var many []string
		for _, p := range choices("period") {
			many = append(many, b.lang.Text("period."+p+".many"))
		}
		match := `MATCH(@period,` + array(b.choiceWords("period")) + `,0)`
		at := slices.Index(choices("period"), string(c.scenario.Period))
		s.put(row, unitColumn, style{look: lookUnit}, c.at(s, `IF(ISNUMBER(`+match+`),CHOOSE(`+match+`,`+list(many)+`),"")`), many[at])
	case u == vocabulary.UnitMoney:
		s.put(row, unitColumn, style{look: lookUnit}, c.at(s, `@currency&""`), string(c.scenario.Currency))
	case u != "" && u != vocabulary.UnitText && u != vocabulary.UnitChoice && u != vocabulary.UnitDate:
		s.say(row, unitColumn, lookUnit, b.lang.Unit(u))
	}
}

// choices returns the values that a field can have.
func choices(name string) []string {
	f, _ := vocabulary.FieldNamed(slices.Concat(model.ScenarioFields(), plan.Fields()), name)
	return f.Choices
}

// choiceWords are they in the words of the workbook, as its cells hold them.
func (b *book) choiceWords(name string) []string {
	var all []string
	for _, choice := range choices(name) {
		all = append(all, b.lang.Choice(name, choice))
	}
	return all
}
