package api

import (
	"net/http"
	"strings"
	"testing"
	"time"
)

// orders of so many customers, three each.
func orders(customers int) string {
	var b strings.Builder
	b.WriteString("customer,date,amount\n")
	for i := range customers {
		for j := range 3 {
			b.WriteString(strings.Repeat("k", 1+i%7) + "@" + string(rune('a'+i%26)) + string(rune('a'+i/26%26)) + string(rune('a'+i/676%26)) +
				".example,2027-0" + string(rune('1'+(i+2*j)%9)) + "-1" + string(rune('0'+i%9)) + ",10\n")
		}
	}
	return b.String()
}

// Bodies beyond the usual bound are taken where rows are, and wait for one
// another, but not for ever and not for small ones.
func TestLargeBodies(t *testing.T) {
	h := New(Config{MaxBody: 1000})
	large := orders(3000)
	if w := call(t, h, http.MethodPost, "/v1/cohorts?format=csv", large, "Content-Type", "text/csv"); w.Code != http.StatusOK {
		t.Errorf("rows of %d bytes: %d %.300s", len(large), w.Code, w.Body)
	}
	if w := call(t, h, http.MethodPost, "/v1/lifetime-value", `{"basket_value":"`+strings.Repeat(" ", 1000)+`1"}`, "Content-Type", "application/json"); w.Code != http.StatusRequestEntityTooLarge {
		t.Errorf("elsewhere: %d", w.Code)
	}
	full := make(chan struct{}, 1)
	full <- struct{}{}
	ctx := t.Context()
	started := time.Now()
	go func() { time.Sleep(20 * time.Millisecond); <-full }()
	if !enter(ctx, full) || time.Since(started) < 15*time.Millisecond {
		t.Error("a place that becomes free is not taken, or one that is not free is")
	}
}

// Where fields may stand beside rows, a blank one beside JSON says nothing; one
// with a value is in the wrong place.
func TestBlankFieldsBesideBody(t *testing.T) {
	h := New(Config{})
	for query, want := range map[string]int{"active=&annual_discount_rate=": http.StatusOK, "annual_discount_rate=0.1": http.StatusUnprocessableEntity, "nonsense=": http.StatusUnprocessableEntity} {
		if w := call(t, h, http.MethodPost, "/v1/retention-fit?"+query, `{"active":[1000,631,468,382]}`, "Content-Type", "application/json"); w.Code != want {
			t.Errorf("%s: %d %.300s", query, w.Code, w.Body)
		}
	}
	if w := call(t, h, http.MethodPost, "/v1/lifetime-value?basket_value=", `{"acquisition_cost":50,"basket_value":10,"repeat_purchase_rate":0}`, "Content-Type", "application/json"); w.Code != http.StatusUnprocessableEntity {
		t.Errorf("where no rows are: %d", w.Code)
	}
}
