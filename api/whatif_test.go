package api

import (
	"encoding/json"
	"fmt"
	"net/http"
	"net/url"
	"strings"
	"testing"

	"blyant/internal/golden"

	"github.com/shopspring/decimal"
)

// axesQuery is queryOf with x.field and y.field as a query has them.
func axesQuery(t testing.TB, body []byte) string {
	t.Helper()
	request := decode[map[string]json.RawMessage](t, string(body))
	var parts []string
	for _, axis := range []string{"x", "y"} {
		if request[axis] == nil {
			continue
		}
		for name, value := range decode[map[string]any](t, string(request[axis])) {
			parts = append(parts, axis+"."+name+"="+url.QueryEscape(plain(value)))
		}
		delete(request, axis)
	}
	rest, err := json.Marshal(request)
	if err != nil {
		t.Fatal(err)
	}
	return strings.Join(append(parts, queryOf(t, rest), "decimal=point"), "&")
}

// givenBack are members that give a number of the request back: they are
// compared as numbers, all others digit for digit.
var givenBack = map[string]bool{"target": true, "from": true, "to": true, "value": true, "low": true, "high": true}

func sameAnswer(t *testing.T, where string, got, want any, name string) {
	t.Helper()
	switch want := want.(type) {
	case map[string]any:
		object, _ := got.(map[string]any)
		for member, expected := range want {
			sameAnswer(t, where+" "+member, object[member], expected, member)
		}
	case []any:
		list, _ := got.([]any)
		if len(list) != len(want) {
			t.Errorf("%s: %d items, want %d", where, len(list), len(want))
			return
		}
		for i := range want {
			sameAnswer(t, fmt.Sprint(where, " ", i), list[i], want[i], name)
		}
	default:
		if givenBack[name] && got != nil {
			x, err := decimal.NewFromString(fmt.Sprint(got))
			if err == nil && x.Equal(decimal.RequireFromString(fmt.Sprint(want))) {
				return
			}
		}
		if written(got) != written(want) {
			t.Errorf("%s: %s, want %s", where, written(got), written(want))
		}
	}
}

// TestGoldenWhatIf asks every reference case by GET and by POST.
func TestGoldenWhatIf(t *testing.T) {
	h := New(Config{})
	for _, file := range []struct {
		name, path string
		count      int
	}{
		{"break_even.json", "/v1/break-even", 60},
		{"break_even_payback.json", "/v1/break-even", 15},
		{"break_even_third.json", "/v1/break-even", 20},
		{"sensitivity.json", "/v1/sensitivity", 25},
		{"grid.json", "/v1/grid", 15},
	} {
		for i, c := range golden.Read[map[string]json.RawMessage](t, file.name, file.count) {
			where := fmt.Sprintf("%s %d", file.name, i)
			get := call(t, h, http.MethodGet, file.path+"?"+axesQuery(t, c["request"]), "")
			post := call(t, h, http.MethodPost, file.path, string(c["request"]), "Content-Type", "application/json")
			if c["status"] != nil {
				for _, w := range []string{get.Body.String(), post.Body.String()} {
					checkRefusal(t, where, w, c)
				}
				continue
			}
			if get.Body.String() != post.Body.String() {
				t.Errorf("%s: GET and POST differ:\n%s\n%s", where, get.Body, post.Body)
			}
			checkWhatIf(t, where, get.Body.String(), c)
		}
	}
}

func checkRefusal(t *testing.T, where, body string, c map[string]json.RawMessage) {
	t.Helper()
	problem := decode[struct {
		Status json.Number
		Errors []struct{ Field, Code, Message string }
	}](t, body)
	if problem.Status.String() != string(c["status"]) || len(problem.Errors) == 0 || `"`+problem.Errors[0].Code+`"` != string(c["code"]) ||
		problem.Errors[0].Field == "" || problem.Errors[0].Message == "" {
		t.Errorf("%s: %+v, want %s %s", where, problem, c["status"], c["code"])
	}
}

func checkWhatIf(t *testing.T, where, body string, c map[string]json.RawMessage) {
	t.Helper()
	got := decode[map[string]any](t, body)
	for name, want := range c {
		switch name {
		case "request":
		case "note":
			if !strings.Contains(body, `"code":`+string(want)) {
				t.Errorf("%s: no note %s", where, want)
			}
		default:
			sameAnswer(t, where+" "+name, got[name], decode[any](t, string(want)), name)
		}
	}
}

