package api

import (
	"bytes"
	"compress/gzip"
	"io"
	"maps"
	"math/rand/v2"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"blyant/internal/admission"
	"blyant/internal/calculator"
)

// resources are requests that are answered 200, one for every kind of answer.
var resources = []string{
	value + "?" + pencil, value + "?format=csv&" + pencil, value + "?format=tsv&table=summary&" + pencil, value + "?format=xml&" + pencil,
	value + "?format=xlsx&" + pencil, value + "?format=png&" + pencil, value + "?format=svg&width=300&height=200&" + pencil,
	value + "?format=html&" + pencil, value + "/payback_orders?" + pencil, "/v1/comparison?" + one, "/v1/comparison/net_difference?" + one,
	"/v1/comparison?format=csv&" + one, "/v1/comparison?format=xlsx&" + one, "/v1/comparison?format=svg&" + one,
	"/v1/examples", "/v1/examples?format=csv", "/v1/examples/pencil?lang=da", "/v1/examples?format=xml", "/v1/vocabulary", "/v1/vocabulary?format=xlsx",
	"/v1/vocabulary?format=csv&table=figures", "/", "/openapi.json", "/swagger/doc.json", "/healthz", "/readyz",
}

// HEAD answers with the status and the headers of GET, its length among them,
// and no body; so it does where GET is an error.
func TestHeadIsGetWithoutBody(t *testing.T) {
	h := New(Config{})
	for _, target := range append([]string{value + "?horizon=0", "/nowhere", value + "/nothing"}, resources...) {
		for _, coding := range []string{"identity", "gzip"} {
			get := call(t, h, http.MethodGet, target, "", "Accept-Encoding", coding, "X-Request-Id", "x")
			head := call(t, h, http.MethodHead, target, "", "Accept-Encoding", coding, "X-Request-Id", "x")
			if head.Code != get.Code || head.Body.Len() != 0 || !maps.EqualFunc(head.Header(), get.Header(), slices.Equal) {
				t.Errorf("HEAD of %s: %d %v\nGET: %d %v", target, head.Code, head.Header(), get.Code, get.Header())
			}
			if get.Header().Get("Content-Length") != strconv.Itoa(get.Body.Len()) {
				t.Errorf("%s has %d bytes and says %s", target, get.Body.Len(), get.Header().Get("Content-Length"))
			}
		}
	}
}

func TestHeaders(t *testing.T) {
	h := New(Config{})
	for _, target := range append([]string{"/nowhere", value}, resources...) {
		w := call(t, h, http.MethodGet, target, "", "Origin", "https://example.org")
		for name, want := range map[string]string{"X-Content-Type-Options": "nosniff", "Referrer-Policy": "no-referrer",
			"Access-Control-Allow-Origin": "*", "Access-Control-Expose-Headers": "ETag, Retry-After, X-Request-Id"} {
			if got := w.Header().Get(name); got != want {
				t.Errorf("%s: %s is %q", target, name, got)
			}
		}
		policy := w.Header().Get("Content-Security-Policy")
		if !strings.HasPrefix(policy, "default-src 'none'") || strings.Contains(policy, "unsafe") || w.Header().Get("X-Request-Id") == "" {
			t.Errorf("%s: %v", target, w.Header())
		}
		if w.Header().Get("Set-Cookie") != "" || w.Header().Get("Access-Control-Allow-Credentials") != "" {
			t.Errorf("%s sets a cookie or takes credentials", target)
		}
	}
}

func TestRequestIDs(t *testing.T) {
	h := New(Config{})
	for id, kept := range map[string]bool{"a.B_9-z": true, strings.Repeat("a", 64): true, strings.Repeat("a", 65): false, "a b": false, "<b>": false, "é": false, "": false} {
		got := call(t, h, http.MethodGet, "/healthz", "", "X-Request-Id", id).Header().Get("X-Request-Id")
		if (got == id) != kept || !harmless(got) {
			t.Errorf("the id %q became %q", id, got)
		}
	}
}

