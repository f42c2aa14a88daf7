package api

import (
	"encoding/json"
	"net/http"
	"net/url"
	"strings"
	"testing"

	"blyant/internal/calculator"
	"blyant/model"
)

// A bare rate or change above 1 is refused in every way in, and what is sent with
// its percent sign comes back with it and may be sent again.
func TestPercentSignInEveryWayIn(t *testing.T) {
	h := New(Config{})
	const base = "acquisition_cost=50&basket_value=10&repeat_purchase_rate=0.9"
	for _, c := range []struct{ path, query, body, field, hint string }{
		{value, base + "&annual_discount_rate=10", `{"acquisition_cost":50,"basket_value":10,"repeat_purchase_rate":0.9,"annual_discount_rate":10}`, "annual_discount_rate", "0.1 or 10%"},
		{value, base + "&annual_discount_rate=10.0", `{"acquisition_cost":50,"basket_value":10,"repeat_purchase_rate":0.9,"annual_discount_rate":1e1}`, "annual_discount_rate", "0.1 or 10%"},
		{value, base + "&annual_discount_rate=8", `{"acquisition_cost":50,"basket_value":10,"repeat_purchase_rate":0.9,"annual_discount_rate":"8"}`, "annual_discount_rate", "0.08 or 8%"},
		{programmesPath, base + "&a.basket_value_change=5", `{"scenario":` + ninety + `,"programmes":[{"name":"a","basket_value_change":5}]}`, "basket_value_change", "0.05 or 5%"},
		{programmesPath, base + "&a.orders_change=10", `{"scenario":` + ninety + `,"programmes":[{"name":"a","orders_change":10}]}`, "orders_change", "0.1 or 10%"},
	} {
		for way, w := range map[string]string{
			"GET":  call(t, h, http.MethodGet, c.path+"?"+c.query, "").Body.String(),
			"form": call(t, h, http.MethodPost, c.path, c.query, "Content-Type", "application/x-www-form-urlencoded").Body.String(),
			"JSON": call(t, h, http.MethodPost, c.path, c.body, "Content-Type", "application/json").Body.String(),
		} {
			p := decode[Problem](t, w)
			if len(p.Errors) != 1 || !strings.HasSuffix(p.Errors[0].Field, c.field) || p.Errors[0].Code != "out_of_range" || p.Errors[0].Hint != c.hint {
				t.Errorf("%s of %s: %+v", way, c.query, p.Errors)
			}
		}
	}
	asked := value + "?" + base + "&annual_discount_rate=1000%25&format="
	for format, want := range map[string]string{"json": `"annual_discount_rate":"1000%"`, "xml": "<annual_discount_rate>1000%</annual_discount_rate>", "csv&table=inputs": "annual_discount_rate,1000%\n"} {
		if got := loosely(t, h, http.MethodGet, asked+format, ""); got.Code != http.StatusOK || !strings.Contains(got.Body.String(), want) {
			t.Errorf("%s: %d %s", format, got.Code, got.Body)
		}
	}
	again := strings.Replace(ninety, "}", `,"annual_discount_rate":"1000%"}`, 1)
	if got, want := loosely(t, h, http.MethodPost, value, again, "Content-Type", "application/json").Body.String(), loosely(t, h, http.MethodGet, asked+"json", "").Body.String(); got != want {
		t.Errorf("sent again it is\n%s\nnot\n%s", got, want)
	}
}

