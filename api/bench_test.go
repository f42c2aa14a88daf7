package api

import (
	"blyant/internal/calculator"
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/labstack/echo/v4"
)

// BenchmarkLifetimeValue measures a request from the handler's door to its last
// byte, beside a bare echo handler that returns the same bytes.
func BenchmarkLifetimeValue(b *testing.B) {
	for _, horizon := range []int{10, 120, 1200} {
		target := fmt.Sprintf("%s?%s&horizon=%d", value, strings.Replace(pencil, "=0.05", "=0.005", 1), horizon)
		h := New(Config{})
		first := call(b, h, http.MethodGet, target, "")
		if first.Code != http.StatusOK {
			b.Fatal(first.Body)
		}
		bare := echo.New()
		bare.GET(value, func(c echo.Context) error { return c.JSONBlob(http.StatusOK, first.Body.Bytes()) })
		b.Run(fmt.Sprintf("horizon=%d", horizon), func(b *testing.B) { serve(b, h, target) })
		b.Run(fmt.Sprintf("horizon=%d/bare", horizon), func(b *testing.B) { serve(b, bare, target) })
		b.Run(fmt.Sprintf("horizon=%d/known", horizon), func(b *testing.B) { serve(b, h, target, "If-None-Match", first.Header().Get("ETag")) })
		b.Run(fmt.Sprintf("horizon=%d/gzip", horizon), func(b *testing.B) { serve(b, h, target, "Accept-Encoding", "gzip") })
	}
}

// BenchmarkFormats measures each format of a schedule of 120 rows.
func BenchmarkFormats(b *testing.B) {
	h := New(Config{})
	for _, format := range calculator.Named("lifetime-value").Media() {
		b.Run(format, func(b *testing.B) { serve(b, h, value+"?"+pencil+"&horizon=120&format="+format) })
	}
	b.Run("text", func(b *testing.B) { serve(b, h, value+"/net_lifetime_value?"+pencil+"&horizon=120") })
}

func serve(b *testing.B, h http.Handler, target string, header ...string) {
	r := httptest.NewRequest(http.MethodGet, target, nil)
	for i := 0; i+1 < len(header); i += 2 {
		r.Header.Set(header[i], header[i+1])
	}
	b.ReportAllocs()
	for b.Loop() {
		h.ServeHTTP(httptest.NewRecorder(), r)
	}
}
