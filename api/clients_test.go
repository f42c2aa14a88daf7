package api

import (
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"

	"blyant/internal/calculator"
	"blyant/internal/locale"
)

// loosely sends a request as a client does that has never seen the document.
func loosely(t *testing.T, h http.Handler, method, target, body string, header ...string) *httptest.ResponseRecorder {
	t.Helper()
	var sent io.Reader
	if body != "" {
		sent = strings.NewReader(body)
	}
	r := httptest.NewRequest(method, target, sent)
	for i := 0; i+1 < len(header); i += 2 {
		r.Header.Add(header[i], header[i+1])
	}
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	return w
}

// oldBrowsers are the Accept headers of browsers of every age that name text/html,
// some of which prefer XML or images to it.
var oldBrowsers = map[string]string{
	"Safari 4, Chrome 5":  "application/xml,application/xhtml+xml,text/html;q=0.9,text/plain;q=0.8,image/png,*/*;q=0.5",
	"Firefox 2":           "text/xml,application/xml,application/xhtml+xml,text/html;q=0.9,text/plain;q=0.8,image/png,*/*;q=0.5",
	"Opera 9":             "text/html, application/xml;q=0.9, application/xhtml+xml, image/png, image/jpeg, image/gif, image/x-xbitmap, */*;q=0.1",
	"Konqueror":           "text/html, image/jpeg;q=0.9, image/png;q=0.9, text/*;q=0.9, image/*;q=0.9, */*;q=0.8",
	"Java 6":              "text/html, image/gif, image/jpeg, *; q=.2, */*; q=.2",
	"Chrome 120":          "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8",
	"one that has a whim": "text/csv, application/json, TEXT/HTML ; level=1; q=0.1",
}

// A browser gets the page where there is one and JSON otherwise, never XML.
func TestAcceptOfBrowsers(t *testing.T) {
	h := New(Config{})
	for browser, accept := range oldBrowsers {
		for target, want := range map[string]string{value + "?" + pencil: "text/html", "/v1/plan?" + pencil + "&plan_periods=2&new_customers_first=1": "text/html",
			"/v1/examples": "application/json", "/v1/vocabulary": "application/json", value + "/lifetime_value?" + pencil: "text/plain"} {
			w := call(t, h, http.MethodGet, target, "", "Accept", accept)
			if got := w.Header().Get("Content-Type"); w.Code != http.StatusOK || !strings.HasPrefix(got, want) {
				t.Errorf("%s of %s: %d %s", target, browser, w.Code, got)
			}
		}
		w := call(t, h, http.MethodPost, value, `{"acquisition_cost":50,"basket_value":10,"repeat_purchase_rate":0.9}`, "Accept", accept, "Content-Type", "application/json")
		if got := w.Header().Get("Content-Type"); got != "application/json" {
			t.Errorf("a POST of %s: %s", browser, got)
		}
		checkProblem(t, call(t, h, http.MethodGet, "/v1/vocabulary?nonsense=1", "", "Accept", accept), http.StatusUnprocessableEntity)
	}
	for accept, want := range map[string]string{"*": "application/json", "*;q=0.5": "application/json", "text/csv, *;q=0.1": "text/csv; charset=utf-8", "image/gif, image/x-xbitmap, */*": "application/json",
		"text/html;q=0, */*": "application/json", "text/html;q=0, text/csv": "text/csv; charset=utf-8"} {
		if got := call(t, h, http.MethodGet, value+"?"+pencil, "", "Accept", accept).Header().Get("Content-Type"); got != want {
			t.Errorf("%s gets %s, want %s", accept, got, want)
		}
	}
}

const ninety = `{"acquisition_cost":50,"basket_value":10,"repeat_purchase_rate":0.9}`

// JSON is read under the names that clients give it, in UTF-8 under the names
// that people give it.
func TestKindsOfJSON(t *testing.T) {
	h := New(Config{})
	want := call(t, h, http.MethodPost, value, ninety, "Content-Type", "application/json").Body.String()
	for _, kind := range []string{"text/plain", "text/plain; charset=utf-8", "text/plain;charset=UTF-8", "application/json;charset=utf8", `application/json; charset="UTF8"`, "application/json; charset=us-ascii",
		"text/json", "application/vnd.blyant+json", "APPLICATION/JSON", "application/json;", "application/json; charset"} {
		if w := loosely(t, h, http.MethodPost, value, ninety, "Content-Type", kind); w.Code != http.StatusOK || w.Body.String() != want {
			t.Errorf("%s: %d %.200s", kind, w.Code, w.Body)
		}
	}
	if w := loosely(t, h, http.MethodPost, value, ninety, "Content-Type", "application/json", "Content-Encoding", "identity"); w.Code != http.StatusOK {
		t.Errorf("identity: %d", w.Code)
	}
}

