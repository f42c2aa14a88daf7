package input

import (
	"fmt"
	"strings"
	"testing"

	"blyant/model"
	"blyant/model/vocabulary"

	"github.com/shopspring/decimal"
)

// goods is a record with a list of money, which is not bounded by 1.
type goods struct {
	Prices []decimal.Decimal
	Names  []string
	Orders decimal.NullDecimal
	Price  decimal.NullDecimal
	Whole  vocabulary.Whole
}

var goodsShape = Shape{Fields: []vocabulary.Field{
	vocabulary.Place(vocabulary.Numbers("prices", vocabulary.UnitMoney, decimal.New(1, 12), 9), func(g *goods) any { return &g.Prices }),
	vocabulary.Place(vocabulary.Names("names", 3), func(g *goods) any { return &g.Names }),
	vocabulary.Place(vocabulary.Number("orders", vocabulary.UnitOrders, decimal.New(1, 6)), func(g *goods) any { return &g.Orders }),
	vocabulary.Place(vocabulary.Money("price"), func(g *goods) any { return &g.Price }),
	vocabulary.Place(vocabulary.WholeNumber("whole", vocabulary.UnitCount, 0, 1000), func(g *goods) any { return &g.Whole }),
}}

// curved is a scenario whose curve is to be given.
func curve(t *testing.T, d Dialect, text string) (string, vocabulary.Faults) {
	t.Helper()
	var s model.Scenario
	faults := FromParams(flat, Params{{"acquisition_cost", "5"}, {"basket_value", "10"}, {"retention_curve", text}}, d, &s)
	return fmt.Sprint(s.RetentionCurve), faults
}

func prices(d Dialect, text string) (string, vocabulary.Faults) {
	var g goods
	faults := FromParams(goodsShape, Params{{"prices", text}}, d, &g)
	return fmt.Sprint(g.Prices), faults
}

// A list that may be one number is refused unless the request says which decimal
// mark it has; a space after each comma says list.
func TestListsInDoubt(t *testing.T) {
	for text, hint := range map[string]string{
		"0,1":            "decimal=comma or 0.1 or 0, 1",
		"-0,1":           "decimal=comma or -0.1 or -0, 1",
		"0,9%":           "decimal=comma or 0.9% or 0, 9%",
		"0,9 %":          "decimal=comma or 0.9 % or 0, 9 %",
		"1,200":          "decimal=comma or 1200 or 1, 200",
		"-1,200":         "decimal=comma or -1200 or -1, 200",
		"0,200":          "decimal=comma or 0.200 or 0, 200",
		"10,20":          "decimal=comma or 10.20 or 10, 20",
		"1,200,300":      "1200300 or 1, 200, 300",
		"12,000,000,000": "12000000000 or 12, 000, 000, 000",
		"1200,300,400":   "1200, 300, 400", // groups of three, but not thousands
		" 0,1\r\n":       "decimal=comma or 0.1 or 0, 1",
	} {
		for _, read := range []func(Dialect, string) (string, vocabulary.Faults){prices, func(d Dialect, text string) (string, vocabulary.Faults) { return curve(t, d, text) }} {
			_, faults := read(Dialect{}, text)
			if len(faults) != 1 || faults[0].Code != vocabulary.CodeAmbiguousNumber || faults[0].Hint != hint || strings.HasSuffix(faults[0].Field, "]") {
				t.Errorf("%q: %+v, want %s", text, faults, hint)
			}
		}
	}
	for text, want := range map[string]string{"0,1,2": "[0 1 2]", "0.5,1": "[0.5 1]", "10%,20%": "", "0, 1": "[0 1]", "1, 200": "[1 200]", "1,200, 300": "[1 200 300]",
		"1,20,300": "[1 20 300]", "7": "[7]", "0 ,1": "[0 1]", "1,2000": "", "\u00a01, 2\u2028": "[1 2]"} {
		got, faults := prices(Dialect{}, text)
		if want != "" && (len(faults) > 0 || got != want) {
			t.Errorf("%q is %s, %v", text, got, faults)
		}
	}
	for _, said := range []struct {
		Dialect
		want string
	}{{Dialect{Said: true}, "[0 1]"}, {Dialect{Said: true, Comma: true}, "[0.1]"}, {Dialect{Comma: true}, "[0.1]"}} {
		if got, faults := curve(t, said.Dialect, "0,1"); len(faults) > 0 || got != said.want {
			t.Errorf("%+v: 0,1 is %s, %v", said.Dialect, got, faults)
		}
	}
	if got, faults := curve(t, Dialect{}, "10%,20%"); len(faults) > 0 || got != "[0.1 0.2]" {
		t.Errorf("percentages are %s, %v", got, faults)
	}
}

