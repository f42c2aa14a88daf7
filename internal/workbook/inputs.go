package workbook

import (
	"slices"

	"blyant/model"
	"blyant/model/vocabulary"

	"github.com/shopspring/decimal"
)

// Columns of the tables of inputs and figures.
const (
	valueColumn   = 2
	unitColumn    = 3
	meaningColumn = 4
	nameColumn    = 5
	checkColumn   = 6
	curveColumn   = 8 // the periods of the retention curve; its values stand beside them
)

// writeInputs writes a row for each field, by group, from the given row on.
func (c *customer) writeInputs(row int) {
	c.checks[0] = row
	var groups []vocabulary.Group
	for _, f := range model.ScenarioFields() {
		if !slices.Contains(groups, f.Group) {
			groups = append(groups, f.Group)
		}
	}
	for _, g := range groups {
		for col := 1; col <= checkColumn; col++ {
			c.inputs.say(row, col, lookGroup, "")
		}
		c.inputs.say(row, 1, lookGroup, c.book.lang.Group(g))
		for _, f := range model.ScenarioFields() {
			if f.Group == g {
				row++
				c.writeInput(f, row)
			}
		}
		row++
	}
	c.checks[1] = row - 1
}

func (c *customer) writeInput(f vocabulary.Field, row int) {
	s, b := c.inputs, c.book
	s.say(row, 1, lookLabel, b.lang.Label(f.Name))
	c.unit(s, row, f.Name, f.Unit)
	s.meaning(row, b.lang.Meaning(f.Name))
	s.say(row, nameColumn, lookName, f.Name)
	s.put(row, checkColumn, style{look: lookWarning}, c.at(s, c.inputCheck(f, cellName(valueColumn, row))), "")
	if f.Name == "retention_curve" { // the named cells are those of the curve itself
		count := b.text("note.curve_count", "n", `"&COUNT(@retention_curve)&"`, "column", letters(curveColumn+1))
		s.put(row, valueColumn, style{look: lookIntro}, c.at(s, `IF(COUNT(@retention_curve)=0,"","`+count+`")`), c.curveCount())
		return
	}
	formula, value := c.inputValue(f, s)
	s.put(row, valueColumn, style{lookInput, inputForm(f)}, formula, value)
	if v, given := f.Get(&c.result.Scenario); given && f.Numeric() {
		s.widen(valueColumn, vocabulary.RoundedDecimal(v.Number))
	}
	s.validate(f, c.rows, cellName(valueColumn, row), c.at(s, "@basket_value"))
	b.define(c.names, f.Name, s.address(valueColumn, row, valueColumn, row))
	switch {
	case formula != "":
		s.note(row, valueColumn, b.text("note.follows", "field", b.lang.Label(f.DefaultField)))
	case f.Name == "horizon":
		s.note(row, valueColumn, b.text("note.horizon"))
	}
}

func (c *customer) curveCount() string {
	if n := len(c.result.Scenario.RetentionCurve); n > 0 {
		return c.book.text("note.curve_count", "n", itoa(n), "column", letters(curveColumn+1))
	}
	return ""
}

// inputValue returns what the input cell holds: the value, or, where the value
// is what another field makes it by default, the formula that follows that field.
func (c *customer) inputValue(f vocabulary.Field, s *sheet) (formula string, value any) {
	v, given := f.Get(&c.result.Scenario)
	if !given {
		return "", nil
	}
	if f.Numeric() {
		value = v.Number.InexactFloat64()
	} else {
		value = v.Text
	}
	switch f.Name {
	case "add_on_margin_rate":
		if v.Number.Equal(c.result.Scenario.MarginRate.Decimal) {
			formula = c.at(s, `IF(ISNUMBER(@margin_rate),@margin_rate,"")`)
		}
	case "decimals":
		if n, known := c.result.Scenario.Currency.Decimals(); known && v.Number.Equal(decimal.NewFromInt(int64(n))) {
			formula = c.at(s, currencyDecimals())
		}
	}
	return formula, value
}

func inputForm(f vocabulary.Field) form {
	switch {
	case !f.Numeric():
		return formText
	case f.Kind == vocabulary.KindWhole:
		return formWhole
	case f.Unit == vocabulary.UnitMoney:
		return formGiven
	case f.TakesPercent():
		return formRate
	}
	return formGeneral
}

// meaning writes what a field or figure stands for, in a row as high as it needs.
func (s *sheet) meaning(row int, text string) {
	s.say(row, meaningColumn, lookWords, text)
	s.height(row, linesOf(text, meaningLine))
}

// The column of meanings: its width, and the letters of a line of its smaller
// type.
const (
	meaningWidth = 72
	meaningLine  = 82
)
