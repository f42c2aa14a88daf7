package workbook

import (
	"strings"

	"blyant/model/vocabulary"

	"github.com/shopspring/decimal"
)

// checkOf is what stands beside a row of inputs: what is wrong with them, with
// the customer's name where there are several.
func (in *inputs) checkOf(row, columns int) string {
	if columns == 1 {
		return in.checks.quoted() + "!" + cellName(firstCustomer, row)
	}
	var all []string
	for i := range columns {
		at := in.checks.quoted() + "!" + cellName(in.column(i), row)
		all = append(all, `IF(`+at+`="","",`+cellName(in.column(i), headRow)+`&": "&`+at+`&" ")`)
	}
	return strings.Join(all, "&")
}

// writeChecks writes what is wrong with each input, an empty text where nothing
// is: in the row and column of the input, on the sheet of checks.
func (in *inputs) writeChecks(fields []vocabulary.Field, own bool) {
	for _, f := range fields {
		scopes := []*scope{in.own}
		if !own {
			scopes = scopes[:0]
			for _, c := range in.customers {
				scopes = append(scopes, c.scope)
			}
		}
		for i, sc := range scopes {
			row := sc.area(f.Name).row
			for _, l := range in.lists {
				if l.field.Name == f.Name && l.own == own {
					row = l.row
				}
			}
			a := sc.area(f.Name)
			upper, lower := a, a
			upper.lastRow, lower.row = a.lastRow-1, a.row+1
			formula := strings.NewReplacer(topRow, itoa(a.row), "{upper}", upper.seen(in.checks), "{lower}", lower.seen(in.checks)).Replace(in.inputCheck(f))
			in.checks.put(row, in.column(i), style{look: lookWarning}, sc.at(in.checks, formula), "")
		}
	}
}

// limits are the field's, but for numbers of periods, which end with the columns
// there are.
func (in *inputs) limits(f vocabulary.Field) (least, most decimal.Decimal) {
	if f.Name == "horizon" || f.Name == "plan_periods" {
		return f.Min, decimal.NewFromInt(int64(in.room(f)))
	}
	return f.Min, f.Max
}

// rangeText says what a field's cell may hold.
func (b *book) rangeText(f vocabulary.Field, least, most decimal.Decimal) string {
	key := "validation.range"
	if f.Kind == vocabulary.KindWhole {
		key = "validation.whole"
	}
	return b.text(key, "min", b.limit(f, least), "max", b.limit(f, most))
}

// limit writes a limit of a field as people do.
func (b *book) limit(f vocabulary.Field, d decimal.Decimal) string {
	if f.TakesPercent() {
		return b.lang.Number(d.Shift(2).String()) + b.lang.PercentSign()
	}
	return b.lang.Number(d.String())
}

func (b *book) choiceText(f vocabulary.Field) string {
	return b.text("validation.choice", "choices", strings.Join(b.choiceWords(f.Name), ", "))
}