// TestBreakEvenOfPlan asks about a plan by GET, where all fields stand bare, and by
// POST, where those of the plan have their own object. Each customer leaves 20, so
// that four periods bring 4·(20·u − 100) − 240.
func TestBreakEvenOfPlan(t *testing.T) {
	h := New(Config{})
	get := call(t, h, http.MethodGet, "/v1/break-even?acquisition_cost=4&basket_value=60&margin_rate=0.4&repeat_purchase_rate=0&horizon=3"+
		"&plan_periods=4&fixed_cost_per_period=100&initial_investment=240&solve_for=new_customers_first&metric=net_present_value&target=0", "")
	post := call(t, h, http.MethodPost, "/v1/break-even", `{"scenario": {"acquisition_cost": 4, "basket_value": 60, "margin_rate": 0.4, "repeat_purchase_rate": 0, "horizon": 3},
		"plan": {"plan_periods": 4, "fixed_cost_per_period": 100, "initial_investment": 240}, "solve_for": "new_customers_first", "metric": "net_present_value", "target": 0}`,
		"Content-Type", "application/json")
	if get.Code != http.StatusOK || get.Body.String() != post.Body.String() {
		t.Fatalf("GET and POST differ: %d %s\n%s", get.Code, get.Body, post.Body)
	}
	got := decode[struct {
		Value, MetricAtValue json.Number
		Inputs               struct{ Plan map[string]any }
	}](t, strings.ReplaceAll(get.Body.String(), "metric_at_value", "metricAtValue"))
	if got.Value != "8.000000" || got.MetricAtValue != "0.00" || got.Inputs.Plan["plan_periods"] == nil {
		t.Errorf("%+v", got)
	}
	value := call(t, h, http.MethodGet, "/v1/break-even/value?acquisition_cost=4&basket_value=60&margin_rate=0.4&repeat_purchase_rate=0&horizon=3"+
		"&plan_periods=4&fixed_cost_per_period=100&initial_investment=240&solve_for=new_customers_first&metric=net_present_value&target=0", "")
	if value.Body.String() != "8.000000" {
		t.Errorf("in a cell: %s", value.Body)
	}
}

