package calculator_test

import (
	"context"
	"regexp"
	"strings"
	"testing"

	"blyant/internal/calculator"
	"blyant/internal/locale"
)

// strange are requests whose answers have figures without a value and notes of many kinds.
var strange = [][2]string{
	{"/v1/lifetime-value", "acquisition_cost=50&basket_value=10&repeat_purchase_rate=0"},
	{"/v1/lifetime-value", "acquisition_cost=0&basket_value=10&repeat_purchase_rate=1&basket_growth_rate=0.6&margin_rate=-0.1&annual_discount_rate=200%25"},
	{"/v1/lifetime-value", "acquisition_cost=50&basket_value=10&retention_curve=0.9,0.8,0.7&margin_rate=0.1&service_cost_per_period=2"},
	{"/v1/lifetime-value", "acquisition_cost=50&basket_value=10&survival_curve=1,0.8,0.7&referrals_per_period=2&deterred_per_lost_customer=3"},
	{"/v1/lifetime-value", "acquisition_cost=0.01&basket_value=10&repeat_purchase_rate=1&horizon=1200&basket_growth_rate=0.01&decimals=0"},
	{"/v1/comparison", "acquisition_cost=50&basket_value=10&a.repeat_purchase_rate=0&b.repeat_purchase_rate=0.9&a.horizon=3&b.horizon=9&b.annual_discount_rate=0.1"},
	{"/v1/programmes", "acquisition_cost=0&basket_value=10&retention_curve=0.9,0.95&big.repeat_purchase_rate_change=0.5&big.cost_per_order=1&free.orders_change=0.1"},
	{"/v1/service-promise", "acquisition_cost=50&basket_value=10&exceeded_share=0.2&met_share=0.7&repeat_rate_exceeded=0.9&repeat_rate_met=0.8&repeat_rate_missed=0.2&referrals_per_exceeded=0.1"},
	{"/v1/plan", "acquisition_cost=50&basket_value=10&repeat_purchase_rate=0.99&horizon=3&plan_periods=12&new_customers_first=1&seasonality=1,2&fixed_cost_per_period=900&new_customers_growth_rate=0.7"},
	{"/v1/plan", "acquisition_cost=5&basket_value=10&repeat_purchase_rate=0.99&plan_periods=12&new_customers_first=1&referrals_per_period=0.5&word_of_mouth=on&margin_rate=0.5"},
	{"/v1/sensitivity", "acquisition_cost=50&basket_value=10&repeat_purchase_rate=0&metric=payback_periods"},
	{"/v1/simulation", "acquisition_cost=50&basket_value=10&uncertain.repeat_purchase_rate=normal:0.9,0.3&draws=1000"},
	{"/v1/retention-fit", "active=100,90,81"},
	{"/v1/retention-fit", "active=1000,500,490,488"},
}

// unfilled is a place in a sentence that nothing was put into.
var unfilled = regexp.MustCompile(`%[a-z\[!(]|\{[a-z0-9_]*\}|<no value>|NaN`)

// noteCodes are the notes of an answer and of what is within it, each with its sentence.
func noteCodes(v any, say func(code, field, message string)) {
	switch v := v.(type) {
	case node:
		for name, inner := range v {
			if name != "notes" {
				noteCodes(inner, say)
				continue
			}
			for _, note := range list(inner) {
				code, _ := at(note, "code").(string)
				field, _ := at(note, "field").(string)
				message, _ := at(note, "message").(string)
				say(code, field, message)
			}
		}
	case []any:
		for _, inner := range v {
			noteCodes(inner, say)
		}
	}
}

