package contract

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
)

// silent counts what is reported instead of failing.
type silent struct {
	testing.TB
	faults int
}

func (*silent) Helper()                 {}
func (s *silent) Errorf(string, ...any) { s.faults++ }

const (
	health  = `{"status":"ok"}`
	problem = `{"type":"about:blank","title":"t","status":404,"detail":"d","instance":"/","errors":[]}`
	pencil  = "acquisition_cost=50&basket_value=10&repeat_purchase_rate=0.9"
)

// TestCheck tells a few exchanges that the document allows from ones that it
// does not.
func TestCheck(t *testing.T) {
	for _, c := range []struct {
		name, method, target, sent string
		status                     int
		media, body                string
		fits                       bool
	}{
		{"an answer", "GET", "/healthz", "", 200, "application/json", health, true},
		{"a member that is not described", "GET", "/healthz", "", 200, "application/json", `{"status":"ok","x":1}`, false},
		{"a member that is missing", "GET", "/healthz", "", 200, "application/json", `{}`, false},
		{"another media type", "GET", "/healthz", "", 200, "text/csv", "status\nok\n", false},
		{"a status that is not described", "GET", "/healthz", "", 201, "application/json", health, false},
		{"the head of an answer", "HEAD", "/healthz", "", 200, "application/json", "", true},
		{"a head with a body", "HEAD", "/healthz", "", 200, "application/json", health, false},
		{"options", "OPTIONS", "/healthz", "", 204, "", "", false},
		{"a problem elsewhere", "GET", "/nothing", "", 404, "application/problem+json", problem, true},
		{"an error that is no problem", "GET", "/nothing", "", 404, "application/json", problem, false},
		{"a problem that lacks its title", "GET", "/nothing", "", 404, "application/problem+json", `{"status":404}`, false},
		{"a page", "GET", "/nothing", "", 200, "text/html", "<p>", true},
		{"a resource that is not described", "GET", "/v1/nothing", "", 200, "application/json", "{}", false},
		{"a figure", "GET", "/v1/lifetime-value/lifetime_value?" + pencil, "", 200, "text/plain; charset=utf-8", "252.79", true},
		{"a figure that is none", "GET", "/v1/lifetime-value/lifetime_value?" + pencil, "", 200, "text/plain", "kr 252.79", false},
		{"a request without a required field", "GET", "/v1/lifetime-value/lifetime_value?acquisition_cost=10", "", 200, "text/plain", "1.00", false},
		{"the same, refused", "GET", "/v1/lifetime-value/lifetime_value?acquisition_cost=10", "", 422, "application/problem+json", problem, true},
		{"the same, refused in a cell", "GET", "/v1/lifetime-value/lifetime_value?acquisition_cost=10&errors=inline", "", 200, "text/plain", "#ERR x", true},
		{"a share with a bare percent sign", "GET", "/v1/lifetime-value/lifetime_value?" + pencil + "&margin_rate=40%", "", 200, "text/plain", "1.00", true},
		{"a number with letters", "GET", "/v1/lifetime-value/lifetime_value?" + pencil + "&margin_rate=x", "", 200, "text/plain", "1.00", false},
		{"a list with semicolons", "GET", "/v1/lifetime-value/lifetime_value?" + pencil + "&retention_curve=0,6;0,7", "", 200, "text/plain", "1.00", true},
		{"a table", "POST", "/v1/lifetime-value", `{"acquisition_cost":"5","basket_value":1,"retention_curve":[0.5,"60%"]}`, 200, "text/csv", "a\n1\n", true},
		{"a table without its end", "POST", "/v1/lifetime-value", `{"acquisition_cost":5,"basket_value":1,"repeat_purchase_rate":0.5}`, 200, "text/csv", "a\n1", false},
		{"a body with an unknown field", "POST", "/v1/lifetime-value", `{"acquisition_cost":5,"basket_value":1,"repeat_purchase_rate":0.5,"x":1}`, 200, "text/csv", "a\n", false},
		{"a body without a required field", "POST", "/v1/lifetime-value", `{"acquisition_cost":5,"repeat_purchase_rate":0.5}`, 200, "text/csv", "a\n", false},
		{"a body with a field that is null", "POST", "/v1/lifetime-value", `{"acquisition_cost":5,"basket_value":1,"repeat_purchase_rate":null,"retention_curve":[1],"timing":null}`, 200, "text/csv", "a\n", true},
		{"a body with a number that is true", "POST", "/v1/lifetime-value", `{"acquisition_cost":true,"basket_value":1,"repeat_purchase_rate":0.5}`, 200, "text/csv", "a\n", false},
		{"XML", "GET", "/v1/lifetime-value?" + pencil, "", 200, "application/xml", "<a><b/></a>", true},
		{"XML that is not well-formed", "GET", "/v1/lifetime-value?" + pencil, "", 200, "application/xml", "<a><b></a>", false},
		{"a picture that is none", "GET", "/v1/lifetime-value?" + pencil, "", 200, "image/png", "GIF89a", false},
	} {
		t.Run(c.name, func(t *testing.T) {
			report := &silent{TB: t}
			request := httptest.NewRequest(c.method, c.target, strings.NewReader(c.sent))
			request.Header.Set("Content-Type", "application/json")
			handler := Handler(report, http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
				w.Header().Set("Content-Type", c.media)
				w.WriteHeader(c.status)
				_, _ = w.Write([]byte(c.body))
			}))
			recorder := httptest.NewRecorder()
			handler.ServeHTTP(recorder, request)
			if fits := report.faults == 0; fits != c.fits {
				t.Errorf("fits: %t, want %t", fits, c.fits)
			}
			if recorder.Code != c.status || recorder.Body.String() != c.body {
				t.Errorf("passed on: %d %s", recorder.Code, recorder.Body)
			}
		})
	}
}

// TestDocumented tells routes that the document knows from ones that it does not.
func TestDocumented(t *testing.T) {
	document, err := published()
	if err != nil {
		t.Fatal(err)
	}
	var routes []string
	for path, item := range document.Paths.Map() {
		for method := range item.Operations() {
			routes = append(routes, method+" "+strings.NewReplacer("{", ":", "}", "").Replace(path))
		}
	}
	for _, c := range []struct {
		name          string
		routes, pages []string
		faults        int
	}{
		{"all", append([]string{"HEAD /healthz", "GET /"}, routes...), []string{"GET /"}, 0},
		{"a route more", append([]string{"GET /"}, routes...), nil, 1},
		{"a route less", routes[1:], nil, 1},
		{"a page that is not there", routes, []string{"GET /"}, 1},
	} {
		report := &silent{TB: t}
		Documented(report, c.routes, c.pages)
		if report.faults != c.faults {
			t.Errorf("%s: %d faults, want %d", c.name, report.faults, c.faults)
		}
	}
}
