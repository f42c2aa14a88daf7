package batch

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"slices"
	"strings"
	"sync/atomic"
	"testing"
	"testing/iotest"
	"time"

	"blyant/internal/calculator"
	"blyant/internal/format"
	"blyant/internal/input"
	"blyant/internal/locale"
	"blyant/internal/option"
	"blyant/model"
	"blyant/model/vocabulary"
)

// between is a stream from one format into another.
func between(in, out string) Stream {
	calc := calculator.Named("lifetime-value")
	return Stream{Calculator: calc, Figures: calc.Figures.All(), Lang: locale.English,
		In: in, Delimiter: ',', Out: out, Dialect: format.Dialect{Header: true}}
}

func run(t *testing.T, s Stream, in string) string {
	t.Helper()
	var out bytes.Buffer
	if _, err := s.Run(context.Background(), strings.NewReader(in), &out); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

func TestLinesInLinesOut(t *testing.T) {
	s := between(option.NDJSON, option.NDJSON)
	s.Figures = s.Figures[3:6]
	got := run(t, s, "\ufeff"+`{"id":"a","acquisition_cost":50,"basket_value":10,"repeat_purchase_rate":0}`+"\r\n"+
		`{"id":17,"acquisition_cost":0,"basket_value":10,"repeat_purchase_rate":0}`+"\n\n"+
		`{"id":"c","basket":10}`+"\n"+`[1`)
	want := `{"id":"a","summary":{"net_lifetime_value":-40.00,"value_to_cost_ratio":0.200000,"expected_orders":1.000000}}
{"id":17,"summary":{"net_lifetime_value":10.00,"value_to_cost_ratio":null,"expected_orders":1.000000}}
{"id":"c","error":{"detail":"acquisition_cost: `
	if !strings.HasPrefix(got, want) {
		t.Errorf("got\n%s", got)
	}
	rows := strings.Split(strings.TrimSpace(got), "\n")
	if len(rows) != 5 || rows[4] != `{"trailer":{"rows":4,"errors":2}}` || !strings.Contains(rows[2], `"field":"basket","code":"unknown_field"`) {
		t.Errorf("got\n%s", got)
	}
	if !strings.HasPrefix(rows[3], `{"id":null,"error":`) || !strings.Contains(rows[3], `"code":"malformed"`) {
		t.Errorf("what is no JSON: %s", rows[3])
	}
	for _, r := range rows {
		if !json.Valid([]byte(r)) {
			t.Errorf("no JSON: %s", r)
		}
	}
}

// The columns of a table come in any order; cells are quoted where they must be.
func TestTableInTableOut(t *testing.T) {
	s := between(option.CSV, option.CSV)
	s.Figures = s.Figures[3:5]
	got := run(t, s, "name,basket_value,id,repeat_purchase_rate,acquisition_cost\n"+
		"\"Bo, \"\"B\"\"\nand co\",10,\"=1\",0,50\n"+
		"x,10,2,0\n"+
		"x,\"1,5\",3,0,50\n"+
		"x,10,4,0,5\"0\n"+
		"x,10,5,0,0\n")
	want := `id,net_lifetime_value,value_to_cost_ratio,error
'=1,-40.00,0.200000,
2,,,The row must have as many cells as the header: 4 against 5.
3,,,"basket_value: “1,5” has a decimal comma, but nothing says that commas are used here. (decimal=comma)"
,,,"The quotes of the row are not in order: they stand around a whole cell, and a quote within it is written twice."
5,10.00,,
#trailer,5,3
`
	if got != want {
		t.Errorf("got\n%s", got)
	}
}

// A header that is wrong refuses the stream before anything is written.
func TestHeadersAreRefused(t *testing.T) {
	for header, field := range map[string]string{"cac,basket_value": "cac", "id,id": "id", "basket_value,basket_value": "basket_value", "": ""} {
		var out bytes.Buffer
		_, err := between(option.CSV, option.NDJSON).Run(context.Background(), strings.NewReader(header+"\n1,2\n"), &out)
		var faults vocabulary.Faults
		if header == "" {
			_, err = between(option.CSV, option.NDJSON).Run(context.Background(), strings.NewReader("\n\n"), &out)
		}
		if !errors.As(err, &faults) || faults[0].Field != field || out.Len() > 0 {
			t.Errorf("%q: %v, %q", header, err, out.String())
		}
		if header == "cac,basket_value" && faults[0].Hint != "acquisition_cost" {
			t.Errorf("the hint is %q", faults[0].Hint)
		}
	}
}

// drawnRows are rows of every kind, good and bad, as lines and as a table.
func drawnRows(random *rand.Rand, n int) (lines, table string, bodies []string) {
	var l, c strings.Builder
	c.WriteString("id,acquisition_cost,basket_value,repeat_purchase_rate,annual_discount_rate,period,horizon\n")
	pick := func(values ...string) string { return values[random.IntN(len(values))] }
	for i := range n {
		cells := []string{
			pick("50", "0", "12.5", "1e3x", ""), pick("10", "0.01", "49.90", "7", "25", "-1"), pick("0.9", "90%", "1", "0", "1.5"),
			pick("", "0.08", "8%", "8", "-0.5"), pick("", "month", "year", "fortnight"), pick("", "1", "2", "36", "120", "0"),
		}
		if i%500 == 0 {
			cells[1], cells[5] = "999999999999", "1200" // most are refused for a figure of some period
		}
		body := ""
		for j, name := range []string{"acquisition_cost", "basket_value", "repeat_purchase_rate", "annual_discount_rate", "period", "horizon"} {
			body += fmt.Sprintf(",%q:%q", name, cells[j])
		}
		fmt.Fprintf(&c, "%d,%s\n", i, strings.Join(cells, ","))
		bodies = append(bodies, "{"+body[1:]+"}")
		fmt.Fprintf(&l, "{\"id\":\"%d\"%s}\n", i, body)
	}
	return l.String(), c.String(), bodies
}

// What is written depends on the rows alone.
func TestSameBytesHoweverTheStreamIsCut(t *testing.T) {
	lines, table, _ := drawnRows(rand.New(rand.NewPCG(1, 2)), 300)
	lines += strings.Repeat("x", MaxRow+5) + "\n" + `{"id":"after"}` + "\n"
	table += strings.Repeat("1,", MaxRow) + "\n\"unclosed,1\n2,50,10,0,,,\n" + "3,50,10,0,,,\n"
	for in, text := range map[string]string{option.NDJSON: lines, option.CSV: table} {
		for _, out := range []string{option.NDJSON, option.CSV} {
			s := between(in, out)
			s.Cores = make(Cores, 1)
			want := run(t, s, text)
			for _, cores := range []int{2, 7} {
				for _, piece := range []int{100, 4096, 1 << 20} {
					s.Cores, s.piece = make(Cores, cores), piece
					if got := run(t, s, text); got != want {
						t.Errorf("%s to %s with %d cores and pieces of %d: other bytes", in, out, cores, piece)
					}
				}
			}
			s.piece = 0
			var got bytes.Buffer
			if _, err := s.Run(context.Background(), iotest.OneByteReader(strings.NewReader(text)), &got); err != nil || got.String() != want {
				t.Errorf("%s to %s byte by byte: other bytes, %v", in, out, err)
			}
		}
	}
}

// The digits are those of single calls, and so are the faults.
func TestRowsAreSingleCalls(t *testing.T) {
	n := 10000
	if testing.Short() {
		n = 1000
	}
	lines, table, bodies := drawnRows(rand.New(rand.NewPCG(3, 4)), n)
	fromLines := strings.Split(run(t, between(option.NDJSON, option.NDJSON), lines), "\n")
	fromTable := strings.Split(run(t, between(option.CSV, option.NDJSON), table), "\n")
	good := 0
	for i, body := range bodies {
		var s model.Scenario
		faults := input.FromJSON(calculator.Named("lifetime-value").Request, []byte(body), input.Dialect{}, &s)
		want := ""
		if len(faults) == 0 {
			var result model.Result
			result, err := model.LifetimeValue(s)
			errors.As(err, &faults)
			ofPeriods := func(f vocabulary.Fault) bool {
				_, own := vocabulary.FigureNamed(model.SummaryFigures(), f.Field)
				return !own
			}
			if faults = slices.DeleteFunc(faults, ofPeriods); len(faults) == 0 && err != nil {
				result, err = model.Summarise(s) // a row that is refused for a period is none here
			}
			if err == nil {
				good++
				for _, f := range model.SummaryFigures() {
					want += fmt.Sprintf(",%q:%s", f.Name, f.Of(&result.Summary))
				}
				want = fmt.Sprintf(`{"id":"%d","summary":{%s}}`, i, want[1:])
			}
		}
		if len(faults) > 0 {
			var got struct {
				Error struct {
					Errors []struct{ Field, Code, Hint, Value string }
				}
			}
			if err := json.Unmarshal([]byte(fromLines[i]), &got); err != nil || len(got.Error.Errors) != len(faults) {
				t.Fatalf("%s: %s, want %v", body, fromLines[i], faults)
			}
			for j, f := range faults {
				if e := got.Error.Errors[j]; e.Field != f.Field || e.Code != string(f.Code) || e.Hint != f.Hint || e.Value != f.Value {
					t.Fatalf("%s: %+v, want %+v", body, e, f)
				}
			}
			want = fromLines[i]
		}
		if fromLines[i] != want || fromTable[i] != want {
			t.Fatalf("%s:\n%s\n%s\nwant\n%s", body, fromLines[i], fromTable[i], want)
		}
	}
	if good < n/20 || good > n-n/20 {
		t.Errorf("%d of %d rows are good", good, n)
	}
}

// A row is answered when it is there, not when enough others are.
func TestAnswersComeAtOnce(t *testing.T) {
	in, send := io.Pipe()
	receive, out := io.Pipe()
	ended := make(chan error, 1)
	go func() {
		_, err := between(option.NDJSON, option.NDJSON).Run(context.Background(), in, out)
		ended <- errors.Join(err, out.Close())
	}()
	buffer := make([]byte, 4096)
	for range 3 {
		_, _ = io.WriteString(send, `{"acquisition_cost":50,"basket_value":10,"repeat_purchase_rate":0}`+"\n")
		if n, err := receive.Read(buffer); err != nil || !bytes.HasPrefix(buffer[:n], []byte(`{"id":null,"summary":`)) {
			t.Fatalf("%s, %v", buffer[:n], err)
		}
	}
	_ = send.Close()
	if rest, _ := io.ReadAll(receive); string(rest) != `{"trailer":{"rows":3,"errors":0}}`+"\n" || <-ended != nil {
		t.Errorf("at the end: %s", rest)
	}
}

// Whoever reads slowly slows down whoever sends: no more is read than can be held.
func TestBackPressure(t *testing.T) {
	line := []byte(`{"acquisition_cost":50,"basket_value":10,"repeat_purchase_rate":0}` + "\n")
	var sent atomic.Int64 // the reader may be within a read when the stream ends
	in := readerFunc(func(b []byte) (int, error) {
		n := copy(b, bytes.Repeat(line, len(b)/len(line)))
		sent.Add(int64(n))
		return n, nil
	})
	ctx, stop := context.WithCancelCause(context.Background())
	s := between(option.NDJSON, option.NDJSON)
	s.Cores = make(Cores, 2)
	writes := 0
	_, err := s.Run(ctx, in, writerFunc(func(b []byte) (int, error) {
		if writes++; writes == 2 {
			time.Sleep(200 * time.Millisecond) // the reader has all the time there is
			stop(ErrStopped)
		}
		return len(b), nil
	}))
	if !errors.Is(err, ErrStopped) {
		t.Errorf("it ended with %v", err)
	}
	time.Sleep(10 * time.Millisecond)
	if most := int64(20 * usualPiece); sent.Load() > most {
		t.Errorf("%d bytes were read ahead", sent.Load())
	}
}

// A stream that ends before its time says so in its last row and has no trailer.
func TestBrokenStreams(t *testing.T) {
	line := `{"acquisition_cost":50,"basket_value":10,"repeat_purchase_rate":0}` + "\n"
	for _, out := range []string{option.NDJSON, option.CSV} {
		s := between(option.NDJSON, out)
		var got bytes.Buffer
		_, err := s.Run(context.Background(), io.MultiReader(strings.NewReader(line), iotest.ErrReader(io.ErrUnexpectedEOF)), &got)
		rows := strings.Split(strings.TrimSpace(got.String()), "\n")
		last := rows[len(rows)-1]
		if !errors.Is(err, io.ErrUnexpectedEOF) || !strings.Contains(last, "broke off here") || strings.Contains(got.String(), "trailer") {
			t.Errorf("%s: %v\n%s", out, err, got.String())
		}
		if out == option.NDJSON && !strings.HasPrefix(last, `{"error":{`) || out == option.CSV && !strings.HasPrefix(last, "#error,") {
			t.Errorf("the last row is %s", last)
		}
	}
}

type readerFunc func([]byte) (int, error)

func (f readerFunc) Read(b []byte) (int, error) { return f(b) }

type writerFunc func([]byte) (int, error)

func (f writerFunc) Write(b []byte) (int, error) { return f(b) }
