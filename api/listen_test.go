package api

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"net"
	"net/http"
	"strings"
	"testing"
	"time"
)

// running is a server on a port of its own.
type running struct {
	address string
	stop    context.CancelFunc
	ended   chan error
}

func start(t *testing.T, s Settings) *running {
	t.Helper()
	ctx, stop := context.WithCancel(t.Context())
	reader, writer := io.Pipe()
	r := &running{stop: stop, ended: make(chan error, 1)}
	go func() { r.ended <- Serve(ctx, s, writer) }()
	line, err := bufio.NewReader(reader).ReadString('\n')
	if err != nil {
		t.Fatal(err)
	}
	address, found := strings.CutPrefix(strings.TrimSpace(line), "blyant listens on http://")
	if !found {
		t.Fatalf("it said %q", line)
	}
	r.address = address
	return r
}

// end stops the server and waits for it.
func (r *running) end(t *testing.T) {
	t.Helper()
	r.stop()
	if err := <-r.ended; err != nil {
		t.Error(err)
	}
}

// fetch reads what there is at the path.
func (r *running) fetch(t *testing.T, method, path string) (*http.Response, string) {
	t.Helper()
	request, err := http.NewRequestWithContext(t.Context(), method, "http://"+r.address+path, nil)
	if err != nil {
		t.Fatal(err)
	}
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		t.Fatal(err)
	}
	body, err := io.ReadAll(response.Body)
	if err != nil {
		t.Fatal(err)
	}
	if err := response.Body.Close(); err != nil {
		t.Fatal(err)
	}
	return response, string(body)
}

func settings() Settings {
	return Settings{Listen: "127.0.0.1:0", LogFormat: "text", LogLevel: 100, MaxBody: 1 << 20, MaxCost: time.Second, ShutdownGrace: 10 * time.Second}
}

func dial(t *testing.T, address string) net.Conn {
	t.Helper()
	connection, err := net.Dial("tcp", address)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = connection.Close() }) // the server may have closed it
	return connection
}

func write(t *testing.T, connection net.Conn, text string) {
	t.Helper()
	if _, err := io.WriteString(connection, text); err != nil {
		t.Fatal(err)
	}
}

// ask begins a request whose body is still to come, and waits until the handler
// asks for it: then the request is under way.
func ask(t *testing.T, connection net.Conn, length int) *bufio.Reader {
	t.Helper()
	write(t, connection, fmt.Sprintf("POST /v1/lifetime-value HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"+
		"Content-Length: %d\r\nExpect: 100-continue\r\n\r\n", length))
	reader := bufio.NewReader(connection)
	if line, err := reader.ReadString('\n'); err != nil || !strings.Contains(line, "100 Continue") {
		t.Fatalf("%q %v", line, err)
	}
	return reader
}

// A request under way when the server is told to stop is answered, a new one is
// refused, and the server ends without an error.
func TestGracefulStop(t *testing.T) {
	s := start(t, settings())
	connection := dial(t, s.address)
	const body = `{"acquisition_cost":50,"basket_value":10,"repeat_purchase_rate":0.9}`
	reader := ask(t, connection, len(body))
	s.stop()
	for refused := false; !refused; time.Sleep(5 * time.Millisecond) {
		probe, err := net.Dial("tcp", s.address)
		if refused = err != nil; !refused {
			_ = probe.Close() // it was let in before the stop
		}
	}
	select {
	case err := <-s.ended:
		t.Fatalf("it ended with a request under way: %v", err)
	default:
	}
	write(t, connection, body)
	_, _ = reader.ReadString('\n') // the empty line after 100 Continue
	response, err := http.ReadResponse(reader, nil)
	if err != nil {
		t.Fatal(err)
	}
	answer, err := io.ReadAll(response.Body)
	if err != nil || response.StatusCode != http.StatusOK || !strings.Contains(string(answer), "net_lifetime_value") {
		t.Errorf("the request under way got %s, %v", response.Status, err)
	}
	if err := <-s.ended; err != nil {
		t.Errorf("it ended with %v", err)
	}
}

// A request that takes longer than the grace is cut off; the server ends in order.
func TestGraceEnds(t *testing.T) {
	config := settings()
	config.ShutdownGrace = 50 * time.Millisecond
	s := start(t, config)
	connection := dial(t, s.address)
	ask(t, connection, 9)
	s.stop()
	if err := <-s.ended; err != nil {
		t.Errorf("it ended with %v", err)
	}
}

func TestHealthOfARunningServer(t *testing.T) {
	s := start(t, settings())
	_, port, _ := net.SplitHostPort(s.address)
	for _, listen := range []string{s.address, ":" + port, "0.0.0.0:" + port} {
		if err := CheckHealth(t.Context(), listen); err != nil {
			t.Errorf("%s: %v", listen, err)
		}
	}
	s.end(t)
	for _, listen := range []string{s.address, "nonsense"} {
		if CheckHealth(t.Context(), listen) == nil {
			t.Errorf("%s is well", listen)
		}
	}
}

func TestPortInUse(t *testing.T) {
	s := start(t, settings())
	config := settings()
	config.Listen = s.address
	if err := Serve(t.Context(), config, io.Discard); err == nil {
		t.Error("two servers listen at the same place")
	}
	s.end(t)
}

// What the interactive documentation loads is there, on the wire and by HEAD.
func TestSwaggerOnTheWire(t *testing.T) {
	s := start(t, settings())
	for path, want := range map[string]string{"/swagger/": "openapi.json", "/swagger": "openapi.json", "/swagger/index.html?x=/../y.js": "openapi.json",
		"/swagger/swagger-ui.css": ".swagger-ui", "/swagger/swagger-ui-bundle.js": "SwaggerUI", "/swagger/doc.json": `"2.0"`, "/openapi.json": `"3.`} {
		response, body := s.fetch(t, http.MethodGet, path)
		if response.StatusCode != http.StatusOK || !strings.Contains(body, want) {
			t.Errorf("%s: %s, %d bytes", path, response.Status, len(body))
		}
		head, _ := s.fetch(t, http.MethodHead, path)
		if head.StatusCode != http.StatusOK || head.Header.Get("Content-Type") != response.Header.Get("Content-Type") {
			t.Errorf("HEAD of %s: %s %v", path, head.Status, head.Header)
		}
	}
	for _, path := range []string{"/swagger/nothing.js", "/swagger/x/doc.json", "/swagger/x/../doc.yaml", "/swagger//doc.json"} {
		if response, _ := s.fetch(t, http.MethodGet, path); response.StatusCode != http.StatusNotFound || response.Header.Get("Content-Type") != "application/problem+json" {
			t.Errorf("%s, which is not there, is %s", path, response.Status)
		}
	}
	s.end(t)
}
