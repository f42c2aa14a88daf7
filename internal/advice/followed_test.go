package advice_test

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"blyant/api"
	"blyant/internal/advice"
	"blyant/internal/locale"
)

// Whoever follows the call of a saying gets the figures that stand beside it, in every
// language.
func TestCallsGiveTheFigures(t *testing.T) {
	h := api.New(api.Config{})
	for _, l := range locale.Languages() {
		all, err := advice.In(l)
		if err != nil {
			t.Fatal(err)
		}
		for _, a := range all {
			for _, f := range a.Figures {
				address := a.Resource + "/" + f.Name + "?" + a.Params.Encode()
				w := httptest.NewRecorder()
				h.ServeHTTP(w, httptest.NewRequest(http.MethodGet, address, nil))
				if got := strings.TrimSpace(w.Body.String()); w.Code != http.StatusOK || got != f.Cell.String() {
					t.Errorf("%s in %s: %s is %s, by its call %d %s", a.Name, l, f.Name, f.Cell, w.Code, got)
				}
			}
		}
	}
}
