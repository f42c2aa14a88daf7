package batch

import (
	"bytes"
	"context"
	"encoding/json"
	"strings"
	"testing"

	"blyant/internal/option"
)

// FuzzLines holds that any line is answered by one line of valid JSON, that the
// trailer counts them, and that the cut of the stream does not show.
func FuzzLines(f *testing.F) {
	for _, seed := range []string{`{"id":1,"basket_value":"10"}`, `{"id":{}}`, "[]\n{", "\x00", `{"a":1,"a":2}`, "\r\n\r", `{"retention_curve":[0.5,1]}`, `"\ud800"`} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		rows := fuzzed(t, between(option.NDJSON, option.NDJSON), text)
		for _, r := range rows {
			if !json.Valid([]byte(r)) {
				t.Errorf("%q: no JSON: %s", text, r)
			}
		}
		lines := 0
		for line := range strings.SplitSeq(strings.TrimPrefix(text, byteOrderMark), "\n") {
			if len(bytes.TrimSpace([]byte(strings.TrimSuffix(line, "\r")))) > 0 {
				lines++
			}
		}
		if len(rows) != lines+1 {
			t.Errorf("%q: %d rows for %d lines", text, len(rows), lines)
		}
	})
}

// FuzzTable holds the same of the rows of a table.
func FuzzTable(f *testing.F) {
	for _, seed := range []string{"1,10,50,0", "\"1\",\"10\"\n,,,", "\"\n\"\"", "a\"b,\r\n", "\"x\"y", "1,2,3,4,5", "\xff,1,2,3", "\"1\n2\",10,50,0.5\n"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		rows := fuzzed(t, between(option.CSV, option.NDJSON), "id,basket_value,acquisition_cost,repeat_purchase_rate\n"+text)
		for _, r := range rows {
			if !json.Valid([]byte(r)) {
				t.Errorf("%q: no JSON: %s", text, r)
			}
		}
	})
}

// fuzzed is the answer to a stream, the same whether it comes whole or in bits.
func fuzzed(t *testing.T, s Stream, text string) []string {
	t.Helper()
	want := run(t, s, text)
	s.piece = 7
	var got bytes.Buffer
	if _, err := s.Run(context.Background(), strings.NewReader(text), &got); err != nil || got.String() != want {
		t.Errorf("%q: in bits\n%s\nwhole\n%s", text, got.String(), want)
	}
	rows := strings.Split(strings.TrimSuffix(want, "\n"), "\n")
	if !strings.HasPrefix(rows[len(rows)-1], `{"trailer":{"rows":`) {
		t.Errorf("%q: no trailer: %s", text, want)
	}
	return rows
}
