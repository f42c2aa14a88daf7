//go:build e2e

package clients

import (
	"context"
	"io"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"
)

// TestNodeRED runs Node-RED without its editor's browser: a flow asks as the guide
// says, and another address shows what came.
func TestNodeRED(t *testing.T) {
	folder := copied(t, "nodered")
	flows := filepath.Join(folder, "flows.json")
	text, err := os.ReadFile(flows)
	if err == nil {
		err = os.WriteFile(flows, []byte(strings.Replace(string(text), "BLYANT", serve(t), 1)), 0o600)
	}
	if err != nil {
		t.Fatal(err)
	}
	port := freePort(t)
	command := exec.CommandContext(t.Context(), npm(t, "node-red"), "--userDir", folder, "--port", port, "-D", "uiHost=127.0.0.1", "-D", "telemetry.enabled=false", "flows.json")
	command.Dir = folder
	command.Cancel = func() error { return command.Process.Signal(syscall.SIGTERM) }
	if err := command.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = command.Process.Kill(); _ = command.Wait() })
	address := "http://127.0.0.1:" + port + "/ask?margin="
	if got := eventually(t, address+"0.4"); !strings.Contains(got, `"net_lifetime_value":202.79`) {
		t.Errorf("the flow has %s", got)
	}
	if got := eventually(t, address+"40"); !strings.Contains(got, `"field":"margin_rate"`) || !strings.Contains(got, `"hint":"0.4 or 40%"`) {
		t.Errorf("a wrong margin: %s", got)
	}
}

// freePort is a port on which nobody listens.
func freePort(t *testing.T) string {
	t.Helper()
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = listener.Close() }()
	return strconv.Itoa(listener.Addr().(*net.TCPAddr).Port)
}

// eventually gets an address until it is answered with 200 or 422, as a flow passes
// them on.
func eventually(t *testing.T, address string) string {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	defer cancel()
	last := "nothing"
	for ctx.Err() == nil {
		if status, body := get(ctx, address); status == http.StatusOK || status == http.StatusUnprocessableEntity {
			return body
		} else if body != "" {
			last = body
		}
		time.Sleep(200 * time.Millisecond)
	}
	t.Fatalf("%s: %s", address, last)
	return ""
}

func get(ctx context.Context, address string) (int, string) {
	r, err := http.NewRequestWithContext(ctx, http.MethodGet, address, nil)
	if err != nil {
		return 0, err.Error()
	}
	response, err := http.DefaultClient.Do(r)
	if err != nil {
		return 0, err.Error()
	}
	defer func() { _ = response.Body.Close() }()
	body, err := io.ReadAll(response.Body)
	if err != nil {
		return 0, err.Error()
	}
	return response.StatusCode, string(body)
}
