//go:build e2e

package e2e

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"sync/atomic"
	"syscall"
	"testing"
	"time"
)

// machine is one process of several behind nginx.
type machine struct {
	*exec.Cmd
	address string
}

func machines(t *testing.T, n int) []machine {
	t.Helper()
	binary := filepath.Join(t.TempDir(), "blyant")
	if out, err := exec.Command("go", "build", "-o", binary, "blyant/api/blyant").CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	var all []machine
	for range n {
		command := exec.Command(binary, "--listen", "127.0.0.1:0", "--log-level", "error", "--shutdown-delay", "1s")
		stdout, err := command.StdoutPipe()
		if err != nil {
			t.Fatal(err)
		}
		if err := command.Start(); err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { _ = command.Process.Kill() })
		line, err := bufio.NewReader(stdout).ReadString('\n')
		if err != nil {
			t.Fatal(err)
		}
		_, address, _ := strings.Cut(strings.TrimSpace(line), "http://")
		all = append(all, machine{command, address})
	}
	return all
}

// balancer runs the nginx of docs/deploy before the machines, and returns its
// address.
func balancer(t *testing.T, all []machine) string {
	t.Helper()
	conf, err := os.ReadFile("../../docs/deploy/nginx.conf")
	if err != nil {
		t.Fatal(err)
	}
	free, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	address := free.Addr().String()
	_ = free.Close()
	var servers strings.Builder
	for _, m := range all {
		fmt.Fprintf(&servers, "    server %s max_fails=1 fail_timeout=2s;\n", m.address)
	}
	folder := t.TempDir()
	var lines strings.Builder
	for line := range strings.Lines("pid " + folder + "/pid;\nerror_log " + folder + "/error.log;\ndaemon off;\n" + string(conf)) {
		switch {
		case strings.Contains(line, "server blyant:8080"):
			lines.WriteString(servers.String())
		case strings.Contains(line, "listen 8080;"):
			fmt.Fprintf(&lines, "    listen %s;\n", address)
		case strings.HasPrefix(line, "http {"):
			lines.WriteString(line)
			for _, kind := range []string{"client_body", "proxy", "fastcgi", "uwsgi", "scgi"} {
				fmt.Fprintf(&lines, "  %s_temp_path %s/%s;\n", kind, folder, kind)
			}
		default:
			lines.WriteString(line)
		}
	}
	file := filepath.Join(folder, "nginx.conf")
	if err := os.WriteFile(file, []byte(lines.String()), 0o600); err != nil {
		t.Fatal(err)
	}
	program, err := exec.LookPath("nginx")
	if err != nil {
		program = "/usr/sbin/nginx"
	}
	command := exec.Command(program, "-c", file, "-p", folder)
	command.Stderr = os.Stderr
	if err := command.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = command.Process.Signal(syscall.SIGTERM); _ = command.Wait() })
	for range 100 {
		if c, err := net.Dial("tcp", address); err == nil {
			_ = c.Close()
			return address
		}
		time.Sleep(20 * time.Millisecond)
	}
	t.Fatal("nginx does not listen")
	return ""
}

// TestSeveralMachines has three processes behind nginx. One is killed and one told
// to stop while eight clients ask: no request that may be sent again is lost. A
// stream of rows goes through whole.
func TestSeveralMachines(t *testing.T) {
	all := machines(t, 3)
	address := balancer(t, all)
	ctx, stop := context.WithCancel(t.Context())
	var asked, lost atomic.Int64
	var clients sync.WaitGroup
	for range 8 {
		clients.Go(func() {
			client := http.Client{Transport: &http.Transport{}, Timeout: 20 * time.Second}
			for ctx.Err() == nil {
				asked.Add(1)
				answer, err := client.Get("http://" + address + "/v1/lifetime-value/net_lifetime_value?acquisition_cost=50&basket_value=10&repeat_purchase_rate=0.9")
				if err != nil {
					lost.Add(1)
					t.Error(err)
					continue
				}
				body, err := io.ReadAll(answer.Body)
				_ = answer.Body.Close()
				if answer.StatusCode != http.StatusOK || err != nil {
					lost.Add(1)
					t.Errorf("%s %v %s", answer.Status, err, body)
				}
			}
		})
	}
	time.Sleep(time.Second)
	if err := all[0].Process.Kill(); err != nil {
		t.Error(err)
	}
	time.Sleep(time.Second)
	if err := all[1].Process.Signal(syscall.SIGTERM); err != nil {
		t.Error(err)
	}
	if err := all[1].Wait(); err != nil {
		t.Errorf("told to stop, it ends with %v", err)
	}
	time.Sleep(time.Second)
	stop()
	clients.Wait()
	t.Logf("%d requests, %d lost", asked.Load(), lost.Load())
	streamThrough(t, address)
}

// streamThrough sends rows through the balancer to those that are left.
func streamThrough(t *testing.T, address string) {
	t.Helper()
	const rows = 50_000
	in, out := io.Pipe()
	go func() {
		for i := range rows {
			_, _ = fmt.Fprintf(out, `{"id":%d,"acquisition_cost":50,"basket_value":10,"repeat_purchase_rate":0}`+"\n", i)
		}
		_ = out.Close()
	}()
	answer, err := http.Post("http://"+address+"/v1/batch?fields=net_lifetime_value", "application/x-ndjson", in)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = answer.Body.Close() }()
	lines := bufio.NewScanner(answer.Body)
	last, n := "", 0
	for ; lines.Scan(); n++ {
		last = lines.Text()
	}
	if want := fmt.Sprintf(`{"trailer":{"rows":%d,"errors":0}}`, rows); last != want || n != rows+1 {
		t.Errorf("%s: %d lines, the last is %s", answer.Status, n, last)
	}
}