// 415 says which of media type, charset and content coding it refuses, each that
// is wrong, and what to send.
func TestRefusedBodiesAreNamed(t *testing.T) {
	h := New(Config{})
	for _, c := range []struct {
		kind, coding string
		want         []fault
		values       []string
	}{
		{"text/xml", "", []fault{{"Content-Type", "not_a_choice", "application/json"}}, []string{"text/xml"}},
		{"multipart/form-data; boundary=x", "", []fault{{"Content-Type", "not_a_choice", "application/x-www-form-urlencoded"}}, []string{"multipart/form-data"}},
		{"", "", []fault{{"Content-Type", "required", "application/json"}}, []string{""}},
		{"nonsense/", "", []fault{{"Content-Type", "not_a_choice", "application/json"}}, []string{"nonsense/"}},
		{"application/json; charset=iso-8859-1", "", []fault{{"Content-Type", "not_a_choice", "utf-8"}}, []string{"iso-8859-1"}},
		{"text/plain; charset=utf-16", "", []fault{{"Content-Type", "not_a_choice", "utf-8"}}, []string{"utf-16"}},
		{"application/json", "gzip", []fault{{"Content-Encoding", "not_a_choice", "identity"}}, []string{"gzip"}},
		{"text/xml; charset=latin1", "br", []fault{{"Content-Type", "not_a_choice", "application/json"}, {"Content-Type", "not_a_choice", "utf-8"}, {"Content-Encoding", "not_a_choice", "identity"}},
			[]string{"text/xml", "latin1", "br"}},
	} {
		for _, l := range locale.Languages() {
			header := []string{"Content-Encoding", c.coding}
			if c.kind != "" {
				header = append(header, "Content-Type", c.kind)
			}
			w := loosely(t, h, http.MethodPost, value+"?lang="+string(l), ninety, header...)
			checkProblem(t, w, http.StatusUnsupportedMediaType, c.want...)
			p := decode[Problem](t, w.Body.String())
			if len(p.Errors) != len(c.want) {
				t.Fatalf("%s, %s: %+v", c.kind, c.coding, p.Errors)
			}
			for i, value := range c.values {
				if p.Errors[i].Value != value || !strings.Contains(p.Errors[i].Message, value) || !strings.Contains(p.Detail, value) {
					t.Errorf("%s: %q is not named in %+v", l, value, p.Errors[i])
				}
			}
		}
	}
}

// A body of the one kind that is sent as the other gets the hint to say so.
func TestBodiesOfTheOtherKind(t *testing.T) {
	h := New(Config{})
	for body, kind := range map[string]string{ninety: "application/x-www-form-urlencoded", " \r\n" + ninety: "application/x-www-form-urlencoded", "\uFEFF" + ninety: "application/x-www-form-urlencoded",
		"[" + ninety + "]": "application/x-www-form-urlencoded", `{"name":"a&b=c"}`: "application/x-www-form-urlencoded", url.QueryEscape(ninety) + "=": "application/x-www-form-urlencoded",
		"acquisition_cost=50&basket_value=10": "application/json", "one.name=A": "text/plain"} {
		hint := "Content-Type: application/json"
		if kind != "application/x-www-form-urlencoded" {
			hint = "Content-Type: application/x-www-form-urlencoded"
		}
		checkProblem(t, loosely(t, h, http.MethodPost, value, body, "Content-Type", kind), http.StatusBadRequest, fault{"", "malformed", hint})
	}
	for body, kind := range map[string]string{"x": "application/json", "{": "application/json", "name = 1": "application/json"} {
		checkProblem(t, call(t, h, http.MethodPost, value, body, "Content-Type", kind), http.StatusBadRequest, fault{"", "malformed", ""})
	}
}

