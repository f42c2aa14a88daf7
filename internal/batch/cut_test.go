package batch

import (
	"bytes"
	"errors"
	"io"
	"strings"
	"testing"
	"testing/iotest"

	"blyant/internal/option"
	"blyant/model/vocabulary"
)

// cutAll cuts a text into rows, so many bytes at a time.
func cutAll(t *testing.T, next next, text string, piece int) []string {
	t.Helper()
	s := &source{in: strings.NewReader(text), next: next, piece: piece}
	var rows []string
	for {
		for r, whole := s.row(); whole; r, whole = s.row() {
			if r.long {
				rows = append(rows, "too long")
				continue
			}
			rows = append(rows, string(r.text))
		}
		more, err := s.fill()
		if err != nil {
			t.Fatal(err)
		}
		if !more {
			if int(s.cut) != len(strings.TrimPrefix(text, byteOrderMark)) {
				t.Errorf("%d of %d bytes are cut", s.cut, len(text))
			}
			return rows
		}
	}
}

// Lines end with a line end of one character or two, the last one with the stream; a
// mark at the very beginning is none of them, elsewhere it is a text.
func TestLinesAreCut(t *testing.T) {
	for text, want := range map[string][]string{
		"": nil, "a": {"a"}, "a\n": {"a"}, "a\r\nb": {"a", "b"}, "a\n\nb\n": {"a", "", "b"}, "\n": {""}, "a\rb\n": {"a\rb"}, "a\r": {"a"}, "\ufeffa\n\ufeffb": {"a", "\ufeffb"}, "\ufeff": nil,
	} {
		for _, piece := range []int{1, 2, 3, 100} {
			if got := cutAll(t, nextLine, text, piece); strings.Join(got, "|") != strings.Join(want, "|") || len(got) != len(want) {
				t.Errorf("%q by %d: %q", text, piece, got)
			}
		}
	}
}

// A row of a table may hold line ends within quotes, which stand at the beginning of a
// cell; quotes that nobody closes end with their line.
func TestTableRowsAreCut(t *testing.T) {
	for text, want := range map[string][]string{
		"a,b\nc,d": {"a,b", "c,d"}, "\"a\nb\",c\nd": {"\"a\nb\",c", "d"}, "a,\"b\nc\"\nd": {"a,\"b\nc\"", "d"}, "\"a\"\"\nb\"\nc": {"\"a\"\"\nb\"", "c"},
		"a\"b\nc": {"a\"b", "c"}, "a,b\"\nc\"": {"a,b\"", "c\""}, "\"a\nb\nc": {"\"a", "b", "c"}, "x,\"a\r\nb": {"x,\"a", "b"}, "\"a": {"\"a"}, "\"\"\n": {"\"\""}, "\"a\"\r\nb": {"\"a\"", "b"}, "\"a\nb\",c": {"\"a\nb\",c"},
	} {
		for _, piece := range []int{1, 2, 5, 100} {
			rows := &tableRows{delimiter: ','}
			if got := cutAll(t, rows.next, text, piece); strings.Join(got, "|") != strings.Join(want, "|") {
				t.Errorf("%q by %d: %q", text, piece, got)
			}
		}
	}
	semicolons := &tableRows{delimiter: ';'}
	if got := cutAll(t, semicolons.next, "a;\"b\nc\"\nd,\"e\nf", 100); len(got) != 3 || got[1] != "d,\"e" {
		t.Errorf("%q", got)
	}
}

// A row may have MaxRow bytes and no more, whichever its line end; what follows a longer
// one is a row again.
func TestRowsAreBounded(t *testing.T) {
	for _, end := range []string{"\n", "\r\n"} {
		for n, want := range map[int]string{MaxRow - 1: "", MaxRow: "", MaxRow + 1: "too long", MaxRow + 3: "too long", 3 * MaxRow: "too long"} {
			text := strings.Repeat("x", n) + end + "after" + end
			for name, next := range map[string]next{"a line": nextLine, "a row": (&tableRows{delimiter: ','}).next} {
				for _, piece := range []int{1 << 15, MaxRow + 1} { // at the second only half of a line end may be there
					got := cutAll(t, next, text, piece)
					if long := got[0] == "too long"; len(got) != 2 || got[1] != "after" || long != (want != "") || !long && len(got[0]) != n {
						t.Errorf("%s of %d bytes by %d: %d rows, too long: %v", name, n, piece, len(got), long)
					}
				}
			}
		}
	}
}

