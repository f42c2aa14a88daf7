package api

import (
	"encoding/json"
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"testing"

	"blyant/internal/golden"
)

const (
	promisePath    = "/v1/service-promise"
	programmesPath = "/v1/programmes"
	planPath       = "/v1/plan"
)

// asked answers a reference request in three ways, which must agree to the byte.
func asked[T any](t *testing.T, h http.Handler, where, resource string, body json.RawMessage, query string) T {
	t.Helper()
	bodies := waysIn(t, h, resource, string(body), query)
	if bodies["GET"] != bodies["POST"] || bodies["GET"] != bodies["form"] {
		t.Errorf("%s: GET, POST and form differ:\n%s\n%s", where, bodies["GET"], bodies["POST"])
	}
	return decode[T](t, bodies["GET"])
}

func TestGoldenPromises(t *testing.T) {
	h := New(Config{})
	type promise struct {
		Request json.RawMessage
		Summary golden.Object
		Levers  []golden.Object
	}
	cases := slices.Concat(golden.Read[promise](t, "promise.json", 30), golden.Read[promise](t, "promise_more.json", 30), golden.Read[promise](t, "promise_third.json", 15))
	for i, c := range cases {
		where := fmt.Sprintf("case %d", i)
		got := asked[promise](t, h, where, promisePath, c.Request, queryOf(t, c.Request))
		sameFigures(t, where, got.Summary, c.Summary)
		for j, want := range c.Levers {
			sameFigures(t, fmt.Sprintf("%s lever %d", where, j), got.Levers[j], want)
		}
	}
}

func TestGoldenProgrammes(t *testing.T) {
	h := New(Config{})
	type programmes struct {
		Request    json.RawMessage
		Programmes []golden.Object
		Return     any `json:"return_on_acquisition"`
	}
	cases := slices.Concat(golden.Read[programmes](t, "programme.json", 34), golden.Read[programmes](t, "programme_third.json", 12))
	for i, c := range cases {
		where := fmt.Sprintf("case %d", i)
		got := asked[programmes](t, h, where, programmesPath, c.Request, programmesQuery(t, c.Request))
		if written(got.Return) != written(c.Return) {
			t.Errorf("%s: return_on_acquisition = %v, want %v", where, got.Return, c.Return)
		}
		for j, want := range c.Programmes {
			sameFigures(t, fmt.Sprintf("%s programme %d", where, j), got.Programmes[j], want)
		}
	}
}

// programmesQuery is queryOf with the programmes in their order.
func programmesQuery(t *testing.T, body json.RawMessage) string {
	t.Helper()
	request := decode[struct {
		Scenario   map[string]any
		Programmes []map[string]any
		Customers  any
	}](t, string(body))
	parts := []string{"customers=" + plain(request.Customers)}
	for field, v := range request.Scenario {
		parts = append(parts, field+"="+url.QueryEscape(plain(v)))
	}
	for i, programme := range request.Programmes {
		for field, v := range programme {
			parts = append(parts, fmt.Sprintf("p%d.%s=%s", i, field, url.QueryEscape(plain(v))))
		}
	}
	return strings.Join(parts, "&")
}

func TestGoldenPlans(t *testing.T) {
	h := New(Config{})
	type planned struct {
		Request            json.RawMessage
		Summary            golden.Object
		Segments, Schedule []golden.Object
		Statement, Years   [][]string
		Note               string
	}
	type answered struct {
		Summary                          golden.Object
		Segments, Schedule, Notes, Years []golden.Object
	}
	cases := slices.Concat(golden.Read[planned](t, "plan.json", 30), golden.Read[planned](t, "plan_more.json", 60), golden.Read[planned](t, "plan_third.json", 50))
	for i, c := range cases {
		where, query := fmt.Sprintf("case %d", i), planQuery(t, c.Request)
		got := asked[answered](t, h, where, planPath, c.Request, query)
		sameFigures(t, where, got.Summary, c.Summary)
		for j, want := range c.Segments {
			sameFigures(t, fmt.Sprintf("%s segment %d", where, j), got.Segments[j], want)
		}
		for j, want := range c.Schedule {
			sameFigures(t, fmt.Sprintf("%s period %d", where, j+1), got.Schedule[j], want)
		}
		if !noted(got.Notes, c.Note) {
			t.Errorf("%s: no note %s", where, c.Note)
		}
		for table, want := range map[string][][]string{"statement": c.Statement, "years": c.Years} {
			if want != nil {
				csv := call(t, h, http.MethodGet, planPath+"?format=csv&table="+table+"&"+query, "").Body.String()
				if lines := csvOf(want); csv != lines {
					t.Errorf("%s: %s is\n%s\nwant\n%s", where, table, csv, lines)
				}
			}
		}
	}
}

