package main

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
	"time"

	"blyant/internal/batch"
	"blyant/internal/format"
	"blyant/internal/input"
	"blyant/internal/locale"
	"blyant/internal/option"
	"blyant/model/vocabulary"
)

// stream is the command "blyant batch": POST /v1/batch from standard input to
// standard output.
type stream struct {
	From      string   `default:"auto" enum:"auto,ndjson,csv,tsv" help:"Format of the rows that are read; auto takes what begins with { for ndjson and all else for csv."`
	To        string   `default:"same" enum:"same,ndjson,csv,tsv" help:"Format of the rows that are written."`
	Resource  string   `help:"Calculator of the rows." default:"lifetime-value"`
	Fields    []string `help:"Figures of an answer, separated by commas; all unless told."`
	Lang      string   `default:"en" help:"Language of messages; one that writes a decimal comma lets texts have one."`
	Decimal   string   `default:"" enum:",point,comma" help:"Decimal mark of texts that are read and of tables that are written."`
	Delimiter string   `default:"" enum:",comma,semicolon,tab" help:"What separates cells, read and written."`
	Header    string   `default:"on" enum:"on,off" help:"Whether a table that is written has a header."`
}

// errRefused ends the command after its message is out.
var errRefused = errors.New("the rows were not read")

func (b *stream) Run(ctx context.Context, out io.Writer) error {
	return b.run(ctx, os.Stdin, out, os.Stderr)
}

func (b *stream) run(ctx context.Context, stdin io.Reader, out, progress io.Writer) error {
	in := bufio.NewReaderSize(interruptible(ctx, stdin), 64<<10)
	s, err := b.stream(in)
	if err != nil {
		return b.told(err)
	}
	line := newProgress(progress, sizeOf(stdin))
	s.Progress = line.show
	stopping, stop := context.WithCancelCause(context.Background())
	defer context.AfterFunc(ctx, func() { stop(batch.ErrStopped) })()
	_, err = s.Run(stopping, in, out)
	line.end()
	return b.told(err)
}

// interruptible is a reader of in that ends when the context does: reading from a
// pipe into which nobody writes cannot be broken off.
func interruptible(ctx context.Context, in io.Reader) io.Reader {
	r, w := io.Pipe()
	context.AfterFunc(ctx, func() { _ = w.CloseWithError(batch.ErrStopped) })
	go func() {
		_, err := io.CopyBuffer(struct{ io.Writer }{w}, struct{ io.Reader }{in}, make([]byte, 256<<10))
		_ = w.CloseWithError(err)
	}()
	return r
}

// stream is what the flags say.
func (b *stream) stream(in *bufio.Reader) (batch.Stream, error) {
	lang, known := locale.Parse(b.Lang)
	if !known {
		return batch.Stream{}, fmt.Errorf("--lang %q is no language here", b.Lang)
	}
	asked := batch.Request{Resource: b.Resource, Fields: b.Fields}
	if asked.Calculator() == nil {
		return batch.Stream{}, fmt.Errorf("--resource %q is none of %s", b.Resource, strings.Join(batch.Resources(), ", "))
	}
	figures, faults := asked.Figures()
	from, to := b.formats(in)
	options := option.Options{Format: to, Lang: b.Lang, Decimal: b.Decimal, Delimiter: b.Delimiter, Header: b.Header}
	if faults = append(faults, options.Conflicts()...); len(faults) > 0 {
		return batch.Stream{}, faults
	}
	return batch.Stream{Calculator: asked.Calculator(), Figures: figures, Lang: lang,
		In: from, Reading: input.Dialect{Comma: options.ReadsComma(), Said: b.Decimal != ""}, Delimiter: options.ReadsSeparator(from), Out: to,
		Dialect: format.Dialect{Comma: options.WritesComma(), Delimiter: options.Separator(), Header: b.Header == "on"}}, nil
}

// formats are those of the rows read and written.
func (b *stream) formats(in *bufio.Reader) (from, to string) {
	from, to = b.From, b.To
	if from == "auto" {
		from = option.CSV
		begin, _ := in.Peek(256) // shorter where the input is
		if bytes.HasPrefix(bytes.TrimLeft(bytes.TrimPrefix(begin, []byte("\ufeff")), " \t\r\n"), []byte("{")) {
			from = option.NDJSON
		}
	}
	if to == "same" {
		to = from
	}
	return from, to
}

// told is an error in words.
func (b *stream) told(err error) error {
	var faults vocabulary.Faults
	if !errors.As(err, &faults) {
		return err
	}
	l, _ := locale.Parse(b.Lang)
	return fmt.Errorf("%w: %s", errRefused, strings.Join(l.Faults(faults), " "))
}

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
