package main

import (
	"fmt"
	"io"
	"os"
	"time"

	"blyant/internal/batch"
)

// progress is a line on a terminal: rows, how many a second, and how long it will
// still take where the size of the input is known. It is silent elsewhere.
type progress struct {
	out   io.Writer // nil where nothing is shown
	size  int64     // bytes of the input; 0 where not known
	began time.Time
	last  time.Time
}

func newProgress(out io.Writer, size int64) *progress {
	file, isFile := out.(*os.File)
	if !isFile || !isTerminal(file) {
		out = nil
	}
	return &progress{out: out, size: size, began: time.Now()}
}

// isTerminal reports whether somebody may look at the file.
func isTerminal(file *os.File) bool {
	info, err := file.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0 && info.Name() != "null"
}

// sizeOf is the size of an input that is a file, 0 of any other.
func sizeOf(in io.Reader) int64 {
	if file, isFile := in.(*os.File); isFile {
		if info, err := file.Stat(); err == nil && info.Mode().IsRegular() {
			return info.Size()
		}
	}
	return 0
}

func (p *progress) show(c batch.Counts) {
	now := time.Now()
	if p.out == nil || now.Sub(p.last) < time.Second/5 {
		return
	}
	p.last = now
	_, _ = fmt.Fprintf(p.out, "\r%s\x1b[K", p.line(c, now.Sub(p.began)))
}

// line says how far it has come after that time.
func (p *progress) line(c batch.Counts, took time.Duration) string {
	line := fmt.Sprintf("%d rows, %d with errors, %.0f a second", c.Rows, c.Errors, float64(c.Rows)/max(took.Seconds(), 1e-3))
	if p.size > 0 && c.Bytes > 0 {
		remaining := float64(took) * max(0, float64(p.size)/float64(c.Bytes)-1)
		line += fmt.Sprintf(", %.0f %% done, %s to go", 100*min(1, float64(c.Bytes)/float64(p.size)), time.Duration(remaining).Round(time.Second))
	}
	return line
}

func (p *progress) end() {
	if p.out != nil && !p.last.IsZero() {
		_, _ = fmt.Fprintln(p.out)
	}
}