// The three ways in read the same doubts.
func TestDoubtsInEveryWayIn(t *testing.T) {
	h := New(Config{})
	const base = "acquisition_cost=50&basket_value=10&"
	for query, want := range map[string]fault{
		base + "retention_curve=0,1":                             {"retention_curve", "ambiguous_number", "decimal=comma or 0.1 or 0, 1"},
		base + "retention_curve=0,9%25":                          {"retention_curve", "ambiguous_number", "decimal=comma or 0.9% or 0, 9%"},
		base + "retention_curve=0,1&lang=en":                     {"retention_curve", "ambiguous_number", "decimal=comma or 0.1 or 0, 1"},
		base + "retention_curve=0.6,0.7&decimal=comma":           {"retention_curve[0]", "not_a_number", "0,6;0,7"},
		base + "retention_curve=0,6,0,7&lang=nb":                 {"retention_curve[0]", "not_a_number", "0,6;0,7"},
		base + "repeat_purchase_rate=0.9&add_on_rate=30%25":      {"add_on_rate", "not_a_number", "0.3"},
		base + "repeat_purchase_rate=0.9&horizon=30%25":          {"horizon", "not_a_number", "30"},
		base + "repeat_purchase_rate=0.9&add_on_value=30%25":     {"add_on_value", "not_a_number", "30"},
		base + "repeat_purchase_rate=0.9&basket_cap=1,200":       {"basket_cap", "ambiguous_number", "1200 or decimal=comma"},
		base + "repeat_purchase_rate=7500&percent=on":            {"repeat_purchase_rate", "out_of_range", "75"},
		base + "repeat_purchase_rate=0.9&add_on_rate=30%25&a.b=": {"add_on_rate", "not_a_number", "0.3"},
	} {
		checkProblem(t, loosely(t, h, http.MethodGet, value+"?"+query, ""), http.StatusUnprocessableEntity, want)
		options := ""
		for _, o := range []string{"&lang=en", "&decimal=comma", "&lang=nb", "&percent=on"} {
			if strings.Contains(query, o) {
				query, options = strings.Replace(query, o, "", 1), "?"+o[1:]
			}
		}
		checkProblem(t, loosely(t, h, http.MethodPost, value+options, query, "Content-Type", "application/x-www-form-urlencoded"), http.StatusUnprocessableEntity, want)
	}
	for _, query := range []string{"retention_curve=0,1&decimal=point", "retention_curve=0,+1", "retention_curve=0,1&decimal=comma", "retention_curve=0,1&lang=nb", "retention_curve=0.5,1", "retention_curve=10%25,20%25"} {
		if w := loosely(t, h, http.MethodGet, value+"?"+base+query, ""); w.Code != http.StatusOK {
			t.Errorf("%s: %d %s", query, w.Code, w.Body)
		}
	}
	for _, c := range []struct {
		member string
		want   fault
	}{
		{`"retention_curve":"0.8,0.7"`, fault{"retention_curve", "not_a_number", "[0.8, 0.7]"}},
		{`"repeat_purchase_rate":5.551115123125783e-17`, fault{"repeat_purchase_rate", "too_long", "0"}},
		{`"repeat_purchase_rate":0.8999999999999999111822`, fault{"repeat_purchase_rate", "too_long", "0.9"}},
	} {
		w := loosely(t, h, http.MethodPost, value, `{"acquisition_cost":50,"basket_value":10,`+c.member+`}`, "Content-Type", "application/json")
		checkProblem(t, w, http.StatusUnprocessableEntity, c.want)
		if strings.Contains(w.Body.String(), "not null") {
			t.Errorf("%s: %s", c.member, w.Body)
		}
	}
}

