//go:build e2e

package e2e

import (
	"fmt"
	"html"
	"regexp"
	"strconv"
	"strings"

	"blyant/internal/locale"
)

// blockCases are customers with everything that a block can hold.
var blockCases = []string{
	pencil,
	"acquisition_cost=50&basket_value=10&margin_rate=0.4&repeat_purchase_rate=0&horizon=1",
	"cost_per_prospect=4&conversion_rate=0.03&basket_value=125&vat_rate=0.25&basket_growth_rate=0.02&basket_cap=180&margin_rate=0.45&orders_per_period=1.5" +
		"&order_growth_rate=-0.01&repeat_purchase_rate=0.93&add_on_rate=0.4&add_on_value=60&add_on_margin_rate=0.6&service_cost_per_order=3&service_cost_per_period=1.25" +
		"&annual_discount_rate=0.08&timing=mid&period=month&horizon=48",
	"acquisition_cost=90&basket_value=200&margin_rate=0.5&retention_curve=0.6,0.7,0.8&period=quarter&horizon=20&timing=end&annual_discount_rate=0.1",
	"acquisition_cost=90&basket_value=200&margin_rate=0.5&survival_curve=0.6,0.42,0.3,0.25&horizon=3&basket_growth_rate=0.05",
	"acquisition_cost=90&basket_value=200&survival_curve=0.5,0,0&horizon=8",
	"acquisition_cost=500&basket_value=2000&repeat_purchase_rate=0.9&currency=JPY&period=week&horizon=520&basket_growth_rate=0.003&order_growth_rate=-0.001&decimals=2",
}

// inCode is a text to copy on a page.
var inCode = regexp.MustCompile(`(?s)<code id="use-0-block_libreoffice"[^>]*>(.*?)</code>`)

// block opens what a page gives to paste, with formulas evaluated, as Calc does where
// that is ticked, and returns the row of each label.
func (s *spreadsheet) block(path, query string) map[string]int {
	s.t.Helper()
	page := string(s.get(path + "?" + query + "&lang=" + s.lang + "&decimal=point"))
	found := inCode.FindStringSubmatch(page)
	if found == nil {
		s.t.Fatalf("%s: there is nothing to paste", query)
	}
	text := html.UnescapeString(strings.ReplaceAll(found[1], "<wbr>", ""))
	s.load("block.csv", []byte(text+"\n"), "Text - txt - csv (StarCalc)", "9,34,76,1,,0,false,false,false,false,false,-1,true")
	s.recalculate(query)
	rows := map[string]int{}
	for i, line := range strings.Split(text, "\n") {
		label, _, _ := strings.Cut(line, "\t")
		rows[label] = i + 1
	}
	return rows
}

// blocks wants what is pasted to work out the API's figures, also when one of its
// cells is changed to what a user of the locale types.
func (s *spreadsheet) blocks() {
	lang, _ := locale.Parse(s.lang)
	for _, query := range blockCases {
		rows := s.block("/", query)
		s.agreesWithBlock(rows, query)
		for _, change := range [][2]string{{"basket_value", "12.75"}, {"margin_rate", "0.35"}, {"horizon", "7"}, {"annual_discount_rate", "0.05"}, {"repeat_purchase_rate", "0.8"}} {
			field, value := change[0], change[1]
			row, has := rows[lang.Label(field)]
			if !has {
				continue
			}
			if old := regexp.MustCompile(`(^|&)` + field + `=[^&]*`); old.MatchString(query) {
				query = old.ReplaceAllString(query, "${1}"+field+"="+value)
			} else {
				query += "&" + field + "=" + value
			}
			if strings.Contains(query, "basket_cap") && field == "basket_value" {
				query = strings.Replace(query, "basket_cap=180", "basket_cap=20", 1)
				s.ask("write", map[string]any{"at": place{Ref: fmt.Sprintf("B%d", rows[lang.Label("basket_cap")])}, "local": "20"}, nil)
			}
			s.ask("write", map[string]any{"at": place{Ref: fmt.Sprintf("B%d", row)}, "local": strings.Replace(value, ".", lang.DecimalMark(), 1)}, nil)
			s.recalculate(query)
			s.agreesWithBlock(rows, query)
		}
	}
}

// agreesWithBlock compares all figures of the block with the API's.
func (s *spreadsheet) agreesWithBlock(rows map[string]int, query string) {
	s.t.Helper()
	lang, _ := locale.Parse(s.lang)
	for _, figure := range []string{"lifetime_value", "net_lifetime_value", "value_to_cost_ratio", "expected_orders"} {
		row, has := rows[lang.Label(figure)]
		if !has {
			s.t.Fatalf("%s: there is no %s in %v", query, figure, rows)
		}
		got := s.read(place{Ref: fmt.Sprintf("B%d", row)})[0]
		want := s.figure(cellCase{figure, query})
		if got.Type != "FORMULA" || got.Error != 0 || got.Value != want {
			s.t.Errorf("%s of %s is %s %q (error %d), the API says %s", figure, query, got.Type, got.Text, got.Error, strconv.FormatFloat(want, 'f', -1, 64))
		}
	}
}