// An answer is not sent again to a client that has it, whatever the format.
func TestEntityTags(t *testing.T) {
	h := New(Config{})
	seen := map[string]string{}
	for _, target := range resources[:len(resources)-2] {
		first := call(t, h, http.MethodGet, target, "")
		tag := first.Header().Get("ETag")
		if len(tag) < 10 || tag[0] != '"' || seen[tag] != "" {
			t.Errorf("%s has the tag %s, as has %s", target, tag, seen[tag])
		}
		seen[tag] = target
		for _, header := range []string{tag, "W/" + tag, `"x", ` + tag, "*"} {
			w := call(t, h, http.MethodGet, target, "", "If-None-Match", header)
			if w.Code != http.StatusNotModified || w.Body.Len() != 0 || w.Header().Get("ETag") != tag || w.Header().Get("Cache-Control") == "" {
				t.Errorf("%s with %s: %d %v", target, header, w.Code, w.Header())
			}
		}
		if w := call(t, h, http.MethodGet, target, "", "If-None-Match", `"x"`); w.Code != http.StatusOK || !bytes.Equal(w.Body.Bytes(), first.Body.Bytes()) {
			t.Errorf("%s with another tag: %d, or other bytes", target, w.Code)
		}
	}
	w := call(t, h, http.MethodGet, value+"?"+pencil, "")
	if w.Header().Get("Cache-Control") != "public, max-age=86400, stale-while-revalidate=604800" || w.Header().Get("Vary") != "Accept, Accept-Language, Accept-Encoding, Origin" {
		t.Errorf("caching: %v", w.Header())
	}
	if w := call(t, h, http.MethodGet, value+"?horizon=0&"+pencil, "", "If-None-Match", "*"); w.Code != http.StatusUnprocessableEntity {
		t.Errorf("a faulty request is %d with If-None-Match: *", w.Code)
	}
}

// What changes the answer changes the tag, and what does not does not.
func TestEntityTagsFollowTheAnswer(t *testing.T) {
	h := New(Config{})
	tag := func(target string, header ...string) string {
		return call(t, h, http.MethodGet, target, "", header...).Header().Get("ETag")
	}
	const keyed = "/v1/comparison?acquisition_cost=5&basket_value=9&"
	base := tag(value + "?" + pencil)
	for name, same := range map[string]string{
		"order of fields": tag(value + "?basket_value=10&" + strings.Replace(pencil, "&basket_value=10", "", 1)),
		"format":          tag(value + "?format=json&" + pencil),
		"Accept":          tag(value+"?"+pencil, "Accept", "application/json"),
		"errors":          tag(value + "?errors=inline&" + pencil),
	} {
		if same != base {
			t.Errorf("the %s changes the tag", name)
		}
	}
	for name, other := range map[string]string{
		"a number":        tag(value + "?" + strings.Replace(pencil, "=50", "=51", 1)),
		"digits":          tag(value + "?" + strings.Replace(pencil, "=50", "=50.0", 1)),
		"language":        tag(value+"?"+pencil, "Accept-Language", "nb"),
		"format":          tag(value + "?format=csv&" + pencil),
		"coding":          tag(value+"?"+pencil, "Accept-Encoding", "gzip"),
		"a further field": tag(value + "?horizon=11&" + pencil),
	} {
		if other == base || other == "" {
			t.Errorf("%s does not change the tag", name)
		}
	}
	if tag(keyed+"x.repeat_purchase_rate=0&y.repeat_purchase_rate=0.5") == tag(keyed+"y.repeat_purchase_rate=0.5&x.repeat_purchase_rate=0") {
		t.Error("the order of scenarios does not change the tag")
	}
	if tag(keyed+"x.repeat_purchase_rate=0&y.repeat_purchase_rate=0.5") != tag(keyed+"x.repeat_purchase_rate=0&y.repeat_purchase_rate=0.5&baseline=") &&
		tag(keyed+"x.repeat_purchase_rate=0&y.repeat_purchase_rate=0.5&baseline=") == "" {
		t.Error("an empty field is no answer")
	}
}