// csvOf writes rows of a reference table, whose cells need no quotes.
func csvOf(rows [][]string) string {
	var text strings.Builder
	for _, row := range rows {
		text.WriteString(strings.Join(row, ",") + "\n")
	}
	return text.String()
}

// planQuery is queryOf with the segments in their order.
func planQuery(t *testing.T, body json.RawMessage) string {
	t.Helper()
	request := decode[map[string]any](t, string(body))
	segments, _ := request["segments"].([]any)
	delete(request, "segments")
	rest, err := json.Marshal(request)
	if err != nil {
		t.Fatal(err)
	}
	parts := []string{queryOf(t, rest)}
	for i, segment := range segments {
		for field, v := range segment.(map[string]any) {
			parts = append(parts, fmt.Sprintf("s%d.%s=%s", i, field, url.QueryEscape(plain(v))))
		}
	}
	return strings.Join(parts, "&")
}

// Wrong promises, programmes and plans, each with its field, code and hint, as
// the caller wrote them.
func TestBadService(t *testing.T) {
	h := New(Config{})
	const customer = "acquisition_cost=50&basket_value=10&"
	const promise = customer + "met_share=0.7&missed_share=0.1&repeat_rate_exceeded=0.9&repeat_rate_met=0.8&repeat_rate_missed=0.3&"
	const rated = customer + "repeat_purchase_rate=0.9&"
	const planned = rated + "plan_periods=3&"
	for _, c := range []struct {
		resource, query string
		want            []fault
	}{
		{promisePath, promise + "exceeded_share=0.25", []fault{{"exceeded_share", "conflict", ""}}},
		{promisePath, promise + "exceeded_share=20", []fault{{"exceeded_share", "out_of_range", "0.2 or 20%"}}},
		{promisePath, promise + "exceeded_share=0.2&repeat_purchase_rate=0.5", []fault{{"repeat_purchase_rate", "conflict", "*"}}},
		{promisePath, customer, []fault{{"exceeded_share", "required", ""}, {"missed_share", "required", ""}, {"repeat_rate_missed", "required", ""}}},
		{promisePath, customer + "met_share=0.7&exceeded_share=0.4", []fault{{"met_share", "out_of_range", "0.6"}}},
		{promisePath, customer + "met_share=0.7", []fault{{"exceeded_share", "required", ""}, {"missed_share", "required", ""}}},
		{promisePath, promise + "survival_curve=0.9,0.8", []fault{{"survival_curve", "conflict", "*"}}},
		{programmesPath, customer + "survival_curve=0.9,%200.95&card.free_every=10", []fault{{"survival_curve[1]", "out_of_range", "0.9"}}},
		{programmesPath, customer + "survival_curve=0.9,%200.8&repeat_purchase_rate=1&card.free_every=10", []fault{{"survival_curve", "conflict", "repeat_purchase_rate"}}},
		{programmesPath, rated + "cost_per_prospect=5&card.free_every=10", []fault{{"cost_per_prospect", "conflict", "acquisition_cost"}, {"conversion_rate", "required", ""}}},
		{programmesPath, rated + "conversion_rate=0.1&card.free_every=10", []fault{{"conversion_rate", "conflict", "cost_per_prospect"}}},
		{programmesPath, "basket_value=10&repeat_purchase_rate=1&cost_per_prospect=5&card.free_every=10", []fault{{"conversion_rate", "required", ""}}},
		{programmesPath, rated + "vat_rate=25&card.free_every=10", []fault{{"vat_rate", "out_of_range", "0.25 or 25%"}}},
		{promisePath, promise + "exceeded_share=0.2&noticed_shar=1", []fault{{"noticed_shar", "unknown_field", "noticed_share"}}},
		{programmesPath, rated, []fault{{"programmes", "required", ""}}},
		{programmesPath, rated + "card.free_every=1", []fault{{"card.free_every", "out_of_range", ""}}},
		{programmesPath, rated + "card.repeat_purchase_rate_change=0.2", []fault{{"card.repeat_purchase_rate_change", "out_of_range", "*"}}},
		{programmesPath, rated + "a.name=card&b.name=card", []fault{{"b.name", "duplicate", "*"}}},
		{programmesPath, rated + "customers=-1&card.cost_per_order=x", []fault{{"customers", "out_of_range", ""}, {"card.cost_per_order", "not_a_number", "*"}}},
		{programmesPath, rated + manyProgrammes(51), []fault{{"programmes", "too_many", ""}}},
		{planPath, rated + "plan_periods=0&new_customers_first=1", []fault{{"plan_periods", "out_of_range", ""}}},
		{planPath, rated + "plan_periods=601&new_customers_first=1", []fault{{"plan_periods", "out_of_range", ""}}},
		{planPath, planned + "new_customers_first=-1", []fault{{"new_customers_first", "out_of_range", ""}}},
		{planPath, planned + "new_customers=1,-2", []fault{{"new_customers[1]", "out_of_range", ""}}},
		{planPath, planned + "new_customers=1&new_customers_first=1", []fault{{"new_customers_first", "conflict", "new_customers"}}},
		{planPath, planned, []fault{{"new_customers_first", "required", ""}}},
		{planPath, rated + "new_customers=1", []fault{{"plan_periods", "required", ""}}},
		{planPath, planned + "new_customers=1&start=2027-13", []fault{{"start", "out_of_range", "*"}}},
		{planPath, planned + "new_customers=1&start=31.1.2027", []fault{{"start", "out_of_range", "2027-01-31"}}},
		{planPath, planned + "new_customers=1&start=9999-12", []fault{{"start", "out_of_range", ""}}},
		{planPath, planned + "new_customers=1&seasonality=1" + strings.Repeat(",%201", 52), []fault{{"seasonality", "too_many", ""}}},
		{planPath, planned + "new_customers=1&seasonality=1,%20101", []fault{{"seasonality[1]", "out_of_range", ""}}},
		{planPath, planned + "new_customers=1&word_of_mouth=ON", []fault{{"word_of_mouth", "not_a_choice", "on"}}},
		{planPath, planned + "new_customers=1&fixed_costs=1&fixed_cost_per_period=1", []fault{{"fixed_cost_per_period", "conflict", "fixed_costs"}}},
		{planPath, planned + "new_customers=1&initial_investment=-1", []fault{{"initial_investment", "out_of_range", ""}}},
		{planPath, planned + manySegments(21), []fault{{"segments", "too_many", ""}}},
		{planPath, planned + "opening_customers=5&" + manySegments(2), []fault{{"opening_customers", "conflict", "*"}}},
		{planPath, planned + "acquisition_cost_growth_rate=0.1&" + manySegments(2), []fault{{"acquisition_cost_growth_rate", "conflict", "*"}}},
		{planPath, planned + manySegments(2) + "&s1.currency=DKK", []fault{{"s1.currency", "conflict", "*"}}},
		{planPath, planned + manySegments(2) + "&s1.annual_discount_rate=0.1", []fault{{"s1.annual_discount_rate", "conflict", "*"}}},
		{planPath, planned + "s0.name=A&s1.name=A&" + manySegments(2), []fault{{"s1.name", "duplicate", "*"}}},
		{planPath, planned + "s0.new_customers=1&" + manySegments(2), []fault{{"s0.new_customers_first", "conflict", "new_customers"}}},
		{planPath, planned + "s0.opening_customers=1&s1.new_customers_first=x", []fault{{"s0.new_customers_first", "required", ""}, {"s1.new_customers_first", "not_a_number", "*"}}},
		{planPath, "plan_periods=3&acquisition_cost=1&s0.basket_value=5&s0.repeat_purchase_rate=0&s0.new_customers_first=1&s1.survival_curve=0.5,%200.6&s1.new_customers_first=1",
			[]fault{{"s1.basket_value", "required", ""}, {"s1.survival_curve[1]", "out_of_range", "0.5"}}},
		{planPath, "plan_periods=3&acquisition_cost=1&conversion_rate=0.1&basket_value=-5&repeat_purchase_rate=1&" + manySegments(2), []fault{{"basket_value", "out_of_range", ""}, {"conversion_rate", "conflict", "*"}}},
	} {
		t.Run(c.resource+" "+c.query[max(0, len(c.query)-40):], func(t *testing.T) {
			checkProblem(t, call(t, h, http.MethodGet, c.resource+"?"+c.query, ""), http.StatusUnprocessableEntity, c.want...)
		})
	}
	sum := call(t, h, http.MethodGet, promisePath+"?"+promise+"exceeded_share=0.25", "").Body.String()
	if !strings.Contains(sum, "1.05") {
		t.Errorf("the sum of the shares is not told: %s", sum)
	}
	body := `{"scenario":{"acquisition_cost":50,"basket_value":10,"repeat_purchase_rate":0.95},"programmes":[{"name":"card","repeat_purchase_rate_change":0.1}]}`
	checkProblem(t, call(t, h, http.MethodPost, programmesPath, body, "Content-Type", "application/json"), http.StatusUnprocessableEntity,
		fault{"programmes[0].repeat_purchase_rate_change", "out_of_range", "*"})
}

