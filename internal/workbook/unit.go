package workbook

import (
	"slices"

	"blyant/model"
	"blyant/model/vocabulary"
)

// unit writes what a value counts. Money shows the currency, and periods their
// length, as they stand in the input cells now.
func (c *customer) unit(s *sheet, row int, name string, u vocabulary.Unit) {
	c.unitAt(s, row, unitColumn, name, u)
}

func (c *customer) unitAt(s *sheet, row, col int, name string, u vocabulary.Unit) {
	b := c.book
	look := func(field string, texts []string) {
		all := choices(field)
		i := slices.Index(all, c.choice(field))
		match := `MATCH(@` + field + `,` + array(all) + `,0)`
		s.put(row, col, style{look: lookUnit},
			c.at(s, `IF(ISNUMBER(`+match+`),INDEX(`+array(texts)+`,`+match+`),"")`), texts[i])
	}
	texts := func(field string) (out []string) {
		for _, choice := range choices(field) {
			out = append(out, b.lang.Choice(field, choice))
		}
		return out
	}
	switch {
	case name == "period" || name == "timing":
		look(name, texts(name))
	case u == vocabulary.UnitPeriods:
		var many []string
		for _, p := range choices("period") {
			many = append(many, b.lang.Text("period."+p+".many"))
		}
		look("period", many)
	case u == vocabulary.UnitMoney:
		s.put(row, col, style{look: lookUnit}, c.at(s, `@currency&""`), string(c.result.Scenario.Currency))
	case u != vocabulary.UnitText && u != vocabulary.UnitChoice:
		s.say(row, col, lookUnit, b.lang.Unit(u))
	}
}

// choices returns the values that a scenario's field can have.
func choices(name string) []string {
	f, _ := vocabulary.FieldNamed(model.ScenarioFields(), name)
	return f.Choices
}

func (c *customer) choice(name string) string {
	f, _ := vocabulary.FieldNamed(model.ScenarioFields(), name)
	v, _ := f.Get(&c.result.Scenario)
	return v.Text
}
