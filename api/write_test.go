package api

import (
	"net/http"
	"strings"
	"testing"

	"blyant/internal/calculator"
	"blyant/internal/option"
)

// A format that a calculator offers is written as itself: what nobody writes would
// come out as JSON under another name.
func TestMediaAreWritten(t *testing.T) {
	h := New(Config{})
	calc := calculator.Named("lifetime-value")
	for _, medium := range calc.Media() {
		w := call(t, h, http.MethodGet, calc.Path()+"?acquisition_cost=50&basket_value=10&repeat_purchase_rate=0.6&format="+medium, "")
		if w.Code != http.StatusOK || w.Header().Get("Content-Type") != option.MediumNamed(medium).ContentType() {
			t.Errorf("%s: %d %s", medium, w.Code, w.Header().Get("Content-Type"))
		}
		if json := strings.HasPrefix(w.Body.String(), "{"); json != (medium == option.JSON) {
			t.Errorf("%s begins with %.20q", medium, w.Body)
		}
	}
}