// What the hint of a list says to type is taken, and holds the numbers meant.
func TestHintsOfLists(t *testing.T) {
	comma, point := Dialect{Comma: true}, Dialect{Said: true}
	for _, c := range []struct {
		d          Dialect
		text, hint string
		read       string
	}{
		{comma, "0.6,0.7", "0,6;0,7", "[0.6 0.7]"},
		{comma, "0,6,0,7", "0,6;0,7", "[0.6 0.7]"},
		{comma, "0,6,0,7,0,8", "0,6;0,7;0,8", "[0.6 0.7 0.8]"},
		{comma, "60%,70%,80%", "60%;70%;80%", "[0.6 0.7 0.8]"},
		{comma, "0,6\n0,7\r\n0,8\n", "0,6;0,7;0,8", "[0.6 0.7 0.8]"},
		{comma, "0.6\t0.7", "0,6;0,7", "[0.6 0.7]"},
		{Dialect{}, "0.6;0.7", "0.6,0.7", "[0.6 0.7]"},
		{Dialect{}, "0;1", "0, 1", "[0 1]"},
		{point, "0;1", "0,1", "[0 1]"},
		{Dialect{}, "0,6,0,7", "0.6,0.7", "[0.6 0.7]"},
		{Dialect{}, "0.6\n0.7", "0.6,0.7", "[0.6 0.7]"},
		{Dialect{}, "60%\t70%\t80,5%", "60%,70%,80.5%", ""},
		{Dialect{}, "0,6\n0,7", "0.6,0.7", "[0.6 0.7]"},
		{Dialect{}, "0.6 0.7", "0.6,0.7", "[0.6 0.7]"},
		{Dialect{}, "60% 70%", "60%,70%", "[0.6 0.7]"},
		{comma, "0,6 0,7", "0,6;0,7", "[0.6 0.7]"},
		{Dialect{}, "[0.6, 0.7]", "0.6,0.7", "[0.6 0.7]"},
		{Dialect{}, "[0, 1]", "0, 1", "[0 1]"},
		{comma, "[0.6, 0.7]", "0,6;0,7", "[0.6 0.7]"},
	} {
		_, faults := curve(t, c.d, c.text)
		for _, f := range faults {
			if f.Hint != c.hint && c.read != "" {
				t.Errorf("%q in %+v: %+v, want %s", c.text, c.d, f, c.hint)
			}
		}
		if len(faults) == 0 {
			t.Errorf("%q in %+v is read", c.text, c.d)
		}
		if c.read == "" {
			continue
		}
		if got, faults := curve(t, c.d, c.hint); len(faults) > 0 || got != c.read {
			t.Errorf("the hint %s of %q is %s, %v", c.hint, c.text, got, faults)
		}
	}
	// Where both readings are possible both are given, and what can only be meant
	// with another decimal mark says so.
	for _, c := range []struct {
		d          Dialect
		text, hint string
	}{
		{comma, "1,2,3,4", "1;2;3;4 or 1,2;3,4"},
		{comma, "10,20,30", "10;20;30"},
		{comma, "1.234", "1234 or 1,234"},
		{comma, "1.234;5", "1234 or 1,234"},
		{Dialect{}, "0,6;0,7", "decimal=comma"},
		{Dialect{}, "12;x", ""},
		{Dialect{}, "1 200", "1200"},
		{comma, "1 2345", "12345"},
		{comma, strings.Repeat("0.6,", 5) + "x", ""},
	} {
		_, faults := prices(c.d, c.text)
		if len(faults) == 0 || faults[0].Hint != c.hint {
			t.Errorf("%q in %+v: %+v, want %s", c.text, c.d, faults, c.hint)
		}
	}
}

// A text where JSON has a list is shown as it was sent, with the list it was
// meant as.
func TestTextInPlaceOfAList(t *testing.T) {
	for literal, want := range map[string][2]string{
		`"0.8,0.7"`:           {"0.8,0.7", "[0.8, 0.7]"},
		`"0.8"`:               {"0.8", "[0.8]"},
		`"80%, 70%"`:          {"80%, 70%", `["80%", "70%"]`},
		`"0,1"`:               {"0,1", "[0.1] or [0, 1]"},
		`"0.8\n0.7"`:          {"0.8 0.7", "[0.8, 0.7]"},
		`"high"`:              {"high", ""},
		`true`:                {"true", ""},
		`0.8`:                 {"0.8", "[0.8]"},
		`{"first": 0.8}`:      {"{…}", ""},
		`"` + "  0.8  " + `"`: {"0.8", "[0.8]"},
	} {
		var s model.Scenario
		faults := FromJSON(flat, []byte(`{"acquisition_cost": 5, "basket_value": 10, "retention_curve": `+literal+`}`), Dialect{}, &s)
		if len(faults) != 1 || faults[0].Reason != reasonListExpected || faults[0].Value != want[0] || faults[0].Args[0] != want[0] || faults[0].Hint != want[1] {
			t.Errorf("%s: %+v", literal, faults)
		}
	}
}

