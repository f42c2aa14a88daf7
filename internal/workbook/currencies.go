package workbook

import (
	"fmt"
	"strings"

	"blyant/model/vocabulary"
)

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
