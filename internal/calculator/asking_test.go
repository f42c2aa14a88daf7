package calculator_test

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"math/big"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"sync"

	"blyant/api"
	"blyant/internal/answer"
	"blyant/internal/calculator"
	"blyant/internal/format"
	"blyant/internal/locale"
)

// served is the service that the tests of answers share: it keeps nothing of them.
var served = sync.OnceValue(func() http.Handler { return api.New(api.Config{}) })

// failing is a test or a trial of a property.
type failing interface {
	Helper()
	Fatalf(format string, args ...any)
}

// replied asks and returns the status and the body. A body is JSON unless the kind says
// otherwise; without one it is a GET.
func replied(target, kind, body string) (int, string) {
	r := httptest.NewRequest(http.MethodGet, target, nil)
	if body != "" {
		r = httptest.NewRequest(http.MethodPost, target, strings.NewReader(body))
		r.Header.Set("Content-Type", kind)
	}
	w := httptest.NewRecorder()
	served().ServeHTTP(w, r)
	return w.Code, w.Body.String()
}

// node is an object of an answer whose numbers keep their digits.
type node = map[string]any

// decoded reads an object of JSON.
func decoded(t failing, text string) node {
	t.Helper()
	var out node
	d := json.NewDecoder(bytes.NewReader([]byte(text)))
	d.UseNumber()
	if err := d.Decode(&out); err != nil {
		t.Fatalf("%.300s: %v", text, err)
	}
	return out
}

// answerOf is the answer to a JSON body.
func answerOf(t failing, target, body string) node {
	t.Helper()
	status, text := replied(target, "application/json", body)
	if status != http.StatusOK {
		t.Fatalf("%s %.400s: %d %s", target, body, status, text)
	}
	return decoded(t, text)
}

// faultsTo are the faults of what a JSON body asks, or none where it is answered.
func faultsTo(t failing, target, body string) string {
	t.Helper()
	status, text := replied(target, "application/json", body)
	if status == http.StatusOK {
		return ""
	}
	return faultsOf(decoded(t, text))
}

// tabled is a table of the answer to a JSON body, a record by column for each row.
func tabled(t failing, target, body string) []map[string]string {
	t.Helper()
	status, text := replied(target, "application/json", body)
	if status != http.StatusOK {
		t.Fatalf("%s %.300s: %d %s", target, body, status, text)
	}
	rows, err := csv.NewReader(strings.NewReader(text)).ReadAll()
	if err != nil || len(rows) == 0 {
		t.Fatalf("%s: %v of %.300s", target, err, text)
	}
	records := make([]map[string]string, len(rows)-1)
	for i, row := range rows[1:] {
		records[i] = map[string]string{}
		for j, name := range rows[0] {
			records[i][name] = row[j]
		}
	}
	return records
}

// bodyOf is the request of an example as JSON.
func bodyOf(e calculator.Example) string {
	return string(format.JSON(answer.Answer{Body: e.Body(locale.English)}))
}

// written is a value as JSON, its members sorted.
func written(t failing, v any) string {
	t.Helper()
	out, err := json.Marshal(v)
	if err != nil {
		t.Fatalf("%v", err)
	}
	return string(out)
}

// at follows names into an object.
func at(v any, names ...string) any {
	for _, name := range names {
		object, _ := v.(node)
		v = object[name]
	}
	return v
}

// exactly is a figure as a fraction.
func exactly(t failing, v any) *big.Rat {
	t.Helper()
	text, is := v.(string)
	if number, ok := v.(json.Number); ok {
		text, is = number.String(), true
	}
	x, read := new(big.Rat).SetString(text)
	if !is || !read {
		t.Fatalf("%v is no figure", v)
	}
	return x
}

// asQuery writes pairs of names and values as a query.
func asQuery(pairs ...string) string {
	var parts []string
	for i := 0; i+1 < len(pairs); i += 2 {
		parts = append(parts, pairs[i]+"="+url.QueryEscape(pairs[i+1]))
	}
	return strings.Join(parts, "&")
}
