package input

import (
	"strings"
	"testing"

	"blyant/model"
)

// TestQueryRefuses has a row for each way of being wrong: what is reported, for
// which field, with which hint. Every query but the first ones holds the rest
// of a good scenario, so that nothing else is reported.
func TestQueryRefuses(t *testing.T) {
	for _, c := range []struct {
		query string
		want  []string
	}{
		{"", []string{"acquisition_cost required required_either", "basket_value required required", "repeat_purchase_rate required required_one_of"}},
		{"basket_value=10&acquisition_cost=&retention_curve=1", []string{"acquisition_cost required required_either"}},
		{"basket_value=x&repeat_purchase_rate=y", []string{"acquisition_cost required required_either", "basket_value not_a_number not_a_number", "repeat_purchase_rate not_a_number not_a_number"}},
		// Names.
		{pencil + "&basket_valeu=1", []string{"basket_valeu unknown_field unknown_field (basket_value)"}},
		{pencil + "&basketCap=1&basketCap=2", []string{"basketCap unknown_field unknown_field (basket_cap)"}},
		{pencil + "&churn_rate=0.1", []string{"churn_rate unknown_field unknown_field (repeat_purchase_rate = 1 - churn_rate)"}},
		{pencil + "&retention_rate=0.9&cac=1&AOV=1&discount-rate=1", []string{"retention_rate unknown_field unknown_field (repeat_purchase_rate)",
			"cac unknown_field unknown_field (acquisition_cost)", "AOV unknown_field unknown_field (basket_value)", "discount-rate unknown_field unknown_field (annual_discount_rate)"}},
		{pencil + "&colour=red", []string{"colour unknown_field unknown_field"}},
		{pencil + "&=1", []string{" unknown_field unknown_field"}},
		{pencil + "&scenario.basket_cap=20", []string{"scenario.basket_cap unknown_field unknown_field (basket_cap)"}},
		{pencil + "&horizon=5&horizon=5&horizon=6", []string{"horizon duplicate duplicate"}},
		{pencil + "&horizon=&horizon=5", []string{"horizon duplicate duplicate"}},
		// Numbers.
		{pencil + "&basket_cap=1e1000000000", []string{"basket_cap not_a_number not_a_number"}},
		{pencil + "&basket_cap=" + strings.Repeat("9", 1<<20), []string{"basket_cap too_long too_many_digits"}},
		{pencil + "&basket_cap=NaN", []string{"basket_cap not_a_number not_a_number"}},
		{pencil + "&basket_cap=0x10", []string{"basket_cap not_a_number not_a_number"}},
		{pencil + "&basket_cap=1_000", []string{"basket_cap not_a_number not_a_number (1000)"}},
		{pencil + "&basket_cap=11,5", []string{"basket_cap not_a_number decimal_comma (decimal=comma)"}},
		{pencil + "&basket_cap=11;5", []string{"basket_cap not_a_number not_a_number"}},
		{pencil + "&basket_cap=90%", []string{"basket_cap not_a_number percent_not_allowed (90)"}},
		{pencil + "&basket_cap=5", []string{"basket_cap out_of_range cap_below_basket (10)"}},
		{pencil + "&basket_growth_rate=5", []string{"basket_growth_rate out_of_range out_of_range (0.05 or 5%)"}},
		{pencil + "&margin_rate=40", []string{"margin_rate out_of_range out_of_range (0.4 or 40%)"}},
		{pencil + "&margin_rate=400%", []string{"margin_rate out_of_range out_of_range"}},
		{pencil + "&annual_discount_rate=8", []string{"annual_discount_rate out_of_range percent_sign_needed (0.08 or 8%)"}},
		{pencil + "&horizon=0", []string{"horizon out_of_range out_of_range"}},
		{pencil + "&horizon=1201", []string{"horizon out_of_range out_of_range"}},
		{pencil + "&horizon=2.5", []string{"horizon out_of_range not_whole"}},
		{pencil + "&horizon=4294967297", []string{"horizon out_of_range out_of_range"}}, // 1 if an int had 32 bits
		{pencil + "&horizon=999999999999999", []string{"horizon out_of_range out_of_range"}},
		// Choices and texts.
		{pencil + "&currency=XAU", []string{"currency not_a_choice not_a_currency"}},
		{pencil + "&currency=nok", []string{"currency not_a_choice not_a_currency (NOK)"}},
		{pencil + "&period=Month", []string{"period not_a_choice not_a_choice (month)"}},
		{pencil + "&name=" + strings.Repeat("ø", 81), []string{"name too_long too_long"}},
		{pencil + "&name=a%00b", []string{"name malformed unprintable"}},
		// Lists.
		{pencil + "&retention_curve=0.8,0.7", []string{"retention_curve conflict both_retentions (repeat_purchase_rate)"}},
		{"acquisition_cost=50&basket_value=10&retention_curve=0.6,,90", []string{"retention_curve[1] not_a_number empty_value", "retention_curve[2] out_of_range out_of_range (0.9 or 90%)"}},
		{"acquisition_cost=50&basket_value=10&retention_curve=0.6,0.8,", []string{"retention_curve[2] not_a_number empty_value"}},
		{"acquisition_cost=50&basket_value=10&retention_curve=0.6,1.8,x", []string{"retention_curve[1] out_of_range out_of_range (0.018 or 1.8%)", "retention_curve[2] not_a_number not_a_number"}},
		{"acquisition_cost=50&basket_value=10&retention_curve=0,6;0,7", []string{"retention_curve[1] not_a_number not_a_number (decimal=comma)"}},
		{"acquisition_cost=50&basket_value=10&retention_curve=" + strings.Repeat("1,", 1200) + "1", []string{"retention_curve too_many too_many_values"}},
	} {
		var s model.Scenario
		expect(t, c.query, fromQuery(flat, &s, c.query, false), c.want...)
	}
}