// With percent=on the answer is that to the same customer with percent signs; a
// JSON body is a conflict, whatever it holds.
func TestPercentOn(t *testing.T) {
	h := New(Config{})
	for bare, signed := range map[string]string{
		"margin_rate=40&repeat_purchase_rate=90&basket_growth_rate=-5&annual_discount_rate=8":     "margin_rate=40%25&repeat_purchase_rate=90%25&basket_growth_rate=-5%25&annual_discount_rate=8%25",
		"retention_curve=60,70,80&annual_discount_rate=150&margin_rate=1":                         "retention_curve=60%25,70%25,80%25&annual_discount_rate=150%25&margin_rate=1%25",
		"margin_rate=0,9&retention_curve=60;70,5&decimal=comma":                                   "margin_rate=0,9%25&retention_curve=60%25;70,5%25&decimal=comma",
		"repeat_purchase_rate=75%25&orders_per_period=12&add_on_rate=2&add_on_value=5&horizon=12": "repeat_purchase_rate=75%25&orders_per_period=12&add_on_rate=2&add_on_value=5&horizon=12",
	} {
		const base = "acquisition_cost=50&basket_value=10&"
		got, want := call(t, h, http.MethodGet, value+"/lifetime_value?percent=on&"+base+bare, ""), call(t, h, http.MethodGet, value+"/lifetime_value?"+base+signed, "")
		if got.Code != http.StatusOK || got.Body.String() != want.Body.String() || got.Header().Get("ETag") == want.Header().Get("ETag") {
			t.Errorf("%s: %d %s, want %s", bare, got.Code, got.Body, want.Body)
		}
		options, form := "?percent=on", base+bare
		if strings.Contains(form, "&decimal=comma") {
			options, form = options+"&decimal=comma", strings.Replace(form, "&decimal=comma", "", 1)
		}
		sent := loosely(t, h, http.MethodPost, value+options, form, "Content-Type", "application/x-www-form-urlencoded")
		if whole := loosely(t, h, http.MethodGet, value+"?percent=on&"+base+bare, ""); sent.Code != http.StatusOK || sent.Body.String() != whole.Body.String() {
			t.Errorf("%s as a form: %d %s", bare, sent.Code, sent.Body)
		}
	}
	change := call(t, h, http.MethodGet, programmesPath+"/total_gain?percent=on&acquisition_cost=50&basket_value=10&repeat_purchase_rate=90&a.basket_value_change=5&a.participation_rate=50", "")
	signed := call(t, h, http.MethodGet, programmesPath+"/total_gain?acquisition_cost=50&basket_value=10&repeat_purchase_rate=0.9&a.basket_value_change=5%25&a.participation_rate=0.5", "")
	if change.Code != http.StatusOK || change.Body.String() != signed.Body.String() {
		t.Errorf("a change: %s, want %s", change.Body, signed.Body)
	}
	checkProblem(t, call(t, h, http.MethodPost, value+"?percent=on", ninety, "Content-Type", "application/json"), http.StatusUnprocessableEntity, fault{"percent", "conflict", ""})
	if w := call(t, h, http.MethodPost, value+"?percent=off", ninety, "Content-Type", "application/json"); w.Code != http.StatusOK {
		t.Errorf("percent=off: %d", w.Code)
	}
	page := loosely(t, h, http.MethodGet, "/?percent=on&lang=nb&acquisition_cost=50&basket_value=10&repeat_purchase_rate=75", "").Body.String()
	for _, wanted := range []string{`value="75"`, "repeat_purchase_rate=0.75"} {
		if !strings.Contains(page, wanted) {
			t.Errorf("the page is without %s", wanted)
		}
	}
	if strings.Contains(page, "percent=on") {
		t.Error("a link of the page says percent=on")
	}
}

// What a cell that was pasted brings along changes no answer, of fields and
// options, and an error stands on one line.
func TestPastedRequests(t *testing.T) {
	h := New(Config{})
	want := call(t, h, http.MethodGet, value+"/net_lifetime_value?"+pencil, "").Body.String()
	for _, around := range []string{" ", "\r\n", "\uFEFF", "\u00a0", "\u200e"} {
		var pasted []string
		for part := range strings.SplitSeq(pencil+"&format=text&lang=nb&decimal=point", "&") {
			name, text, _ := strings.Cut(part, "=")
			pasted = append(pasted, url.QueryEscape(around+name+around)+"="+url.QueryEscape(around+text+around))
		}
		if got := loosely(t, h, http.MethodGet, value+"/net_lifetime_value?"+strings.Join(pasted, "&"), ""); got.Body.String() != want {
			t.Errorf("%q: %d %s", around, got.Code, got.Body)
		}
	}
	w := loosely(t, h, http.MethodGet, value+"/net_lifetime_value?format=text&errors=inline&acquisition_cost=1&basket_value=1%0A2&repeat_purchase_rate=1", "")
	if !strings.HasPrefix(w.Body.String(), "#ERR ") || strings.ContainsAny(w.Body.String(), "\r\n") {
		t.Errorf("%q", w.Body)
	}
}

// Keys have letters of any script, also in what is asked by them.
func TestKeysOfAnyScript(t *testing.T) {
	h := New(Config{})
	query := "acquisition_cost=50&basket_value=10&én.repeat_purchase_rate=0&" + url.QueryEscape("blåbær_øl") + ".repeat_purchase_rate=0.9"
	w := loosely(t, h, http.MethodGet, "/v1/comparison/net_difference?"+query+"&of="+url.QueryEscape("blåbær_øl"), "")
	if w.Code != http.StatusOK || w.Body.String() == "0.00" {
		t.Errorf("%d %s", w.Code, w.Body)
	}
	if w := loosely(t, h, http.MethodGet, "/?"+query, ""); w.Code != http.StatusOK || !strings.Contains(w.Body.String(), "blåbær_øl") {
		t.Errorf("the page: %d", w.Code)
	}
}

