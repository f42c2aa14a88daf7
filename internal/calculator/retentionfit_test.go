package calculator_test

import (
	"encoding/json"
	"math"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"blyant/api"
)

// post asks a calculator and decodes the JSON that it answers.
func post(t *testing.T, path, kind, body string) (int, map[string]any) {
	t.Helper()
	r := httptest.NewRequest(http.MethodPost, path, strings.NewReader(body))
	r.Header.Set("Content-Type", kind)
	w := httptest.NewRecorder()
	api.New(api.Config{}).ServeHTTP(w, r)
	var out map[string]any
	if err := json.Unmarshal(w.Body.Bytes(), &out); err != nil {
		t.Fatalf("%s: %d %.300s: %v", path, w.Code, w.Body, err)
	}
	return w.Code, out
}

// faultsOf are the faults of a problem, a line each.
func faultsOf(problem map[string]any) string {
	var lines []string
	list, _ := problem["errors"].([]any)
	for _, e := range list {
		f := e.(map[string]any)
		lines = append(lines, f["field"].(string)+" "+f["code"].(string))
	}
	return strings.Join(lines, ", ")
}

// The published numbers, over HTTP: Fader & Hardie (2007), Regular and High End,
// years 0 to 7.
func TestRetentionAsPublished(t *testing.T) {
	for _, c := range []struct{ active, alpha, beta, likelihood string }{
		{"1000, 631, 468, 382, 326, 289, 262, 241", "0.704077", "1.18204", "-1680.265188"},
		{"1000, 869, 743, 653, 593, 551, 517, 491", "0.668088", "3.80609", "-1611.158147"},
	} {
		w := httptest.NewRecorder()
		body := `{"active":[` + c.active + `]}`
		r := httptest.NewRequest(http.MethodPost, "/v1/retention-fit", strings.NewReader(body))
		r.Header.Set("Content-Type", "application/json")
		api.New(api.Config{}).ServeHTTP(w, r)
		want := `"model":"shifted_beta_geometric","parameters":{"alpha":` + c.alpha + `,"beta":` + c.beta + `}`
		if !strings.Contains(w.Body.String(), want) || !strings.Contains(w.Body.String(), `"log_likelihood":`+c.likelihood) {
			t.Errorf("%s: no %s with %s in %.2000s", c.active, want, c.likelihood, w.Body)
		}
	}
}

// Faults stand where the counts were written.
func TestRetentionFaults(t *testing.T) {
	const path = "/v1/retention-fit"
	for body, want := range map[string]string{
		`{}`:                                 "active required",
		`{"active":[5]}`:                     "active required",
		`{"active":[5,6]}`:                   "active[1] out_of_range",
		`{"active":[0,0]}`:                   "active no_solution",
		`{"cohorts":[[5,6]]}`:                "cohorts[0][1] out_of_range",
		`{"cohorts":[[5,4],[5,6]]}`:          "cohorts[1][1] out_of_range",
		`{"cohorts":[[5,"x"]]}`:              "cohorts[0][1] not_a_number",
		`{"cohorts":[5]}`:                    "cohorts[0] malformed",
		`{"cohorts":[[5,4]],"active":[5,4]}`: "active conflict",
		`{"active":[5,4],"horizon":1201}`:    "horizon out_of_range",
		`{"active":[5,4],"loyalty":1}`:       "loyalty unknown_field",
	} {
		status, problem := post(t, path, "application/json", body)
		if got := faultsOf(problem); got != want || status != 422 && status != 400 {
			t.Errorf("%s: %d %s, want %s", body, status, got, want)
		}
	}
	for query, want := range map[string]string{
		"old.active=5, 6":                "old.active[1] out_of_range",
		"a.active=5, 4&b.active=5, 4, 6": "b.active[2] out_of_range",
	} {
		status, problem := post(t, path, "application/x-www-form-urlencoded", query)
		if got := faultsOf(problem); got != want || status != 422 {
			t.Errorf("%s: %d %s, want %s", query, status, got, want)
		}
	}
}

// Several cohorts are the same from JSON and from a query, and a figure has an
// address.
func TestRetentionOfSeveralCohorts(t *testing.T) {
	h := api.New(api.Config{})
	ask := func(query string) string {
		w := httptest.NewRecorder()
		h.ServeHTTP(w, httptest.NewRequest(http.MethodGet, "/v1/retention-fit"+query, nil))
		return w.Body.String()
	}
	query := "a.active=10000, 8000, 6480, 5307, 4391&b.active=10000, 8000, 6480, 5307&c.active=10000, 8000, 6480&d.active=10000, 8000"
	query = strings.ReplaceAll(query, " ", "%20")
	if got := ask("/alpha?of=shifted_beta_geometric&" + query); got != "3.79813" {
		t.Errorf("α is %s", got)
	}
	if got := ask("/gamma?of=shifted_beta_geometric&" + query); got != "#N/A" {
		t.Errorf("a parameter that the model has not is %s", got)
	}
	if got := ask("/alpha?of=weibull&" + query); !strings.Contains(got, "not_a_choice") {
		t.Errorf("an unknown model: %s", got)
	}
}

// Counts as rows of CSV, in any of their forms, give what JSON gives, and faults
// of the rows have their place.
func TestRetentionFromRows(t *testing.T) {
	_, want := post(t, "/v1/retention-fit?horizon=8", "text/csv", "period,a,b,c,d\n0,10000,10000,10000,10000\n1,8000,8000,8000,8000\n2,6480,6480,6480,\n3,5307,5307,,\n4,4391,,,\n")
	parameters := want["models"].([]any)[1].(map[string]any)["parameters"].(map[string]any)
	for name, published := range map[string]float64{"alpha": 3.798, "beta": 15.192} {
		if got := parameters[name].(float64); math.Abs(got-published) > 0.0005 {
			t.Errorf("several cohorts: %s is %v, published %v", name, got, published)
		}
	}
	_, byJSON := post(t, "/v1/retention-fit", "application/json", `{"horizon":8,"cohorts":[[10000,8000,6480,5307,4391],[10000,8000,6480,5307],[10000,8000,6480],[10000,8000]]}`)
	if a, b := encoded(t, want["models"]), encoded(t, byJSON["models"]); a != b {
		t.Errorf("CSV gives %.300s\nJSON gives %.300s", a, b)
	}
	for _, c := range []struct{ query, body, want string }{
		{"", "active\n1000\n1001\n", "active[1] out_of_range"},
		{"", "a;b\n1000;900\n1001;800\n", "a.active[1] out_of_range"},
		{"", "1000\n900\n", "file required"},
		{"?active=5,%204", "active\n1000\n900\n", "active conflict"},
		{"", "active\n1000\n", "active required"},
		{"", "active\n", "active required"},
	} {
		status, problem := post(t, "/v1/retention-fit"+c.query, "text/csv", c.body)
		if got := faultsOf(problem); got != c.want || status != 422 && status != 400 {
			t.Errorf("%s %q: %d %s, want %s", c.query, c.body, status, got, c.want)
		}
	}
}

func encoded(t *testing.T, v any) string {
	t.Helper()
	out, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	return string(out)
}
