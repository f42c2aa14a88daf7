package api

import (
	"net/http"
	"slices"
	"testing"
)

// otherOptions are, for each option of a query that decides the bytes of some
// answer, values other than the one that holds unless told.
var otherOptions = map[string][]string{
	"percent":   {"on", "off"},
	"format":    {"csv", "tsv", "xml", "xlsx", "png", "svg", "html"},
	"table":     {"summary", "inputs", "notes"},
	"decimal":   {"comma", "point"}, // the point is said where lang would have it a comma
	"delimiter": {"semicolon", "tab", "comma"},
	"header":    {"off"},
	"download":  {"on"},
	"dialect":   {"excel"},
	"lang":      {"nb", "da", "sv"},
	"width":     {"801", "400"},
	"height":    {"401", "800"},
	"theme":     {"dark", "light"},
	"scale":     {"2", "1"},
}

// changesNothing are the options that an answer of 200 is the same with and without.
var changesNothing = []string{"errors"}

// ofOneAnswer are the options that only some answers take, each with a request
// whose bytes it decides.
var ofOneAnswer = map[string][2]string{
	"signs": {"accounting", "/v1/plan?" + pencil + "&plan_periods=3&new_customers_first=10&format=csv&table=statement"},
}

func TestOptionsOfOneAnswerAreInItsEntityTag(t *testing.T) {
	h := New(Config{})
	for name, option := range ofOneAnswer {
		if tagGiven(t, h, option[1]) == tagGiven(t, h, option[1]+"&"+name+"="+option[0]) {
			t.Errorf("%s=%s does not change the tag", name, option[0])
		}
	}
}

// Each option has its part in the entity tag, told from every other option and
// value: without it a cache would give one client what another asked for.
func TestEveryOptionIsInTheEntityTag(t *testing.T) {
	h := New(Config{})
	for _, format := range []string{"csv", "svg"} {
		asked := value + "?" + pencil
		seen := map[string]string{tagGiven(t, h, asked+"&format="+format): "nothing"}
		for name, values := range otherOptions {
			for _, v := range values {
				target := asked + "&" + name + "=" + v
				if name != "format" {
					target += "&format=" + format
				} else if v == format {
					continue
				}
				tag := tagGiven(t, h, target)
				if other, known := seen[tag]; known {
					t.Errorf("%s: %s=%s has the tag of %s", format, name, v, other)
				}
				seen[tag] = name + "=" + v
			}
		}
	}
}

// The list above holds all options that the vocabulary has.
func TestEveryOptionIsKnownToBeInTheEntityTag(t *testing.T) {
	h := New(Config{})
	vocabulary := decode[Vocabulary](t, call(t, h, http.MethodGet, "/v1/vocabulary", "").Body.String())
	options := 0
	for _, f := range vocabulary.Fields {
		if f.PartOf != "options" {
			continue
		}
		options++
		if otherOptions[f.Name] == nil && ofOneAnswer[f.Name][0] == "" && !slices.Contains(changesNothing, f.Name) {
			t.Errorf("nothing says whether %s changes the entity tag", f.Name)
		}
	}
	if options != len(otherOptions)+len(ofOneAnswer)+len(changesNothing) {
		t.Errorf("the vocabulary has %d options", options)
	}
}

// Beside the options it is the address, the language of words and, where an
// answer shows its own address, the server's name.
func TestWhatElseIsInTheEntityTag(t *testing.T) {
	h := New(Config{})
	differ := func(what, one, other string) {
		t.Helper()
		if one == other {
			t.Errorf("%s does not change the tag", what)
		}
	}
	differ("the figure", tagGiven(t, h, value+"/lifetime_value?"+pencil), tagGiven(t, h, value+"/net_lifetime_value?"+pencil))
	differ("the example", tagGiven(t, h, "/v1/examples/pencil"), tagGiven(t, h, "/v1/examples/web-shop"))
	differ("the page", tagGiven(t, h, "/plan"), tagGiven(t, h, "/programmes"))
	differ("the document", tagGiven(t, h, "/openapi.json"), tagGiven(t, h, "/swagger/doc.json"))

	csv := value + "?format=csv&dialect=excel&" + pencil
	differ("the browser's language", tagGiven(t, h, csv), tagGiven(t, h, csv, "Accept-Language", "nb"))
	// only lang in the query has Excel's numbers in Norwegian
	differ("saying the language in the query", tagGiven(t, h, csv+"&lang=nb"), tagGiven(t, h, csv, "Accept-Language", "nb"))

	elsewhere := New(Config{BaseURL: "https://blyant.example"})
	for _, page := range []string{"/", "/plan?" + questions[planPath], value + "?format=html&" + pencil} {
		differ("the server's name on "+page, tagGiven(t, h, page), tagGiven(t, elsewhere, page))
	}
	if asked := value + "?" + pencil; tagGiven(t, h, asked) != tagGiven(t, elsewhere, asked) {
		t.Error("an answer that does not show the server's name has another tag under another name")
	}
}

// What a field is called and what it holds are told apart: no two queries run
// together into the same tag.
func TestEntityTagsTellNamesFromValues(t *testing.T) {
	h := New(Config{})
	const rest = "acquisition_cost=5&basket_value=9&repeat_purchase_rate=0.5&"
	seen := map[string]string{}
	for _, query := range []string{"", "name=", "name=a", "name=ab", "name=a&basket_cap=", "name=a%26basket_cap%3D", "horizon=1", "horizon=11", "horizon=1&decimals=1", "decimals=1",
		"name=a&orders_per_period=3", "name=aorders_per_period3", "format=svg&width=180&height=1200", "format=svg&width=1801&height=200"} {
		tag := tagGiven(t, h, value+"?"+rest+query)
		if other, known := seen[tag]; known {
			t.Errorf("%q has the tag of %q", query, other)
		}
		seen[tag] = query
	}
}

// tagGiven is the entity tag of what is answered, which must be the same when
// asked again.
func tagGiven(t *testing.T, h http.Handler, target string, header ...string) string {
	t.Helper()
	w := call(t, h, http.MethodGet, target, "", header...)
	tag := w.Header().Get("ETag")
	if w.Code != http.StatusOK || tag == "" {
		t.Fatalf("%s: %d with the tag %q", target, w.Code, tag)
	}
	if again := call(t, h, http.MethodGet, target, "", header...).Header().Get("ETag"); again != tag {
		t.Errorf("%s has two tags", target)
	}
	return tag
}
