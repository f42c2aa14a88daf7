package form

import (
	"strings"
	"testing"

	"blyant/internal/locale"
)

// learnt is a customer as orders tell of one: what it costs to win is in no order.
const learnt = "currency=NOK&period=year&horizon=10&basket_value=35.171&orders_per_period=2.42&retention_curve=0.29,0.7,0.78"

// A link that leaves something open is no mistake of whoever follows it: the page
// says what is still missing and leads there, with all the rest in its place.
func TestLinkThatLeavesSomethingOpen(t *testing.T) {
	for _, l := range locale.Languages() {
		r := request(t, l, learnt, false)
		page, err := Render(r)
		if err != nil {
			t.Fatal(err)
		}
		text := string(page)
		for _, want := range []string{">" + l.Page("wanting") + "</h2>", l.Page("wanting.one"), `class="faults wanting"`, `href="#acquisition_cost">` + l.Label("acquisition_cost"), `value="` + strings.Replace("35.171", ".", l.DecimalMark(), 1)} {
			if !strings.Contains(text, want) {
				t.Errorf("%s: the page lacks %s", l, want)
			}
		}
		if label := l.Label("acquisition_cost"); !r.Wanting() || strings.Contains(text, label+": "+label) || strings.Contains(text, l.Page("problem")) {
			t.Errorf("%s: the page tells off whoever opens it", l)
		}
	}
	for query, typed := range map[string]bool{learnt: true, learnt + "&horizon=x": false, learnt + "&acquisition_cost=50": false, strings.Replace(learnt, "35.171", "-1", 1): false} {
		if request(t, locale.English, query, typed).Wanting() {
			t.Errorf("%s, typed %v: nothing more than missing", query, typed)
		}
	}
}
