package locale

import (
	"strings"
	"testing"

	"blyant/model/vocabulary"
)

func TestFaultSentences(t *testing.T) {
	for _, c := range []struct {
		fault  vocabulary.Fault
		en, nb string
	}{
		{vocabulary.Fault{Field: "margin_rate", Reason: "not_a_number", Args: []string{"1,5"}},
			"“1,5” is not a number.", "«1,5» er ikke et tall."},
		{vocabulary.Fault{Field: "scenarios[1].basket_value", Reason: "required"},
			"Basket value must be given.", "Handlekurv mangler."},
		{vocabulary.Fault{Field: "ten.repeat_purchase_rate", Reason: "required_either", Args: []string{"retention_curve"}},
			"Repeat-purchase rate must be given, or “Retention curve” instead.",
			"Gjenkjøpsrate mangler; «Gjenkjøpskurve» kan oppgis i stedet."},
		{vocabulary.Fault{Field: "retention_curve[3]", Reason: "out_of_range", Args: []string{"90", "0", "1"}},
			"90 is outside the range allowed, from 0 to 1.", "90 er utenfor det som er tillatt, fra 0 til 1."},
		{vocabulary.Fault{Field: "revenue", Reason: "result_out_of_range", Args: []string{"revenue", "7"}},
			"The figure “Revenue” in period 7 grows beyond a thousand trillion, the most that can be worked out.",
			"«Omsetning» blir i periode 7 større enn tusen billioner, og det er mer enn det kan regnes med her."},
		{vocabulary.Fault{Field: "lifetime_value", Reason: "result_out_of_range", Args: []string{"lifetime_revenue"}},
			"The figure “Lifetime revenue” grows beyond a thousand trillion, the most that can be worked out.",
			"«Samlet omsetning» blir større enn tusen billioner, og det er mer enn det kan regnes med her."},
		{vocabulary.Fault{Field: "lifetime_value", Reason: "result_out_of_range", Args: []string{"lifetime_revenue", ""}},
			"The figure “Lifetime revenue” grows beyond a thousand trillion, the most that can be worked out.",
			"«Samlet omsetning» blir større enn tusen billioner, og det er mer enn det kan regnes med her."},
		{vocabulary.Fault{Field: "x", Code: vocabulary.CodeUnknownField, Reason: "no_such_reason", Args: []string{"x"}},
			"There is no field “x”.", "Det finnes ikke noe felt som heter «x»."},
		{vocabulary.Fault{Field: "x", Reason: "no_such_reason"}, "no_such_reason", "no_such_reason"},
	} {
		if got := English.Fault(c.fault); got != c.en {
			t.Errorf("en: %s: %q, want %q", c.fault.Reason, got, c.en)
		}
		if got := Norwegian.Fault(c.fault); got != c.nb {
			t.Errorf("nb: %s: %q, want %q", c.fault.Reason, got, c.nb)
		}
	}
}

func TestNoteSentences(t *testing.T) {
	for _, c := range []struct {
		note vocabulary.Note
		l    Language
		want string
	}{
		{vocabulary.Note{Code: "payback_not_reached", Field: "payback_orders"}, English, "The acquisition cost is not earned back within the horizon."},
		{vocabulary.Note{Code: "payback_not_reached", Field: "discounted_payback_periods"}, English, "The acquisition cost is not earned back within the horizon when contributions are discounted."},
		{vocabulary.Note{Code: "rate_of_return_undefined", Field: "internal_rate_of_return", Args: []string{"no_acquisition_cost"}}, Danish,
			"Der er ingen intern rente, for det koster ikke noget at skaffe kunden."},
		{vocabulary.Note{Code: "rate_of_return_undefined", Field: "internal_rate_of_return", Args: []string{"another"}}, Swedish, "Det finns ingen internränta."},
		{vocabulary.Note{Code: "growth_is_large", Field: "basket_growth_rate", Args: []string{"0.6"}}, Norwegian,
			"«Vekst i handlekurven» er 0,6 i hver periode. Så stor vekst varer sjelden hele tidshorisonten."},
		{vocabulary.Note{Code: "best_lever", Args: []string{"keep_more_promises", "24.09", "NOK"}}, English,
			"Keep more promises: each percentage point is worth 24.09 NOK a customer."},
		{vocabulary.Note{Code: "best_lever", Args: []string{"tell_more", "24.09", "NOK"}}, Norwegian,
			"Fortell kundene når du gjør noe ekstra: Hvert prosentpoeng er verdt 24,09 NOK per kunde."},
		{vocabulary.Note{Code: "no_such_note"}, Swedish, "no_such_note"},
	} {
		if got := c.l.Note(c.note); got != c.want {
			t.Errorf("%s: %q, want %q", c.l, got, c.want)
		}
	}
}

// What a caller wrote is shown as it came, never read as a place of its own.
func TestArgumentsAreNotTemplates(t *testing.T) {
	for _, text := range []string{"{0}", "{field}", "[{1}]", "{", "}", "[", "]", "{0|label}", ""} {
		got := English.Fault(vocabulary.Fault{Field: "margin_rate", Reason: "not_a_number", Args: []string{text}})
		if want := "“" + text + "” is not a number."; got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

func TestFill(t *testing.T) {
	value := func(place string) (string, bool) {
		words := map[string]string{"a": "one", "b": "two", "empty": ""}
		word, known := words[place]
		return word, known
	}
	for template, want := range map[string]string{
		"":                      "",
		"plain":                 "plain",
		"{a} and {b}":           "one and two",
		"{c} is kept":           "{c} is kept",
		"{a}[ with {b}]":        "one with two",
		"{a}[ with {empty}]":    "one",
		"{a}[ with {c}], {b}":   "one, two",
		"[{empty}][{a}][{b}].":  "onetwo.",
		"an open { stays":       "an open { stays",
		"{a}[ open {b} bracket": "one open two bracket",
	} {
		if got := fill(template, value); got != want {
			t.Errorf("fill(%q) = %q, want %q", template, got, want)
		}
	}
}

// Every sentence is filled whole when its arguments are given.
func TestSentencesAreFilled(t *testing.T) {
	args := []string{"margin_rate", "2", "3", "4", "5"}
	for _, l := range Languages() {
		for reason := range catalogues()[English][ofFault] {
			got := l.Fault(vocabulary.Fault{Field: "horizon", Reason: reason, Args: args, Value: "9"})
			if strings.ContainsAny(got, "{}[]|") {
				t.Errorf("%s: fault %s: %q", l, reason, got)
			}
		}
		for code := range catalogues()[English][ofNote] {
			got := l.Note(vocabulary.Note{Field: "horizon", Code: code, Args: args})
			if strings.ContainsAny(got, "{}[]|") {
				t.Errorf("%s: note %s: %q", l, code, got)
			}
		}
	}
}