// If-None-Match: * spares the body of an answer, and hides no error.
func TestAnyAnswerHeld(t *testing.T) {
	h := New(Config{})
	for target, status := range map[string]int{
		value + "?" + pencil: 304, value + "/lifetime_value?" + pencil: 304, "/v1/examples": 304, "/openapi.json": 304, "/?" + pencil: 304, value + "?format=html&" + pencil: 304, "/": 304,
		value + "?basket_value=x": 422, value + "/nothing?" + pencil: 404, value + "?format=pdf&" + pencil: 406, "/nowhere": 404, "/?basket_value=x&acquisition_cost=1": 422,
		value + "?table=nothing&format=csv&" + pencil: 422, value + "?format=html&basket_value=x": 422, "/v1/comparison?basket_value=1": 422,
		value + "?repeat_purchase_rate=1&acquisition_cost=1&basket_value=1000000000000&orders_per_period=1000000": 422, // only when it is worked out
	} {
		for _, method := range []string{http.MethodGet, http.MethodHead} {
			w := loosely(t, h, method, target, "", "If-None-Match", "*")
			if w.Code != status || (status == 304) != (w.Header().Get("ETag") != "") || status == 304 && w.Body.Len() > 0 {
				t.Errorf("%s %s: %d %v, want %d", method, target, w.Code, w.Header(), status)
			}
		}
	}
	w := loosely(t, h, http.MethodGet, value+"/lifetime_value?errors=inline&basket_value=x", "", "If-None-Match", "*")
	if w.Code != http.StatusOK || !strings.HasPrefix(w.Body.String(), "#ERR ") {
		t.Errorf("inline: %d %s", w.Code, w.Body)
	}
	if w := loosely(t, h, http.MethodPost, value, ninety, "Content-Type", "application/json", "If-None-Match", "*"); w.Code != http.StatusOK {
		t.Errorf("POST: %d", w.Code)
	}
}

// A language may have a region, as browsers and systems write it; it decides the
// words, the reading of numbers and the entity tag as the language does.
func TestLanguagesWithRegions(t *testing.T) {
	h := New(Config{})
	asked := value + "?" + pencil + "&format=csv&table=notes&lang="
	for lang, same := range map[string]string{"nb-NO": "nb", "nb_NO": "nb", "no-NO": "nb", "nn-NO": "nb", "sv_SE": "sv", "SV-SE": "sv", "sv_SE.UTF-8": "sv", "da-DK": "da", "en-GB": "en", "+nb-NO%0A": "nb"} {
		got, want := loosely(t, h, http.MethodGet, asked+lang, ""), loosely(t, h, http.MethodGet, asked+same, "")
		if got.Code != http.StatusOK || got.Body.String() != want.Body.String() || got.Header().Get("ETag") != want.Header().Get("ETag") || got.Header().Get("Content-Language") != same {
			t.Errorf("%s: %d %s", lang, got.Code, got.Body)
		}
	}
	comma := "/net_lifetime_value?" + strings.ReplaceAll(pencil, ".", ",") + "&lang="
	for lang, status := range map[string]int{"nb_NO": 200, "sv-FI": 200, "en-DK": 422} {
		if w := loosely(t, h, http.MethodGet, value+comma+lang, ""); w.Code != status {
			t.Errorf("a decimal comma in %s: %d", lang, w.Code)
		}
	}
	if w := loosely(t, h, http.MethodGet, value+"?lang=sv-SE&basket_value=x", ""); !strings.Contains(w.Body.String(), "är inte ett tal") {
		t.Errorf("an error: %s", w.Body)
	}
	if w := loosely(t, h, http.MethodGet, "/?lang=da-DK", ""); w.Code != http.StatusOK || !strings.Contains(w.Body.String(), `<html lang="da"`) {
		t.Errorf("a page: %d", w.Code)
	}
	for _, lang := range []string{"qaa-NO", "nb-", "nb/NO", "norsk"} {
		checkProblem(t, loosely(t, h, http.MethodGet, value+"?"+pencil+"&lang="+lang, ""), http.StatusUnprocessableEntity, fault{"lang", "not_a_choice", "*"})
	}
}

