package form

import (
	"net/url"
	"regexp"
	"slices"
	"strings"
	"testing"

	"blyant/internal/locale"
)

// hintWords are the words before a hint in each language, and between two.
var hintWords = map[locale.Language][2]string{
	locale.English: {"Did you mean ", " or "}, locale.Norwegian: {"Mente du ", " eller "}, locale.Danish: {"Mente du ", " eller "}, locale.Swedish: {"Menade du ", " eller "},
}

// hintsOf are the hints at a field of a page, one by one.
func hintsOf(t *testing.T, page string, l locale.Language, id string) []string {
	t.Helper()
	for _, p := range nodes(t, page, "p") {
		if attribute(p, "id") != "fault-"+id {
			continue
		}
		_, hint, found := strings.Cut(contents(p), hintWords[l][0])
		if !found {
			return nil
		}
		return strings.Split(strings.TrimSuffix(hint, "?"), hintWords[l][1])
	}
	return nil
}

// A hint speaks the language of the page, and what it says can be typed: put in the
// field, the fault is gone.
func TestHintsCanBeTyped(t *testing.T) {
	const rest = "acquisition_cost=50&basket_value=10&repeat_purchase_rate=50"
	for _, c := range []struct{ field, en, comma string }{
		{"repeat_purchase_rate", "7500", "7500"}, {"repeat_purchase_rate", "0,75", "1.234,5"}, {"basket_value", "1,234", "1.234"}, {"basket_value", "1.234,50", "1,234.50"},
		{"basket_value", "1,5", "1.234"}, {"annual_discount_rate", "5000", "5000"}, {"horizon", "1,200", "1.200"}, {"orders_per_period", "1,5", "1.234"}, {"margin_rate", "4000", "4000"},
	} {
		hinted := 0
		for _, l := range locale.Languages() {
			text := c.comma
			if !l.DecimalComma() {
				text = c.en
			}
			with := func(text string) string {
				kept := slices.DeleteFunc(strings.Split(rest, "&"), func(pair string) bool { return strings.HasPrefix(pair, c.field+"=") })
				return strings.Join(kept, "&") + "&" + c.field + "=" + url.QueryEscape(text)
			}
			for _, hint := range hintsOf(t, rendered(t, l, with(text), true), l, c.field) {
				hinted++
				if again := requestOf(t, ValuePage(), l, with(hint), true); len(again.Faults) > 0 {
					t.Errorf("%s, %s: %q has the hint %q, which is refused: %v", l, c.field, text, hint, again.Faults)
				}
			}
		}
		if hinted == 0 && c.field != "margin_rate" && c.field != "horizon" {
			t.Errorf("%s: %q and %q have no hint in any language", c.field, c.en, c.comma)
		}
	}
}

// No page speaks of what only a program can do, in whatever language and of whatever
// is wrong: of the parameters of the API, of fields by their names.
func TestFaultsSpeakToShopkeepers(t *testing.T) {
	technical := regexp.MustCompile(`decimal=|percent=on|format=|_rate\b|_cost\b|_value\b|_share\b|_per_period|\bnull\b|NaN|%!|\{[a-z]+\}`)
	for _, l := range locale.Languages() {
		for _, s := range wrongly {
			page := renderedOf(t, s.page, l, s.query, true)
			for _, n := range nodes(t, page, "p", "li") {
				class, text := attribute(n, "class"), contents(n)
				if (class == "fault" || class == "aside" || n.Data == "li" && strings.Contains(page, "faults-title")) && technical.MatchString(text) && !strings.Contains(text, "nonsense") {
					t.Errorf("%s, %s, %s: %q", l, s.page.Name, s.name, text)
				}
			}
		}
	}
}

// wrongly are queries with one thing wrong each, as one might type it, and the field
// that it is typed into.
var wrongly = []shown{
	{"basket_value", "acquisition_cost=50&basket_value=x&repeat_purchase_rate=50", ValuePage()},
	{"repeat_purchase_rate", "acquisition_cost=50&basket_value=10&repeat_purchase_rate=7500", ValuePage()},
	{"repeat_purchase_rate", "acquisition_cost=50&basket_value=10", ValuePage()},
	{"horizon", "acquisition_cost=50&basket_value=10&repeat_purchase_rate=50&horizon=0", ValuePage()},
	{"retention_curve", "acquisition_cost=50&basket_value=10&retention_curve=x", ValuePage()},
	{"change", "acquisition_cost=50&basket_value=10&repeat_purchase_rate=50&change=-1", WhatIfPage()},
	{"acquisition_cost", "acquisition_cost=-5&basket_value=10&repeat_purchase_rate=50", WhatIfPage()},
	{"noticed_share", "acquisition_cost=50&basket_value=10&exceeded_share=10&met_share=80&noticed_share=120&repeat_rate_exceeded=90&repeat_rate_met=80&repeat_rate_missed=40", PromisePage()},
	{"repeat_rate_met", "acquisition_cost=50&basket_value=10&exceeded_share=10&met_share=80&repeat_rate_exceeded=90&repeat_rate_met=x&repeat_rate_missed=40", PromisePage()},
	{"one.free_every", "acquisition_cost=50&basket_value=10&repeat_purchase_rate=50&customers=10&one.name=A&one.free_every=1", ProgrammesPage()},
	{"customers", "acquisition_cost=50&basket_value=10&repeat_purchase_rate=50&customers=-1&one.name=A&one.fixed_cost=5", ProgrammesPage()},
	{"plan_periods", "acquisition_cost=50&basket_value=10&repeat_purchase_rate=50&new_customers_first=5&plan_periods=0", PlanPage()},
	{"start", "acquisition_cost=50&basket_value=10&repeat_purchase_rate=50&new_customers_first=5&plan_periods=12&start=soon", PlanPage()},
	{"seasonality", "acquisition_cost=50&basket_value=10&repeat_purchase_rate=50&new_customers_first=5&plan_periods=12&seasonality=x", PlanPage()},
}

// A fault stands at its field on every page and in every language: the field is marked,
// says it in the words that the list above the answer has, and the list leads there.
func TestFaultsStandAtTheirField(t *testing.T) {
	for _, l := range locale.Languages() {
		for _, s := range wrongly {
			page := renderedOf(t, s.page, l, s.query, true)
			byID, led := map[string]string{}, ""
			for _, n := range nodes(t, page, "input", "select", "p", "a") {
				switch id := attribute(n, "id"); {
				case hasAttribute(n, "aria-invalid"):
					byID["invalid "+id] = attribute(n, "aria-describedby")
				case id != "":
					byID[id] = contents(n)
				case attribute(n, "href") == "#"+s.name:
					led = contents(n)
				}
			}
			said := byID["fault-"+s.name]
			if !strings.Contains(byID["invalid "+s.name], "fault-"+s.name) || said == "" || !strings.HasSuffix(led, said) {
				t.Errorf("%s, %s: at %s stands %q, the list says %q", l, s.page.Name, s.name, said, led)
			}
			if strings.Contains(page, `<tr data-figure="`) || !strings.Contains(page, `id="stale"`) {
				t.Errorf("%s, %s: beside the fault of %s there are figures", l, s.page.Name, s.name)
			}
		}
	}
}