func TestCompression(t *testing.T) {
	h := New(Config{})
	plain := call(t, h, http.MethodGet, value+"?"+pencil, "")
	packed := call(t, h, http.MethodGet, value+"?"+pencil, "", "Accept-Encoding", "br, gzip;q=0.5")
	r, err := gzip.NewReader(packed.Body)
	if err != nil {
		t.Fatal(err)
	}
	unpacked, err := io.ReadAll(r)
	if err != nil || !bytes.Equal(unpacked, plain.Body.Bytes()) {
		t.Errorf("unpacked it is %d bytes of %d: %v", len(unpacked), plain.Body.Len(), err)
	}
	tag := packed.Header().Get("ETag")
	if w := call(t, h, http.MethodGet, value+"?"+pencil, "", "Accept-Encoding", "gzip", "If-None-Match", tag); w.Code != http.StatusNotModified || w.Header().Get("ETag") != tag {
		t.Errorf("%s is not known again", tag)
	}
	if w := call(t, h, http.MethodGet, value+"?"+pencil, "", "If-None-Match", tag); w.Code != http.StatusOK {
		t.Errorf("who cannot unpack is told to keep %s", tag)
	}
	for target, coding := range map[string]string{value + "/lifetime_value?" + pencil: "gzip", value + "?format=png&" + pencil: "gzip", value + "?" + pencil: "gzip;q=0, identity"} {
		if got := call(t, h, http.MethodGet, target, "", "Accept-Encoding", coding).Header().Get("Content-Encoding"); got != "" {
			t.Errorf("%s is compressed for %s", target, coding)
		}
	}
}

func TestNegotiation(t *testing.T) {
	const browser = "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8"
	asPage := calculator.Named("lifetime-value").Media()
	asAnswer := asPage[:len(asPage)-1] // all but html
	for _, c := range []struct {
		accept string
		offers []string
		want   string
	}{
		{"", asAnswer, "json"}, {"*/*", asAnswer, "json"}, {"text/csv", asAnswer, "csv"}, {"text/*", asAnswer, "csv"},
		{"application/xml", asAnswer, "xml"}, {"text/xml", asAnswer, "xml"}, {"image/*", asAnswer, "png"}, {"image/svg+xml", asAnswer, "svg"},
		{"text/csv;q=0.5, application/json;q=0.4", asAnswer, "csv"}, {"text/csv, application/json", asAnswer, "csv"},
		{"application/json, text/csv", asAnswer, "json"}, {"text/csv, */*", asAnswer, "csv"}, {"text/csv;header=present;q=0.9,*/*;q=0.1", asAnswer, "csv"},
		{"application/json;q=0, */*", asAnswer, "csv"}, {"application/pdf", asAnswer, ""}, {"application/json;q=0", asAnswer, ""},
		{browser, asAnswer, "json"}, {browser, asPage, "html"}, {"TEXT/CSV", asAnswer, "csv"}, {"text/csv;q=2", asAnswer, "json"}, {",;q=,", asAnswer, "json"},
		{"application/json, text/plain, */*", errorOffers, "json"}, {"text/plain", errorOffers, "text"},
	} {
		got := negotiate(c.accept, c.offers)
		if (got == nil && c.want != "") || (got != nil && got.Name != c.want) {
			t.Errorf("%q of %v is %v, want %s", c.accept, c.offers, got, c.want)
		}
	}
}

func TestNumbersAndLanguages(t *testing.T) {
	h := New(Config{})
	figure := func(query string, header ...string) string {
		return call(t, h, http.MethodGet, value+"/net_lifetime_value?"+query, "", header...).Body.String()
	}
	withCommas := strings.ReplaceAll(pencil, ".", ",")
	for query, want := range map[string]string{
		pencil:                                     "202.79",
		pencil + "&decimal=comma":                  "202,79",
		withCommas + "&decimal=comma":              "202,79",
		withCommas + "&lang=nb":                    "202.79",
		pencil + "&lang=nb":                        "202.79",
		withCommas + "&lang=sv&decimal=comma":      "202,79",
		pencil + "&decimal=point&lang=nb":          "202.79",
		strings.Replace(pencil, "0.9", "90%", 1):   "202.79",
		strings.Replace(pencil, "0.9", "90%25", 1): "202.79",
		pencil + "&name=a;b":                       "202.79",
		pencil + "&basket_cap=":                    "202.79",
	} {
		if got := figure(query); got != want {
			t.Errorf("%s: %s, want %s", query, got, want)
		}
	}
	if got := figure(withCommas, "Accept-Language", "nb"); strings.Contains(got, "202") {
		t.Error("Accept-Language changed the reading of a number")
	}
	if got := figure(pencil, "Accept-Language", "nb"); got != "202.79" {
		t.Errorf("Accept-Language changed a number to %s", got)
	}
	if got := call(t, h, http.MethodGet, value+"?format=csv&dialect=excel&lang=nb&table=summary&"+pencil, "").Body.String(); !strings.HasPrefix(got, "\ufeff") || !strings.Contains(got, ";202,79;") {
		t.Errorf("excel in Norwegian: %s", got)
	}
	if got := call(t, h, http.MethodGet, value+"?format=csv&header=off&table=summary&"+pencil, "").Body.String(); strings.Count(got, "\n") != 1 || !strings.Contains(got, ",202.79,") {
		t.Errorf("without a header: %s", got)
	}
	w := call(t, h, http.MethodGet, value+"?name=a;b&"+pencil, "")
	if !strings.Contains(w.Body.String(), `"name":"a;b"`) || w.Header().Get("Content-Language") != "en" {
		t.Errorf("the name with a semicolon: %.100s", w.Body)
	}
}