// TestBadWhatIf names each fault by its field, with a code and a hint or a
// sentence that says what is allowed.
func TestBadWhatIf(t *testing.T) {
	h := New(Config{})
	const pencil = "acquisition_cost=50&basket_value=10&repeat_purchase_rate=0.9&"
	for _, c := range []struct{ path, query, field, code, hint string }{
		{"simulation", "uncertain.margin_rate=gauss:0.4,0.1", "uncertain.margin_rate.distribution", "not_a_choice", ""},
		{"simulation", "uncertain.margin_rate=uniform:0.5,0.4", "uncertain.margin_rate.low", "out_of_range", "0.4"},
		{"simulation", "uncertain.margin_rate=triangular:0.3,0.6,0.5", "uncertain.margin_rate.mode", "out_of_range", "0.4"},
		{"simulation", "uncertain.margin_rate=normal:0.4,0", "uncertain.margin_rate.sd", "out_of_range", "0.04"},
		{"simulation", "uncertain.margin_rate=beta:0.4,0.6", "uncertain.margin_rate.sd", "out_of_range", "0.244949"},
		{"simulation", "uncertain.margin_rate=beta:0.4", "uncertain.margin_rate", "not_a_number", "beta:mean,sd"},
		{"simulation", "uncertain.margin_rate=normal:0.4,0.1&draws=999", "draws", "out_of_range", ""},
		{"simulation", "uncertain.margin_rate=normal:0.4,0.1&draws=1000001", "draws", "out_of_range", ""},
		{"simulation", "uncertain.margin_rate=normal:0.4,0.1&uncertain.margin_rate=normal:0.4,0.2", "uncertain.margin_rate", "duplicate", ""},
		{"simulation", "uncertain.horizon=normal:10,2", "uncertain.horizon", "unknown_field", ""},
		{"simulation", "uncertain.margin_rat=normal:0.4,0.1", "uncertain.margin_rat", "unknown_field", "uncertain.margin_rate"},
		{"simulation", "", "uncertain", "required", "uncertain.repeat_purchase_rate"},
		{"simulation", "uncertain.margin_rate=normal:0.4,0.1&metrics=net_lifetime_valu", "metrics[0]", "not_a_choice", "net_lifetime_value"},
		{"grid", "x.field=margin_rate&x.from=0.1&x.to=0.5&x.steps=52&y.field=basket_value&y.values=8", "x.steps", "out_of_range", ""},
		{"grid", "x.field=margin_rate&x.values=0.1&y.field=margin_rate&y.values=0.2", "y.field", "duplicate", ""},
		{"grid", "x.field=margin_rate&x.values=2&y.field=basket_value&y.values=8", "x.values[0]", "out_of_range", "0.02 or 2%"},
		{"grid", "x.field=horizon&x.from=1&x.to=2&x.steps=3&y.field=basket_value&y.values=8", "x.steps", "out_of_range", ""},
		{"grid", "x.field=margin_rate&x.values=0.1&y.field=decimals&y.values=2", "y.field", "not_a_choice", ""},
		{"grid", "x.field=margin_rate&x.values=0.1&x.steps=4&y.field=basket_value&y.values=8", "x.steps", "conflict", "values"},
		{"sensitivity", "fields=margin_rate, margin_rate", "fields[1]", "duplicate", ""},
		{"sensitivity", "fields=horizon", "fields[0]", "not_a_choice", ""},
		{"sensitivity", "fields=basket_cap", "fields[0]", "conflict", ""},
		{"sensitivity", "change=0", "change", "out_of_range", "0.1"},
		{"sensitivity", "change=1.5", "change", "out_of_range", "0.015 or 1.5%"},
		{"break-even", "solve_for=margin_rate&metric=lifetime_value&target=much", "target", "not_a_number", ""},
		{"break-even", "solve_for=margin_rate&metric=lifetime_value", "target", "required", ""},
		{"break-even", "solve_for=horizon", "solve_for", "not_a_choice", ""},
		{"break-even", "solve_for=conversion_rate", "solve_for", "conflict", "acquisition_cost"},
		{"break-even", "solve_for=margin_rate&from=2", "from", "out_of_range", "1"},
		{"break-even", "question=three_to_one&target=4", "target", "conflict", ""},
		{"break-even", "solve_for=margin_rate&metric=probability_of_profit&target=0.5", "metric", "not_a_choice", ""},
		{"break-even", "solve_for=initial_investment", "solve_for", "not_a_choice", "plan_periods"},
		{"break-even", "solve_for=margin_rate&metric=peak_funding&target=0", "metric", "not_a_choice", "plan_periods"},
		{"break-even", "new_customers_first=9&solve_for=margin_rate&metric=peak_funding&target=0", "plan_periods", "required", ""},
		{"break-even", "plan_periods=9&solve_for=margin_rate&metric=peak_funding&target=0", "new_customers_first", "required", ""},
		{"break-even", "plan_periods=9&new_customers=4, 5&solve_for=new_customers_first&metric=peak_funding&target=0", "solve_for", "conflict", ""},
		{"break-even", "plan_periods=9&new_customers_first=9&fixed_costs=4, 5&solve_for=fixed_cost_per_period&metric=peak_funding&target=0", "solve_for", "conflict", ""},
		{"break-even", "plan_periods=9&new_customers_first=9&solve_for=margin_rate&metric=lifetime_value&target=0", "metric", "not_a_choice", "net_present_value"},
		{"break-even", "plan_periods=9&new_customers_first=9&solve_for=margin_rate&target=0", "metric", "required", ""},
		{"break-even", "plan_periods=9&new_customers_first=9&question=three_to_one", "question", "conflict", ""},
		{"break-even", "plan_periods=9&new_customers_first=9&solve_for=margin_rate&metric=payback_period&target=2.5", "target", "no_solution", ""},
	} {
		w := call(t, h, http.MethodGet, "/v1/"+c.path+"?"+pencil+strings.ReplaceAll(c.query, " ", "%20"), "")
		problem := decode[struct {
			Errors []struct{ Field, Code, Message, Hint string }
		}](t, w.Body.String())
		if w.Code != http.StatusUnprocessableEntity || len(problem.Errors) != 1 {
			t.Errorf("%s %s: %d %s", c.path, c.query, w.Code, w.Body)
			continue
		}
		got := problem.Errors[0]
		if got.Field != c.field || got.Code != c.code || c.hint != "" && got.Hint != c.hint || got.Message == "" || got.Message == got.Code {
			t.Errorf("%s %s: %+v, want %s %s %s", c.path, c.query, got, c.field, c.code, c.hint)
		}
	}
}