// Figures by the names of the trade lead to ours.
func TestFiguresOfTheTrade(t *testing.T) {
	h := New(Config{})
	for path, want := range map[string]string{
		value + "/ltv": "lifetime_value", value + "/clv": "lifetime_value", value + "/CLTV": "lifetime_value", value + "/irr": "internal_rate_of_return", value + "/payback": "payback_periods",
		value + "/npv": "net_lifetime_value", value + "/cac_ratio": "value_to_cost_ratio", value + "/net-lifetime-value": "net_lifetime_value", value + "/roi": "value_to_cost_ratio = 1 + roi",
		"/v1/programmes/roi": "return_on_cost", "/v1/plan/npv": "net_present_value", "/v1/plan/payback": "payback_period", "/v1/plan/funding": "peak_funding", "/v1/service-promise/ltv": "lifetime_value",
	} {
		checkProblem(t, loosely(t, h, http.MethodGet, path+"?"+pencil, ""), http.StatusNotFound, fault{"figure", "not_a_choice", want})
	}
}

// An address that is nearly right gets the right one as a hint, which is there.
func TestNearPaths(t *testing.T) {
	h := New(Config{})
	for path, want := range map[string]string{
		"/v1/lifetime_value": value, "/v1/lifetime-value/": value, "/v1//lifetime-value": value, "//v1/lifetime-value": value, "/v1/lifetimevalue": value, "/V1/Lifetime-Value": value,
		"/lifetime-value": value, "/v1/lifetime-values": value, "/v1/ltv": value, "/api/lifetime-value": value, "/v2/lifetime-value": value,
		"/v1/lifetime-value/net_lifetime_value/": value + "/net_lifetime_value", "/v1/lifetime_value/net-lifetime-value": value + "/net_lifetime_value", "/v1/lifetime_value/ltv": value + "/lifetime_value",
		"/v1/lifetime-value//net_lifetime_value": value + "/net_lifetime_value", "/v1/lifetime-value/a/b": value,
		"/v1/service_promise": "/v1/service-promise", "/v1/programme": "/v1/programmes", "/v1/plans": "/v1/plan", "/v1/plan/": "/v1/plan", "/v1/comparisons": "/v1/comparison",
		"/v1/examples/": "/v1/examples", "/v1/examples/pencil/": "/v1/examples/pencil", "/examples": "/v1/examples", "/v1/vocabulary/": "/v1/vocabulary", "/openapi.json/": "/openapi.json",
		"/programmes/": "/programmes", "/service_promise": "/service-promise", "/healthz/": "/healthz", "/swagger//": "/swagger/",
	} {
		r := httptest.NewRequest(http.MethodGet, "/", nil)
		r.URL.Path = path
		w := httptest.NewRecorder()
		h.ServeHTTP(w, r)
		if w.Code == http.StatusMovedPermanently && path == "/swagger//" {
			continue
		}
		checkProblem(t, w, http.StatusNotFound, fault{"path", "not_a_choice", want})
		if w := loosely(t, h, http.MethodGet, want, ""); w.Code == http.StatusNotFound {
			t.Errorf("there is nothing at %s", want)
		}
	}
	for _, path := range []string{"/", "/nowhere", "/v1", "/v1/", "/v3", "/v1/weather", "/" + strings.Repeat("x", 3000), "/robots.txt"} {
		if hint := nearPath(path); hint != "" {
			t.Errorf("%.40s leads to %s", path, hint)
		}
	}
}

// The links of examples mean the same with a language added: words change, the
// reading of numbers does not.
func TestExamplesInEveryLanguage(t *testing.T) {
	h := New(Config{})
	for _, e := range calculator.Examples() {
		body := decode[Example](t, call(t, h, http.MethodGet, "/v1/examples/"+e.Name, "").Body.String())
		if !strings.HasSuffix(body.Query, "&decimal=point") {
			t.Errorf("%s: %s", e.Name, body.Query)
		}
		if calculator.At(e.Resource).Limits.PostOnly {
			continue // its examples have no link
		}
		asked := e.Resource + "?format=csv&" + body.Query // numbers and names, no words
		want := loosely(t, h, http.MethodGet, asked, "")
		for _, l := range locale.Languages() {
			got := loosely(t, h, http.MethodGet, asked+"&lang="+string(l), "")
			if got.Code != http.StatusOK || got.Body.String() != want.Body.String() {
				t.Errorf("%s in %s: %d %s, want %s", e.Name, l, got.Code, got.Body, want.Body)
			}
		}
	}
}
