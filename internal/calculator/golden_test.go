package calculator_test

import (
	"bytes"
	"encoding/json"
	"flag"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"blyant/api"
	"blyant/internal/calculator"
)

var update = flag.Bool("update", false, "write the files under testdata anew; look at what changes, for nothing else says whether it is right")

// question is a request whose answer stands beside it: testdata/RESOURCE/NAME.LANG.json
// and .txt.
type question struct {
	calc       *calculator.Calculator
	path, lang string
	body       []byte
}

// questions are the requests on file for a calculator.
func questions(t *testing.T, calc *calculator.Calculator) []question {
	t.Helper()
	files, err := filepath.Glob(filepath.Join("testdata", calc.Name, "*.json"))
	if err != nil {
		t.Fatal(err)
	}
	all := make([]question, len(files))
	for i, file := range files {
		body, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		path := strings.TrimSuffix(file, ".json")
		all[i] = question{calc, path, strings.TrimPrefix(filepath.Ext(path), "."), body}
	}
	return all
}

// The body of each answer, and each of its tables, are what they were; they are
// asked for over HTTP, as a client does. A change that is meant is written with
// go test ./internal/calculator -update, and read before it is kept.
func TestAnswersAreThoseOnFile(t *testing.T) {
	h := api.New(api.Config{})
	for _, calc := range calculator.All() {
		for _, q := range questions(t, calc) {
			t.Run(q.path, func(t *testing.T) {
				var got bytes.Buffer
				got.WriteString("# body\n")
				if err := json.Indent(&got, q.ask(t, h, "json", ""), "", "  "); err != nil {
					t.Fatal(err)
				}
				for _, table := range calc.Tables {
					got.WriteString("# " + table.Name + "\n")
					got.Write(q.ask(t, h, "csv", table.Name))
				}
				onFile(t, q.path+".txt", got.String())
			})
		}
	}
}

// ask returns the answer in a format.
func (q question) ask(t *testing.T, h http.Handler, format, table string) []byte {
	t.Helper()
	r := httptest.NewRequest(http.MethodPost, q.calc.Path()+"?format="+format+"&table="+table+"&lang="+q.lang+"&decimal=point", bytes.NewReader(q.body))
	r.Header.Set("Content-Type", "application/json")
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	if w.Code != http.StatusOK {
		t.Fatalf("%d %s", w.Code, w.Body)
	}
	return w.Body.Bytes()
}

// onFile holds a text against a file, line by line.
func onFile(t *testing.T, path, got string) {
	t.Helper()
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil { // sources are for everybody to read
			t.Fatal(err)
		}
	}
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	want := strings.Split(string(data), "\n")
	for i, line := range strings.Split(got, "\n") {
		if i >= len(want) || line != want[i] {
			t.Fatalf("%s, line %d:\n got %s\nwant %s", path, i+1, line, strings.Join(want[min(i, len(want)):min(i+1, len(want))], ""))
		}
	}
	if string(data) != got {
		t.Fatalf("%s has more lines", path)
	}
}