func TestCommaQueryRefuses(t *testing.T) {
	for _, c := range []struct{ query, want string }{
		{pencil + "&basket_cap=1.234", "basket_cap ambiguous_number ambiguous_number (1234 or 1,234)"},
		{pencil + "&basket_cap=1,234.50", "basket_cap not_a_number not_a_number (1234,50)"},
		{"acquisition_cost=50&basket_value=10&retention_curve=0.6,0.7", "retention_curve[0] not_a_number not_a_number (0,6;0,7)"},
	} {
		var s model.Scenario
		expect(t, c.query, fromQuery(flat, &s, c.query, true), c.want)
	}
}

// TestFaultsShowWhatWasWritten looks at the value and the arguments of faults.
func TestFaultsShowWhatWasWritten(t *testing.T) {
	for _, c := range []struct {
		parameter   string
		value, args string
	}{
		{"margin_rate=400%", "400%", "400%|-1|1"},
		{"margin_rate=2.50", "2.50", "2.50|-1|1"},
		{"horizon=2.50", "2.50", "2.50|1|1200"},
		{"annual_discount_rate=8.0", "8.0", "8.0|1"},
		{"basket_cap=5.00", "5.00", "5.00|10"},
		{"basket_cap=" + strings.Repeat("æ", 50), strings.Repeat("æ", 39) + "…", strings.Repeat("æ", 39) + "…"},
		{"timing=" + strings.Repeat("x", 41), strings.Repeat("x", 39) + "…", strings.Repeat("x", 39) + "…|start, mid, end"},
		{"timing=" + strings.Repeat("x", 40), strings.Repeat("x", 40), strings.Repeat("x", 40) + "|start, mid, end"},
	} {
		var s model.Scenario
		faults := fromQuery(flat, &s, pencil+"&"+c.parameter, false)
		if len(faults) != 1 || faults[0].Value != c.value || strings.Join(faults[0].Args, "|") != c.args {
			t.Errorf("%s: %+v; want value %s, args %s", c.parameter, faults, c.value, c.args)
		}
	}
}

// TestManyFaultsAreCut sends more wrong names than an answer should list.
func TestManyFaultsAreCut(t *testing.T) {
	var query strings.Builder
	query.WriteString(pencil)
	for i := range 1900 {
		query.WriteString("&" + strings.Repeat("x", i+1))
	}
	var s model.Scenario
	faults := fromQuery(flat, &s, query.String(), false)
	if last := faults[len(faults)-1]; len(faults) != maxFaults+1 || last.Reason != reasonMoreFaults || last.Args[0] != "1400" {
		t.Errorf("%d faults, the last one %+v", len(faults), last)
	}
	for _, f := range faults {
		if len(f.Field) > maxFieldShown+2 {
			t.Fatalf("a field of %d bytes", len(f.Field))
		}
	}
}
