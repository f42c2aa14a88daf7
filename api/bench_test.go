package api

import (
	"blyant/internal/calculator"
	"fmt"
	"io"
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

// valueBody asks for 120 periods.
const valueBody = `{"acquisition_cost": 50, "basket_value": 10, "repeat_purchase_rate": 0.9, "margin_rate": 0.4, "orders_per_period": 12, ` +
	`"basket_growth_rate": 0.005, "service_cost_per_order": 0.5, "annual_discount_rate": 0.08, "horizon": 120}`

// BenchmarkHandler measures a POST and a GET of 120 periods from the handler's
// door to its last byte, beside a bare echo handler that reads the same body and
// returns the same bytes.
func BenchmarkHandler(b *testing.B) {
	h := New(Config{})
	first := call(b, h, http.MethodPost, value, valueBody, "Content-Type", "application/json")
	if first.Code != http.StatusOK {
		b.Fatal(first.Body)
	}
	answer := first.Body.Bytes()
	bare := echo.New()
	handle := func(c echo.Context) error {
		if _, err := io.ReadAll(c.Request().Body); err != nil {
			return err
		}
		return c.JSONBlob(http.StatusOK, answer)
	}
	bare.POST(value, handle)
	bare.GET(value, handle)
	target := value + "?" + strings.Replace(pencil, "=0.05", "=0.005", 1) + "&horizon=120"
	b.Run("post", func(b *testing.B) { post(b, h, value, valueBody) })
	b.Run("post/csv", func(b *testing.B) { post(b, h, value+"?format=csv", valueBody) })
	b.Run("post/bare", func(b *testing.B) { post(b, bare, value, valueBody) })
	b.Run("get", func(b *testing.B) { get(b, h, target) })
	b.Run("get/bare", func(b *testing.B) { get(b, bare, target) })
}

func post(b *testing.B, h http.Handler, target, body string) {
	r := httptest.NewRequest(http.MethodPost, target, nil)
	r.Header.Set("Content-Type", "application/json")
	w := &discarded{header: http.Header{}}
	b.ReportAllocs()
	for b.Loop() {
		r.Body = io.NopCloser(strings.NewReader(body))
		h.ServeHTTP(w.again(b), r)
	}
}

func get(b *testing.B, h http.Handler, target string) {
	r := httptest.NewRequest(http.MethodGet, target, nil)
	w := &discarded{header: http.Header{}}
	b.ReportAllocs()
	for b.Loop() {
		h.ServeHTTP(w.again(b), r)
	}
}

// discarded is a response that is counted and thrown away.
type discarded struct {
	header        http.Header
	status, bytes int
}

// again is the response of the next request, once the last one was good.
func (w *discarded) again(b *testing.B) http.ResponseWriter {
	if w.status != 0 && (w.status != http.StatusOK || w.bytes == 0) {
		b.Fatal(w.status, w.bytes)
	}
	clear(w.header)
	w.status, w.bytes = 0, 0
	return w
}

func (w *discarded) Header() http.Header { return w.header }

func (w *discarded) WriteHeader(status int) { w.status = status }

func (w *discarded) Write(p []byte) (int, error) {
	w.bytes += len(p)
	return len(p), nil
}

// A request takes no more memory than it did: each allocation that comes back is
// seen here.
func TestAllocationsOfARequest(t *testing.T) {
	h := New(Config{})
	room := 1.0
	if detecting {
		room = 3
	}
	for name, c := range map[string]struct {
		method, target, body string
		most                 float64
	}{
		"post":     {http.MethodPost, value, valueBody, 32},
		"post csv": {http.MethodPost, value + "?format=csv", valueBody, 33},
		"get":      {http.MethodGet, value + "?" + strings.Replace(pencil, "=0.05", "=0.005", 1) + "&horizon=120", "", 52},
	} {
		r := httptest.NewRequest(c.method, c.target, nil)
		r.Header.Set("Content-Type", "application/json")
		w := &discarded{header: http.Header{}}
		got := testing.AllocsPerRun(200, func() {
			clear(w.header)
			r.Body = io.NopCloser(strings.NewReader(c.body))
			h.ServeHTTP(w, r)
		})
		if w.status != http.StatusOK || got > c.most*room {
			t.Errorf("%s: status %d, %v allocations, at most %v", name, w.status, got, c.most)
		}
	}
}
