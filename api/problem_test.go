package api

import (
	"errors"
	"fmt"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"testing"

	"github.com/labstack/echo/v4"
)

const (
	value  = "/v1/lifetime-value"
	pencil = "acquisition_cost=50&basket_value=10&margin_rate=0.4&orders_per_period=12&repeat_purchase_rate=0.9" +
		"&basket_growth_rate=0.05&service_cost_per_order=0.5&annual_discount_rate=0.08"
	one = "acquisition_cost=50&basket_value=10&once.repeat_purchase_rate=0&often.repeat_purchase_rate=0.9"
)

// fault is what is expected of one entry of errors[]; the hint * is any.
type fault struct{ field, code, hint string }

func (f fault) matches(e ProblemFault) bool {
	return e.Field == f.field && e.Code == f.code && (f.hint == "*" || e.Hint == f.hint)
}

// checkProblem checks that an answer is a problem with that status and among
// its errors these.
func checkProblem(t *testing.T, w *httptest.ResponseRecorder, status int, faults ...fault) {
	t.Helper()
	if w.Code != status {
		t.Fatalf("status %d, want %d: %.300s", w.Code, status, w.Body)
	}
	if got := w.Header().Get("Content-Type"); got != "application/problem+json" {
		t.Errorf("Content-Type is %s", got)
	}
	if got := w.Header().Get("Cache-Control"); got != "no-store" {
		t.Errorf("Cache-Control is %s", got)
	}
	p := decode[Problem](t, w.Body.String())
	if p.Status != status || strings.HasPrefix(p.Title, "problem.") || slices.Contains([]string{p.Type, p.Title, p.Detail, p.Instance}, "") {
		t.Errorf("the problem lacks something: %+v", p)
	}
	for _, e := range p.Errors {
		if !strings.Contains(e.Message, " ") {
			t.Errorf("%s has no sentence but %q", e.Field, e.Message)
		}
	}
	for _, want := range faults {
		if !slices.ContainsFunc(p.Errors, want.matches) {
			t.Errorf("no %v among %+v", want, p.Errors)
		}
	}
}

// Bad input by GET, each with what is said about it.
func TestBadQueries(t *testing.T) {
	h := New(Config{})
	digits := strings.Repeat("9", 1<<14-1000)
	for query, want := range map[string]fault{
		pencil + "&acquisition_cst=4":                           {"acquisition_cst", "unknown_field", "acquisition_cost"},
		pencil + "&churn_rate=0.1":                              {"churn_rate", "unknown_field", "repeat_purchase_rate = 1 - churn_rate"},
		pencil + "&horizon=3&horizon=3":                         {"horizon", "duplicate", ""},
		pencil + "&horizon=0":                                   {"horizon", "out_of_range", ""},
		pencil + "&horizon=1201":                                {"horizon", "out_of_range", ""},
		pencil + "&horizon=2.5":                                 {"horizon", "out_of_range", ""},
		pencil + "&basket_cap=1e3":                              {"basket_cap", "not_a_number", "*"},
		pencil + "&basket_cap=1e1000000000":                     {"basket_cap", "not_a_number", "*"},
		pencil + "&basket_cap=NaN":                              {"basket_cap", "not_a_number", "*"},
		pencil + "&basket_cap=0x10":                             {"basket_cap", "not_a_number", "*"},
		pencil + "&basket_cap=1_000":                            {"basket_cap", "not_a_number", "*"},
		pencil + "&basket_cap=-1":                               {"basket_cap", "out_of_range", ""},
		pencil + "&basket_cap=1,5":                              {"basket_cap", "not_a_number", "*"},
		pencil + "&basket_cap=5":                                {"basket_cap", "out_of_range", "10"},
		pencil + "&basket_cap=12;5":                             {"basket_cap", "not_a_number", "*"},
		pencil + "&basket_cap=50%":                              {"basket_cap", "not_a_number", "*"},
		pencil + "&basket_cap=" + digits:                        {"basket_cap", "too_long", ""},
		pencil + "&retention_curve=0.5":                         {"retention_curve", "conflict", "repeat_purchase_rate"},
		pencil + "&currency=XAU":                                {"currency", "not_a_choice", ""},
		pencil + "&currency=nok":                                {"currency", "not_a_choice", "NOK"},
		pencil + "&period=fortnight":                            {"period", "not_a_choice", ""},
		pencil + "&decimals=11":                                 {"decimals", "out_of_range", ""},
		pencil + "&name=" + strings.Repeat("n", 81):             {"name", "too_long", ""},
		pencil + "&lang=qaa":                                    {"lang", "not_a_choice", "*"},
		pencil + "&decimal=dot":                                 {"decimal", "not_a_choice", "*"},
		pencil + "&width=99":                                    {"width", "out_of_range", ""},
		pencil + "&table=schedul":                               {"table", "not_a_choice", "schedule"},
		pencil + "&format=csv&decimal=comma&delimiter=comma":    {"delimiter", "conflict", "semicolon"},
		pencil + "&format=tsv&delimiter=semicolon":              {"delimiter", "conflict", "tab"},
		pencil + "&of=a":                                        {"of", "unknown_field", "*"},
		strings.Replace(pencil, "rate=0.9", "rate=90", 1):       {"repeat_purchase_rate", "out_of_range", "0.9 or 90%"},
		strings.Replace(pencil, "rate=0.08", "rate=8", 1):       {"annual_discount_rate", "out_of_range", "0.08 or 8%"},
		strings.Replace(pencil, "0.05", "1", 1) + "&horizon=99": {"lifetime_revenue", "result_out_of_range", "*"},
	} {
		t.Run(fmt.Sprintf("%.60s", query[max(0, len(query)-40):]), func(t *testing.T) {
			if strings.Contains(query, "format=") {
				query += "&errors=status"
				w := call(t, h, http.MethodGet, value+"?"+query, "")
				if w.Code != http.StatusUnprocessableEntity || !strings.HasPrefix(w.Body.String(), want.field+": ") || !strings.HasPrefix(w.Header().Get("Content-Type"), "text/plain") {
					t.Errorf("%d %s", w.Code, w.Body)
				}
				return
			}
			checkProblem(t, call(t, h, http.MethodGet, value+"?"+query, ""), http.StatusUnprocessableEntity, want)
		})
	}
}

