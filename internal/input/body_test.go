package input

import (
	"encoding/json"
	"strings"
	"testing"

	"blyant/model"
	"blyant/model/vocabulary"
)

// pencilJSON begins a JSON object in which nothing is wrong so far.
const pencilJSON = `{"acquisition_cost": 50, "basket_value": "10", "repeat_purchase_rate": 9e-1`

func TestJSONRefuses(t *testing.T) {
	for _, c := range []struct {
		body string
		want []string
	}{
		// The body as a whole.
		{"", []string{" malformed empty_body"}},
		{" \r\n\t", []string{" malformed empty_body"}},
		{"\uFEFF", []string{" malformed empty_body"}},
		{"[]", []string{" malformed not_an_object"}},
		{"null", []string{" malformed not_an_object"}},
		{`"{}"`, []string{" malformed not_an_object"}},
		{"12", []string{" malformed not_an_object"}},
		{"{} {}", []string{" malformed second_value"}},
		{"{}\n{}\n", []string{" malformed second_value"}},
		{"{},", []string{" malformed trailing_data"}},
		{"{} x", []string{" malformed trailing_data"}},
		{"{", []string{" malformed not_json"}},
		{"acquisition_cost=50", []string{" malformed not_json"}},
		{`{"horizon": 007}`, []string{" malformed not_json"}},
		{`{"horizon": +7}`, []string{" malformed not_json"}},
		{`{"horizon": NaN}`, []string{" malformed not_json"}},
		{`{"horizon": 0x10}`, []string{" malformed not_json"}},
		{`{"horizon": 1_000}`, []string{" malformed not_json"}},
		{`{"horizon": .5}`, []string{" malformed not_json"}},
		{`{"horizon": 5,}`, []string{" malformed not_json"}},
		{"{\"name\": \"\xff\"}", []string{" malformed not_utf8"}},
		{`{"name": "\ud800"}`, []string{" malformed not_utf8"}},
		{`{"name": "\udc00\ud800"}`, []string{" malformed not_utf8"}},
		{`{"name": "\ud83d\\ude00"}`, []string{" malformed not_utf8"}},
		{`{"a":` + strings.Repeat("[", 20) + strings.Repeat("]", 20) + `}`, []string{" malformed too_deep"}},
		{strings.Repeat("[", 1<<20), []string{" malformed not_json"}},
		{"{" + strings.Repeat(`"a": 1, `, 2000) + `"b": 1}`, []string{" too_many too_many_parameters"}},
		// Its members.
		{"{}", []string{"acquisition_cost required required_either", "basket_value required required", "repeat_purchase_rate required required_one_of"}},
		{`{"acquisition_cost": null, "basket_value": "", "retention_curve": []}`, []string{"acquisition_cost required required_either", "basket_value required required", "repeat_purchase_rate required required_one_of"}},
		{pencilJSON + `, "horizon": 5, "horizon": 5}`, []string{"horizon duplicate duplicate"}},
		{pencilJSON + `, "horizon": null, "hori\u007aon": null}`, []string{"horizon duplicate duplicate"}},
		{pencilJSON + `, "basket_valeu": 1}`, []string{"basket_valeu unknown_field unknown_field (basket_value)"}},
		{pencilJSON + `, "Horizon": 5}`, []string{"Horizon unknown_field unknown_field (horizon)"}},
		{pencilJSON + `, "scenarios": []}`, []string{"scenarios unknown_field unknown_field"}},
		{pencilJSON + `, "horizon": 1e1000000000}`, []string{"horizon too_long too_many_digits"}},
		{pencilJSON + `, "horizon": ` + strings.Repeat("9", 1<<20) + "}", []string{"horizon too_long too_many_digits"}},
		{pencilJSON + `, "horizon": "1e1"}`, []string{"horizon not_a_number not_a_number (10)"}},
		{pencilJSON + `, "horizon": 25e-1}`, []string{"horizon out_of_range not_whole"}},
		{pencilJSON + `, "horizon": true}`, []string{"horizon not_a_number not_a_number"}},
		{pencilJSON + `, "horizon": [5]}`, []string{"horizon not_a_number not_a_number"}},
		{pencilJSON + `, "horizon": {"years": 5}}`, []string{"horizon not_a_number not_a_number"}},
		{pencilJSON + `, "margin_rate": "1,5"}`, []string{"margin_rate not_a_number decimal_comma (decimal=comma)"}},
		{pencilJSON + `, "margin_rate": 40}`, []string{"margin_rate out_of_range out_of_range (0.4 or 40%)"}},
		{pencilJSON + `, "annual_discount_rate": 8}`, []string{"annual_discount_rate out_of_range percent_sign_needed (0.08 or 8%)"}},
		{pencilJSON + `, "period": 12}`, []string{"period not_a_choice not_a_choice"}},
		{pencilJSON + `, "name": 12}`, []string{"name malformed text_expected"}},
		{pencilJSON + `, "name": "\u0000"}`, []string{"name malformed unprintable"}},
		{pencilJSON + `, "retention_curve": [0.8]}`, []string{"retention_curve conflict both_retentions (repeat_purchase_rate)"}},
		{`{"acquisition_cost": 50, "basket_value": 10, "retention_curve": 0.8}`, []string{"retention_curve not_a_number list_expected ([0.8])"}},
		{`{"acquisition_cost": 50, "basket_value": 10, "retention_curve": "0.8,0.7"}`, []string{"retention_curve not_a_number list_expected ([0.8, 0.7])"}},
		{`{"acquisition_cost": 50, "basket_value": 10, "retention_curve": [0.8, null, "", [], "90%", 90]}`, []string{"retention_curve[1] not_a_number empty_value",
			"retention_curve[2] not_a_number empty_value", "retention_curve[3] not_a_number not_a_number", "retention_curve[5] out_of_range out_of_range (0.9 or 90%)"}},
		{`{"acquisition_cost": 50, "basket_value": 10, "retention_curve": [` + strings.Repeat("1,", 1200) + `1]}`, []string{"retention_curve too_many too_many_values"}},
	} {
		var s model.Scenario
		expect(t, c.body, FromJSON(flat, []byte(c.body), Dialect{}, &s), c.want...)
	}
}