// A percent sign on a count means a hundredth, on what is whole or money it is
// one too many.
func TestPercentOfCounts(t *testing.T) {
	for _, c := range []struct {
		d                 Dialect
		field, text, hint string
	}{
		{Dialect{}, "orders", "30%", "0.3"}, {Dialect{}, "orders", "2.5 %", "0.025"}, {Dialect{Comma: true}, "orders", "2,5%", "0.025"}, {Dialect{Comma: true}, "orders", "123,4%", "1,234"},
		{Dialect{}, "orders", "150%", "1.5"}, {Dialect{}, "price", "30%", "30"}, {Dialect{Comma: true}, "price", "2,5%", "2,5"}, {Dialect{}, "whole", "30%", "30"},
		{Dialect{Percent: true}, "orders", "30%", "0.3"}, {Dialect{}, "prices", "30%", "30"},
	} {
		var g goods
		faults := FromParams(goodsShape, Params{{c.field, c.text}}, c.d, &g)
		if len(faults) != 1 || faults[0].Hint != c.hint {
			t.Errorf("%s=%s: %+v, want %s", c.field, c.text, faults, c.hint)
		}
	}
	for _, f := range model.ScenarioFields() { // every count of a customer's is one
		if f.Unit != vocabulary.UnitOrders && f.Unit != vocabulary.UnitAddOns && f.Unit != vocabulary.UnitCustomers {
			continue
		}
		var s model.Scenario
		faults := FromParams(flat, append(Params{{f.Name, "30%"}}, Params{{"acquisition_cost", "5"}, {"basket_value", "10"}, {"repeat_purchase_rate", "1"}}...), Dialect{}, &s)
		if len(faults) != 1 || faults[0].Hint != "0.3" {
			t.Errorf("%s=30%%: %+v", f.Name, faults)
		}
	}
}

// Hints of ranges are typed as the request is.
func TestHintsInTheDialect(t *testing.T) {
	for _, c := range []struct {
		d           Dialect
		query, want string
	}{
		{Dialect{}, "margin_rate=12.345", "0.12345 or 12.345%"},
		{Dialect{Comma: true}, "margin_rate=12,345", "0,12345 or 12,345%"},
		{Dialect{Comma: true}, "annual_discount_rate=8", "0.08 or 8%"},
		{Dialect{Comma: true}, "basket_value=1,234&basket_cap=1", "1,234"},
		{Dialect{Percent: true}, "margin_rate=7500", "75"},
		{Dialect{Percent: true, Comma: true}, "margin_rate=1234,5", "12,345"},
		{Dialect{Percent: true}, "margin_rate=7500%", ""},
		{Dialect{Percent: true}, "annual_discount_rate=50000", "500"},
		{Dialect{Percent: true}, "basket_value=10&basket_cap=5", "10"},
	} {
		params, _ := ParseQuery(c.query)
		var s model.Scenario
		faults := FromParams(flat, params, c.d, &s)
		hint := "none"
		for _, f := range faults {
			if f.Code == vocabulary.CodeOutOfRange {
				hint = f.Hint
			}
		}
		if hint != c.want {
			t.Errorf("%s in %+v: %q, want %q of %v", c.query, c.d, hint, c.want, faults)
		}
	}
}

// With percent=on a bare number in a field that takes a percent sign is a
// percentage, whatever else it is.
func TestPercentOn(t *testing.T) {
	for _, c := range []struct {
		comma       bool
		field, text string
		want        string
	}{
		{false, "repeat_purchase_rate", "75", "0.75"}, {false, "repeat_purchase_rate", "1", "0.01"}, {false, "repeat_purchase_rate", "75%", "0.75"},
		{false, "basket_growth_rate", "-5", "-0.05"}, {true, "repeat_purchase_rate", "0,9", "0.009"}, {false, "annual_discount_rate", "1000", "10"},
		{false, "basket_value", "75", "75"}, {false, "horizon", "7", "7"}, {false, "referrals_per_period", "2", "2"},
		{false, "retention_curve", "60,70.5,80%", "[0.6 0.705 0.8]"}, {true, "retention_curve", "60;70,5", "[0.6 0.705]"},
	} {
		var s model.Scenario
		for _, fault := range FromParams(flat, Params{{c.field, c.text}}, Dialect{Comma: c.comma, Percent: true}, &s) {
			if fault.Code != vocabulary.CodeRequired {
				t.Errorf("%s=%s: %+v", c.field, c.text, fault)
			}
		}
		f, _ := scenarioField(c.field)
		v, _ := f.Get(&s)
		got := v.Number.String()
		if v.Numbers != nil {
			got = fmt.Sprint(v.Numbers)
		}
		if got != c.want {
			t.Errorf("%s=%s is %s, want %s", c.field, c.text, got, c.want)
		}
	}
	var s model.Scenario
	faults := FromParams(flat, Params{{"acquisition_cost", "1"}, {"basket_value", "1"}, {"repeat_purchase_rate", "7500"}}, Dialect{Percent: true}, &s)
	if len(faults) != 1 || strings.Join(faults[0].Args, "|") != "7500|0%|100%" || faults[0].Value != "7500" {
		t.Errorf("7500: %+v", faults)
	}
}

