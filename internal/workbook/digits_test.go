package workbook

import (
	"strconv"
	"strings"
	"testing"

	"blyant/internal/locale"
)

// An input of more digits than a spreadsheet shows is in its cell as the double
// that is nearest to it, not cut short.
func TestInputsKeepTheirDigits(t *testing.T) {
	given := map[string]string{
		"basket_value": "123456789012.34567", "acquisition_cost": "777777777777.77777", "margin_rate": "0.99999999999999989", "repeat_purchase_rate": "0.12345678901234567",
	}
	request := pencils()
	for name, text := range given {
		request[name] = text
	}
	f := opened(t, fileOf(t, customerAnswer(t, request, locale.English), locale.English))
	for name, text := range given {
		sheet, cell, _ := strings.Cut(strings.ReplaceAll(names(f)[name], "$", ""), "!")
		got, err := f.GetCellValue(sheet, cell, raw)
		if err != nil {
			t.Fatal(err)
		}
		held, err := strconv.ParseFloat(got, 64)
		if want, _ := strconv.ParseFloat(text, 64); err != nil || held != want {
			t.Errorf("%s = %s is in its cell as %s", name, text, got)
		}
	}
}
