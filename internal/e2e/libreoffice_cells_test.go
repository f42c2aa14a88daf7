//go:build e2e

package e2e

import (
	"encoding/json"
	"fmt"
	"strconv"
	"strings"
)

// cellCase is a figure of a scenario, by GET.
type cellCase struct{ figure, query string }

const pencil = "acquisition_cost=50&basket_value=10&margin_rate=0.4&orders_per_period=12&repeat_purchase_rate=0.9" +
	"&basket_growth_rate=0.05&service_cost_per_order=0.5&annual_discount_rate=0.08"

// cellCases are of every kind of figure: positive, negative, zero, four digits
// without decimals that matter (which some readers take for a year), large,
// many decimals.
var cellCases = []cellCase{
	{"net_lifetime_value", pencil},
	{"lifetime_value", pencil},
	{"payback_periods", pencil},
	{"internal_rate_of_return", pencil},
	{"probability_of_profit", pencil},
	{"net_lifetime_value", "acquisition_cost=50&basket_value=10&margin_rate=0.4&repeat_purchase_rate=0"}, // −46.00
	{"word_of_mouth_value", pencil}, // 0.00
	{"net_lifetime_value", "acquisition_cost=50&basket_value=2000&repeat_purchase_rate=0"}, // 1950.00
	{"net_lifetime_value", "acquisition_cost=5&basket_value=2000&margin_rate=1&repeat_purchase_rate=0&service_cost_per_order=0.95"},
	{"lifetime_revenue", "acquisition_cost=0&basket_value=1234567.89&repeat_purchase_rate=0.5&period=month&horizon=60"},
	{"expected_orders", "acquisition_cost=1&basket_value=1&retention_curve=0.6,0.7,0.8&period=quarter&timing=mid"},
	{"lifetime_value", "acquisition_cost=1&basket_value=1999&repeat_purchase_rate=0&currency=JPY"},
	{"lifetime_value", "acquisition_cost=1&basket_value=12.05&repeat_purchase_rate=0&currency=KWD"},
	{"perpetual_lifetime_value", "acquisition_cost=10&basket_value=100&repeat_purchase_rate=80%25&annual_discount_rate=10%25&timing=end"},
	{"lifetime_value", "acquisition_cost=10&basket_value=0.1&repeat_purchase_rate=0.333&decimals=10"},
}

// figure asks for the figure as JSON gives it: the digits that a cell must show.
func (s *spreadsheet) figure(c cellCase) float64 {
	s.t.Helper()
	summary, _ := decode(s.t, s.get("/v1/lifetime-value?"+c.query))["summary"].(map[string]any)
	digits, isNumber := summary[c.figure].(json.Number)
	if !isNumber {
		s.t.Fatalf("%s of %s is %v", c.figure, c.query, summary[c.figure])
	}
	x, err := strconv.ParseFloat(string(digits), 64)
	must(s.t, err)
	return x
}

// webService wants WEBSERVICE to give the number itself, in arithmetic too: with
// a decimal comma where the locale has one, and through NUMBERVALUE everywhere.
func (s *spreadsheet) webService() {
	for _, c := range cellCases {
		url := s.server + "/v1/lifetime-value/" + c.figure + "?" + c.query
		own := url
		if s.comma {
			own += "&decimal=comma"
			own = strings.Replace(own, "retention_curve=0.6,0.7,0.8", "retention_curve=0,6;0,7;0,8", 1)
		}
		shown := s.formulas(
			fmt.Sprintf(`=WEBSERVICE("%s")*2`, own),
			fmt.Sprintf(`=NUMBERVALUE(WEBSERVICE("%s")%s".")`, url, s.separator()),
			fmt.Sprintf(`=NUMBERVALUE(WEBSERVICE("%s")%s".")+1`, url, s.separator()),
		)
		want := s.figure(c)
		for i, x := range []float64{2 * want, want, want + 1} {
			if shown[i].Error != 0 || shown[i].Value != x {
				s.t.Errorf("%s: %v (error %d), want %v", shown[i].Formula, shown[i].Text, shown[i].Error, x)
			}
		}
	}
}

// separator is between the arguments of a function.
func (s *spreadsheet) separator() string {
	if s.comma {
		return ";"
	}
	return ","
}

// null wants a figure that has no value to be an error in arithmetic, never 0.
func (s *spreadsheet) null() {
	url := s.server + "/v1/lifetime-value/payback_periods?acquisition_cost=50&basket_value=10&repeat_purchase_rate=0"
	shown := s.formulas(
		fmt.Sprintf(`=WEBSERVICE("%s")`, url),
		fmt.Sprintf(`=WEBSERVICE("%s")+1`, url),
		fmt.Sprintf(`=NUMBERVALUE(WEBSERVICE("%s")%s".")`, url, s.separator()),
	)
	if shown[0].Text != "#N/A" || shown[0].Error != 0 {
		s.t.Errorf("a figure without a value shows %q, want #N/A as a text", shown[0].Text)
	}
	for _, c := range shown[1:] {
		if c.Error == 0 {
			s.t.Errorf("%s is %q, want an error", c.Formula, c.Text)
		}
	}
}

// filterXML wants several figures from one answer.
func (s *spreadsheet) filterXML() {
	for _, c := range cellCases {
		url := s.server + "/v1/lifetime-value?" + c.query + "&format=xml"
		shown := s.formulas(fmt.Sprintf(`=FILTERXML(WEBSERVICE("%s")%s"number(//summary/%s)")`, url, s.separator(), c.figure))
		if want := s.figure(c); shown[0].Error != 0 || shown[0].Value != want {
			s.t.Errorf("%s: %v (error %d), want %v", shown[0].Formula, shown[0].Text, shown[0].Error, want)
		}
	}
}
