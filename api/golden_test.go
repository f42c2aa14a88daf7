package api

import (
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"testing"

	"blyant/internal/golden"
	"blyant/internal/input"
	"blyant/internal/openapi/contract"
)

// valueCase and comparisonCase are reference cases, see internal/golden.
type valueCase struct {
	Request  json.RawMessage
	Summary  golden.Object
	Schedule []golden.Object
	Note     string
}

type comparisonCase struct {
	Request    json.RawMessage
	Scenarios  []struct{ Summary golden.Object }
	Comparison []golden.Object
}

// call sends a request to the handler and returns what it answers, once that is
// found to be what the published document says.
func call(t testing.TB, h http.Handler, method, target, body string, header ...string) *httptest.ResponseRecorder {
	t.Helper()
	r := httptest.NewRequest(method, target, strings.NewReader(body))
	for i := 0; i+1 < len(header); i += 2 {
		r.Header.Set(header[i], header[i+1])
	}
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	contract.Check(t, r, []byte(body), w.Result())
	return w
}

// waysIn asks the same question in three ways and returns the three answers.
func waysIn(t *testing.T, h http.Handler, resource, body, query string) map[string]string {
	t.Helper()
	answers := map[string]*httptest.ResponseRecorder{
		"GET":  call(t, h, http.MethodGet, resource+"?"+query, ""),
		"POST": call(t, h, http.MethodPost, resource, body, "Content-Type", "application/json"),
		"form": call(t, h, http.MethodPost, resource, query, "Content-Type", "application/x-www-form-urlencoded"),
	}
	bodies := map[string]string{}
	for way, w := range answers {
		if w.Code != http.StatusOK {
			t.Fatalf("%s of %s: %d %s", way, query, w.Code, w.Body)
		}
		bodies[way] = w.Body.String()
	}
	return bodies
}

// decode reads an answer and keeps the digits of its numbers.
func decode[T any](t testing.TB, body string) T {
	t.Helper()
	d := json.NewDecoder(strings.NewReader(body))
	d.UseNumber()
	var v T
	if err := d.Decode(&v); err != nil {
		t.Fatalf("%v in %.200s", err, body)
	}
	return v
}

// sameFigures compares an answer's record with the reference, digit for digit.
func sameFigures(t *testing.T, where string, got, want golden.Object) {
	t.Helper()
	for name, expected := range want {
		if text := written(got[name]); text != written(expected) {
			t.Errorf("%s: %s = %s, want %s", where, name, text, written(expected))
		}
	}
}

// noted reports whether a note of that code is there; no code is always there.
func noted(notes []golden.Object, code string) bool {
	return code == "" || slices.ContainsFunc(notes, func(n golden.Object) bool { return n["code"] == code })
}

func written(v any) string {
	switch v := v.(type) {
	case nil:
		return "null"
	case float64:
		return strconv.FormatFloat(v, 'f', -1, 64)
	}
	return fmt.Sprint(v)
}

// queryOf writes a JSON request as a query, where a nested scenario is flat.
func queryOf(t testing.TB, body []byte) string {
	t.Helper()
	var params input.Params
	for name, v := range decode[map[string]any](t, string(body)) {
		nested, is := v.(map[string]any)
		if !is {
			nested = map[string]any{name: v}
		}
		for field, value := range nested {
			params = append(params, input.Param{Name: field, Value: plain(value)})
		}
	}
	return params.Encode()
}

func plain(v any) string {
	if v == nil {
		return ""
	}
	list, is := v.([]any)
	if !is {
		return fmt.Sprint(v)
	}
	texts := make([]string, len(list))
	for i, x := range list {
		texts[i] = fmt.Sprint(x)
	}
	return strings.Join(texts, ", ")
}

