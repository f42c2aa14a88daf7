package api

import (
	"encoding/json"
	"net/http"
	"strings"
	"testing"

	"blyant/docs"
	"blyant/internal/locale"
)

// The link of /v1/purchase-fit opens the form with all that was learnt: an ordinary
// page, that asks for the one thing that no list of orders tells. With it the page
// answers; a number of it that is no number is a fault as ever.
func TestLearntLinkOpensAPage(t *testing.T) {
	h := New(Config{})
	w := call(t, h, http.MethodPost, purchasePath, string(docs.Orders), "Content-Type", "text/csv")
	var fit struct{ Scenario struct{ Link string } }
	if err := json.Unmarshal(w.Body.Bytes(), &fit); err != nil || !strings.HasPrefix(fit.Scenario.Link, "/?") {
		t.Fatal(w.Code, err, w.Body)
	}
	for _, l := range locale.Languages() {
		link := fit.Scenario.Link + "&lang=" + string(l)
		for target, want := range map[string]int{link: http.StatusOK, link + "&acquisition_cost=50": http.StatusOK, link + "&acquisition_cost=x": http.StatusUnprocessableEntity} {
			if w := call(t, h, http.MethodGet, target, ""); w.Code != want || strings.Contains(w.Body.String(), l.Page("wanting.one")) != (target == link) {
				t.Errorf("%s: %d", target, w.Code)
			}
		}
	}
}