func TestDownloads(t *testing.T) {
	h := New(Config{})
	for query, want := range map[string]string{
		"format=csv&name=One%20Pencil":               `attachment; filename="one-pencil-lifetime-value.csv"`,
		"format=xlsx":                                `attachment; filename="lifetime-value.xlsx"`,
		"format=csv&name=%C3%86%C3%98%C3%85+%22x%22": `attachment; filename="aeoa-x-lifetime-value.csv"; filename*=UTF-8''%C3%A6%C3%B8%C3%A5-x-lifetime-value.csv`,
		"format=csv&name=../../etc":                  `attachment; filename="etc-lifetime-value.csv"`,
	} {
		got := call(t, h, http.MethodGet, value+"?download=on&"+query+"&"+pencil, "").Header().Get("Content-Disposition")
		if got != want {
			t.Errorf("%s: %s", query, got)
		}
	}
	if got := call(t, h, http.MethodGet, value+"?format=csv&"+pencil, "").Header().Get("Content-Disposition"); got != "" {
		t.Errorf("nobody asked for %s", got)
	}
}

func TestReadiness(t *testing.T) {
	stopping := false
	h := New(Config{Stopping: func() bool { return stopping }, RateLimit: 0.001})
	for range 3 {
		if w := call(t, h, http.MethodGet, "/readyz", ""); w.Code != http.StatusOK || w.Body.String() != "{\"status\":\"ready\"}\n" {
			t.Errorf("%d %s", w.Code, w.Body)
		}
	}
	stopping = true
	if w := call(t, h, http.MethodGet, "/readyz", ""); w.Code != http.StatusServiceUnavailable {
		t.Errorf("%d while stopping", w.Code)
	}
	if w := call(t, h, http.MethodGet, "/healthz", ""); w.Code != http.StatusOK {
		t.Errorf("%d: a server that stops is still alive", w.Code)
	}
}

// The rate is a second's worth at once and then the rate, for each client.
func TestRateLimit(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		h := New(Config{RateLimit: 5, TrustedProxies: []netip.Prefix{netip.MustParsePrefix("192.0.2.0/24")}})
		passed := func(client string) int {
			n := 0
			for range 20 {
				w := call(t, h, http.MethodGet, "/v1/examples", "", "X-Forwarded-For", client)
				switch w.Code {
				case http.StatusOK:
					n++
				case http.StatusTooManyRequests:
					if seconds, err := strconv.Atoi(w.Header().Get("Retry-After")); err != nil || seconds < 1 || seconds > 2 {
						t.Errorf("Retry-After is %s", w.Header().Get("Retry-After"))
					}
				default:
					t.Errorf("status %d", w.Code)
				}
			}
			return n
		}
		if n := passed("198.51.100.1"); n != 5 {
			t.Errorf("%d requests passed at once", n)
		}
		if n := passed("198.51.100.2"); n != 5 {
			t.Errorf("%d requests of another client passed", n)
		}
		if a, b := passed("2001:db8::1"), passed("2001:db8::2"); a != 5 || b != 0 {
			t.Errorf("one IPv6 network passed %d and %d times", a, b)
		}
		time.Sleep(400 * time.Millisecond)
		if n := passed("198.51.100.1"); n != 2 {
			t.Errorf("%d requests passed after 0.4 s", n)
		}
	})
}