func manySegments(n int) string {
	parts := make([]string, n)
	for i := range parts {
		parts[i] = fmt.Sprintf("s%d.new_customers_first=1", i)
	}
	return strings.Join(parts, "&")
}

// Figures of a segment have addresses too, and accountants' signs are for tables
// that have them.
func TestSegmentsByAddress(t *testing.T) {
	h := New(Config{})
	const query = "?currency=JPY&acquisition_cost=10&basket_value=5&plan_periods=2&opening_cash=1000&a.repeat_purchase_rate=0&a.new_customers_first=3" +
		"&b.name=Bee&b.repeat_purchase_rate=1&b.new_customers_first=1&fixed_cost_per_period=7&b.margin_rate=0.4"
	for path, want := range map[string]string{
		"/revenue" + query: "45", "/revenue" + query + "&of=a": "30", "/revenue" + query + "&of=Bee": "15", "/revenue" + query + "&of=b": "15",
		"/peak_funding" + query: "58", "/new_customers" + query + "&of=a": "6.000000",
	} {
		if got := call(t, h, http.MethodGet, planPath+path, "").Body.String(); got != want {
			t.Errorf("%s is %s, want %s", path, got, want)
		}
	}
	checkProblem(t, call(t, h, http.MethodGet, planPath+"/peak_funding"+query+"&of=a", ""), http.StatusNotFound, fault{"figure", "not_a_choice", "*"})
	checkProblem(t, call(t, h, http.MethodGet, planPath+"/revenue"+query+"&of=Beee", ""), http.StatusUnprocessableEntity, fault{"of", "not_a_choice", "Bee"})
	checkProblem(t, call(t, h, http.MethodGet, planPath+query+"&format=xml&signs=accounting", ""), http.StatusUnprocessableEntity, fault{"signs", "conflict", "*"})
	const statement = "line,1,2\nnew_customers,4.000000,4.000000\nactive_customers,4.000000,5.000000\norders,4.000000,5.000000\nrevenue,20,25\n" +
		"cost_of_goods,-3,-6\ngross_margin,17,19\nservice_cost,0,0\ncontribution,17,19\nacquisition_cost,-40,-40\nfixed_cost,-7,-7\n" +
		"initial_investment,0,0\ncash_flow,-30,-28\nclosing_cash,970,942\n"
	if got := call(t, h, http.MethodGet, planPath+query+"&format=csv&table=statement&signs=accounting", "").Body.String(); got != statement {
		t.Errorf("the statement is\n%s", got)
	}
	dated := call(t, h, http.MethodGet, planPath+query+"&format=csv&table=years&start=2027-12-31&period=month", "").Body.String()
	if !strings.HasPrefix(dated, "line,2027,2028\nnew_customers,4.000000,4.000000\n") {
		t.Errorf("the years are\n%s", dated)
	}
}

func manyProgrammes(n int) string {
	parts := make([]string, n)
	for i := range parts {
		parts[i] = fmt.Sprintf("p%d.cost_per_order=1", i)
	}
	return strings.Join(parts, "&")
}

// Tables, XML and the workbook come without a line of the calculator's own.
func TestServiceInEveryFormat(t *testing.T) {
	h := New(Config{})
	type preset struct{ Resource, Query string }
	for _, name := range []string{"bonus-card", "kept-promise", "pencil-shop-plan"} {
		e := decode[preset](t, call(t, h, http.MethodGet, "/v1/examples/"+name, "").Body.String())
		for _, format := range []string{"json", "csv", "tsv", "xml", "xlsx"} {
			if w := call(t, h, http.MethodGet, e.Resource+"?format="+format+"&"+e.Query, ""); w.Code != http.StatusOK || w.Body.Len() < 100 {
				t.Errorf("%s as %s: %d %.200s", name, format, w.Code, w.Body)
			}
		}
	}
}
