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
