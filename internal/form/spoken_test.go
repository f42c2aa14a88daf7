package form

import (
	"strings"
	"testing"

	"blyant/internal/locale"
)

// Amounts in prose are rounded as one would say them; what may be spent is not
// rounded up, what is needed not down.
func TestSpokenAmounts(t *testing.T) {
	for _, c := range []struct{ digits, near, most, least string }{
		{"4.12", "4.12", "4.12", "4.12"},
		{"252.79", "253", "252", "253"},
		{"252.29", "252", "252", "253"},
		{"150540.00", "151,000", "150,000", "151,000"},
		{"150000.00", "150,000", "150,000", "150,000"},
		{"1946618.98", "1,950,000", "1,940,000", "1,950,000"},
		{"1234", "1,230", "1,230", "1,240"},
		{"-46.50", "-47", "-47", "-46"},
	} {
		for got, want := range map[string]string{
			spoken(locale.English, c.digits, "NOK"): c.near, atMost(locale.English, c.digits, "NOK"): c.most, atLeast(locale.English, c.digits, "NOK"): c.least,
		} {
			if got != want+noBreakSpace+"kr" {
				t.Errorf("%s is said as %s, wanted %s", c.digits, got, want)
			}
		}
	}
}

// The sentences of the first page about what it would take have no øre in hundreds
// of kroner; the tables have them.
func TestSentencesAreRounded(t *testing.T) {
	page := rendered(t, locale.Norwegian, pencil, false)
	for _, wanted := range []string{
		"En slik kunde kan koste opptil 252\u00a0kr å vinne.", "går «Netto livstidsverdi» fra ", "For å være verdt tre ganger prisen kan kunden koste 84\u00a0kr å vinne.",
	} {
		if !strings.Contains(page, wanted) {
			t.Errorf("%q is not on the page", wanted)
		}
	}
	_, would, _ := strings.Cut(page, `<section aria-labelledby="would-take-title">`)
	would, _, _ = strings.Cut(would, "<table")
	if strings.Contains(would, ",79\u00a0kr") || strings.Contains(would, ",26\u00a0kr") {
		t.Errorf("a sentence has øre: %s", would)
	}
	if !strings.Contains(page, `<data value="252.79">252,79<`) {
		t.Error("the exact figure is not in the table")
	}
}
