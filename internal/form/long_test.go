package form

import (
	"strings"
	"testing"

	"blyant/internal/locale"
)

// Figures of seven digits side by side are set smaller, and only those.
func TestLongFigures(t *testing.T) {
	const two = "margin_rate=0.6&orders_per_period=2&repeat_purchase_rate=0.75&a.acquisition_cost=80&b.acquisition_cost=90&basket_value="
	for query, want := range map[string]bool{two + "957777": true, two + "95": false, "acquisition_cost=1&repeat_purchase_rate=0.75&basket_value=9577770": false} {
		_, figures, _ := strings.Cut(rendered(t, locale.Norwegian, query, false), `id="figures-title"`)
		table, _, _ := strings.Cut(figures, "<caption")
		if got := strings.Contains(table, `class="long"`); got != want {
			t.Errorf("%s: long is %t", query, got)
		}
	}
}

// People read a true minus, programs a hyphen.
func TestTrueMinus(t *testing.T) {
	page := rendered(t, locale.Norwegian, pencil, false)
	if !strings.Contains(page, "<data value=\"-46.00\">\u221246,00</data>") || !strings.Contains(page, "<dd>\u221246,00\u00a0kr</dd>") {
		t.Error("the loss has no true minus")
	}
}
