package form

import (
	"errors"
	"regexp"
	"slices"
	"strings"
	"testing"

	"blyant/internal/answer"
	"blyant/internal/calculator"
	"blyant/internal/chart"
	"blyant/internal/input"
	"blyant/internal/locale"
	"blyant/model"
	"blyant/model/vocabulary"
)

// pencil is one pencil against ten years of pencils, the first example.
const pencil = "currency=NOK&horizon=10&annual_discount_rate=0.08" +
	"&one.name=One+pencil&one.acquisition_cost=50&one.basket_value=10&one.margin_rate=0.4&one.repeat_purchase_rate=0" +
	"&ten.name=Ten+years+of+pencils&ten.acquisition_cost=50&ten.basket_value=10&ten.margin_rate=0.4&ten.orders_per_period=12" +
	"&ten.repeat_purchase_rate=0.9&ten.basket_growth_rate=0.05&ten.service_cost_per_order=0.5"

// request asks the calculator of the first page about a query in the language,
// as it would be typed there (typed) or as a link has it.
func request(t *testing.T, l locale.Language, query string, typed bool) Request {
	t.Helper()
	return requestOf(t, ValuePage(), l, query, typed)
}

// requestOf asks the calculator of any page.
func requestOf(t *testing.T, page Page, l locale.Language, query string, typed bool) Request {
	t.Helper()
	params, faults := input.ParseQuery(query)
	if len(faults) > 0 {
		t.Fatal(faults)
	}
	r := Request{Page: page, Lang: l, Params: params, Dialect: input.Dialect{Comma: typed && l.DecimalComma(), Said: !typed, Percent: typed}, Typed: typed, Base: "https://example.org"}
	return answered(t, r)
}

// answered asks the calculator that the page is for.
func answered(t *testing.T, r Request) Request {
	t.Helper()
	calc, a, err := calculate(t, r)
	if wrong, is := errors.AsType[vocabulary.Faults](err); is {
		r.Faults = wrong
		return r
	} else if err != nil {
		t.Fatal(err)
	}
	r.Answer = a
	if calc.Chart != nil {
		svg := chart.SVG(calc.Chart(a, r.Lang), chart.Options{Lang: r.Lang, Width: 540, Height: 350, Inline: true})
		r.Charts = []Chart{{SVG: svg}}
	}
	return r
}

// calculate asks the calculator that the page's parameters are for.
func calculate(t *testing.T, r Request) (*calculator.Calculator, answer.Answer, error) {
	t.Helper()
	calc, asked := Asked(r.Page, Tidy(r.Page, r.Params, r.Lang))
	q := calc.NewRequest()
	if faults := input.FromParams(calc.Request, asked, r.Dialect, q); len(faults) > 0 {
		return calc, answer.Answer{}, faults
	}
	a, err := calc.Answer(t.Context(), q, r.Lang)
	return calc, a, err
}

// rendered is the first page with a query.
func rendered(t *testing.T, l locale.Language, query string, typed bool) string {
	t.Helper()
	return renderedOf(t, ValuePage(), l, query, typed)
}

// renderedOf is any page with a query.
func renderedOf(t *testing.T, p Page, l locale.Language, query string, typed bool) string {
	t.Helper()
	page, err := Render(requestOf(t, p, l, query, typed))
	if err != nil {
		t.Fatal(err)
	}
	return string(page)
}

// shown is a page with a query.
type shown struct {
	name, query string
	page        Page
}

// allShown are pages of every kind.
func allShown() []shown {
	var all []shown
	for name, query := range queries {
		all = append(all, shown{name, query, ValuePage()})
	}
	return append(all, serviceShown()...)
}

// queries are those of the first page: answers for one, two and four customers,
// faults, and names that try to break out.
var queries = map[string]string{
	"pencil":    pencil,
	"one":       "acquisition_cost=50&basket_value=10&retention_curve=0.6,0.7",
	"four":      pencil + "&c.acquisition_cost=1&c.basket_value=1&c.repeat_purchase_rate=1&d.acquisition_cost=0&d.basket_value=1&d.repeat_purchase_rate=0&baseline=ten",
	"six":       pencil + "&c.basket_value=1&c.acquisition_cost=1&c.repeat_purchase_rate=1&d.acquisition_cost=0&d.basket_value=1&d.repeat_purchase_rate=0&e.acquisition_cost=1&e.basket_value=2&e.retention_curve=0.5,0.6&f.acquisition_cost=1&f.basket_value=2&f.repeat_purchase_rate=0.2",
	"six wrong": pencil + "&c.basket_value=x&d.name=D&e.name=E&f.name=F&f.horizon=0",
	"different": pencil + "&one.horizon=3&ten.annual_discount_rate=0.1",
	"faults":    "one.basket_value=x&one.repeat_purchase_rate=90&ten.horizon=0&nonsense=1&ten.nonsense=2",
	"hostile":   `name=%3Cscript%3Ealert(1)%3C/script%3E%22%27&acquisition_cost=50&basket_value=10&repeat_purchase_rate=0.5`,
	"too large": pencil + "&one.orders_per_period=1000000&one.order_growth_rate=1&one.repeat_purchase_rate=1&one.horizon=1200",
}