// All missing fields are reported at once, in each language.
func TestEveryFaultAtOnce(t *testing.T) {
	h := New(Config{})
	for _, lang := range []string{"", "&lang=nb", "&lang=da", "&lang=sv"} {
		w := call(t, h, http.MethodGet, value+"?horizon=0&decimal=maybe&nonsense=1"+lang, "")
		checkProblem(t, w, http.StatusUnprocessableEntity,
			fault{"acquisition_cost", "required", ""}, fault{"basket_value", "required", ""}, fault{"repeat_purchase_rate", "required", ""},
			fault{"horizon", "out_of_range", ""}, fault{"decimal", "not_a_choice", "*"}, fault{"nonsense", "unknown_field", "*"})
	}
}

// Bad bodies: what cannot be taken apart is 400, what is wrong is 422.
func TestBadBodies(t *testing.T) {
	h := New(Config{MaxBody: 1 << 16})
	const good = `{"acquisition_cost":50,"basket_value":10,"repeat_purchase_rate":0.9`
	for body, want := range map[string]struct {
		status int
		fault
	}{
		"":                                   {400, fault{"", "malformed", ""}},
		"  \n":                               {400, fault{"", "malformed", ""}},
		"[]":                                 {400, fault{"", "malformed", "*"}},
		"null":                               {400, fault{"", "malformed", "*"}},
		good:                                 {400, fault{"", "malformed", "*"}},
		good + "} x":                         {400, fault{"", "malformed", "*"}},
		good + "}{}":                         {400, fault{"", "malformed", "*"}},
		good + `,"name":"` + "\xff\"":        {400, fault{"", "malformed", "*"}},
		good + `,"horizon":[1]}`:             {422, fault{"horizon", "not_a_number", ""}},
		good + `,"horizon":3,"horizon":3}`:   {422, fault{"horizon", "duplicate", ""}},
		good + `,"horison":3}`:               {422, fault{"horison", "unknown_field", "horizon"}},
		good + `,"basket_cap":1e1000000000}`: {422, fault{"basket_cap", "too_long", ""}},
		good + `,"basket_cap":"1,5"}`:        {422, fault{"basket_cap", "not_a_number", "*"}},
		good + `,"basket_cap":` + strings.Repeat("9", 5000) + `}`: {422, fault{"basket_cap", "too_long", ""}},
		good + `,"annual_discount_rate":8}`:                       {422, fault{"annual_discount_rate", "out_of_range", "0.08 or 8%"}},
	} {
		t.Run(fmt.Sprintf("%.80s", body), func(t *testing.T) {
			checkProblem(t, call(t, h, http.MethodPost, value, body, "Content-Type", "application/json"), want.status, want.fault)
		})
	}
	large := good + `,"name":"` + strings.Repeat(" ", 1<<16) + `"}`
	checkProblem(t, call(t, h, http.MethodPost, value, large, "Content-Type", "application/json"), http.StatusRequestEntityTooLarge)
	checkProblem(t, call(t, h, http.MethodPost, value, "", "Content-Type", "application/x-www-form-urlencoded"), 400, fault{"", "malformed", ""})
}

