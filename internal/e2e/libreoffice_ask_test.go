//go:build e2e

package e2e

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"blyant/api"
	"blyant/internal/locale"
	"blyant/model"
	"blyant/model/vocabulary"
)

// serve starts the API and returns its address.
func serve(t *testing.T) string {
	server := httptest.NewServer(api.New(api.Config{}))
	t.Cleanup(server.Close)
	return server.URL
}

// get returns the body of an answer that must be 200.
func (s *spreadsheet) get(path string) []byte {
	s.t.Helper()
	return s.body(s.patiently(func() (*http.Response, error) { return http.Get(s.server + path) }))
}

// patiently asks again where the server has more to do than it can, as every client
// should: four spreadsheet programs want workbooks at once.
func (s *spreadsheet) patiently(ask func() (*http.Response, error)) *http.Response {
	s.t.Helper()
	for range 20 {
		answer, err := ask()
		must(s.t, err)
		if answer.StatusCode != http.StatusServiceUnavailable {
			return answer
		}
		_ = answer.Body.Close()
		seconds, err := strconv.Atoi(answer.Header.Get("Retry-After"))
		must(s.t, err)
		time.Sleep(time.Duration(seconds) * time.Second)
	}
	s.t.Fatal("there is never room")
	return nil
}

// post sends a JSON request.
func (s *spreadsheet) post(path string, request any) []byte {
	s.t.Helper()
	body, err := json.Marshal(request)
	must(s.t, err)
	return s.body(s.patiently(func() (*http.Response, error) {
		return http.Post(s.server+path, "application/json", bytes.NewReader(body))
	}))
}

func (s *spreadsheet) body(answer *http.Response) []byte {
	s.t.Helper()
	defer func() { _ = answer.Body.Close() }()
	body, err := io.ReadAll(answer.Body)
	must(s.t, err)
	if answer.StatusCode != http.StatusOK {
		s.t.Fatalf("%s: %s", answer.Status, body)
	}
	return body
}

// decode reads JSON with its numbers as they are written.
func decode(t *testing.T, body []byte) map[string]any {
	t.Helper()
	decoder := json.NewDecoder(bytes.NewReader(body))
	decoder.UseNumber()
	var into map[string]any
	must(t, decoder.Decode(&into))
	return into
}

// load opens a file in Calc, with a filter and its options where it is not a
// workbook.
func (s *spreadsheet) load(name string, content []byte, filter ...string) {
	s.t.Helper()
	path := filepath.Join(s.t.TempDir(), name)
	must(s.t, os.WriteFile(path, content, 0o600))
	arguments := map[string]any{"path": path}
	if len(filter) > 0 {
		arguments["filter"], arguments["options"] = filter[0], filter[1]
	}
	s.ask("open", arguments, nil)
}

// blank opens an empty document.
func (s *spreadsheet) blank() {
	s.t.Helper()
	s.ask("open", nil, nil)
}

// recalculate works out every formula anew and wants no error in any of them.
func (s *spreadsheet) recalculate(where string) {
	s.t.Helper()
	s.ask("recalculate", nil, nil)
	var errors []string
	s.ask("errors", nil, &errors)
	if len(errors) > 0 {
		s.t.Fatalf("%s: error in %s", where, strings.Join(errors[:min(3, len(errors))], "; "))
	}
}

func (s *spreadsheet) read(places ...place) []cell {
	s.t.Helper()
	var cells []cell
	s.ask("read_all", map[string]any{"places": places}, &cells)
	return cells
}

// row reads the cells of a range of one row.
func (s *spreadsheet) row(at place) []cell {
	s.t.Helper()
	var rows [][]cell
	s.ask("read", map[string]any{"at": at}, &rows)
	return rows[0]
}

func (s *spreadsheet) data(sheet, ref string) [][]any {
	s.t.Helper()
	var rows [][]any
	s.ask("data", map[string]any{"at": place{Sheet: sheet, Ref: ref}}, &rows)
	return rows
}

func (s *spreadsheet) sheets() []string {
	s.t.Helper()
	var names []string
	s.ask("sheets", nil, &names)
	return names
}

// write puts a number, text, formula or nothing (nil) into a cell.
func (s *spreadsheet) write(at place, value any) {
	s.t.Helper()
	arguments := map[string]any{"at": at}
	switch v := value.(type) {
	case nil:
		arguments["empty"] = true
	case string:
		if strings.HasPrefix(v, "=") {
			arguments["formula"] = v
		} else {
			arguments["text"] = v
		}
	default:
		arguments["value"] = v
	}
	s.ask("write", arguments, nil)
}

// shown is a value as a cell of the workbook holds it: choices in its words.
func (s *spreadsheet) shown(field string, value any) any { return shown(s.lang, field, value) }

func shown(lang, field string, value any) any {
	text, isText := value.(string)
	if f, known := vocabulary.FieldNamed(model.ScenarioFields(), field); isText && known && f.Kind == vocabulary.KindChoice && field != "currency" {
		language, _ := locale.Parse(lang)
		return language.Choice(field, text)
	}
	return value
}

// across is the address of so many lines and periods of a sheet on which time
// runs across, from a row on.
func across(row, lines, periods int) string {
	last, column := 4+periods, ""
	for ; last > 0; last = (last - 1) / 26 {
		column = string(rune('A'+(last-1)%26)) + column
	}
	return fmt.Sprintf("E%d:%s%d", row, column, row+lines-1)
}

// formulas puts one formula after another into column A of an empty document,
// as a user of the locale types them, and returns what they show.
func (s *spreadsheet) formulas(typed ...string) []cell {
	s.t.Helper()
	s.blank()
	places := make([]place, len(typed))
	for i, formula := range typed {
		places[i] = place{Ref: fmt.Sprintf("A%d", i+1)}
		s.ask("write", map[string]any{"at": places[i], "local": formula}, nil)
	}
	return s.read(places...)
}
