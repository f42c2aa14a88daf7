package locale

import (
	"strings"
	"testing"

	"golang.org/x/text/feature/plural"
	"golang.org/x/text/language"
)

func TestOrdinals(t *testing.T) {
	for n, want := range map[int64][4]string{
		1: {"1st", "1.", "1.", "1:a"}, 2: {"2nd", "2.", "2.", "2:a"}, 3: {"3rd", "3.", "3.", "3:e"}, 4: {"4th", "4.", "4.", "4:e"},
		11: {"11th", "11.", "11.", "11:e"}, 12: {"12th", "12.", "12.", "12:e"}, 13: {"13th", "13.", "13.", "13:e"},
		21: {"21st", "21.", "21.", "21:a"}, 22: {"22nd", "22.", "22.", "22:a"}, 111: {"111th", "111.", "111.", "111:e"}, 1001: {"1,001st", "1\u00a0001.", "1.001.", "1\u00a0001:a"},
	} {
		for i, l := range []Language{English, Norwegian, Danish, Swedish} {
			if got := l.Ordinal(n); got != want[i] {
				t.Errorf("%s: %d is %q, wanted %q", l, n, got, want[i])
			}
		}
	}
}

// Each language has an ending for each form that its numbers have, and none
// that no number asks for.
func TestOrdinalsHaveTheirEndings(t *testing.T) {
	for _, l := range Languages() {
		wanted := map[string]bool{}
		for n := range 2000 {
			form := plural.Ordinal.MatchPlural(language.MustParse(string(l)), n, 0, 0, 0, 0)
			wanted["ordinal."+ordinalForms[form]] = true
		}
		for key := range wanted {
			if _, found := catalogues()[l][ofText][key]; !found {
				t.Errorf("%s: no text %q", l, key)
			}
		}
		for key := range catalogues()[l][ofText] {
			if strings.HasPrefix(key, "ordinal.") && !wanted[key] {
				t.Errorf("%s: no number is written with %q", l, key)
			}
		}
	}
}
