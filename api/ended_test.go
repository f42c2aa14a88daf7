package api

import (
	"context"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"
)

// Whenever the client of a workbook goes away, that is all there is to it.
func TestClientOfWorkbookGoesAway(t *testing.T) {
	h := New(Config{})
	for after := time.Duration(0); after < 24*time.Millisecond; after += time.Millisecond {
		ctx, goAway := context.WithTimeout(t.Context(), after)
		r := httptest.NewRequestWithContext(ctx, http.MethodPost, value+"?format=xlsx", strings.NewReader(`{`+longWinded+`}`))
		r.Header.Set("Content-Type", "application/json")
		w := httptest.NewRecorder()
		h.ServeHTTP(w, r)
		goAway()
		if w.Code != http.StatusServiceUnavailable && w.Code != http.StatusOK {
			t.Errorf("after %v: %d %s", after, w.Code, w.Body)
		}
	}
}
