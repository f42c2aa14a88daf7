package calculator_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"testing"

	"blyant/api"
	"blyant/internal/calculator"
	"blyant/internal/locale"
)

// said asks for an address and returns the answer's body.
func said(t *testing.T, h http.Handler, address string) []byte {
	t.Helper()
	w := httptest.NewRecorder()
	h.ServeHTTP(w, httptest.NewRequest(http.MethodGet, address, nil))
	if w.Code != http.StatusOK {
		t.Fatalf("%s: %d %s", address, w.Code, w.Body)
	}
	return w.Body.Bytes()
}

// inAnswer looks for a figure where a reader would: in the summary, in the answer itself,
// or in the item that is meant unless another is named, which is the last that was asked for.
func inAnswer(t *testing.T, name, figure string, body []byte) (string, bool) {
	t.Helper()
	var answer map[string]any
	d := json.NewDecoder(bytes.NewReader(body))
	d.UseNumber()
	if err := d.Decode(&answer); err != nil {
		t.Fatal(err)
	}
	records := []any{answer["summary"], answer}
	switch name {
	case "comparison":
		records = lastOf(answer["comparison"], answer["scenarios"])
	case "programmes":
		records = append(records, lastAsked(answer)...)
	case "retention-fit":
		return "", false // of the models a figure is that of the preferred one: held by tests of its own
	}
	for _, lever := range list(answer["levers"]) {
		if lever.(map[string]any)["lever"] == figure {
			return fmt.Sprint(lever.(map[string]any)["gain"]), true
		}
	}
	for _, record := range records {
		fields, is := record.(map[string]any)
		if value, there := fields[figure]; is && there {
			if value == nil {
				return "#N/A", true
			}
			return fmt.Sprint(value), true
		}
	}
	return "", false
}

func list(node any) []any { items, _ := node.([]any); return items }

// lastOf are the last items of lists, and what is below `summary` in them.
func lastOf(nodes ...any) (records []any) {
	for _, node := range nodes {
		if items := list(node); len(items) > 0 {
			last := items[len(items)-1]
			records = append(records, last, last.(map[string]any)["summary"])
		}
	}
	return records
}

// lastAsked is the row of the programme that was given last: rows are ranked.
func lastAsked(answer map[string]any) (records []any) {
	inputs, _ := answer["inputs"].(map[string]any)
	given := list(inputs["programmes"])
	if len(given) == 0 {
		return nil
	}
	name := given[len(given)-1].(map[string]any)["name"]
	for _, row := range list(answer["programmes"]) {
		if row.(map[string]any)["name"] == name {
			records = append(records, row)
		}
	}
	return records
}

// A figure at its own address is the one that stands in the whole answer, digit for digit,
// though it may be worked out in a shorter way.
func TestFiguresAreThoseOfTheAnswer(t *testing.T) {
	h := api.New(api.Config{})
	held := map[string]int{}
	for _, e := range calculator.Examples() {
		calc := calculator.At(e.Resource)
		if calc.Limits.PostOnly {
			continue
		}
		query := e.Query(locale.English).Encode()
		body := said(t, h, e.Resource+"?"+query)
		for _, figure := range figures(calc) {
			want, known := inAnswer(t, calc.Name, figure, body)
			if !known {
				continue
			}
			held[calc.Name]++
			if got := strings.TrimSpace(string(said(t, h, e.Resource+"/"+figure+"?"+query))); got != want {
				t.Errorf("%s of %s is %s, in the answer %s", figure, e.Name, got, want)
			}
		}
	}
	for _, calc := range calculator.All() {
		if n := len(figures(calc)); n > 0 && !calc.Limits.PostOnly && calc.Name != "retention-fit" && held[calc.Name] < n {
			t.Errorf("%s: only %d of %d figures were found in its answers", calc.Name, held[calc.Name], n)
		}
	}
}

// withoutWords takes what a language may change out of an answer.
func withoutWords(node any) any {
	switch node := node.(type) {
	case map[string]any:
		for name, value := range node {
			if name == "message" || name == "title" || name == "detail" {
				delete(node, name)
				continue
			}
			node[name] = withoutWords(value)
		}
	case []any:
		for i := range node {
			node[i] = withoutWords(node[i])
		}
	}
	return node
}

// In another language the same request has the same numbers, names and codes: only messages
// are other words.
func TestLanguagesChangeWordsOnly(t *testing.T) {
	h := api.New(api.Config{})
	bare := func(address string) string {
		var answer any
		d := json.NewDecoder(bytes.NewReader(said(t, h, address)))
		d.UseNumber()
		if err := d.Decode(&answer); err != nil {
			t.Fatal(err)
		}
		out, _ := json.Marshal(withoutWords(answer))
		return string(out)
	}
	for _, e := range calculator.Examples() {
		if calculator.At(e.Resource).Limits.PostOnly {
			continue
		}
		address := e.Resource + "?decimal=point&" + e.Query(locale.English).Encode()
		want := bare(address + "&lang=en")
		for _, l := range locale.Languages() {
			if got := bare(address + "&lang=" + fmt.Sprint(l)); got != want {
				t.Errorf("%s in %s:\n%s\nin English:\n%s", e.Name, l, got, want)
			}
		}
	}
}

// Requests and results whose memory goes on to others leave nothing in it: answers are the
// same in whatever order and however often they are asked for.
func TestAnswersDoNotDependOnThoseBefore(t *testing.T) {
	h := api.New(api.Config{})
	first := map[string]string{}
	var addresses []string
	for _, e := range calculator.Examples() {
		if calculator.At(e.Resource).Limits.PostOnly || e.Resource == "/v1/simulation" {
			continue
		}
		query := e.Query(locale.English).Encode()
		addresses = append(addresses, e.Resource+"?"+query, e.Resource+"?"+query+"&format=csv")
	}
	for _, address := range addresses {
		first[address] = string(said(t, h, address))
	}
	random := rand.New(rand.NewPCG(3, 8))
	for range 2 {
		random.Shuffle(len(addresses), func(i, j int) { addresses[i], addresses[j] = addresses[j], addresses[i] })
		for _, address := range addresses {
			if got := string(said(t, h, address)); got != first[address] {
				t.Fatalf("%s:\n%s\nat first:\n%s", address, got, first[address])
			}
			bad := strings.Replace(address, "=", "=-", 1) // what is refused goes back as well
			h.ServeHTTP(httptest.NewRecorder(), httptest.NewRequest(http.MethodGet, bad, nil))
		}
	}
}

// Columns of a table have the names of fields, figures and words of the vocabulary, each once,
// and every row has them all.
func TestTablesAreRectangular(t *testing.T) {
	h := api.New(api.Config{})
	for _, e := range calculator.Examples() {
		calc := calculator.At(e.Resource)
		if calc.Limits.PostOnly {
			continue
		}
		for _, table := range calc.Tables {
			address := e.Resource + "?" + e.Query(locale.English).Encode() + "&format=tsv&table=" + table.Name
			rows := strings.Split(strings.TrimSuffix(string(said(t, h, address)), "\n"), "\n")
			names := strings.Split(rows[0], "\t")
			for i, name := range names {
				if name == "" || slices.Contains(names[:i], name) {
					t.Errorf("%s: the column %q of %s", e.Name, name, table.Name)
				}
			}
			for i, row := range rows {
				if n := strings.Count(row, "\t") + 1; n != len(names) {
					t.Errorf("%s: row %d of %s has %d cells, the header %d", e.Name, i, table.Name, n, len(names))
				}
			}
		}
	}
}
