package openapi

import (
	"net/http"
	"net/http/httptest"
	"regexp"
	"slices"
	"strings"
	"testing"

	"blyant/api"
	"blyant/internal/answer"
	"blyant/internal/calculator"
	"blyant/internal/format"
	"blyant/internal/locale"
	"blyant/internal/openapi/contract"
	"blyant/internal/option"
)

// reply asks the service: with a body by POST, else by GET.
func reply(h http.Handler, target, kind, body string) *httptest.ResponseRecorder {
	r := httptest.NewRequest(http.MethodGet, target, nil)
	if body != "" {
		r = httptest.NewRequest(http.MethodPost, target, strings.NewReader(body))
		r.Header.Set("Content-Type", kind)
	}
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	return w
}

// asBody is an example's request as JSON.
func asBody(e calculator.Example) string {
	return string(format.JSON(answer.Answer{Body: e.Body(locale.English)}))
}

// Every answer to an example, and every fault of a request without a field, is as the document
// says: closed records, nullable figures, patterns, headers.
func TestAnswersFitTheDocument(t *testing.T) {
	h := contract.Handler(t, api.New(api.Config{}))
	want := func(where string, w *httptest.ResponseRecorder, status int) {
		if w.Code != status {
			t.Errorf("%s: %d %.300s", where, w.Code, w.Body)
		}
	}
	for _, e := range calculator.Examples() {
		calc := calculator.At(e.Resource)
		want(e.Name, reply(h, e.Resource, mediaJSON, asBody(e)), http.StatusOK)
		want(e.Name+" without anything", reply(h, e.Resource, mediaJSON, `{}`), http.StatusUnprocessableEntity)
		want(e.Name+" of nonsense", reply(h, e.Resource, mediaJSON, `[`), http.StatusBadRequest)
		want(e.Name+" with what there is not", reply(h, e.Resource, mediaJSON, `{"loyalty":1}`), http.StatusUnprocessableEntity)
		if calc.Limits.PostOnly {
			want(e.Name+" by query", reply(h, e.Resource, "", ""), http.StatusMethodNotAllowed)
			continue
		}
		query := "?" + e.Query(locale.English).Encode()
		for _, medium := range calc.Media() {
			if medium != option.HTML && medium != option.PNG && medium != option.XLSX {
				want(e.Name+" as "+medium, reply(h, e.Resource+query+"&format="+medium, "", ""), http.StatusOK)
			}
		}
		want(e.Name+" by no query", reply(h, e.Resource, "", ""), http.StatusUnprocessableEntity)
		want(e.Name+" in a cell", reply(h, e.Resource+"?errors=inline&format=csv", "", ""), http.StatusOK)
	}
}

// The headers of a good answer are those that are described, which every answer has.
func TestHeadersAreThoseDescribed(t *testing.T) {
	document, h := read(t), api.New(api.Config{})
	for _, e := range calculator.Examples() {
		calc, item := calculator.At(e.Resource), document.Paths.Value(e.Resource)
		w, o := reply(h, e.Resource, mediaJSON, asBody(e)), item.Post
		for range 2 {
			for name := range o.Responses.Status(http.StatusOK).Value.Headers {
				if w.Header().Get(name) == "" && name != "Content-Disposition" && name != "Link" {
					t.Errorf("%s: the answer has no %s", e.Name, name)
				}
			}
			if calc.Limits.PostOnly {
				break
			}
			w, o = reply(h, e.Resource+"?"+e.Query(locale.English).Encode(), "", ""), item.Get
		}
	}
}

// Each figure with an address is described as the text that it is: a number or the mark of none.
func TestFiguresFitTheirPattern(t *testing.T) {
	document, h, pattern := read(t), contract.Handler(t, api.New(api.Config{})), regexp.MustCompile(figureText)
	for _, c := range calculator.All() {
		if len(c.Figures.All()) == 0 {
			continue
		}
		i := slices.IndexFunc(calculator.Examples(), func(e calculator.Example) bool { return e.Resource == c.Path() })
		if document.Paths.Value(c.Path()+"/{figure}") == nil {
			t.Errorf("%s/{figure} is not described", c.Path())
			continue
		}
		for _, f := range c.Figures.All() {
			address := c.Path() + "/" + f.Name
			for _, query := range []string{calculator.Examples()[i].Query(locale.English).Encode(), "errors=inline", "nothing=1"} {
				w := reply(h, address+"?"+query, "", "")
				if w.Code == http.StatusOK && !pattern.MatchString(w.Body.String()) {
					t.Errorf("%s is %q", address, w.Body)
				}
			}
		}
	}
}