func TestBadMediaTypes(t *testing.T) {
	h := New(Config{})
	const body = `{"acquisition_cost":50,"basket_value":10,"repeat_purchase_rate":0.9}`
	for _, header := range [][]string{
		{}, {"Content-Type", "text/xml"}, {"Content-Type", "application/json; charset=iso-8859-1"}, {"Content-Type", "nonsense/"},
		{"Content-Type", "application/json", "Content-Encoding", "gzip"}, {"Content-Type", "multipart/form-data; boundary=x"},
	} {
		checkProblem(t, call(t, h, http.MethodPost, value, body, header...), http.StatusUnsupportedMediaType)
	}
	if w := call(t, h, http.MethodPost, value, body, "Content-Type", "Application/JSON; charset=UTF-8"); w.Code != http.StatusOK {
		t.Errorf("a media type in other letters gives %d", w.Code)
	}
}

// In a POST the query holds options only.
func TestFieldsInTheQueryOfAPost(t *testing.T) {
	h := New(Config{})
	const body = `{"acquisition_cost":50,"basket_value":10,"repeat_purchase_rate":0.9}`
	w := call(t, h, http.MethodPost, value+"?horizon=3&lang=nb", body, "Content-Type", "application/json")
	checkProblem(t, w, http.StatusUnprocessableEntity, fault{"horizon", "unknown_field", ""})
	w = call(t, h, http.MethodPost, value+"?format=csv&decimal=comma", body, "Content-Type", "application/json")
	if w.Code != http.StatusOK || !strings.Contains(w.Body.String(), "1;1,000000;") {
		t.Errorf("%d %s", w.Code, w.Body)
	}
}

func TestBadPaths(t *testing.T) {
	h := New(Config{})
	for target, want := range map[string][]fault{
		"/v2":                                     nil,
		"/v1/lifetime-value/a/b":                  nil,
		"/v1/lifetime-value/":                     nil,
		"/v1/lifetime-value/net_lifetime_val?":    {{"figure", "not_a_choice", "net_lifetime_value"}},
		"/v1/lifetime-value/%FF%00?" + pencil:     {{"figure", "not_a_choice", ""}},
		"/v1/lifetime-value/%zz":                  nil,
		"/v1/comparison/nett_difference?" + one:   {{"figure", "not_a_choice", "net_difference"}},
		"/v1/examples/pencl":                      {{"name", "not_a_choice", "pencil"}},
		"/v1/examples/a/b":                        nil,
		"/" + strings.Repeat("x", 3000):           nil,
		"/v1/lifetime-value/payback_periods%2F..": {{"figure", "not_a_choice", "*"}},
	} {
		r := httptest.NewRequest(http.MethodGet, "/", nil)
		path, query, _ := strings.Cut(target, "?")
		r.URL.RawQuery = query
		r.URL.Path, r.URL.RawPath = path, path
		w := httptest.NewRecorder()
		h.ServeHTTP(w, r)
		checkProblem(t, w, http.StatusNotFound, want...)
	}
}

func TestUnknownScenario(t *testing.T) {
	h := New(Config{})
	checkProblem(t, call(t, h, http.MethodGet, "/v1/comparison/net_difference?"+one+"&of=oftn", ""), http.StatusUnprocessableEntity, fault{"of", "not_a_choice", "often"})
	checkProblem(t, call(t, h, http.MethodGet, "/v1/comparison?"+one+"&baseline=bb", ""), http.StatusUnprocessableEntity, fault{"baseline", "not_a_choice", "*"})
	checkProblem(t, call(t, h, http.MethodGet, "/v1/comparison?acquisition_cost=1", ""), http.StatusUnprocessableEntity, fault{"scenarios", "required", "*"})
	if w := call(t, h, http.MethodGet, "/v1/comparison/net_difference?of=once&"+one, ""); w.Body.String() != "0.00" {
		t.Errorf("of=once gives %s", w.Body)
	}
}

func TestMethods(t *testing.T) {
	h := New(Config{})
	for target, allow := range map[string]string{
		value: "OPTIONS, GET, HEAD, POST", value + "/lifetime_value": "OPTIONS, GET, HEAD", "/v1/examples": "OPTIONS, GET, HEAD", "/healthz": "OPTIONS, GET, HEAD",
	} {
		w := call(t, h, http.MethodDelete, target, "")
		checkProblem(t, w, http.StatusMethodNotAllowed)
		if got := w.Header().Get("Allow"); got != allow {
			t.Errorf("%s allows %s", target, got)
		}
		w = call(t, h, http.MethodOptions, target, "", "Origin", "https://example.org", "Access-Control-Request-Method", "POST")
		if w.Code != http.StatusNoContent || w.Header().Get("Allow") != allow || w.Header().Get("Access-Control-Allow-Methods") != "GET, HEAD, POST, OPTIONS" {
			t.Errorf("OPTIONS of %s: %d %v", target, w.Code, w.Header())
		}
	}
}