// Every field that needs a percent sign is tried above.
func TestFieldsThatNeedAPercentSign(t *testing.T) {
	for _, f := range model.ScenarioFields() {
		if !f.PercentAbove.IsZero() && f.Name != "annual_discount_rate" {
			t.Errorf("%s is not tried", f.Name)
		}
	}
}

// Limits, values, targets and distributions are percentages where the field or
// figure that they are about is one, and nowhere else. The digits are those given.
func TestPercentOfWhatIsNamed(t *testing.T) {
	h := New(Config{})
	const base = "acquisition_cost=50&basket_value=10&margin_rate="
	for bare, plain := range map[string]string{
		"/v1/break-even?orders_per_period=4&solve_for=repeat_purchase_rate&from=10&to=95":                                 "/v1/break-even?orders_per_period=4&solve_for=repeat_purchase_rate&from=0.10&to=95%25",
		"/v1/break-even?from=1&repeat_purchase_rate=90&solve_for=orders_per_period&to=95":                                 "/v1/break-even?repeat_purchase_rate=0.90&solve_for=orders_per_period&from=1&to=95",
		"/v1/break-even?from=10&to=95&repeat_purchase_rate=90&solve_for=basket_value&orders_per_period=1":                 "/v1/break-even?repeat_purchase_rate=0.90&solve_for=basket_value&from=10&to=95&orders_per_period=1",
		"/v1/break-even?repeat_purchase_rate=90&solve_for=basket_value&target=10&metric=internal_rate_of_return":          "/v1/break-even?repeat_purchase_rate=0.90&solve_for=basket_value&target=0.10&metric=internal_rate_of_return",
		"/v1/break-even?repeat_purchase_rate=90&solve_for=basket_value&target=10&metric=net_lifetime_value":               "/v1/break-even?repeat_purchase_rate=0.90&solve_for=basket_value&target=10&metric=net_lifetime_value",
		"/v1/grid?x.field=repeat_purchase_rate&x.values=50,+60&y.field=orders_per_period&y.values=5,+6":                   "/v1/grid?x.field=repeat_purchase_rate&x.values=0.50,0.60&y.field=orders_per_period&y.values=5,+6",
		"/v1/grid?x.field=repeat_purchase_rate&x.from=50&x.to=60&x.steps=3&y.field=horizon&y.values=5,+6":                 "/v1/grid?x.field=repeat_purchase_rate&x.from=50%25&x.to=0.60&x.steps=3&y.field=horizon&y.values=5,+6",
		"/v1/sensitivity?repeat_purchase_rate=90&change=20":                                                               "/v1/sensitivity?repeat_purchase_rate=0.90&change=0.20",
		"/v1/simulation?draws=1000&uncertain.repeat_purchase_rate=triangular:80,90,95&uncertain.basket_value=normal:10,1": "/v1/simulation?draws=1000&uncertain.repeat_purchase_rate=triangular:0.80,0.90,95%25&uncertain.basket_value=normal:10,1",
	} {
		got := loosely(t, h, http.MethodGet, strings.Replace(bare, "?", "?percent=on&"+base+"40&", 1), "")
		want := loosely(t, h, http.MethodGet, strings.Replace(plain, "?", "?"+base+"0.40&", 1), "")
		if got.Code != http.StatusOK || got.Body.String() != want.Body.String() {
			t.Errorf("%s: %d\n%.800s\nwant\n%.800s", bare, got.Code, got.Body, want.Body)
		}
	}
	for query, want := range map[string]fault{
		"/v1/break-even?repeat_purchase_rate=0.9&solve_for=orders_per_period&from=10%25": {"from", "not_a_number", "0.1"},
		"/v1/break-even?repeat_purchase_rate=0.9&solve_for=basket_value&to=10%25":        {"to", "not_a_number", "10"},
	} {
		checkProblem(t, loosely(t, h, http.MethodGet, strings.Replace(query, "?", "?"+base+"0.4&", 1), ""), http.StatusUnprocessableEntity, want)
	}
}

