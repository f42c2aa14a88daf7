package form

import (
	"strings"
	"testing"

	"blyant/internal/locale"
)

// In a share field the sign belongs to the field: what is typed is a percentage,
// and one that is suspiciously small is asked about without being refused.
func TestPercentAsTyped(t *testing.T) {
	const rest = "&acquisition_cost=50&basket_value=499,-"
	for _, c := range []struct {
		typed, shown string
		asked        bool
	}{
		{"75", "75", false}, {"75 %", "75", false}, {"0,9", "0,9", true}, {"1", "1", false}, {"0", "0", false}, {"87,5%", "87,5", false},
	} {
		page := rendered(t, locale.Norwegian, "repeat_purchase_rate="+strings.ReplaceAll(c.typed, "%", "%25")+rest, true)
		if !strings.Contains(page, `name="repeat_purchase_rate" value="`+c.shown+`"`) {
			t.Errorf("%q is not shown as %q", c.typed, c.shown)
		}
		if asked := strings.Contains(page, "Det er 0,9\u00a0%, mindre enn én av hundre. Mente du 90\u00a0%?"); asked != c.asked {
			t.Errorf("%q is asked about: %t", c.typed, asked)
		}
		if !strings.Contains(page, `data-figure="net_lifetime_value"`) {
			t.Errorf("%q has no answer", c.typed)
		}
	}
	small := rendered(t, locale.Norwegian, "repeat_purchase_rate=75&basket_growth_rate=0,5"+rest, true)
	if strings.Contains(small, "mindre enn én av hundre") {
		t.Error("a small growth is asked about")
	}
}

// A blank field shows what it stands for.
func TestBlanksShowTheirDefault(t *testing.T) {
	page := rendered(t, locale.Danish, "repeat_purchase_rate=75&acquisition_cost=50&basket_value=10&margin_rate=40&period=month", true)
	for field, want := range map[string]string{
		"annual_discount_rate": "0", "orders_per_period": "1", "horizon": "120", "redemption_rate": "", "add_on_margin_rate": "40", "vat_rate": "0",
	} {
		_, after, found := strings.Cut(page, `name="`+field+`" value="" placeholder="`)
		if got, _, _ := strings.Cut(after, `"`); got != want || found != (want != "") {
			t.Errorf("%s shows %q, wanted %q", field, got, want)
		}
	}
}

// A hint is one that can be typed into the field, in the page's language.
func TestHintsOfPages(t *testing.T) {
	const rest = "&acquisition_cost=50&basket_value=10"
	for query, want := range map[string]string{
		"repeat_purchase_rate=7500" + rest:                       "Did you mean 75%?",
		"repeat_purchase_rate=0,9" + rest:                        "Did you mean 0.9%?",
		"repeat_purchase_rate=75&margin_rate=" + "40.5.1" + rest: "margin_rate",
	} {
		page := rendered(t, locale.English, query, true)
		if !strings.Contains(page, want) {
			t.Errorf("%s: %q is not on the page", query, want)
		}
		if strings.Contains(page, "decimal=comma") {
			t.Errorf("%s: the page speaks of decimal=comma", query)
		}
	}
	if page := rendered(t, locale.English, "repeat_purchase_rate=90"+rest, false); !strings.Contains(page, "Did you mean 90%?") {
		t.Error("a link with 90 has no hint of 90%")
	}
}