// What comes along from a cell is trimmed: of values, of texts in JSON, and of
// names of parameters.
func TestPastedCells(t *testing.T) {
	for _, around := range []string{" ", "\t", "\r\n", "\uFEFF", "\u00a0", "\u202f", "\u200b", "\u200e", "\u2028", "\v", "\u2060 \n"} {
		pasted := func(text string) string { return around + text + around }
		params := Params{{"acquisition_cost", pasted("50")}, {"basket_value", pasted("10")}, {"retention_curve", pasted("90%, 80%")},
			{"name", pasted("ten")}, {"period", pasted("month")}, {"horizon", pasted("12")}, {"basket_cap", around}}
		var s model.Scenario
		expect(t, fmt.Sprintf("%q", around), FromParams(flat, params, Dialect{}, &s))
		if got := fmt.Sprint(scenario(&s), " ", s.Period, s.Horizon.Int, s.BasketCap.Valid); got != "ten 50 10 - [0.9 0.8] - month12 false" {
			t.Errorf("%q: %s", around, got)
		}
		body := strings.ReplaceAll(`{"acquisition_cost": "~50~", "basket_value": "~10~", "retention_curve": ["~90%~", "~0.8"], "name": "~ten~", "period": "~month~", "horizon": "12", "basket_cap": "~"}`,
			"~", strings.Trim(quote(around), `"`))
		s = model.Scenario{}
		expect(t, body, FromJSON(flat, []byte(body), Dialect{}, &s))
		if got := fmt.Sprint(scenario(&s), " ", s.Period, s.Horizon.Int, s.BasketCap.Valid); got != "ten 50 10 - [0.9 0.8] - month12 false" {
			t.Errorf("%s: %s", body, got)
		}
	}
	params, _ := ParseQuery("%EF%BB%BFbasket_value=1&+horizon%0D%0A=2")
	if fmt.Sprint(params) != "[{basket_value 1} {horizon 2}]" {
		t.Errorf("names are %q", params)
	}
}

// Whatever is shown of a request stands on one line.
func TestFaultsStandOnOneLine(t *testing.T) {
	var s model.Scenario
	faults := FromParams(flat, Params{{"basket_value", "1\n2"}, {"retention_curve", "0.5\r\n0.6\r\nx"}, {"na\nme", "1"}, {"period", "week\nmonth"}}, Dialect{}, &s)
	faults = append(faults, FromJSON(flat, []byte(`{"horizon": "1\u20282", "retention_curve": "0.5\n0.6", "a\nb": 1}`), Dialect{}, &s)...)
	if len(faults) < 8 {
		t.Errorf("%d faults", len(faults))
	}
	for _, f := range faults {
		if strings.ContainsAny(f.Field+f.Hint+f.Value+strings.Join(f.Args, ""), "\r\n\v\u2028") {
			t.Errorf("%+q", f)
		}
	}
}

// A choice is hinted at by its nearest neighbour, a currency never.
func TestHintsOfChoices(t *testing.T) {
	for text, want := range map[string]string{"months": "month", "Month": "month", "monthly": "month", "yearly": "year", "annual": "year", "weekly": "week", "12": "", "decade": ""} {
		var s model.Scenario
		for _, f := range FromParams(flat, Params{{"period", text}}, Dialect{}, &s) {
			if f.Field == "period" && f.Hint != want {
				t.Errorf("period=%s: %+v, want %s", text, f, want)
			}
		}
	}
	var s model.Scenario
	for _, f := range FromParams(flat, Params{{"currency", "XAU"}}, Dialect{}, &s) {
		if f.Field == "currency" && f.Hint != "" {
			t.Errorf("gold is taken for %s", f.Hint)
		}
	}
}