// Each note is a sentence of its own in each language, every place in it filled, about a field
// or figure that it names.
func TestNotesInFourLanguages(t *testing.T) {
	seen := map[string]bool{}
	for _, c := range strange {
		said := map[string]map[string]bool{}
		for _, l := range locale.Languages() {
			status, text := replied(c[0]+"?decimal=point&"+c[1]+"&lang="+string(l), "", "")
			if status != 200 {
				t.Fatalf("%s?%s: %d %s", c[0], c[1], status, text)
			}
			noteCodes(decoded(t, text), func(code, field, message string) {
				seen[code] = true
				key := code + " " + field
				if said[key] == nil {
					said[key] = map[string]bool{}
				}
				said[key][message] = true
				if message == code || unfilled.MatchString(message) || !strings.HasSuffix(message, ".") || field == "" {
					t.Errorf("%s %s of %s: %q", l, key, c[0], message)
				}
			})
		}
		for key, sentences := range said {
			if len(sentences) < len(locale.Languages())-1 { // Danish and Norwegian may agree
				t.Errorf("%s has only %d sentences: %v", key, len(sentences), sentences)
			}
		}
	}
	if len(seen) < 20 {
		t.Errorf("only %d kinds of notes: %v", len(seen), seen)
	}
}

// A figure without a value is #N/A at its address, empty in CSV and null in JSON, with a note
// that says why; one with a value is never any of these.
func TestFiguresOfNever(t *testing.T) {
	nulls := 0
	for _, c := range strange[:5] {
		_, text := replied(c[0]+"?decimal=point&"+c[1], "", "")
		whole := decoded(t, text)
		about := map[string]bool{}
		noteCodes(whole, func(_, field, _ string) { about[field] = true })
		_, table := replied(c[0]+"?decimal=point&format=csv&table=summary&"+c[1], "", "")
		lines := strings.Split(table, "\n")
		cells := map[string]string{}
		for i, name := range strings.Split(lines[0], ",") {
			cells[name] = strings.Split(lines[1], ",")[i]
		}
		for figure, value := range whole["summary"].(node) {
			got := figureAt(t, c[0]+"/"+figure, "decimal=point&"+c[1])
			if (value == nil) != (got == "#N/A") || (value == nil) != (cells[figure] == "") {
				t.Errorf("%s of %s is %v, at its address %s, in the table %q", figure, c[1], value, got, cells[figure])
			}
			if value == nil {
				if nulls++; !about[figure] {
					t.Errorf("no note says why there is no %s of %s", figure, c[1])
				}
			}
		}
	}
	if nulls < 10 {
		t.Errorf("only %d figures without a value", nulls)
	}
}

// An answer is called by what it is about: the scenario, all of a comparison, nothing where it
// has no name.
func TestTitles(t *testing.T) {
	for resource, c := range map[string][2]string{
		"lifetime-value": {"name=Ada%27s+shop&acquisition_cost=5&basket_value=10&repeat_purchase_rate=0.5", "Ada's shop"},
		"comparison":     {"acquisition_cost=5&basket_value=10&a.name=One&a.repeat_purchase_rate=0&b.repeat_purchase_rate=0.9", "One, b"},
		"plan":           {"name=Corner&acquisition_cost=5&basket_value=10&repeat_purchase_rate=0.5&plan_periods=2&new_customers_first=1", "Corner"},
		"break-even":     {"name=Corner&acquisition_cost=5&basket_value=10&repeat_purchase_rate=0.5&question=three_to_one", "Corner"},
		"retention-fit":  {"active=9, 8, 7.1&decimal=point", ""},
	} {
		calc := calculator.Named(resource)
		var pairs []string
		for pair := range strings.SplitSeq(c[0], "&") {
			name, value, _ := strings.Cut(pair, "=")
			if name != "decimal" {
				pairs = append(pairs, name, strings.NewReplacer("+", " ", "%27", "'").Replace(value))
			}
		}
		request := calc.NewRequest()
		readInto(t, calc, paramsOf(pairs), request)
		a, err := calc.Answer(context.Background(), request, locale.English)
		if err != nil || a.Title != c[1] || a.Resource != resource {
			t.Errorf("%s is called %q, want %q: %v", a.Resource, a.Title, c[1], err)
		}
	}
}