var (
	ids        = regexp.MustCompile(`\sid="([^"]*)"`)
	references = regexp.MustCompile(`\s(?:for|aria-labelledby|aria-describedby|data-copy)="([^"]*)"`)
	anchors    = regexp.MustCompile(`href="#([^"]*)"`)
	inline     = regexp.MustCompile(`(?i)<style|\sstyle=|\son[a-z]+=|<script>|<script [^s]|javascript:|<iframe|<link [^>]*href="http|src="http`)
)

// A page holds nothing inline, nothing from elsewhere, and no reference that
// leads nowhere, whatever it shows.
func TestPagesAreWhole(t *testing.T) {
	for _, s := range allShown() {
		for _, l := range locale.Languages() {
			name, page := s.page.Name+", "+s.name, renderedOf(t, s.page, l, s.query, false)
			if found := inline.FindString(page); found != "" {
				t.Errorf("%s, %s: %q stands inline or leads elsewhere", name, l, found)
			}
			var known []string
			for _, id := range ids.FindAllStringSubmatch(page, -1) {
				if slices.Contains(known, id[1]) {
					t.Errorf("%s, %s: the id %s comes twice", name, l, id[1])
				}
				known = append(known, id[1])
			}
			for _, reference := range append(references.FindAllStringSubmatch(page, -1), anchors.FindAllStringSubmatch(page, -1)...) {
				for id := range strings.FieldsSeq(reference[1]) {
					if !slices.Contains(known, id) {
						t.Errorf("%s, %s: there is no %q", name, l, id)
					}
				}
			}
		}
	}
}

// Every field of the vocabulary but the number of decimals can be typed, once
// for each customer or once for all.
func TestPageAsksForTheWholeVocabulary(t *testing.T) {
	page := rendered(t, locale.English, "one.acquisition_cost=1&one.basket_value=1&one.repeat_purchase_rate=0&two.acquisition_cost=1&two.basket_value=1&two.repeat_purchase_rate=0", false)
	for _, f := range model.ScenarioFields() {
		once, each := strings.Count(page, ` name="`+f.Name+`"`), strings.Count(page, ` name="one.`+f.Name+`"`)
		if f.Name == "decimals" {
			continue
		}
		if once+each != 1 {
			t.Errorf("%s stands %d times on the page", f.Name, once+each)
		}
		if f.Name != "name" && !strings.Contains(page, ">"+locale.English.Label(f.Name)+"<") {
			t.Errorf("%s has no label", f.Name)
		}
	}
}

// What a blank horizon stands for is ten years of the periods chosen.
func TestHorizonLeftBlank(t *testing.T) {
	for query, want := range map[string]string{"": "Left blank, it is 10.", "&period=month": "Left blank, it is 120.", "&period=week": "Left blank, it is 520."} {
		page := rendered(t, locale.English, "acquisition_cost=1&basket_value=1&repeat_purchase_rate=0"+query, false)
		if !strings.Contains(page, want) {
			t.Errorf("%q is not on the page with %q", want, query)
		}
	}
}

func TestHostileTextStaysText(t *testing.T) {
	page := rendered(t, locale.English, queries["hostile"], false)
	if strings.Contains(page, "<script>") || !strings.Contains(page, "&lt;script&gt;alert(1)&lt;/script&gt;&#34;&#39;") {
		t.Error("the name is not escaped")
	}
}

// With a page that shows faults there are no figures, and what was typed is
// kept.
func TestFaultyPage(t *testing.T) {
	page := rendered(t, locale.Norwegian, "one.basket_value=ti&one.acquisition_cost=5&one.repeat_purchase_rate=0,5&two.basket_value=1.234&two.acquisition_cost=5&two.repeat_purchase_rate=900", true)
	for _, wanted := range []string{
		`value="ti"`, `value="1.234"`, `value="900"`, `value="0,5"`, `<title>Rett opp: `,
		`<a href="#one.basket_value">`, `<a href="#two.basket_value">`, `<a href="#two.repeat_purchase_rate">`,
		"Mente du 1234 eller 1,234?", "fra 0\u00a0% til 100\u00a0%",
	} {
		if !strings.Contains(page, wanted) {
			t.Errorf("%q is not on the page", wanted)
		}
	}
	if strings.Count(page, `aria-invalid="true"`) != 3 {
		t.Error("not exactly the three faulty fields are marked")
	}
	if strings.Contains(page, "data-figure=\"lifetime_value\"") {
		t.Error("there are figures")
	}
}
