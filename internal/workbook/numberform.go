package workbook

import "strings"

// form is how a number is shown.
type form uint8

const (
	formGeneral form = iota
	formText
	formWhole
	formMoney
	formGiven // money as typed: with more decimals where it has them
	formShare
	formRate // a share as typed
	formFactor
	formAmount    // orders, customers, durations, ratios
	formCustomers // orders and customers of a plan
	formDate
	formSpare // the same with no more decimals than it has
)

// code returns the number format, in the notation of the file format.
func (f form) code(decimals, shown int) string {
	spare := ""
	if decimals > 0 {
		spare = strings.Repeat("#", 10-min(decimals, 10))
	}
	money := "#,##0" + pointed(decimals)
	switch f {
	case formWhole:
		return "0"
	case formMoney:
		money = "#,##0" + pointed(shown)
		return money + ";[Red]-" + money
	case formGiven:
		return money + spare
	case formShare:
		return "0.0000%"
	case formRate:
		return "0.00######%"
	case formFactor:
		return "0.000000"
	case formAmount:
		return "#,##0.000000"
	case formDate:
		return "yyyy-mm-dd"
	case formCustomers:
		return "#,##0.0"
	case formSpare:
		return "#,##0.00####"
	}
	return ""
}

// pointed is the decimals in the notation of number formats.
func pointed(decimals int) string {
	if decimals == 0 {
		return ""
	}
	return "." + strings.Repeat("0", decimals)
}
