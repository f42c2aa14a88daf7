package api

import (
	"bytes"
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"net"
	"net/http"
	"runtime"
	"runtime/debug"
	gauges "runtime/metrics"
	"strings"
	"sync"
	"testing"
	"time"
)

// fullSize makes the tests of hostile clients as large as they come: hundreds and
// thousands of connections that are waited for until the server closes them.
var fullSize = flag.Bool("hostile", false, "hostile clients in full size, which takes minutes")

// many is a number of hostile clients: a few, or in full size as many as come.
func many(few, all int) int {
	if *fullSize {
		return all
	}
	return few
}

// mostMemory is what the process may hold, clients of the test included.
const mostMemory = 256 << 20

// besieged is a server under attack: it watches memory, and that goroutines are
// back where they were when the attack is over.
type besieged struct {
	*running
	before int
	peak   uint64
	stop   context.CancelFunc
	ended  sync.WaitGroup
}

func besiege(t *testing.T) *besieged {
	t.Helper()
	debug.SetMemoryLimit(192 << 20)
	http.DefaultClient.CloseIdleConnections()
	runtime.GC()
	debug.FreeOSMemory()
	b := &besieged{running: start(t, settings())}
	b.ask(t)
	http.DefaultClient.CloseIdleConnections()
	time.Sleep(20 * time.Millisecond)
	b.before = runtime.NumGoroutine()
	ctx, stop := context.WithCancel(t.Context())
	b.stop = stop
	b.ended.Go(func() {
		for ctx.Err() == nil {
			b.peak = max(b.peak, inUse())
			time.Sleep(5 * time.Millisecond)
		}
	})
	return b
}

// inUse is the memory that the process has from the system.
func inUse() uint64 {
	samples := []gauges.Sample{{Name: "/memory/classes/total:bytes"}, {Name: "/memory/classes/heap/released:bytes"}}
	gauges.Read(samples)
	return samples[0].Value.Uint64() - samples[1].Value.Uint64()
}

// ask is somebody with a plain question, who is answered meanwhile.
func (b *besieged) ask(t *testing.T) {
	t.Helper()
	client := http.Client{Timeout: 10 * time.Second}
	answer, err := client.Get("http://" + b.address + value + "/net_lifetime_value?" + pencil)
	if err != nil {
		t.Error(err)
		return
	}
	defer func() { _ = answer.Body.Close() }()
	if body, err := io.ReadAll(answer.Body); answer.StatusCode != http.StatusOK || err != nil {
		t.Errorf("others are answered %s %s", answer.Status, body)
	}
}

// relieve ends the attack and looks at what it left.
func (b *besieged) relieve(t *testing.T) {
	t.Helper()
	b.ask(t)
	http.DefaultClient.CloseIdleConnections()
	b.stop()
	b.ended.Wait()
	var now int
	for began := time.Now(); time.Since(began) < 10*time.Second; time.Sleep(20 * time.Millisecond) {
		if now = runtime.NumGoroutine(); now <= b.before+2 {
			break
		}
	}
	if now > b.before+2 {
		t.Errorf("%d goroutines are left of %d", now, b.before)
	}
	if b.peak > mostMemory {
		t.Errorf("it took %d MiB", b.peak>>20)
	}
	t.Logf("%d MiB at the most, %d goroutines afterwards, %d before", b.peak>>20, now, b.before)
	b.end(t)
}

// connections opens so many, each of which begins with a text.
func (b *besieged) connections(t *testing.T, n int, begin string) []net.Conn {
	t.Helper()
	all := make([]net.Conn, n)
	for i := range all {
		c, err := net.Dial("tcp", b.address)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := io.WriteString(c, begin); err != nil {
			t.Fatal(err)
		}
		all[i] = c
	}
	return all
}

// closedAll waits until the server has closed the connections, in full size, and
// else closes them.
func closedAll(t *testing.T, all []net.Conn, within time.Duration) {
	t.Helper()
	for _, c := range all {
		if *fullSize {
			_ = c.SetReadDeadline(time.Now().Add(within))
			if _, err := io.Copy(io.Discard, c); err != nil && isTimeout(err) {
				t.Error("a connection is still open")
			}
		}
		_ = c.Close()
	}
}

func isTimeout(err error) bool {
	n, is := errors.AsType[net.Error](err)
	return is && n.Timeout()
}

const longBody = "POST /v1/lifetime-value HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 1000000\r\n\r\n{"

func TestSlowSenders(t *testing.T) {
	b := besiege(t)
	all := b.connections(t, many(60, 500), longBody)
	for range many(3, 10) {
		for _, c := range all {
			_, _ = c.Write([]byte(" "))
		}
		b.ask(t)
		time.Sleep(time.Duration(many(20, 1000)) * time.Millisecond)
	}
	closedAll(t, all, readTimeout+5*time.Second)
	b.relieve(t)
}

// Large answers that nobody takes hold a bounded memory, and not for long.
func TestNeverReaders(t *testing.T) {
	b := besiege(t)
	body := worstRequests()["comparison"][0]
	ask := fmt.Sprintf("POST /v1/comparison?format=xml HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%s", len(body), body)
	all := b.connections(t, many(12, 100), ask)
	for range 5 {
		b.ask(t)
		time.Sleep(200 * time.Millisecond)
	}
	if *fullSize {
		time.Sleep(2 * partTime)
	}
	closedAll(t, all, partTime)
	b.relieve(t)
}

