package form

import (
	"strings"
	"testing"

	"blyant/internal/locale"
)

// A fault says what to do, too: where nobody can tell which number was meant, how one
// is written, in the language of the page.
func TestFaultsSayWhatToDo(t *testing.T) {
	const rest = "&acquisition_cost=50&repeat_purchase_rate=75"
	for l, want := range map[locale.Language][2]string{
		locale.English:   {"Write it in digits, such as 12.5.", "Write it in digits, such as 12."},
		locale.Norwegian: {"Skriv det med sifre, for eksempel 12,5.", "Skriv det med sifre, for eksempel 12."},
		locale.Danish:    {"Skriv det med cifre, for eksempel 12,5.", "Skriv det med cifre, for eksempel 12."},
		locale.Swedish:   {"Skriv det med siffror, till exempel 12,5.", "Skriv det med siffror, till exempel 12."},
	} {
		for i, query := range []string{"basket_value=abc" + rest, "basket_value=10&horizon=abc" + rest} {
			if page := rendered(t, l, query, true); strings.Count(page, want[i]) != 2 { // in the list and at the field
				t.Errorf("%s: %s: %q is not said", l, query, want[i])
			}
		}
	}
}

// What stands against what is said once: nobody is asked whether the one field was
// meant by the other.
func TestConflictsAreSaidOnce(t *testing.T) {
	const both = "acquisition_cost=50&basket_value=10&repeat_purchase_rate=0.5&retention_curve=0.5,0.7"
	for _, l := range locale.Languages() {
		asks, _, _ := strings.Cut(l.Page("hint"), "{hint}")
		if page := rendered(t, l, both, false); !strings.Contains(page, `href="#retention_curve"`) || strings.Contains(page, asks) {
			t.Errorf("%s: the page asks which field was meant", l)
		}
	}
}

// The page about one's own orders names the orders of day and month in words.
func TestOrderOfDatesInWords(t *testing.T) {
	for _, l := range locale.Languages() {
		page, err := RenderData(DataRequest{Lang: l})
		if err != nil {
			t.Fatal(err)
		}
		for _, c := range []string{"dmy", "mdy"} {
			if word := l.Choice("date_order", c); word == c || !strings.Contains(string(page), `<option value="`+c+`">`+word+"</option>") {
				t.Errorf("%s: %s is called %q, or not so on the page", l, c, word)
			}
		}
	}
}
