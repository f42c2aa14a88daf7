package workbook

import (
	"blyant/model/vocabulary"

	"github.com/shopspring/decimal"
)

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
