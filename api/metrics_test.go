package api

import (
	"io"
	"log/slog"
	"net/http"
	"strings"
	"testing"
)

// What is counted is counted by route: no address, no name, no number of a caller.
func TestMetrics(t *testing.T) {
	h := New(Config{})
	for _, r := range []struct{ method, target string }{
		{http.MethodGet, value + "?name=secret&" + pencil}, {http.MethodGet, value + "/payback_periods?" + pencil}, {http.MethodGet, "/v1/comparison?" + one},
		{http.MethodGet, "/secret/address"}, {http.MethodGet, value + "?horizon=secret"}, {http.MethodHead, "/readyz"}, {http.MethodPut, value},
		{http.MethodGet, "/v1/simulation?draws=1000000&metrics=internal_rate_of_return&uncertain.basket_value=normal:10,%201&" + pencil},
	} {
		call(t, h, r.method, r.target, "")
	}
	call(t, h, http.MethodPost, batchPath, pencilLine+"{}\n"+pencilLine, "Content-Type", "application/x-ndjson")
	w := call(t, h, http.MethodGet, metricsPath, "")
	if w.Code != http.StatusOK || !strings.HasPrefix(w.Header().Get("Content-Type"), "text/plain") || w.Header().Get("Cache-Control") != "no-store" {
		t.Errorf("%d %v", w.Code, w.Header())
	}
	body := w.Body.String()
	for _, line := range []string{
		`blyant_requests_total{method="GET",route="/v1/lifetime-value",status="200"} 1`,
		`blyant_requests_total{method="GET",route="/v1/lifetime-value",status="422"} 1`,
		`blyant_requests_total{method="GET",route="/v1/lifetime-value/:figure",status="200"} 1`,
		`blyant_requests_total{method="GET",route="none",status="404"} 1`,
		`blyant_requests_total{method="other",route="/v1/lifetime-value",status="405"} 1`,
		`blyant_requests_total{method="HEAD",route="/readyz",status="200"} 1`,
		`blyant_request_duration_seconds_count{route="/v1/comparison"} 1`,
		`blyant_stream_rows_total{outcome="answered"} 2`, `blyant_stream_rows_total{outcome="faulty"} 1`,
		`blyant_requests_in_flight 1`, `blyant_admission_waiting 0`, `blyant_admission_working_cost 0`,
		`blyant_cost_total{outcome="admitted",route="/v1/lifetime-value"} `, `blyant_cost_total{outcome="too_dear",route="/v1/simulation"} `,
		`blyant_calculations_total{arithmetic="fast"} `, "go_goroutines ", "process_resident_memory_bytes ",
	} {
		if !strings.Contains(body, "\n"+line) {
			t.Errorf("there is no %s", line)
		}
	}
	if strings.Contains(body, "secret") {
		t.Error("it tells what was asked")
	}
}

// What was shed is counted by its cost.
func TestMetricsOfOverload(t *testing.T) {
	h, free := full(t)
	defer free()
	call(t, h, http.MethodGet, value+"?"+pencil, "")
	if body := call(t, h, http.MethodGet, metricsPath, "").Body.String(); !strings.Contains(body, `blyant_cost_total{outcome="shed",route="/v1/lifetime-value"} `) {
		t.Error(body)
	}
}

// The log has the route, the status and the request's id, and nothing of what was
// asked.
func TestLogHasNoBodies(t *testing.T) {
	var log strings.Builder
	h := New(Config{Logger: slog.New(slog.NewTextHandler(&log, nil))})
	call(t, h, http.MethodGet, value+"?name=secret&"+pencil, "", "X-Request-Id", "mine")
	call(t, h, http.MethodPost, value, `{"name":"secret","acquisition_cost":"secret"}`, "Content-Type", "application/json")
	call(t, h, http.MethodGet, "/secret", "")
	if lines := log.String(); strings.Contains(lines, "secret") || !strings.Contains(lines, "request_id=mine") || !strings.Contains(lines, "route=/v1/lifetime-value") || strings.Count(lines, "answered") != 3 {
		t.Error(lines)
	}
}

// Profiles have an address of their own, when one is asked for, and the public one
// has none.
func TestProfiles(t *testing.T) {
	stop, at, err := serveProfiles("127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	answer, err := http.Get("http://" + at + "/debug/pprof/goroutine?debug=1")
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = answer.Body.Close() }()
	if body, err := io.ReadAll(answer.Body); err != nil || !strings.Contains(string(body), "goroutine profile") {
		t.Errorf("%.200s %v", body, err)
	}
	if err := stop(); err != nil {
		t.Error(err)
	}
	if w := call(t, New(Config{}), http.MethodGet, "/debug/pprof/", ""); w.Code != http.StatusNotFound {
		t.Errorf("the public address: %d", w.Code)
	}
	if _, _, err := serveProfiles("nowhere"); err == nil {
		t.Error("an address that is none is taken")
	}
}
