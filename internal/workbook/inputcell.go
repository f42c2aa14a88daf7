package workbook

import (
	"blyant/model/vocabulary"

	"github.com/shopspring/decimal"
)

// describe writes label, unit and name of a field or figure.
func (in *inputs) describe(s *sheet, row int, f vocabulary.Field) {
	s.say(row, labelColumn, lookLabel, in.lang.Label(f.Name))
	in.customers[0].unit(s, row, f.Name, f.Unit)
	s.say(row, nameColumn, lookName, f.Name)
}

// cell writes an input of customer i and its check.
func (in *inputs) cell(f vocabulary.Field, record any, i, row int, own bool) {
	s, sc := in.sheet, in.customers[i].scope
	if own {
		sc = in.own
	}
	sc.set(f.Name, s, in.column(i), row)
	formula, value := in.value(f, record, i)
	s.put(row, in.column(i), style{lookInput, inputForm(f)}, formula, value)
	if v, given := f.Get(record); given && f.Numeric() {
		s.widen(in.column(i), vocabulary.RoundedDecimal(v.Number))
	}
	switch {
	case i > 0:
	case formula != "" && f.DefaultField != "":
		s.note(row, in.column(i), in.text("note.follows", "field", in.lang.Label(f.DefaultField)))
	case f.Name == "horizon" || f.Name == "plan_periods":
		s.note(row, in.column(i), in.text("note.lengthen", "max", itoa(in.room(f))))
	}
}

// value returns what the input cell holds: the value, or, where the value is what
// another field makes it by default, the formula that follows that field.
func (in *inputs) value(f vocabulary.Field, record any, i int) (formula string, value any) {
	v, given := f.Get(record)
	if !given {
		return "", nil
	}
	c := in.customers[i]
	switch {
	case f.Kind == vocabulary.KindDate:
		value = serial(v.Text)
	case f.Numeric():
		value = v.Number.InexactFloat64()
	case f.Kind == vocabulary.KindChoice && f.Name != "currency":
		value = in.lang.Choice(f.Name, v.Text)
	default:
		value = v.Text
	}
	switch f.Name {
	case "add_on_margin_rate":
		if v.Number.Equal(c.scenario.MarginRate.Decimal) {
			formula = c.at(in.sheet, `IF(ISNUMBER(@margin_rate),@margin_rate,"")`)
		}
	case "decimals":
		if n, known := c.scenario.Currency.Decimals(); known && v.Number.Equal(decimal.NewFromInt(int64(n))) {
			formula = c.at(in.sheet, currencyDecimals())
		}
	}
	return formula, value
}

func inputForm(f vocabulary.Field) form {
	switch {
	case f.Kind == vocabulary.KindText || f.Kind == vocabulary.KindChoice:
		return formText
	case f.Kind == vocabulary.KindDate:
		return formDate
	case f.Kind == vocabulary.KindWhole:
		return formWhole
	case f.Unit == vocabulary.UnitMoney:
		return formGiven
	case f.TakesPercent():
		return formRate
	}
	return formGeneral
}

// The column of meanings: its width, and the letters of a line of its smaller
// type.
const (
	meaningWidth = 72
	meaningLine  = 82
)
