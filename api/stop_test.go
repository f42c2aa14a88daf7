package api

import (
	"io"
	"math"
	"net/http"
	"strings"
	"testing"
	"time"
)

// Settings that make no sense are refused with one line before anything listens.
func TestSenselessSettings(t *testing.T) {
	for want, change := range map[string]func(*Settings){
		"--max-body":       func(s *Settings) { s.MaxBody = -1 },
		"--rate-limit NaN": func(s *Settings) { s.RateLimit = math.NaN() },
		"--rate-limit -1":  func(s *Settings) { s.RateLimit = -1 },
		"--rate-limit inf": func(s *Settings) { s.RateLimit = math.Inf(1) },
		"--shutdown-grace": func(s *Settings) { s.ShutdownGrace = -time.Second },
		"--shutdown-delay": func(s *Settings) { s.ShutdownDelay = -time.Second },
		"--base-url x":     func(s *Settings) { s.BaseURL = "example.com" },
		"--base-url ftp":   func(s *Settings) { s.BaseURL = "ftp://example.com" },
		"--base-url ?":     func(s *Settings) { s.BaseURL = "https://example.com/?a=b" },
	} {
		s := settings()
		change(&s)
		flag, _, _ := strings.Cut(want, " ")
		var said strings.Builder
		err := Serve(t.Context(), s, &said)
		if err == nil || !strings.Contains(err.Error(), flag) || strings.Contains(err.Error(), "\n") || said.Len() > 0 {
			t.Errorf("%s: %v, %q", want, err, said.String())
		}
	}
	for _, address := range []string{"", "https://example.com", "http://127.0.0.1:8080/blyant"} {
		if err := checkBase(address); err != nil {
			t.Error(err)
		}
	}
}

// Told to stop, the server says so to its balancer and goes on answering for a
// while, on connections that it closes.
func TestStoppingIsAnnounced(t *testing.T) {
	config := settings()
	config.ShutdownDelay = 2 * time.Second
	s := start(t, config)
	if response, _ := s.fetch(t, http.MethodGet, "/readyz"); response.StatusCode != http.StatusOK || response.Close {
		t.Errorf("before: %s", response.Status)
	}
	s.stop()
	for began := time.Now(); ; time.Sleep(5 * time.Millisecond) {
		response, _ := s.fetch(t, http.MethodGet, "/readyz")
		if response.StatusCode == http.StatusServiceUnavailable {
			break
		}
		if time.Since(began) > time.Second {
			t.Fatal("it does not say that it stops")
		}
	}
	response, body := s.fetch(t, http.MethodGet, value+"/net_lifetime_value?"+pencil)
	if response.StatusCode != http.StatusOK || !response.Close {
		t.Errorf("while stopping: %s %s, close %v", response.Status, body, response.Close)
	}
	if err := <-s.ended; err != nil {
		t.Error(err)
	}
}

// A body that is half sent does not hold up the stop.
func TestHalfABodyDoesNotHoldUpTheStop(t *testing.T) {
	s := start(t, settings())
	connection := dial(t, s.address)
	reader := ask(t, connection, 100)
	write(t, connection, `{"acquisition_cost":`)
	began := time.Now()
	s.end(t)
	if took := time.Since(began); took > 5*time.Second {
		t.Errorf("it took %v", took)
	}
	_, _ = io.ReadAll(reader)
}

// What stands before a body is bounded, and an address that is too long gets the
// hint to POST.
func TestLongAddresses(t *testing.T) {
	h := New(Config{})
	curve := strings.TrimSuffix(strings.Repeat("0.98765,", 1200), ",")
	if w := call(t, h, http.MethodGet, value+"?acquisition_cost=1&basket_value=1&retention_curve="+curve, ""); w.Code != http.StatusOK {
		t.Errorf("a curve of 1,200 values: %d %.200s", w.Code, w.Body)
	}
	w := call(t, h, http.MethodGet, "/?a.name="+strings.Repeat("x", 900_000), "")
	if w.Code != http.StatusRequestURITooLong || !strings.Contains(w.Body.String(), "POST") || w.Body.Len() > 2000 {
		t.Errorf("a long address: %d, %d bytes, %.200s", w.Code, w.Body.Len(), w.Body)
	}
	w = call(t, h, http.MethodGet, value+"?"+pencil, "", "X-Long", strings.Repeat("x", 20_000))
	if w.Code != http.StatusRequestHeaderFieldsTooLarge {
		t.Errorf("a long header: %d", w.Code)
	}
	s := start(t, settings())
	defer s.end(t)
	connection := dial(t, s.address)
	write(t, connection, "GET /?"+strings.Repeat("x", 30_000))
	go func() { _, _ = io.WriteString(connection, strings.Repeat("x", 870_000)+" HTTP/1.1\r\nHost: x\r\n\r\n") }()
	buffer := make([]byte, 64)
	if n, err := connection.Read(buffer); err != nil || !strings.Contains(string(buffer[:n]), " 431 ") {
		t.Errorf("an address of 900 KB: %q, %v", buffer[:n], err)
	}
}
