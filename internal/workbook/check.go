package workbook

import (
	"fmt"
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

// inputCheck returns the formula that says what is wrong with an input cell, an
// empty text where nothing is. Whatever the cell holds, it is no error itself.
func (in *inputs) inputCheck(f vocabulary.Field) string {
	b, cell := in.book, "@"+f.Name
	switch f.Name {
	case "name":
		return `IF(ISTEXT(` + cell + `),IF(LEN(` + cell + `)>` + itoa(f.MaxLength) + `,` + words(b.text("check.length", "max", itoa(f.MaxLength))) + `,""),"")`
	case "currency":
		found := `ISNUMBER(FIND(" "&` + cell + `&" ",` + currencyList() + `))`
		return `IF(` + found + `,IF(LEN(` + cell + `)=3,"",` + words(b.text("check.currency")) + `),` + words(b.text("check.currency")) + `)`
	case "repeat_purchase_rate":
		given := `(COUNT(@retention_curve)>0)+(COUNT(@survival_curve)>0)`
		return `IF(ISBLANK(@repeat_purchase_rate),IF(` + given + `=0,` + words(in.text("check.neither")) + `,IF(` + given + `>1,` + words(in.text("check.both")) + `,"")),` +
			`IF(` + given + `>0,` + words(in.text("check.both")) + `,` + in.numberCheck(f) + `))`
	case "acquisition_cost":
		both := words(in.text("check.prospects_both"))
		return `IF(ISBLANK(@cost_per_prospect),` + in.numberCheck(f) + `,IF(ISBLANK(@acquisition_cost),"",` + both + `))`
	case "conversion_rate":
		return `IF(ISBLANK(@cost_per_prospect),IF(ISBLANK(@conversion_rate),"",` + words(in.text("check.conversion_alone")) + `),` + in.numberCheck(f) + `)`
	case "cost_per_prospect":
		return `IF(ISBLANK(@cost_per_prospect),"",` + in.numberCheck(f) + `)`
	case "new_customers_first":
		return in.eitherCheck(f, "new_customers", "check.customers_neither", "check.customers_both")
	case "fixed_cost_per_period", "fixed_cost_growth_rate":
		return `IF(ISBLANK(` + cell + `),"",IF(AND(COUNT(@fixed_costs)>0,ISNUMBER(` + cell + `)),IF(` + cell + `=0,"",` + words(b.text("check.fixed_both")) + `),` + in.numberCheck(f) + `))`
	case "new_customers_growth_rate":
		return `IF(ISBLANK(` + cell + `),"",IF(COUNT(@new_customers)>0,` + words(b.text("check.customers_both")) + `,` + in.numberCheck(f) + `))`
	case "basket_cap":
		return `IF(ISBLANK(` + cell + `),"",IF(ISNUMBER(` + cell + `),IF(` + cell + `<IF(ISNUMBER(@basket_value),@basket_value,0),` +
			words(b.text("validation.cap")) + `,` + in.numberCheck(f) + `),` + in.numberCheck(f) + `))`
	}
	switch {
	case f.Kind == vocabulary.KindDate:
		return `IF(ISBLANK(` + cell + `),"",IF(ISNUMBER(` + cell + `),IF(` + cell + `<61,` + words(b.text("check.date")) + `,""),` + words(b.text("check.date")) + `))`
	case f.Kind == vocabulary.KindChoice:
		return `IF(ISNUMBER(MATCH(` + cell + `,` + array(b.choiceWords(f.Name)) + `,0)),"",` + words(b.choiceText(f)) + `)`
	case f.Kind == vocabulary.KindNumbers:
		return in.listCheck(f)
	case blankAllowed(f):
		return `IF(ISBLANK(` + cell + `),"",` + in.numberCheck(f) + `)`
	}
	return in.numberCheck(f)
}

// eitherCheck is that of a number that a list may be given instead of.
func (in *inputs) eitherCheck(f vocabulary.Field, list, neither, both string) string {
	return `IF(ISBLANK(@` + f.Name + `),IF(COUNT(@` + list + `)=0,` + words(in.text(neither)) + `,""),` +
		`IF(COUNT(@` + list + `)>0,` + words(in.text(both)) + `,` + in.numberCheck(f) + `))`
}

// topRow stands for the first row of a list in the formula of its check.
const topRow = "{top}"

// listCheck checks that a list is filled from the top without gaps, with numbers
// of the field's range.
func (in *inputs) listCheck(f vocabulary.Field) string {
	list, least, most := "@"+f.Name, f.Min.String(), f.Max.String()
	limit := func(d decimal.Decimal) string { return in.limit(f, d) }
	wrong := words(in.text("check.list", "min", limit(f.Min), "max", limit(f.Max)))
	rising := ``
	if f.Name == "survival_curve" {
		rising = `+SUMPRODUCT(({lower}>{upper})*({lower}<>""))`
		wrong = words(in.text("check.survival", "min", limit(f.Min), "max", limit(f.Max)))
	}
	n := `COUNT(` + list + `)`
	return `IF(COUNTA(` + list + `)=0,"",IF(` + n + `<>COUNTA(` + list + `),` + wrong +
		`,IF(SUMPRODUCT((` + list + `<>"")*(ROW(` + list + `)-` + topRow + `+1))<>` + n + `*(` + n + `+1)/2,` + wrong +
		`,IF(SUMPRODUCT((` + list + `<` + least + `)+(` + list + `>` + most + `))` + rising + `>0,` + wrong + `,""))))`
}

// blankAllowed reports whether an empty cell means what an absent field means: a
// spreadsheet takes it for zero.
func blankAllowed(f vocabulary.Field) bool {
	return f.Default == "0" || f.DefaultField == "margin_rate"
}

// numberCheck checks that a cell holds a number of the field's range.
func (in *inputs) numberCheck(f vocabulary.Field) string {
	cell := "@" + f.Name
	least, most := in.limits(f)
	wrong := words(in.rangeText(f, least, most))
	bad := `(` + cell + `<` + least.String() + `)+(` + cell + `>` + most.String() + `)`
	if f.Kind == vocabulary.KindWhole {
		bad += `+(` + cell + `<>INT(` + cell + `))`
	}
	return `IF(ISNUMBER(` + cell + `),IF(` + bad + `>0,` + wrong + `,""),` + wrong + `)`
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

// currencyList returns the currencies' codes as a text in a formula, each with a
// space before and after it. A text in a formula has at most 255 characters.
func currencyList(with ...func(vocabulary.Currency) bool) string {
	var pieces []string
	piece := " "
	for _, code := range choices("currency") {
		if len(with) > 0 && !with[0](vocabulary.Currency(code)) {
			continue
		}
		if len(piece) > 240 {
			pieces, piece = append(pieces, words(piece)), ""
		}
		piece += code + " "
	}
	return strings.Join(append(pieces, words(piece)), "&")
}

// currencyDecimals returns the formula for the decimals of the currency's minor
// unit.
func currencyDecimals() string {
	formula := "2"
	for _, n := range []int{4, 3, 0} {
		list := currencyList(func(c vocabulary.Currency) bool { d, _ := c.Decimals(); return d == n })
		formula = fmt.Sprintf(`IF(ISNUMBER(FIND(" "&@currency&" ",%s)),%d,%s)`, list, n, formula)
	}
	return formula
}
