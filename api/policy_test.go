package api

import (
	"net/http"
	"testing"
)

// The whole of each policy, for one source more or one rule less is a hole. An
// answer loads nothing and is shown in no frame. A page loads what the server
// itself has, and sends its form there. The interactive documentation has its
// script and style inline.
const (
	answersMay = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'"
	pagesMay   = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
	swaggerMay = "default-src 'none'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; " +
		"connect-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'"
)

func TestContentSecurityPolicies(t *testing.T) {
	h := New(Config{})
	may := map[string]string{
		"/healthz": answersMay, "/readyz": answersMay, "/openapi.json": answersMay, "/swagger/doc.json": answersMay, "/swagger": answersMay,
		"/v1/examples": answersMay, "/v1/vocabulary?format=xlsx": answersMay, "/nowhere": answersMay, "/swagger/nowhere": answersMay,
		value: answersMay, value + "/lifetime_value": answersMay, value + "?format=pdf": answersMay,
		value + "?format=html&horizon=0": answersMay, // a fault is told as JSON, not as a page
		"/":                              pagesMay, "/service-promise": pagesMay, "/programmes": pagesMay, "/plan": pagesMay, "/?horizon=0": pagesMay,
		"/swagger/index.html": swaggerMay, "/swagger/swagger-ui.css": swaggerMay,
	}
	for resource, query := range questions {
		for _, format := range []string{"json", "csv", "xml", "xlsx", "svg"} {
			may[resource+"?format="+format+"&"+query] = answersMay
		}
		may[resource+"?format=html&"+query] = pagesMay
	}
	for target, want := range may {
		for _, method := range []string{http.MethodGet, http.MethodHead} {
			w := call(t, h, method, target, "")
			if got := w.Header().Values("Content-Security-Policy"); len(got) != 1 || got[0] != want {
				t.Errorf("%s %s may %q, want %q", method, target, got, want)
			}
			if tag := w.Header().Get("ETag"); tag != "" {
				again := call(t, h, method, target, "", "If-None-Match", tag)
				if got := again.Header().Get("Content-Security-Policy"); again.Code != http.StatusNotModified || got != want {
					t.Errorf("%s %s, kept: %d, may %q", method, target, again.Code, got)
				}
			}
		}
	}
	for _, method := range []string{http.MethodPost, http.MethodDelete, http.MethodOptions} {
		if got := call(t, h, method, value, "").Header().Get("Content-Security-Policy"); got != answersMay {
			t.Errorf("%s may %q", method, got)
		}
	}
}