func TestFormats(t *testing.T) {
	h := New(Config{})
	for target, status := range map[string]int{
		value + "?format=pdf&" + pencil:                             406,
		value + "?format=text&" + pencil:                            406,
		value + "/lifetime_value?format=json&" + pencil:             406,
		"/v1/vocabulary?format=png":                                 406,
		value + "/lifetime_value?format=text&" + pencil:             200,
		value + "?format=&" + pencil:                                200,
		"/v1/vocabulary?format=html":                                406,
		"/v1/vocabulary?format=json&nonsense=1":                     422,
		"/v1/examples/pencil?format=csv&table=example&lang=sv":      200,
		value + "?format=json&dialect=excel&lang=nb&" + pencil:      200,
		value + "?format=csv&dialect=excel&delimiter=tab&" + pencil: 200,
	} {
		w := call(t, h, http.MethodGet, target, "")
		if w.Code != status {
			t.Errorf("%s: %d, want %d: %.200s", target, w.Code, status, w.Body)
		}
		if status == http.StatusNotAcceptable && !strings.Contains(w.Body.String(), "json") && !strings.Contains(w.Body.String(), "text") {
			t.Errorf("%s does not list what there is: %s", target, w.Body)
		}
	}
	w := call(t, h, http.MethodGet, value+"?"+pencil, "", "Accept", "application/pdf")
	checkProblem(t, w, http.StatusNotAcceptable, fault{"format", "not_a_choice", ""})
}

func TestErrorsAsText(t *testing.T) {
	h := New(Config{})
	for name, header := range map[string]string{"/lifetime_value?format=text&": "", "?format=csv&": "", "?format=tsv&": "application/json", "?": "text/csv, */*;q=0.1"} {
		w := call(t, h, http.MethodGet, value+name+"acquisition_cost=1,5", "", "Accept", header)
		if w.Code != 422 || w.Header().Get("Content-Type") != "text/plain; charset=utf-8" || !strings.HasPrefix(w.Body.String(), "acquisition_cost: ") ||
			!strings.Contains(w.Body.String(), "(decimal=comma)") || strings.Count(w.Body.String(), "\n") != 3 {
			t.Errorf("%s %s: %d %s", name, header, w.Code, w.Body)
		}
	}
	for _, header := range []string{"", "*/*", "application/json, text/plain, */*", "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"} {
		checkProblem(t, call(t, h, http.MethodGet, value+"/lifetime_value?acquisition_cost=x", "", "Accept", header), 422)
	}
}

func TestErrorsInline(t *testing.T) {
	h := New(Config{})
	w := call(t, h, http.MethodGet, value+"/lifetime_value?errors=inline&lang=nb&"+strings.Replace(pencil, "0.9", "90", 1), "")
	const want = "#ERR repeat_purchase_rate: "
	if w.Code != 200 || !strings.HasPrefix(w.Body.String(), want) || !strings.HasSuffix(w.Body.String(), "(0.9 or 90%)") || w.Header().Get("Cache-Control") != "no-store" {
		t.Errorf("%d %s", w.Code, w.Body)
	}
	for _, target := range []string{value + "/nothing?errors=inline", "/nowhere?errors=inline", value + "?format=pdf&errors=inline"} {
		if w := call(t, h, http.MethodGet, target, ""); w.Code != 200 || !strings.HasPrefix(w.Body.String(), "#ERR ") {
			t.Errorf("%s: %d %s", target, w.Code, w.Body)
		}
	}
}

// A fault of the program tells the caller nothing and the log everything.
func TestInternalErrors(t *testing.T) {
	var log strings.Builder
	s := newServer(Config{Logger: slog.New(slog.NewTextHandler(&log, nil))})
	e := echo.New()
	e.HTTPErrorHandler = s.fail
	e.Use(s.attend)
	e.GET("/panic", func(echo.Context) error { panic("the secret") })
	e.GET("/error", func(echo.Context) error { return errors.New("the secret") })
	for _, path := range []string{"/panic", "/error"} {
		log.Reset()
		w := call(t, e, http.MethodGet, path, "")
		checkProblem(t, w, http.StatusInternalServerError)
		if strings.Contains(w.Body.String(), "secret") || !strings.Contains(log.String(), "the secret") {
			t.Errorf("%s tells %s and logs %s", path, w.Body, log.String())
		}
	}
}
