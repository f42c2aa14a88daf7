package locale

import (
	"regexp"
	"strings"
	"testing"

	"blyant/model/vocabulary"
)

// A sentence put together from parts agrees with them: a label that is a plural has no
// verb in the singular, and one thing or none is not said to be several.
func TestSentencesAgreeWithTheirParts(t *testing.T) {
	for _, c := range []struct {
		reason, field string
		args          []string
		want          [4]string // en, nb, da, sv
	}{
		{"required", "uncertain", nil, [4]string{"Uncertain guesses must be given.", "Usikre anslag mangler.", "Usikre skøn mangler.", "Osäkra gissningar saknas."}},
		{"required", "plan_periods", nil, [4]string{"Periods in the plan must be given.", "Perioder i planen mangler.", "Perioder i planen mangler.", "Perioder i planen saknas."}},
		{"too_few_scenarios", "scenarios", []string{"0"}, [4]string{"A comparison needs at least 2 customers; none is given.", "En sammenligning trenger minst 2 kundetyper; her er det ingen.",
			"En sammenligning kræver mindst 2 kundetyper; her er der ingen.", "En jämförelse kräver minst 2 kundtyper; här finns ingen."}},
		{"too_few_scenarios", "scenarios", []string{"1"}, [4]string{"A comparison needs at least 2 customers; only one is given.", "En sammenligning trenger minst 2 kundetyper; her er det bare én.",
			"En sammenligning kræver mindst 2 kundetyper; her er der kun én.", "En jämförelse kräver minst 2 kundtyper; här finns bara en."}},
		{"busy", "", []string{"1"}, [4]string{"The server has more to do than it can. Try again in one second.", "Tjenesten har mer å gjøre enn den rekker. Prøv igjen om ett sekund.",
			"Tjenesten har mere at lave, end den kan nå. Prøv igen om ét sekund.", "Tjänsten har mer att göra än den hinner med. Försök igen om en sekund."}},
	} {
		for i, l := range []Language{English, Norwegian, Danish, Swedish} {
			if got := l.Fault(vocabulary.Fault{Reason: c.reason, Field: c.field, Args: c.args}); got != c.want[i] {
				t.Errorf("%s: %s %v: %q, want %q", l, c.reason, c.args, got, c.want[i])
			}
		}
	}
}

// numberOfThings is a place for a count with a plural of English behind it; the other
// languages have the same keys.
var numberOfThings = regexp.MustCompile(`\{\w+\} (more |filled |kinds of |percentage |repeat )?(customers?|rows|orders|seconds|cells|columns|values|periods|points|purchases|programmes|groups|parameters|entries|characters|digits|decimals|levels|pixels|bytes|draws|cohorts|days|kinds)\b`)

// Where one thing would be said to be several, there are two sentences, or the sentence
// is said of numbers that are never one.
func TestOneThingIsNotSeveral(t *testing.T) {
	never := map[string]string{ // and why it is never one
		"page.about_kinds": "two or more", "page.many": "five or more", "page.rows_left": "twelve or more", "page.promise.left": "below one", "page.promise.rest": "below one",
		"text.workbook.note.lengthen": "many", "text.chart.says.tracking": "several, or nothing is learnt", "text.workbook.check.length": "many", "note.best_lever.step": "below one", "note.horizon_assumed": "ten or more",
		"fault.too_many_values": "more than allowed", "fault.too_many_scenarios": "more than allowed", "fault.too_many_programmes": "more than allowed", "fault.too_many_segments": "more than allowed",
		"fault.too_long": "more than allowed", "fault.too_many_items": "more than allowed", "fault.too_many_decimals": "twenty", "fault.too_many_digits": "fifteen", "fault.too_many_rows": "two thousand or more",
		"fault.too_many_pixels": "millions", "fault.body_too_large": "thousands", "fault.uri_too_long": "thousands", "fault.row_too_long": "thousands", "fault.too_deep": "many",
		"fault.too_many_places": "several", "fault.no_model_left": "two or more", "note.some_never": "of thousands of draws", "note.some_undefined": "of thousands of draws", "note.draws_clipped": "of thousands of draws",
	}
	eachWord(t, func(l Language, s section, key, word, _ string) {
		base := strings.TrimSuffix(strings.TrimSuffix(key, ".many"), ".other")
		texts := catalogues()[l][s]
		_, one := texts[base+".one"]
		_, first := texts[base+".1"]
		if l != English || !numberOfThings.MatchString(word) || one || first || strings.HasSuffix(key, ".one") || never[string(s)+"."+key] != "" || isOrdinal(key) {
			return
		}
		t.Errorf("%s: %s %q would say several of one: %q", l, s, key, word)
	})
}