// A stream reads on with a buffer that grows while the pieces are full.
func TestPiecesGrow(t *testing.T) {
	s := &source{in: strings.NewReader(strings.Repeat("x", 1<<20)), next: nextLine, piece: firstRead}
	for range 8 {
		if _, err := s.fill(); err != nil {
			t.Fatal(err)
		}
		s.drop(len(s.buffer))
	}
	if s.piece != usualPiece {
		t.Errorf("after eight full ones it reads %d bytes at once", s.piece)
	}
	slow := &source{in: iotest.OneByteReader(strings.NewReader("abc")), next: nextLine, piece: firstRead}
	for range 3 {
		_, _ = slow.fill()
	}
	if slow.piece != firstRead {
		t.Errorf("after a few bytes it reads %d at once", slow.piece)
	}
	broken := &source{in: iotest.ErrReader(io.ErrClosedPipe), next: nextLine}
	if _, err := broken.fill(); !errors.Is(err, io.ErrClosedPipe) {
		t.Errorf("%v", err)
	}
}

// What may be asked beside the rows: a calculator that has figures with addresses, and
// some of those figures in the order in which they are named, each once.
func TestRequests(t *testing.T) {
	var usual Request
	if c := usual.Calculator(); c == nil || c.Name != "lifetime-value" {
		t.Errorf("the usual calculator is %v", c)
	}
	if figures, faults := usual.Figures(); len(faults) > 0 || len(figures) != len(usual.Calculator().Figures.All()) {
		t.Errorf("%d figures, %v", len(figures), faults)
	}
	some := Request{Fields: []string{"payback_periods", "lifetime_value"}}
	if figures, faults := some.Figures(); len(faults) > 0 || len(figures) != 2 || figures[0].Name != "payback_periods" {
		t.Errorf("%v, %v", figures, faults)
	}
	wrong := Request{Fields: []string{"lifetime_valu", "lifetime_value", "lifetime_value"}}
	_, faults := wrong.Figures()
	if len(faults) != 2 || faults[0].Code != vocabulary.CodeNotAChoice || faults[0].Hint != "lifetime_value" || faults[1].Code != vocabulary.CodeDuplicate || faults[1].Field != "fields" {
		t.Errorf("%+v", faults)
	}
	none := Request{Resource: "horoscope", Fields: []string{"lifetime_value"}}
	if figures, faults := none.Figures(); none.Calculator() != nil || figures != nil || faults != nil {
		t.Errorf("%v, %v", figures, faults)
	}
	for _, name := range Resources() {
		if c := (&Request{Resource: name}).Calculator(); c == nil || len(c.Figures.All()) == 0 {
			t.Errorf("%s has no figures", name)
		}
	}
}

// Progress counts rows, those that are wrong, and bytes read, after each piece; Flush is
// called where nothing more is to be written for now.
func TestProgress(t *testing.T) {
	const row = `{"acquisition_cost":50,"basket_value":10,"repeat_purchase_rate":0}` + "\n"
	s := between(option.NDJSON, option.NDJSON)
	s.piece, s.Cores = 200, make(Cores, 1)
	var last Counts
	flushed, calls := 0, 0
	s.Progress = func(c Counts) {
		if calls++; c.Rows < last.Rows || c.Bytes <= last.Bytes {
			t.Errorf("%+v after %+v", c, last)
		}
		last = c
	}
	s.Flush = func() error { flushed++; return nil }
	text := strings.Repeat(row, 9) + "{}\n"
	var out bytes.Buffer
	counts, err := s.Run(t.Context(), strings.NewReader(text), &out)
	if err != nil || counts != last || counts != (Counts{10, 1, int64(len(text))}) || calls < 3 || flushed == 0 {
		t.Errorf("%+v, last %+v after %d calls, %d flushes: %v", counts, last, calls, flushed, err)
	}
	gone := errors.New("gone")
	s.Progress, s.Flush = nil, func() error { return gone }
	if _, err := s.Run(t.Context(), strings.NewReader(text), &out); !errors.Is(err, gone) {
		t.Errorf("who cannot be flushed to is served on: %v", err)
	}
}

// A panic of a worker ends the stream with a row that says so, and no more.
func TestWorkersThatPanic(t *testing.T) {
	s := between(option.NDJSON, option.NDJSON)
	s.Figures = []vocabulary.Figure{vocabulary.FigurePlace(vocabulary.Amount("pencils"), func(*int) *vocabulary.Rounded { return nil })} // of no such record
	var out bytes.Buffer
	_, err := s.Run(t.Context(), strings.NewReader(`{"acquisition_cost":50,"basket_value":10,"repeat_purchase_rate":0}`+"\n"), &out)
	if err == nil || !strings.Contains(err.Error(), "panic: ") || strings.Contains(out.String(), "panic") || !strings.HasPrefix(out.String(), `{"error":{"detail":"`) || strings.Count(out.String(), "\n") != 1 {
		t.Errorf("%v: %s", err, out.String())
	}
}
