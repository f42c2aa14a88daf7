package workbook

import (
	"fmt"
	"strings"

	"blyant/model/vocabulary"

	"github.com/shopspring/decimal"
)

// inputCheck returns the formula beside an input cell that says what is wrong
// with it, an empty text where nothing is. Whatever the cell holds, it is no
// error itself.
func (c *customer) inputCheck(f vocabulary.Field, cell string) string {
	b := c.book
	switch f.Name {
	case "name":
		return ifText(`ISTEXT(`+cell+`)`, `IF(LEN(`+cell+`)>`+itoa(f.MaxLength)+`,`+words(b.text("check.length", "max", itoa(f.MaxLength)))+`,"")`)
	case "currency":
		found := `ISNUMBER(FIND(" "&` + cell + `&" ",` + currencyList() + `))`
		return `IF(` + found + `,IF(LEN(` + cell + `)=3,"",` + words(b.text("check.currency")) + `),` + words(b.text("check.currency")) + `)`
	case "period", "timing":
		return `IF(ISNUMBER(MATCH(` + cell + `,` + array(f.Choices) + `,0)),"",` + words(b.choiceText(f)) + `)`
	case "retention_curve":
		return c.curveCheck(f)
	case "repeat_purchase_rate":
		return `IF(ISBLANK(` + cell + `),IF(COUNT(@retention_curve)=0,` + words(b.text("check.neither")) + `,""),` +
			`IF(COUNT(@retention_curve)>0,` + words(b.text("check.both")) + `,` + c.numberCheck(f, cell) + `))`
	case "basket_cap":
		return `IF(ISBLANK(` + cell + `),"",IF(ISNUMBER(` + cell + `),IF(` + cell + `<N(@basket_value),` +
			words(b.text("validation.cap")) + `,` + c.numberCheck(f, cell) + `),` + c.numberCheck(f, cell) + `))`
	}
	if blankAllowed(f) {
		return `IF(ISBLANK(` + cell + `),"",` + c.numberCheck(f, cell) + `)`
	}
	return c.numberCheck(f, cell)
}

// blankAllowed tells whether an empty cell means what an absent field means: a
// spreadsheet takes it for zero.
func blankAllowed(f vocabulary.Field) bool {
	return f.Default == "0" || f.DefaultField == "margin_rate"
}

func ifText(condition, formula string) string { return `IF(` + condition + `,` + formula + `,"")` }

// numberCheck checks that a cell holds a number of the field's range.
func (c *customer) numberCheck(f vocabulary.Field, cell string) string {
	least, most := c.limits(f)
	wrong := words(c.book.rangeText(f, least, most))
	bad := `(` + cell + `<` + least.String() + `)+(` + cell + `>` + most.String() + `)`
	if f.Kind == vocabulary.KindWhole {
		bad += `+(` + cell + `<>INT(` + cell + `))`
	}
	if f.Name == "horizon" {
		return `IF(ISNUMBER(` + cell + `),IF(` + cell + `>` + most.String() + `,` + words(c.book.text("validation.horizon")) +
			`,IF(` + bad + `>0,` + wrong + `,"")),` + wrong + `)`
	}
	return `IF(ISNUMBER(` + cell + `),IF(` + bad + `>0,` + wrong + `,""),` + wrong + `)`
}

// limits are the field's, but for the horizon, which ends with the rows there are.
func (c *customer) limits(f vocabulary.Field) (least, most decimal.Decimal) {
	if f.Name == "horizon" {
		return f.Min, decimal.NewFromInt(int64(c.rows))
	}
	return f.Min, f.Max
}

// rangeText says what a field's cell may hold.
func (b *book) rangeText(f vocabulary.Field, least, most decimal.Decimal) string {
	key := "validation.range"
	if f.Kind == vocabulary.KindWhole {
		key = "validation.whole"
	}
	limit := func(d decimal.Decimal) string {
		if f.TakesPercent() {
			return b.lang.Number(d.Shift(2).String()) + b.lang.PercentSign()
		}
		return b.lang.Number(d.String())
	}
	return b.text(key, "min", limit(least), "max", limit(most))
}

func (b *book) choiceText(f vocabulary.Field) string {
	return b.text("validation.choice", "choices", strings.Join(f.Choices, ", "))
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