// An address that nobody vouches for changes nothing.
func TestForwardedForIsNotBelieved(t *testing.T) {
	h := New(Config{RateLimit: 1})
	codes := map[int]int{}
	for i := range 4 {
		codes[call(t, h, http.MethodGet, "/v1/examples", "", "X-Forwarded-For", "198.51.100."+strconv.Itoa(i), "X-Real-Ip", "198.51.100."+strconv.Itoa(i)).Code]++
	}
	if codes[http.StatusOK] != 1 {
		t.Errorf("answers: %v", codes)
	}
}

// However many clients there are, the limiter remembers a bounded number.
func TestRateLimitIsBounded(t *testing.T) {
	l := newLimiter(10)
	now := time.Now()
	for i := range 300_000 {
		l.wait(strconv.Itoa(i), now)
	}
	for i := range l.shards {
		if n := len(l.shards[i].paid); n > fullShard {
			t.Fatalf("a shard remembers %d clients", n)
		}
	}
}

func TestDeadline(t *testing.T) {
	h := New(Config{Deadline: time.Nanosecond})
	w := call(t, h, http.MethodGet, "/v1/comparison?"+one, "")
	checkProblem(t, w, http.StatusServiceUnavailable)
	if w.Header().Get("Retry-After") == "" {
		t.Error("nothing says when to try again")
	}
}

// Whatever bytes come, the answer is an answer or a fault of the caller's, and
// it says so in the right form.
func TestHostileBytes(t *testing.T) {
	h := New(Config{})
	random := rand.New(rand.NewPCG(1, 2)) // the same bytes every time
	pieces := []string{"%", "%00", "%ff", ";", "&", "=", "+", "\x00", "\xff", "é", "1e999", "-", "0", ".", ",", "{", "}", "[", "]", "\"", "null",
		"horizon", "a.", "a.horizon=1", "format=csv", "format=", "lang=nb", "decimal=comma", "table=", "errors=inline", "basket_value=", "name=", "\n", "retention_curve=0.5"}
	targets := []string{value, value + "/lifetime_value", "/v1/comparison", "/v1/comparison/net_difference", "/v1/examples", "/v1/vocabulary", "/"}
	for range 3000 {
		var junk strings.Builder
		for range random.IntN(12) {
			junk.WriteString(pieces[random.IntN(len(pieces))])
		}
		r := httptest.NewRequest([]string{"GET", "POST", "HEAD"}[random.IntN(3)], targets[random.IntN(len(targets))], strings.NewReader(junk.String()))
		r.URL.RawQuery = junk.String() + []string{"", "&" + pencil}[random.IntN(2)]
		r.Header.Set("Content-Type", []string{"application/json", "application/x-www-form-urlencoded"}[random.IntN(2)])
		r.Header["Accept"] = []string{junk.String()}
		r.Header["Accept-Language"] = []string{junk.String()}
		w := httptest.NewRecorder()
		h.ServeHTTP(w, r)
		if w.Code >= 500 || w.Code < 200 {
			t.Fatalf("%s %s: %d %s", r.Method, r.URL, w.Code, w.Body)
		}
	}
}

// One handler serves many at once; go test -race looks on.
func TestManyAtOnce(t *testing.T) {
	s := newServer(Config{RateLimit: 1e6})
	s.gate = admission.New(admission.Limits{Patience: time.Minute}) // of machines that have other things to do
	h := s.handler()
	want := map[string]string{}
	for _, target := range resources {
		want[target] = call(t, h, http.MethodGet, target, "", "Accept-Encoding", "gzip").Body.String()
	}
	var wait sync.WaitGroup
	for range 4 {
		wait.Go(func() {
			for _, target := range resources {
				if got := call(t, h, http.MethodGet, target, "", "Accept-Encoding", "gzip"); got.Body.String() != want[target] {
					t.Errorf("%s answers otherwise when there are many", target)
				}
			}
		})
	}
	wait.Wait()
}