// Whatever the calculator, a horizon that is not given is ten years of its periods,
// and a note says so; growth and curves that are hardly meant are noted too.
func TestNotesOnWhatIsAssumed(t *testing.T) {
	h := New(Config{})
	for _, e := range calculator.Examples() {
		for period, periods := range map[string]string{"week": "520", "month": "120", "quarter": "40", "year": "10"} {
			var request map[string]any
			if err := json.Unmarshal(exampleRequest(t, h, e.Name), &request); err != nil {
				t.Fatal(err)
			}
			if !withoutHorizon(request, period) {
				continue // it asks for none, or its axis is one
			}
			body, _ := json.Marshal(request)
			w := loosely(t, h, http.MethodPost, e.Resource+"?lang=en", string(body), "Content-Type", "application/json")
			if w.Code != http.StatusOK || !strings.Contains(w.Body.String(), `"horizon_assumed"`) || !strings.Contains(w.Body.String(), `"horizon":`+periods+",") {
				t.Errorf("%s by the %s: %d %.300s", e.Name, period, w.Code, w.Body)
			}
		}
	}
	const base = "acquisition_cost=50&basket_value=10&"
	for query, code := range map[string]string{
		value + "?" + base + "retention_curve=0.9,0.8,0.7": "curve_may_be_survival", value + "?" + base + "retention_curve=90%25,90%25,90%25": "curve_may_be_survival",
		value + "?" + base + "repeat_purchase_rate=0.9&basket_growth_rate=0.5": "growth_is_large", value + "?" + base + "repeat_purchase_rate=0.9&annual_discount_rate=1": "discount_is_large",
		planPath + "?" + base + "repeat_purchase_rate=0.9&plan_periods=2&new_customers_first=1&new_customers_growth_rate=0.5": "growth_is_large",
		planPath + "?" + base + "repeat_purchase_rate=0.9&plan_periods=9&horizon=3&new_customers_first=1":                     "horizon_ends_customers",
	} {
		if w := loosely(t, h, http.MethodGet, query, ""); w.Code != http.StatusOK || !strings.Contains(w.Body.String(), `"`+code+`"`) {
			t.Errorf("%s has no note %s: %d %.200s", query, code, w.Code, w.Body)
		}
	}
	for query, code := range map[string]string{
		value + "?" + base + "retention_curve=0.9,0.8": "curve_may_be_survival", value + "?" + base + "retention_curve=0.6,0.7,0.65": "curve_may_be_survival",
		value + "?" + base + "repeat_purchase_rate=0.9&horizon=10": "horizon_assumed", value + "?" + base + "repeat_purchase_rate=0.9&basket_growth_rate=0.49": "growth_is_large",
		planPath + "?" + base + "repeat_purchase_rate=0.9&plan_periods=3&horizon=3&new_customers_first=1": "horizon_ends_customers",
		planPath + "?" + base + "repeat_purchase_rate=0&plan_periods=9&horizon=3&new_customers_first=1":   "horizon_ends_customers",
	} {
		if w := loosely(t, h, http.MethodGet, query, ""); w.Code != http.StatusOK || strings.Contains(w.Body.String(), `"`+code+`"`) {
			t.Errorf("%s has the note %s: %d %.200s", query, code, w.Code, w.Body)
		}
	}
}

func exampleRequest(t *testing.T, h http.Handler, name string) []byte {
	t.Helper()
	return decode[exampleAnswer](t, loosely(t, h, http.MethodGet, "/v1/examples/"+name, "").Body.String()).Request
}

// withoutHorizon takes the horizons out of a request and sets its period. It
// reports whether there was any.
func withoutHorizon(request map[string]any, period string) bool {
	_, found := request["horizon"]
	delete(request, "horizon")
	if _, given := request["period"]; given || found {
		request["period"] = period
	}
	for _, member := range request {
		if inner, is := member.(map[string]any); is {
			found = withoutHorizon(inner, period) || found
		}
	}
	return found
}
