package api

import (
	"html"
	"net/http"
	"regexp"
	"strings"
	"testing"

	"blyant/internal/form"
	"blyant/internal/locale"
)

// One piece of advice on the page: its name, what stands there of figures, the
// page it opens and its call.
var (
	saying    = regexp.MustCompile(`(?s)<li id="([a-z]+)"><h2>(.*?)</li>\n`)
	dataOnIt  = regexp.MustCompile(`<data value="([^"]*)">`)
	opensForm = regexp.MustCompile(`<p class="go"><a href="([^"]*)">`)
	callShown = regexp.MustCompile(`(?s)<p class="call"><code>(.*?)</code>`)
)

// Each piece of advice has its figure by the call that stands beside it, and
// opens a page that shows the same figure and whose numbers are those.
func TestAdvice(t *testing.T) {
	const base = "http://example.com"
	h := New(Config{})
	for _, l := range locale.Languages() {
		page := call(t, h, http.MethodGet, form.AdvicePath+"?lang="+string(l), "").Body.String()
		all := saying.FindAllStringSubmatch(page, -1)
		if len(all) != 8 {
			t.Fatalf("%s: %d pieces of advice", l, len(all))
		}
		for _, s := range all {
			name, text := s[1], s[2]
			figure := dataOnIt.FindStringSubmatch(text)[1]
			asked := html.UnescapeString(strings.ReplaceAll(callShown.FindStringSubmatch(text)[1], "<wbr>", ""))
			if got := call(t, h, http.MethodGet, strings.TrimPrefix(asked, base), "").Body.String(); got != figure || !strings.HasPrefix(asked, base+"/v1/") {
				t.Errorf("%s, %s: %s is shown, %s is answered by %s", name, l, figure, got, asked)
			}
			w := call(t, h, http.MethodGet, html.UnescapeString(opensForm.FindStringSubmatch(text)[1]), "")
			if w.Code != http.StatusOK {
				t.Errorf("%s, %s: the page is %d", name, l, w.Code)
			}
			for _, f := range dataOnIt.FindAllStringSubmatch(text, -1) {
				if !strings.Contains(w.Body.String(), `<data value="`+f[1]+`">`) {
					t.Errorf("%s, %s: %s is not on the page it opens", name, l, f[1])
				}
			}
		}
	}
}

// What the advice rests on can be told beforehand. Twelve kroner a prospect of
// whom 6 or 2 in a hundred buy are 200 or 600 a customer; all else is the same.
// The levers and the complaints are those of the guide, worked out elsewhere.
func TestAdviceWeighsWhatItSays(t *testing.T) {
	page := call(t, New(Config{}), http.MethodGet, form.AdvicePath+"?lang=en", "").Body.String()
	got := map[string]string{}
	for _, s := range saying.FindAllStringSubmatch(page, -1) {
		got[s[1]] = dataOnIt.FindStringSubmatch(s[2])[1]
	}
	for name, want := range map[string]string{"keep": "16.78", "faster": "3.36", "tell": "0.46", "posts": "-400.00"} {
		if got[name] != want {
			t.Errorf("%s weighs %s, want %s", name, got[name], want)
		}
	}
	if !strings.HasPrefix(got["peanuts"], "-") {
		t.Errorf("the dear ticket is worth %s more", got["peanuts"])
	}
}