func TestJSONSaysWhere(t *testing.T) {
	for body, want := range map[string]string{
		"{\n \"a\": }":           "2 7",
		"{\"æøå\": x}":           "1 9",
		"{\"a\": 1":              "1 7",
		"{\"a\": 1}\n\n {}":      "3 2",
		"{\"name\": \"x\"}\nx\n": "2 1",
	} {
		var s model.Scenario
		faults := FromJSON(flat, []byte(body), Dialect{}, &s)
		if len(faults) != 1 || strings.Join(faults[0].Args, " ") != want {
			t.Errorf("%q: %+v, want %s", body, faults, want)
		}
	}
}

func TestJSONReads(t *testing.T) {
	var s model.Scenario
	body := "\uFEFF" + pencilJSON + `, "name": "\ud83d\ude00 \\ud83d", "basket_cap": null, "margin_rate": "40 %", "horizon": 12.0, "add_on_value": 1.50e1, "add_on_rate": "0.40"} ` + "\n"
	if faults := FromJSON(flat, []byte(body), Dialect{}, &s); len(faults) > 0 {
		t.Fatal(faults)
	}
	got := []string{s.Name, s.MarginRate.Decimal.StringFixed(-s.MarginRate.Decimal.Exponent()), s.AddOnValue.Decimal.StringFixed(-s.AddOnValue.Decimal.Exponent()),
		s.AddOnRate.Decimal.StringFixed(-s.AddOnRate.Decimal.Exponent())}
	if strings.Join(got, "|") != `😀 \ud83d|0.40|15.0|0.40` || s.Horizon.Int != 12 || s.BasketCap.Valid {
		t.Errorf("%q %+v", got, s)
	}
	comma := pencilJSON + `, "basket_cap": "1 234,50", "retention_curve": null}`
	if faults := FromJSON(flat, []byte(comma), Dialect{Comma: true}, &s); len(faults) > 0 || s.BasketCap.Decimal.String() != "1234.5" {
		t.Errorf("%v %v", faults, s.BasketCap)
	}
}

// FuzzFromJSON holds the reader to encoding/json's idea of what is JSON, and to
// never failing.
func FuzzFromJSON(f *testing.F) {
	for _, seed := range []string{"", "{}", "[]", "{} {}", pencilJSON + "}", pencilJSON + `,"horizon":1e400,"name":"\ud800"}`,
		`{"defaults":{"basket_value":1},"scenarios":[{"name":"a","retention_curve":[1,null,"0,5"]},3],"baseline":"a"}`,
		`{"scenario":{"basket_value":1},"programmes":[{"free_every":10},{}],"draws":5e3,"metrics":["a",1]}`} {
		f.Add([]byte(seed), true)
	}
	f.Fuzz(func(t *testing.T, body []byte, comma bool) {
		one, many, programmed := programmes{}, comparison{}, programmes{}
		faults := FromJSON(flat, body, Dialect{Comma: comma}, &one.Scenario)
		faults = append(faults, FromJSON(comparisonShape, body, Dialect{Comma: comma}, &many)...)
		faults = append(faults, FromJSON(programmesShape, body, Dialect{Comma: comma}, &programmed)...)
		unread := false
		for _, fault := range faults {
			unread = unread || fault.Code == vocabulary.CodeMalformed && fault.Field == ""
			if fault.Code == "" || fault.Reason == "" {
				t.Fatalf("%q: fault %+v", body, fault)
			}
		}
		if !unread && !json.Valid([]byte(strings.TrimPrefix(string(body), "\uFEFF"))) {
			t.Fatalf("%q is not JSON but was read", body)
		}
	})
}
