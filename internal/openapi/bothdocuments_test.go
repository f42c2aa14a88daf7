package openapi

import (
	"bufio"
	"encoding/csv"
	"encoding/json"
	"net/http"
	"slices"
	"strings"
	"testing"

	"blyant/api"
	"blyant/internal/calculator"
	"blyant/internal/option"

	"github.com/getkin/kin-openapi/openapi2"
	"github.com/getkin/kin-openapi/openapi3"
)

// Both documents describe the same: the same paths and methods, the same names of operations,
// the same statuses, and in the second every query parameter that it can say.
func TestBothDocumentsSayTheSame(t *testing.T) {
	whole := read(t)
	simple := Simplify(whole)
	for path, item := range whole.Paths.Map() {
		other := simple.Paths[path]
		if other == nil || len(other.Operations()) != len(item.Operations()) {
			t.Errorf("%s is not in both", path)
			continue
		}
		for method, o := range item.Operations() {
			same := other.GetOperation(method)
			if same.OperationID != o.OperationID || same.Summary != o.Summary || !slices.Equal(same.Tags, o.Tags) {
				t.Errorf("%s %s is %s and %s", method, path, o.OperationID, same.OperationID)
			}
			for status := range o.Responses.Map() {
				if same.Responses.Value(status) == nil {
					t.Errorf("%s %s: %s is in one only", method, path, status)
				}
			}
			if got, want := sayableOf(simple, same.Parameters), queryNames(o.Parameters); !slices.Equal(got, want) {
				t.Errorf("%s %s asks %v, in the other %v", method, path, got, want)
			}
		}
	}
	if len(simple.Paths) != whole.Paths.Len() {
		t.Errorf("%d and %d paths", len(simple.Paths), whole.Paths.Len())
	}
}

// queryNames are the parameters of a query that Swagger 2.0 can say.
func queryNames(parameters openapi3.Parameters) []string {
	var names []string
	for _, p := range parameters {
		if p.Value.In == openapi3.ParameterInQuery && sayable(p) {
			names = append(names, p.Value.Name)
		}
	}
	return names
}

// sayableOf are those of the second document, where some are references.
func sayableOf(document *openapi2.T, parameters openapi2.Parameters) []string {
	var names []string
	for _, p := range parameters {
		if name, shared := strings.CutPrefix(p.Ref, "#/parameters/"); shared {
			p = document.Parameters[name]
		}
		if p.In == "query" {
			names = append(names, p.Name)
		}
	}
	return names
}

// Each calculator has an operation by address unless it takes bodies alone, and its formats are
// those that it answers in; what an operation is called is so only once.
func TestOperationsOfCalculators(t *testing.T) {
	document := read(t)
	called := map[string]string{}
	for path, item := range document.Paths.Map() {
		for method, o := range item.Operations() {
			if before, taken := called[o.OperationID]; taken || o.OperationID == "" {
				t.Errorf("%s %s is called %q, as %s is", method, path, o.OperationID, before)
			}
			called[o.OperationID] = method + " " + path
		}
	}
	for _, c := range calculator.All() {
		item := document.Paths.Value(c.Path())
		if (item.Get == nil) != c.Limits.PostOnly || item.Post == nil {
			t.Errorf("%s by GET: %t", c.Name, item.Get != nil)
		}
		content := item.Post.Responses.Status(http.StatusOK).Value.Content
		for _, medium := range c.Media() {
			if content[option.MediumNamed(medium).Type] == nil && medium != option.HTML { // a page is of an address
				t.Errorf("%s as %s is not described", c.Name, medium)
			}
		}
		if rows := item.Post.RequestBody.Value.Content[mediaCSV]; (rows == nil) != (c.RowsMeaning == "") {
			t.Errorf("%s takes rows: %t", c.Name, rows != nil)
		}
	}
}

// The rows that the document shows are ready inputs: as lines of JSON and as tables they are
// the same, and the stream answers each with what the calculator answers the example.
func TestExampleRowsAreAnswered(t *testing.T) {
	h := api.New(api.Config{})
	byLines := reply(h, "/v1/batch?format=ndjson&fields=net_lifetime_value", "application/x-ndjson", exampleLines())
	var values []string
	scanner := bufio.NewScanner(byLines.Body)
	for scanner.Scan() {
		var row struct {
			ID      string
			Summary struct {
				Net json.Number `json:"net_lifetime_value"`
			}
		}
		if err := json.Unmarshal(scanner.Bytes(), &row); err != nil {
			t.Fatalf("%s: %v", scanner.Text(), err)
		}
		if row.ID != "" {
			values = append(values, row.ID+" "+row.Summary.Net.String())
		}
	}
	for separator, kind := range map[rune]string{',': mediaCSV, '\t': "text/tab-separated-values"} {
		w := reply(h, "/v1/batch?format=csv&fields=net_lifetime_value", kind, exampleTable(separator))
		r := csv.NewReader(w.Body)
		r.FieldsPerRecord = -1
		rows, err := r.ReadAll()
		if err != nil || w.Code != http.StatusOK || len(rows) != len(values)+2 {
			t.Fatalf("%s: %d, %d rows of %d, %v", kind, w.Code, len(rows), len(values), err)
		}
		for i, row := range rows[1 : len(rows)-1] {
			if got := row[0] + " " + row[1]; got != values[i] || row[2] != "" {
				t.Errorf("%s: %v, as a line %s", kind, row, values[i])
			}
		}
	}
	for i, e := range exampleRows() {
		var whole struct {
			Summary struct {
				Net json.Number `json:"net_lifetime_value"`
			}
		}
		if err := json.Unmarshal(reply(h, e.Resource, mediaJSON, asBody(e)).Body.Bytes(), &whole); err != nil {
			t.Fatal(err)
		}
		if want := e.Name + " " + whole.Summary.Net.String(); values[i] != want {
			t.Errorf("the row is %s, the example %s", values[i], want)
		}
	}
}