func TestIdleConnections(t *testing.T) {
	b := besiege(t)
	all := b.connections(t, many(300, 5000), "")
	b.ask(t)
	if *fullSize {
		closedAll(t, all, readHeaderTimeout+20*time.Second)
	} else {
		closedAll(t, all, 0)
	}
	b.relieve(t)
}

func TestAbortedUploads(t *testing.T) {
	b := besiege(t)
	for range many(2, 20) {
		for _, c := range b.connections(t, 25, longBody+strings.Repeat("[", 50_000)) {
			_ = c.Close()
		}
		b.ask(t)
	}
	b.relieve(t)
}

func TestUnfinishedHeaders(t *testing.T) {
	b := besiege(t)
	all := b.connections(t, many(60, 300), "GET / HTTP/1.1\r\nHost: x\r\nX-Long: ")
	b.ask(t)
	closedAll(t, all, readHeaderTimeout+5*time.Second)
	b.relieve(t)
}

// More parameters than anything has, and more members: a short answer each.
func TestParametersWithoutNumber(t *testing.T) {
	b := besiege(t)
	const n = 150_000
	for kind, body := range map[string]string{
		"application/x-www-form-urlencoded": strings.Repeat("a=1&b&", n),
		"application/json":                  "{" + strings.TrimSuffix(strings.Repeat(`"a":1,`, n), ",") + "}",
	} {
		for range 3 {
			answer, err := http.Post("http://"+b.address+value, kind, strings.NewReader(body))
			if err != nil {
				t.Fatal(err)
			}
			got, err := io.ReadAll(answer.Body)
			_ = answer.Body.Close()
			if err != nil || answer.StatusCode != http.StatusUnprocessableEntity || len(got) > 64<<10 {
				t.Errorf("%s: %s, %d bytes, %v: %.300s", kind, answer.Status, len(got), err, got)
			}
		}
		b.ask(t)
	}
	b.relieve(t)
}

// Rows that are none: each has a clear error, or ends the stream before it began.
func TestHostileRows(t *testing.T) {
	b := besiege(t)
	long := int64(many(16, 100)) << 20
	for _, c := range []struct {
		name, kind string
		body       io.Reader
		status     int
		contains   string
	}{
		{"a million columns", "text/csv", strings.NewReader(strings.Repeat("a,", 1_000_000) + "\n"), http.StatusUnprocessableEntity, "too long"},
		{"a quote that is never closed", "text/csv", strings.NewReader("acquisition_cost,basket_value\n\"1,2\n" + strings.Repeat("1,2\n", 200)), http.StatusOK, "quotes"},
		{"NUL in a header", "text/csv", strings.NewReader("acquisition_cost,bas\x00ket\n1,2\n"), http.StatusUnprocessableEntity, "unknown_field"},
		{"NUL in a row", "application/x-ndjson", strings.NewReader("{\"acquisition_cost\":\x001}\n"), http.StatusOK, `"error"`},
		{"a line of 100 MB", "application/x-ndjson", io.MultiReader(io.LimitReader(endless{}, long), strings.NewReader("\n"+pencilLine)), http.StatusOK, "too_long"},
	} {
		answer, err := http.Post("http://"+b.address+batchPath, c.kind, c.body)
		if err != nil {
			t.Fatalf("%s: %v", c.name, err)
		}
		var got bytes.Buffer
		_, err = io.Copy(&got, io.LimitReader(answer.Body, 1<<20))
		_ = answer.Body.Close()
		if err != nil || answer.StatusCode != c.status || !strings.Contains(got.String(), c.contains) || got.Len() > 64<<10 {
			t.Errorf("%s: %s, %d bytes, %v: %.400s", c.name, answer.Status, got.Len(), err, got.String())
		}
		b.ask(t)
	}
	b.relieve(t)
}

// endless is a line that does not end.
type endless struct{}

func (endless) Read(b []byte) (int, error) {
	for i := range b {
		b[i] = 'x'
	}
	return len(b), nil
}

// A name as long as an address may be comes back as much of it as a name may have.
func TestLongNamesOnPages(t *testing.T) {
	h := New(Config{})
	w := call(t, h, http.MethodGet, "/?a.name="+strings.Repeat("x", 15_000)+"&"+pencil, "")
	if w.Code != http.StatusUnprocessableEntity || w.Body.Len() > 120_000 || strings.Contains(w.Body.String(), strings.Repeat("x", 2*mostShown)) {
		t.Errorf("%d, %d bytes", w.Code, w.Body.Len())
	}
	for _, address := range []string{value + "?" + pencil + "&name=" + strings.Repeat("æ", 4000), value + "?" + strings.Repeat("y", 10_000) + "=1",
		value + "/" + strings.Repeat("z", 8000), "/v1/examples/" + strings.Repeat("z", 8000), value + "?format=" + strings.Repeat("q", 9000), "/" + strings.Repeat("w", 9000)} {
		w := call(t, h, http.MethodGet, address, "")
		if w.Code < 400 || w.Body.Len() > 3000 {
			t.Errorf("%.40s: %d, %d bytes: %.3000s", address, w.Code, w.Body.Len(), w.Body)
		}
	}
}
