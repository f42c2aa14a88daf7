//go:build unix

package main

import (
	"bufio"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"os/exec"
	"strings"
	"sync"
	"sync/atomic"
	"syscall"
	"testing"
	"time"
)

// TestMain is also the command itself, for tests that run it as a process.
func TestMain(m *testing.M) {
	if os.Getenv("BLYANT_AS_COMMAND") != "" {
		main()
		return
	}
	os.Exit(m.Run())
}

// process is the command running, with arguments; it listens where the second
// result says, if it serves.
func process(t *testing.T, args ...string) *exec.Cmd {
	t.Helper()
	command := exec.Command(os.Args[0], args...)
	command.Env = append(os.Environ(), "BLYANT_AS_COMMAND=1", "BLYANT_LISTEN=127.0.0.1:0", "BLYANT_LOG_LEVEL=error")
	command.Stderr = os.Stderr
	return command
}

func serving(t *testing.T, args ...string) (*exec.Cmd, string) {
	t.Helper()
	command := process(t, args...)
	stdout, err := command.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := command.Start(); err != nil {
		t.Fatal(err)
	}
	line, err := bufio.NewReader(stdout).ReadString('\n')
	if err != nil {
		t.Fatal(err)
	}
	_, address, _ := strings.Cut(strings.TrimSpace(line), "http://")
	return command, address
}

// keepAsking asks over connections that are kept until nobody listens any more, and
// counts the requests that were sent whole, and those that were answered.
func keepAsking(address string, sent, answered *atomic.Int64) {
	const ask = "GET /v1/lifetime-value/net_lifetime_value?acquisition_cost=50&basket_value=10&repeat_purchase_rate=0.9 HTTP/1.1\r\nHost: x\r\n\r\n"
	for {
		c, err := net.Dial("tcp", address)
		if err != nil {
			return
		}
		r := bufio.NewReader(c)
		for {
			if _, err := io.WriteString(c, ask); err != nil {
				break // not sent whole
			}
			sent.Add(1)
			answer, err := http.ReadResponse(r, nil)
			if err != nil {
				break
			}
			body, err := io.ReadAll(answer.Body)
			if answer.StatusCode == http.StatusServiceUnavailable || (err == nil && answer.StatusCode == http.StatusOK && len(body) > 0) {
				answered.Add(1)
			}
			if answer.Close || err != nil {
				break
			}
		}
		_ = c.Close()
	}
}

// Told to stop, the server loses no request that was sent whole, and its status is
// 0; ten times, with sixteen clients that keep their connections.
func TestStopUnderLoad(t *testing.T) {
	for round := range 10 {
		command, address := serving(t, "--shutdown-delay", "400ms")
		var sent, answered atomic.Int64
		var clients sync.WaitGroup
		for range 16 {
			clients.Go(func() { keepAsking(address, &sent, &answered) })
		}
		time.Sleep(100 * time.Millisecond)
		if err := command.Process.Signal(syscall.SIGTERM); err != nil {
			t.Fatal(err)
		}
		clients.Wait()
		if err := command.Wait(); err != nil {
			t.Errorf("round %d: it ends with %v", round, err)
		}
		if sent.Load() != answered.Load() || sent.Load() == 0 {
			t.Errorf("round %d: of %d requests %d were answered", round, sent.Load(), answered.Load())
		}
	}
}

// The command interrupted leaves whole lines, the last of which says so.
func TestInterruptedProcess(t *testing.T) {
	command := process(t, "batch", "--fields", "net_lifetime_value")
	stdin, err := command.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	stdout, err := command.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := command.Start(); err != nil {
		t.Fatal(err)
	}
	go func() {
		for i := 0; ; i++ {
			if _, err := fmt.Fprintf(stdin, `{"id":%d,"acquisition_cost":50,"basket_value":10,"repeat_purchase_rate":0}`+"\n", i); err != nil {
				return
			}
		}
	}()
	lines := bufio.NewReader(stdout)
	rows, last := 0, ""
	for {
		line, err := lines.ReadString('\n')
		if err != nil {
			if line != "" {
				t.Errorf("half a line: %q", line)
			}
			break
		}
		if last = line; strings.HasPrefix(line, fmt.Sprintf(`{"id":%d,"summary":`, rows)) {
			rows++
		}
		if rows == 5000 {
			_ = command.Process.Signal(syscall.SIGINT)
		}
	}
	if !strings.HasPrefix(last, `{"error":`) || rows < 5000 {
		t.Errorf("after %d rows the last line is %s", rows, last)
	}
	if err := command.Wait(); err == nil {
		t.Error("its status does not say that it was interrupted")
	}
}
