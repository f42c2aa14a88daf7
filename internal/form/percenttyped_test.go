package form

import (
	"net/url"
	"strings"
	"testing"

	"blyant/internal/input"
	"blyant/internal/locale"
	"blyant/model"
	"blyant/model/vocabulary"

	"pgregory.net/rapid"
)

// typedValue is the value that reaches the model of a text typed into a field of the
// first page in a language; empty where it is refused.
func typedValue(t *testing.T, l locale.Language, name, text string) string {
	t.Helper()
	query := "acquisition_cost=50&basket_value=10&repeat_purchase_rate=50&" + name + "=" + url.QueryEscape(text)
	if name == "acquisition_cost" || name == "basket_value" || name == "repeat_purchase_rate" {
		query = strings.Replace(strings.Replace(query, name+"=50&", "", 1), name+"=10&", "", 1)
	}
	r := requestOf(t, ValuePage(), l, query, true)
	if len(r.Faults) > 0 {
		return ""
	}
	return trimmed(number(cell(parts(r.Answer)[0].scenario, name))).String()
}

// In a share field a bare number is a percentage in every language, with the sign or
// without; what is no number, or beyond the field's range, is refused.
func TestSharesAsTyped(t *testing.T) {
	for _, l := range locale.Languages() {
		half := "0" + l.DecimalMark() + "5"
		for text, want := range map[string]string{
			"75": "0.75", "75 %": "0.75", "75%": "0.75", "75\u00a0%": "0.75", " 75 ": "0.75", "100": "1", "0": "0", half: "0.005", half + " %": "0.005", "75" + l.DecimalMark() + "25": "0.7525",
			"101": "", "-1": "", "1e2": "", "75 % ca": "", "%": "", "75 %%": "", "syttifem": "",
		} {
			if got := typedValue(t, l, "repeat_purchase_rate", text); got != want {
				t.Errorf("%s: %q is read as %q, wanted %q", l, text, got, want)
			}
		}
		for text, want := range map[string]string{"1": "0.01", "-5": "-0.05", "\u22125": "-0.05", "150": "", "100": "1", "-99": "-0.99", "-100": ""} {
			if got := typedValue(t, l, "basket_growth_rate", text); got != want {
				t.Errorf("%s: a growth of %q is read as %q, wanted %q", l, text, got, want)
			}
		}
	}
}

// Prices stand as shops write them, in each language with its own decimal mark.
func TestPricesAsTyped(t *testing.T) {
	for _, l := range locale.Languages() {
		for text, want := range map[string]string{
			"499,-": "499", "499:-": "499", "499,–": "499", "kr 499": "499", "kr. 499": "499", "499 kr": "499", "499 kr.": "499", "499kr": "499", "NOK 499": "499", "499 nok": "499",
			"€499": "499", "499 €": "499", "$499": "499", "£ 499": "499", "499": "499", "\u00a0499\u00a0": "499", "12" + l.DecimalMark() + "50": "12.5", "12" + l.DecimalMark() + "50 kr": "12.5",
			"499 %": "", "499 kroner og litt": "", "kr": "", "4e2": "", "-5": "", "1.2.3": "",
		} {
			if got := typedValue(t, l, "basket_value", text); got != want {
				t.Errorf("%s: a price of %q is read as %q, wanted %q", l, text, got, want)
			}
		}
	}
}

// A blank is what its placeholder says, and spaces are a blank; a horizon may have its
// unit in the words of the page.
func TestBlanksAndUnitsAsTyped(t *testing.T) {
	for _, l := range locale.Languages() {
		for name, want := range map[string]string{"orders_per_period": "1", "annual_discount_rate": "0", "margin_rate": "1", "horizon": "10"} {
			if got := typedValue(t, l, name, ""); got != want {
				t.Errorf("%s: a blank %s is %q, wanted %q", l, name, got, want)
			}
		}
		years := l.Text("period.year.many")
		for text, want := range map[string]string{"12 " + years: "12", "12" + years: "12", "1 " + l.Text("period.year.one"): "1", "12 " + strings.ToUpper(years): "12", "0": "", "1" + l.DecimalMark() + "5": "", "12 furlongs": ""} {
			if got := typedValue(t, l, "horizon", text); got != want {
				t.Errorf("%s: a horizon of %q is read as %q, wanted %q", l, text, got, want)
			}
		}
	}
}

// What is typed stands in its field as it was typed, but for the sign that stands
// there anyway; read as a link and shown again it means the same.
func TestTypedTextStays(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		l := rapid.SampledFrom(locale.Languages()).Draw(t, "language")
		f := rapid.SampledFrom(numericFields()).Draw(t, "field")
		text := typedText(t, f, l)
		typed := viewed(Request{Page: ValuePage(), Lang: l, Params: input.Params{{Name: f.Name, Value: text}}, Typed: true, Dialect: input.Dialect{Comma: l.DecimalComma(), Percent: true}})
		if got := typed.shown(f, text); strings.TrimSpace(strings.ReplaceAll(got, "%", "")) != strings.TrimSpace(strings.ReplaceAll(text, "%", "")) {
			t.Fatalf("%s, %s: %q stands as %q", l, f.Name, text, got)
		}
		link := viewed(followedLink(t, ValuePage(), typed.take().Permalink))
		link.Lang = l
		again := typed
		again.Params = input.Params{{Name: f.Name, Value: link.shown(f, link.entry.common(f.Name))}}
		again = viewed(again.Request)
		if a, b := typed.canonicalQuery("en"), again.canonicalQuery("en"); a != b {
			t.Fatalf("%s, %s: %q is shown as %q, and then is %s, not %s", l, f.Name, text, again.Params[0].Value, b, a)
		}
	})
}

// numericFields are the fields of a customer that hold one number.
func numericFields() []vocabulary.Field {
	var all []vocabulary.Field
	for _, f := range model.ScenarioFields() {
		if f.Numeric() && f.Name != "decimals" {
			all = append(all, f)
		}
	}
	return all
}
