package api

import (
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"testing"

	"github.com/labstack/echo/v4"
)

// BenchmarkSocket measures the requests a second that wrk gets answered over a
// socket, of the service and of a bare handler that reads the same body and
// returns the same bytes, in turns: 120 rows as JSON and as CSV.
func BenchmarkSocket(b *testing.B) {
	wrk, err := exec.LookPath("wrk")
	if err != nil {
		b.Skip("wrk is not installed")
	}
	for _, format := range []string{"json", "csv"} {
		target := value + "?format=" + format
		h := New(Config{})
		answer := call(b, h, http.MethodPost, target, valueBody, "Content-Type", "application/json")
		if answer.Code != http.StatusOK {
			b.Fatal(answer.Body)
		}
		own, bare := httptest.NewServer(h), httptest.NewServer(bareHandler(answer))
		b.Cleanup(own.Close)
		b.Cleanup(bare.Close)
		b.Run(format, func(b *testing.B) {
			var owns, bares []float64
			for b.Loop() {
				bares = append(bares, requests(b, wrk, bare.URL+target))
				owns = append(owns, requests(b, wrk, own.URL+target))
			}
			middle := func(all []float64) float64 { slices.Sort(all); return all[len(all)/2] }
			b.ReportMetric(middle(owns), "requests/s")
			b.ReportMetric(middle(bares), "bare/s")
			b.ReportMetric(middle(owns)/middle(bares), "of-bare")
		})
	}
}

// bareHandler reads the body and returns the bytes of an answer.
func bareHandler(answer *httptest.ResponseRecorder) http.Handler {
	e := echo.New()
	bytes, contentType := answer.Body.Bytes(), answer.Header().Get("Content-Type")
	e.POST(value, func(c echo.Context) error {
		if _, err := io.ReadAll(c.Request().Body); err != nil {
			return err
		}
		return c.Blob(http.StatusOK, contentType, bytes)
	})
	return e
}

var answered = regexp.MustCompile(`Requests/sec:\s*([0-9.]+)`)

// requests are those that wrk gets answered in a second.
func requests(b *testing.B, wrk, url string) float64 {
	b.Helper()
	script := filepath.Join(b.TempDir(), "post.lua")
	lua := fmt.Sprintf("wrk.method = 'POST'\nwrk.body = [[%s]]\nwrk.headers['Content-Type'] = 'application/json'\n", valueBody)
	if err := os.WriteFile(script, []byte(lua), 0o600); err != nil {
		b.Fatal(err)
	}
	out, err := exec.Command(wrk, "-t1", "-c16", "-d2s", "-s", script, url).CombinedOutput()
	found := answered.FindSubmatch(out)
	if err != nil || found == nil || regexp.MustCompile(`Non-2xx`).Match(out) {
		b.Fatal(err, string(out))
	}
	n, _ := strconv.ParseFloat(string(found[1]), 64)
	return n
}
