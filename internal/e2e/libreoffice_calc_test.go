//go:build e2e

package e2e

import (
	"bufio"
	"encoding/json"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"sync"
	"testing"
	"time"
)

// calc talks to the driver of one office.
type calc struct {
	in      io.WriteCloser
	answers chan []byte
	mu      sync.Mutex
}

// place is a cell or range: an address or a defined name, on a sheet or the
// first one.
type place struct {
	Sheet string `json:"sheet"`
	Ref   string `json:"ref"`
	// Of a range, one cell: so many below and beside its first one.
	Row    int `json:"row"`
	Column int `json:"column"`
}

// cell is what Calc shows.
type cell struct {
	Value   float64
	Text    string
	Formula string
	Type    string // EMPTY, VALUE, TEXT or FORMULA
	Error   int
}

const patience = 2 * time.Minute

// startCalc starts an office with an empty profile of that locale. It ends with
// the test.
func startCalc(t *testing.T, locale string) *calc {
	t.Helper()
	program, err := exec.LookPath("soffice")
	if err != nil {
		t.Fatal("LibreOffice is not installed:", err)
	}
	cmd := exec.Command(unoPython(t), "libreoffice_driver.py", program, filepath.Join(t.TempDir(), "profile"), locale)
	cmd.Stderr = os.Stderr
	in, err := cmd.StdinPipe()
	must(t, err)
	out, err := cmd.StdoutPipe()
	must(t, err)
	must(t, cmd.Start())
	c := &calc{in: in, answers: make(chan []byte)}
	go func() {
		defer close(c.answers)
		for lines := bufio.NewReader(out); ; {
			line, err := lines.ReadBytes('\n')
			if err != nil {
				return
			}
			c.answers <- line
		}
	}()
	t.Cleanup(func() {
		_ = in.Close()
		done := make(chan struct{})
		go func() { _ = cmd.Wait(); close(done) }()
		select {
		case <-done:
		case <-time.After(30 * time.Second):
			_ = cmd.Process.Kill()
		}
	})
	c.answer(t, nil)
	return c
}

// unoPython finds a Python that can speak with LibreOffice: Debian's own, which
// another one in the PATH may hide.
func unoPython(t *testing.T) string {
	t.Helper()
	for _, python := range []string{"/usr/bin/python3", "python3"} {
		if exec.Command(python, "-c", "import uno").Run() == nil {
			return python
		}
	}
	t.Fatal("no Python with the module uno: install python3-uno")
	return ""
}

// ask has the driver do something and decodes what it answers.
func (s *spreadsheet) ask(op string, arguments map[string]any, into any) {
	s.t.Helper()
	s.mu.Lock()
	defer s.mu.Unlock()
	if arguments == nil {
		arguments = map[string]any{}
	}
	arguments["op"] = op
	line, err := json.Marshal(arguments)
	must(s.t, err)
	_, err = s.in.Write(append(line, '\n'))
	must(s.t, err)
	s.answer(s.t, into)
}

func (c *calc) answer(t *testing.T, into any) {
	t.Helper()
	select {
	case line, open := <-c.answers:
		if !open {
			t.Fatal("the office has gone")
		}
		var reply struct {
			Answer  json.RawMessage
			Failure string
		}
		must(t, json.Unmarshal(line, &reply))
		if reply.Failure != "" {
			t.Fatal(reply.Failure)
		}
		if into != nil {
			must(t, json.Unmarshal(reply.Answer, into))
		}
	case <-time.After(patience):
		t.Fatal("the office does not answer")
	}
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}
