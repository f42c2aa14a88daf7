package api

import (
	"html"
	"image/png"
	"net/http"
	"net/url"
	"regexp"
	"strings"
	"testing"

	"blyant/internal/form"
	"blyant/internal/locale"
)

const embeddedMay = "default-src 'none'; style-src 'self'; img-src 'self' data:; frame-ancestors *; base-uri 'none'; form-action 'none'"

var properties = regexp.MustCompile(`<meta (?:property|name)="((?:og|twitter):[^"]+)" content="([^"]*)">`)

// sharedOf is what a page says of itself to those who show links.
func sharedOf(page string) map[string]string {
	shared := map[string]string{}
	for _, p := range properties.FindAllStringSubmatch(page, -1) {
		shared[p[1]] = html.UnescapeString(p[2])
	}
	return shared
}

// A permalink is shown with what the page says and with its chart, at addresses
// that are complete, and those that the public knows.
func TestSharedLinks(t *testing.T) {
	const base = "https://blyant.example"
	h := New(Config{BaseURL: base})
	charted := 0
	for _, p := range form.Pages() {
		for _, l := range locale.Languages() {
			page := call(t, h, http.MethodGet, p.Path+"?lang="+string(l), "").Body.String()
			shared := sharedOf(page)
			if shared["og:title"] != l.Page(p.Name+".title") || len(shared["og:description"]) < 20 || !strings.HasPrefix(shared["og:url"], base+p.Path+"?") {
				t.Errorf("%s, %s: %v", p.Name, l, shared)
			}
			if shared["og:image"] == "" {
				continue
			}
			charted++
			picture, is := strings.CutPrefix(shared["og:image"], base)
			if !is {
				t.Fatalf("the picture is at %s", shared["og:image"])
			}
			w := call(t, h, http.MethodGet, picture, "")
			size, err := png.DecodeConfig(w.Body)
			if w.Code != http.StatusOK || err != nil || size.Width != 1200 || size.Height != 630 {
				t.Errorf("%s, %s: the picture is %d, %v, %v", p.Name, l, w.Code, size, err)
			}
		}
	}
	if charted != 3*len(locale.Languages()) { // a promise and programmes have no chart
		t.Errorf("%d pages have a picture", charted)
	}
	shared := sharedOf(call(t, h, http.MethodGet, "/?lang=en&"+pencil, "").Body.String())
	if said := shared["og:description"]; !strings.Contains(said, "kr") || strings.Contains(said, "<") {
		t.Errorf("a link to a customer says %q", said)
	}
	link, err := url.Parse(shared["og:url"])
	if err != nil || link.Query().Get("repeat_purchase_rate") == "" {
		t.Errorf("the link is %s", shared["og:url"])
	}
	if shared := sharedOf(call(t, h, http.MethodGet, "/?horizon=0", "").Body.String()); shared["og:image"] != "" {
		t.Errorf("what has no answer has the picture %s", shared["og:image"])
	}
}

// The answer alone may be shown in a frame, and nothing else may: it has neither
// form nor script, and its links open elsewhere.
func TestEmbedded(t *testing.T) {
	h := New(Config{})
	for _, p := range form.Pages() {
		target := p.Path + "?lang=nb&embed=on"
		w := call(t, h, http.MethodGet, target, "")
		body := w.Body.String()
		if w.Code != http.StatusOK || w.Header().Get("Content-Security-Policy") != embeddedMay {
			t.Errorf("%s: %d may %q", target, w.Code, w.Header().Get("Content-Security-Policy"))
		}
		for _, not := range []string{"<form", "<script", "<input", "<nav", "embed=on"} {
			if strings.Contains(body, not) {
				t.Errorf("%s has %s", target, not)
			}
		}
		if !strings.Contains(body, `<base target="_blank">`) || !strings.Contains(body, `<table`) && !strings.Contains(body, "<svg class") {
			t.Errorf("%s is empty, or opens links in the frame", target)
		}
		again := call(t, h, http.MethodGet, target, "", "If-None-Match", w.Header().Get("ETag"))
		if again.Code != http.StatusNotModified || again.Header().Get("Content-Security-Policy") != embeddedMay {
			t.Errorf("%s, kept: %d may %q", target, again.Code, again.Header().Get("Content-Security-Policy"))
		}
		whole := call(t, h, http.MethodGet, p.Path+"?lang=nb", "")
		if whole.Header().Get("ETag") == w.Header().Get("ETag") || !strings.Contains(whole.Header().Get("Content-Security-Policy"), "frame-ancestors 'none'") {
			t.Errorf("%s is taken for the page", target)
		}
	}
	for _, target := range []string{"/?embed=off&" + pencil, "/?embed=&" + pencil, "/?embed=yes&" + pencil, "/?embed=on&embed=on&" + pencil, "/data?embed=on", "/docs/?embed=on", value + "?format=html&embed=on&" + pencil, value + "?embed=on&" + pencil} {
		if may := call(t, h, http.MethodGet, target, "").Header().Get("Content-Security-Policy"); strings.Contains(may, "frame-ancestors *") {
			t.Errorf("%s may be framed", target)
		}
	}
	if w := call(t, h, http.MethodGet, "/?embed=off&"+pencil, ""); w.Code != http.StatusOK || !strings.Contains(w.Body.String(), "<form") {
		t.Errorf("embed=off: %d", w.Code)
	}
	w := call(t, h, http.MethodGet, "/?embed=on&horizon=0", "")
	if w.Code != http.StatusUnprocessableEntity || w.Header().Get("Content-Security-Policy") != embeddedMay || !strings.Contains(w.Body.String(), `class="faults"`) {
		t.Errorf("with a fault: %d", w.Code)
	}
}

// The page has HTML to paste that shows its answer in a frame.
func TestFrameToPaste(t *testing.T) {
	h := New(Config{BaseURL: "https://blyant.example"})
	body := call(t, h, http.MethodGet, "/?lang=en&"+pencil, "").Body.String()
	code := regexp.MustCompile(`(?s)<code id="frame"[^>]*>(.*?)</code>`).FindStringSubmatch(body)
	if code == nil {
		t.Fatal("there is nothing to paste")
	}
	pasted := html.UnescapeString(strings.ReplaceAll(code[1], "<wbr>", ""))
	source := regexp.MustCompile(`^<iframe src="(https://blyant\.example[^"]*)" title="[^"]+" width="100%" height="720" loading="lazy"></iframe>$`).FindStringSubmatch(pasted)
	if source == nil {
		t.Fatalf("to paste: %s", pasted)
	}
	w := call(t, h, http.MethodGet, strings.TrimPrefix(html.UnescapeString(source[1]), "https://blyant.example"), "")
	if w.Code != http.StatusOK || w.Header().Get("Content-Security-Policy") != embeddedMay {
		t.Errorf("%s: %d", source[1], w.Code)
	}
}
