//go:build unix

package docs_test

import (
	"bufio"
	"net/http"
	"os"
	"os/exec"
	"strings"
	"syscall"
	"testing"
)

// TestRunCommand runs the README's command as it stands, on a free port: it
// prints its address, answers, and ends without a complaint when interrupted.
func TestRunCommand(t *testing.T) {
	command := exec.Command("go", "run", "./api/blyant")
	command.Dir = ".."
	command.Env = append(os.Environ(), "BLYANT_LISTEN=127.0.0.1:0")
	var stderr strings.Builder
	command.Stderr = &stderr
	command.SysProcAttr = &syscall.SysProcAttr{Setpgid: true} // the interrupt is for go and for what it runs
	stdout, err := command.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := command.Start(); err != nil {
		t.Fatal(err)
	}
	lines := bufio.NewScanner(stdout)
	if !lines.Scan() {
		t.Fatalf("nothing is printed: %v, %v", lines.Err(), command.Wait())
	}
	line := lines.Text()
	found := strings.Index(line, "http://")
	if found < 0 {
		t.Errorf("no address is printed: %s", line)
	} else {
		checkAlive(t, line[found:])
	}
	if err := syscall.Kill(-command.Process.Pid, syscall.SIGINT); err != nil {
		t.Fatal(err)
	}
	if lines.Scan() {
		t.Errorf("a second line is printed: %s", lines.Text())
	}
	_ = command.Wait() // an interrupted go says 1, whatever what it ran says
	if strings.Contains(stderr.String(), "blyant:") {
		t.Errorf("interrupted, it complains: %s", stderr.String())
	}
}

func checkAlive(t *testing.T, address string) {
	t.Helper()
	answer, err := http.Get(address + "/healthz") // a test's own server
	if err != nil {
		t.Error(err)
		return
	}
	defer func() { _ = answer.Body.Close() }()
	if answer.StatusCode != http.StatusOK {
		t.Errorf("/healthz answers %s", answer.Status)
	}
}