func TestGoldenLifetimeValues(t *testing.T) {
	h := New(Config{})
	cases := slices.Concat(golden.Read[valueCase](t, "lifetime_value.json", 186),
		golden.Read[valueCase](t, "lifetime_value_more.json", 60), golden.Read[valueCase](t, "lifetime_value_third.json", 50))
	for i, c := range cases {
		bodies := waysIn(t, h, "/v1/lifetime-value", string(c.Request), queryOf(t, c.Request))
		where := fmt.Sprintf("case %d", i)
		if bodies["GET"] != bodies["POST"] || bodies["GET"] != bodies["form"] {
			t.Errorf("%s: GET, POST and form differ", where)
		}
		got := decode[struct {
			Summary  golden.Object
			Schedule []golden.Object
			Notes    []golden.Object
		}](t, bodies["GET"])
		sameFigures(t, where, got.Summary, c.Summary)
		if !noted(got.Notes, c.Note) {
			t.Errorf("%s: no note %s", where, c.Note)
		}
		for row, want := range c.Schedule {
			sameFigures(t, fmt.Sprintf("%s row %d", where, row), got.Schedule[row], want)
		}
	}
}

func TestGoldenFiguresAsText(t *testing.T) {
	h := New(Config{})
	for i, c := range golden.Read[valueCase](t, "lifetime_value.json", 186)[:12] {
		query := queryOf(t, c.Request)
		withCommas := strings.NewReplacer("%2C", "%3B", ".", "%2C").Replace(query)
		for name, want := range c.Summary {
			expected := written(want)
			if want == nil {
				expected = "#N/A"
			}
			if got := call(t, h, http.MethodGet, "/v1/lifetime-value/"+name+"?"+query, ""); got.Body.String() != expected {
				t.Errorf("case %d: %s is %q, want %q", i, name, got.Body, expected)
			}
			comma := call(t, h, http.MethodGet, "/v1/lifetime-value/"+name+"?decimal=comma&"+withCommas, "")
			if comma.Body.String() != strings.Replace(expected, ".", ",", 1) {
				t.Errorf("case %d: %s with a comma is %q", i, name, comma.Body)
			}
		}
	}
}

func TestGoldenComparisons(t *testing.T) {
	h := New(Config{})
	for i, c := range golden.Read[comparisonCase](t, "comparison.json", 41) {
		where := fmt.Sprintf("case %d", i)
		bodies := waysIn(t, h, "/v1/comparison", string(c.Request), orderedQuery(t, c.Request))
		if bodies["GET"] != bodies["POST"] || bodies["GET"] != bodies["form"] {
			t.Errorf("%s: GET, POST and form differ", where)
		}
		got := decode[struct {
			Scenarios  []struct{ Summary golden.Object }
			Comparison []golden.Object
		}](t, bodies["POST"])
		for j := range c.Scenarios {
			sameFigures(t, fmt.Sprintf("%s scenario %d", where, j), got.Scenarios[j].Summary, c.Scenarios[j].Summary)
			sameFigures(t, fmt.Sprintf("%s comparison %d", where, j), got.Comparison[j], c.Comparison[j])
		}
		last := c.Comparison[len(c.Comparison)-1]["net_difference"]
		if text := call(t, h, http.MethodGet, "/v1/comparison/net_difference?"+orderedQuery(t, c.Request), ""); text.Body.String() != written(last) {
			t.Errorf("%s: the last net_difference is %s, want %v", where, text.Body, last)
		}
	}
}

// orderedQuery is queryOf for a comparison, whose scenarios keep their order.
// Scenarios without a name get their number for a key, as they are called so.
func orderedQuery(t testing.TB, body []byte) string {
	t.Helper()
	request := decode[struct {
		Defaults  map[string]any
		Scenarios []map[string]any
		Baseline  string
	}](t, string(body))
	var parts []string
	for field, v := range request.Defaults {
		parts = append(parts, field+"="+url.QueryEscape(plain(v)))
	}
	for i, scenario := range request.Scenarios {
		for field, v := range scenario {
			parts = append(parts, fmt.Sprintf("%d.%s=%s", i+1, field, url.QueryEscape(plain(v))))
		}
	}
	if request.Baseline != "" {
		parts = append(parts, "baseline="+url.QueryEscape(request.Baseline))
	}
	return strings.Join(parts, "&")
}
