package api

import (
	"encoding/json"
	"net/http"
	"strings"
	"testing"

	"blyant/internal/calculator"
	"blyant/internal/locale"
)

type exampleAnswer struct {
	Name, Resource, Title, Explanation, Query string
	Request                                   json.RawMessage
}

// Each example runs, by GET as by POST, in every language, and the languages
// change nothing but words.
func TestExamplesRun(t *testing.T) {
	h := New(Config{})
	var names []string
	for _, lang := range locale.Languages() {
		answer := decode[struct{ Examples []exampleAnswer }](t, call(t, h, http.MethodGet, "/v1/examples?lang="+string(lang), "").Body.String())
		for _, e := range answer.Examples {
			if lang == locale.English {
				names = append(names, e.Name)
			}
			if e.Title == "" || len(e.Explanation) < 60 {
				t.Errorf("%s in %s has no words", e.Name, lang)
			}
			get := call(t, h, http.MethodGet, e.Resource+"?"+e.Query, "")
			post := call(t, h, http.MethodPost, e.Resource, string(e.Request), "Content-Type", "application/json")
			if calculator.At(e.Resource).Limits.PostOnly {
				get = post // and there is no GET to compare with
			}
			if get.Code != http.StatusOK || get.Body.String() != post.Body.String() {
				t.Errorf("%s in %s: GET %d %.200s\nPOST %d %.200s", e.Name, lang, get.Code, get.Body, post.Code, post.Body)
			}
			single := decode[exampleAnswer](t, call(t, h, http.MethodGet, "/v1/examples/"+e.Name+"?lang="+string(lang), "").Body.String())
			if single.Query != e.Query || string(single.Request) != string(e.Request) {
				t.Errorf("%s alone is not %s among the others", e.Name, e.Name)
			}
		}
	}
	if got := strings.Join(names, " "); !strings.HasPrefix(got, "pencil cafe-bonus-card clothes-shop-add-ons web-shop monthly-subscription") {
		t.Errorf("the examples are %s", got)
	}
}

// The pencil is that of the reference values: 4.00 and 252.79.
func TestPencilExample(t *testing.T) {
	h := New(Config{})
	pencil := decode[exampleAnswer](t, call(t, h, http.MethodGet, "/v1/examples/pencil?lang=nb", "").Body.String())
	for figure, want := range map[string]string{"net_difference": "248.79", "affordable_service_cost_per_order": "4.12", "value_multiple": "63.198295"} {
		w := call(t, h, http.MethodGet, pencil.Resource+"/"+figure+"?"+pencil.Query+"&of=Ti+%C3%A5r+med+blyanter", "")
		if w.Body.String() != want {
			t.Errorf("%s is %s, want %s", figure, w.Body, want)
		}
	}
}
