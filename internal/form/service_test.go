package form

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"blyant/internal/input"
	"blyant/internal/locale"
)

// The examples of the guide docs/service.md: a web shop's promise, a lunch
// café's bonus card and a pencil shop's plan.
const (
	promise = "currency=NOK&period=quarter&horizon=20&acquisition_cost=180&basket_value=620&margin_rate=0.38&orders_per_period=1.5" +
		"&service_cost_per_order=49&annual_discount_rate=0.1&exceeded_share=0.15&met_share=0.73&missed_share=0.12&noticed_share=0.5" +
		"&doubted_share=0.1&repeat_rate_exceeded=0.9&repeat_rate_met=0.82&repeat_rate_missed=0.45&referrals_per_exceeded=0.02"
	guests = "currency=NOK&period=month&horizon=36&acquisition_cost=60&basket_value=139&margin_rate=0.62&orders_per_period=3" +
		"&repeat_purchase_rate=0.9&service_cost_per_order=4&annual_discount_rate=0.08&customers=800"
	bonusCard = "&one.name=Bonus+card&one.repeat_purchase_rate_change=0.03&one.orders_change=0.08&one.cost_per_period=0.5" +
		"&one.enrolment_cost=3&one.free_every=10&one.redemption_rate=0.7&one.fixed_cost=4000&one.participation_rate=0.5"
	party      = "&two.name=Party&two.fixed_cost=50000&two.repeat_purchase_rate_change=0.001"
	pencilShop = "name=Pencil+shop&currency=NOK&period=month&horizon=60&acquisition_cost=50&basket_value=185&margin_rate=0.45" +
		"&orders_per_period=1.2&repeat_purchase_rate=0.94&basket_growth_rate=0.004&service_cost_per_order=6&timing=mid" +
		"&annual_discount_rate=0.08&plan_periods=36&new_customers_first=40&new_customers_growth_rate=0.04" +
		"&fixed_cost_per_period=32000&fixed_cost_growth_rate=0.0025&opening_cash=400000"
)

// serviceShown are the other pages with queries of every kind.
func serviceShown() []shown {
	four := guests + bonusCard + party + "&three.name=C&four.name=%3Cscript%3E&four.cost_per_period=5"
	return []shown{
		{"example", promise, PromisePage()},
		{"faults", "exceeded_share=0.5&met_share=0.5&missed_share=0.5&horizon=x&repeat_purchase_rate=0.5", PromisePage()},
		{"perfect", strings.NewReplacer("exceeded_share=0.15", "exceeded_share=1", "met_share=0.73", "met_share=0", "missed_share=0.12", "missed_share=0",
			"noticed_share=0.5", "noticed_share=1", "doubted_share=0.1", "doubted_share=0").Replace(promise), PromisePage()},
		{"example", guests + bonusCard, ProgrammesPage()},
		{"four", four, ProgrammesPage()},
		{"none", guests, ProgrammesPage()},
		{"faults", guests + "&one.repeat_purchase_rate_change=0.5&two.free_every=1&two.nonsense=3&nonsense=4", ProgrammesPage()},
		{"example", pencilShop, PlanPage()},
		{"long", strings.Replace(pencilShop, "plan_periods=36", "plan_periods=600", 1), PlanPage()},
		{"faults", pencilShop + "&new_customers=1,2", PlanPage()},
		{"two kinds", bakery, PlanPage()},
		{"many kinds", bakery + moreKinds, PlanPage()},
		{"faults of kinds", bakery + "&two.horizon=x&three.name=C", PlanPage()},
	}
}

// toldOf is the story of a page as one text.
func toldOf(t *testing.T, page Page, l locale.Language, query string) string {
	t.Helper()
	html := renderedOf(t, page, l, query, false)
	_, html, _ = strings.Cut(html, `<div id="story"`)
	_, html, _ = strings.Cut(html, ">")
	html, _, _ = strings.Cut(html, "</section>")
	plain := regexp.MustCompile(`<[^>]*>`).ReplaceAllString(html, "")
	plain = strings.NewReplacer(noBreakSpace, " ", "&#34;", `"`).Replace(plain)
	return strings.Join(strings.Fields(plain), " ")
}

// The figures are those of docs/service.md, which a test there runs.
func TestStoryOfThePromise(t *testing.T) {
	for l, want := range map[locale.Language]string{
		locale.English: "Keep more promises: each percentage point is worth 17 kr a customer. " +
			"Such a customer is worth 881 kr net over 20 quarters. What customers say about it costs another 149 kr. " +
			"12% of the promises are missed, but 19.3% of the customers feel let down. " +
			"Deliver better or tell it better? Delivering better brings more: up to 17 kr a percentage point, against 14 kr for telling it better.",
		locale.Norwegian: "Hold flere løfter: Hvert prosentpoeng er verdt 17 kr per kunde. " +
			"En slik kunde er verdt 881 kr netto over 20 kvartaler. Det kundene sier om det, koster 149 kr til. " +
			"12 % av løftene brytes, men 19,3 % av kundene føler seg sviktet. " +
			"Levere bedre eller fortelle det bedre? Å levere bedre gir mest: inntil 17 kr per prosentpoeng, mot 14 kr for å fortelle det bedre.",
	} {
		if got := toldOf(t, PromisePage(), l, promise); got != want {
			t.Errorf("%s:\n%s\nwanted\n%s", l, got, want)
		}
	}
	for change, want := range map[string]string{
		"missed_share=0.12/missed_share=0.004&doubted_share=0/met_share=0.73/met_share=0.846/&doubted_share=0.1/": "“Keep more promises” is worth most: the 0.4 percentage points that are left are worth ",
		"missed_share=0.12/missed_share=0/met_share=0.73/met_share=0.85/doubted_share=0.1/doubted_share=0.3":      "Show that you keep your promises: each percentage point is worth ",
		"margin_rate=0.38/margin_rate=0": "Neither delivering better nor telling it better would gain anything here. Such a customer costs ",
	} {
		got := toldOf(t, PromisePage(), locale.English, strings.NewReplacer(strings.Split(change, "/")...).Replace(promise))
		if !strings.HasPrefix(got, want) {
			t.Errorf("%s: %s\nwanted %s", change, got, want)
		}
	}
}

func TestStoryOfProgrammes(t *testing.T) {
	base := guests + "&one.name=A"
	for query, want := range map[string]string{
		guests + bonusCard: "“Bonus card” brings 241,000 kr in all when its costs are paid. For every 100 kr it costs, 147 kr comes on top. " +
			"It pays as soon as the repeat-purchase rate rises by 0.64 percentage points. " +
			"Finding new customers does more, as long as they cost what they do now: every 100 kr brings 3,720 kr on top. These are averages: the next customer often costs more to find than the last.",
		guests + bonusCard + party:                "“Bonus card” brings the most: 241,000 kr in all when its costs are paid. ",
		base:                                      "“A” brings 0 kr in all when its costs are paid. It pays as soon as the repeat-purchase rate rises by 0 percentage points.",
		base + "&one.fixed_cost=100":              "“A” costs 100 kr more than it brings. Of every 100 kr it costs, 100 kr is lost. It pays as soon as ",
		base + "&one.orders_change=0.1":           "“A” brings 18",
		guests + "&a.fixed_cost=1&b.fixed_cost=2": "None of them pays: even “a” costs 1 kr more than it brings. ",
	} {
		if got := toldOf(t, ProgrammesPage(), locale.English, query); !strings.HasPrefix(got, want) {
			t.Errorf("%s:\n%s\nwanted\n%s", query, got, want)
		}
	}
	got := toldOf(t, ProgrammesPage(), locale.Swedish, guests+"&one.orders_change=0.1")
	if want := "Det lönar sig även om återköpsgraden sjunker med 1,1 procentenheter."; !strings.Contains(got, want) {
		t.Errorf("%s\nis without\n%s", got, want)
	}
}

func TestStoryOfThePlan(t *testing.T) {
	for change, want := range map[string]string{
		"": "The shop breaks even in month 11: from then on the customers carry it. " +
			"It takes up to 151,000 kr, which the cash at the start covers. It is paid back in month 19. " +
			"After 36 months there are 1,598 customers; what they will still buy is worth 2,220,000 kr.",
		"opening_cash=400000/opening_cash=100000": "The shop breaks even in month 11: from then on the customers carry it. " +
			"It takes up to 151,000 kr: 50,600 kr more than there is at the start. It is paid back in month 19. ",
		"&opening_cash=400000/":           "The shop breaks even in month 11: from then on the customers carry it. It takes up to 151,000 kr. It is paid back in month 19. ",
		"plan_periods=36/plan_periods=5":  "The shop does not break even for good within 5 months. It takes up to ",
		"period=32000/period=0":           "The customers carry the shop from month 1 on. There is never less money than at the start. After 36 months",
		"plan_periods=36/plan_periods=12": "The shop breaks even in month 11: from then on the customers carry it. It takes up to 151,000 kr, which the cash at the start covers. It is not paid back within 12 months. ",
	} {
		got := toldOf(t, PlanPage(), locale.English, strings.NewReplacer(append(strings.Split(change, "/"), "", "")[:2]...).Replace(pencilShop))
		if change == "" {
			got = toldOf(t, PlanPage(), locale.English, pencilShop)
		}
		if !strings.HasPrefix(got, want) {
			t.Errorf("%s:\n%s\nwanted\n%s", change, got, want)
		}
	}
}

// Every field of a calculator can be typed on its page, but for those that play
// no part in its answer.
func TestPagesAskForTheirVocabulary(t *testing.T) {
	idle := map[string][]string{
		"promise":    {"decimals", "missed_share", "referrals_per_period", "deterred_per_lost_customer"},
		"programmes": {"decimals"},
		"plan":       {"decimals"},
	}
	for _, s := range serviceShown() {
		if s.name != "example" {
			continue
		}
		page := renderedOf(t, s.page, locale.English, s.query, false)
		for _, f := range s.page.Fields {
			want := 1
			if slices.Contains(idle[s.page.Name], f.Name) {
				want = 0
			}
			if n := strings.Count(page, ` name="`+f.Name+`"`); n != want && f.Name != "lang" {
				t.Errorf("%s: %s stands %d times on the page", s.page.Name, f.Name, n)
			}
		}
		for _, f := range s.page.Items {
			if s.page.Whole { // the only kind of customers
				if _, both := named(s.page.Fields, f.Name); !both && !slices.Contains(idle[s.page.Name], f.Name) && strings.Count(page, ` name="`+f.Name+`"`) != 1 {
					t.Errorf("%s: %s cannot be typed", s.page.Name, f.Name)
				}
				continue
			}
			if n := strings.Count(page, ` name="one.`+f.Name+`"`); n != 1 {
				t.Errorf("%s: %s of the first stands %d times on the page", s.page.Name, f.Name, n)
			}
		}
	}
}

// The third share is the rest: changing one of the others keeps the sum, and it
// is not asked for.
func TestThirdShareIsTheRest(t *testing.T) {
	const rest = "&acquisition_cost=80&basket_value=95&repeat_rate_exceeded=90&repeat_rate_met=80&repeat_rate_missed=40"
	for typed, want := range map[string]string{"exceeded_share=20&met_share=73": ">7</output>", "exceeded_share=22,5&met_share=73": ">4,5</output>", "exceeded_share=30&met_share=80": ">–</output>"} {
		page := renderedOf(t, PromisePage(), locale.Norwegian, typed+rest, true)
		if !strings.Contains(page, want) {
			t.Errorf("%s: %s is not on the page", typed, want)
		}
		if faulty := strings.Contains(page, "faults-title"); faulty != strings.Contains(want, "–") {
			t.Errorf("%s: faults: %t", typed, faulty)
		}
	}
	page := renderedOf(t, PromisePage(), locale.Norwegian, "met_share=73&missed_share=7"+rest, true)
	if !strings.Contains(page, `name="exceeded_share" value="20"`) {
		t.Error("a first share that was left out is not shown")
	}
}

// Shares of a link that do not add up say so with their sum, and those that are
// asked for are marked.
func TestSharesThatDoNotAddUp(t *testing.T) {
	page := renderedOf(t, PromisePage(), locale.Norwegian, strings.Replace(promise, "met_share=0.73", "met_share=0.8", 1), false)
	for _, wanted := range []string{
		`<a href="#exceeded_share">`, `id="fault-exceeded_share" data-live data-always>Andelene`,
		`aria-describedby="sign-met_share fault-exceeded_share fault-met_share remark-met_share"`,
		`aria-describedby="sign-missed_share fault-missed_share"`, "107\u00a0%",
	} {
		if !strings.Contains(page, wanted) {
			t.Errorf("%q is not on the page", wanted)
		}
	}
	if n := strings.Count(page, `aria-invalid="true"`); n != 2 {
		t.Errorf("%d fields are marked", n)
	}
}

// What is wrong with a programme leads to its field.
func TestFaultsOfProgrammes(t *testing.T) {
	for query, anchor := range map[string]string{
		guests: "#one.name",
		guests + "&one.repeat_purchase_rate_change=0.5":                   "#one.repeat_purchase_rate_change",
		guests + "&b.name=A&c.name=A":                                     "#c.name",
		strings.Replace(guests, "horizon=36", "horizon=0", 1) + bonusCard: "#horizon",
	} {
		if page := renderedOf(t, ProgrammesPage(), locale.Danish, query, false); !strings.Contains(page, `<a href="`+anchor+`">`) {
			t.Errorf("%s does not lead to %s", query, anchor)
		}
	}
}

// Buttons change programmes; the customer of all stays as it is. A page about
// one thing has no such buttons.
func TestEditProgrammes(t *testing.T) {
	for _, c := range []struct{ query, do, want, id string }{
		{"name=Caf%C3%A9&customers=5&one.name=A&one.fixed_cost=1", "add", "name=Caf%C3%A9&customers=5&one.name=A&one.fixed_cost=1&two.name=Program%202&two.fixed_cost=1", "two.name"},
		{"customers=5&x.name=A&y.name=B&y.fixed_cost=1", "remove:x", "customers=5&y.name=B&y.fixed_cost=1", "y.name"},
		{"customers=5&x.name=A", "remove:x", "customers=5&x.name=A", ""},
	} {
		edited, id := Edit(ProgrammesPage(), params(t, c.query), c.do, locale.Norwegian)
		if got := encode(edited); got != c.want || id != c.id {
			t.Errorf("%s of %s\nis %s at %q\nnot %s at %q", c.do, c.query, got, id, c.want, c.id)
		}
	}
	edited, id := Edit(PromisePage(), params(t, "horizon=3&basket_value=5"), "add", locale.English)
	if got := encode(edited); got != "horizon=3&basket_value=5" || id != "" {
		t.Errorf("promise: %s at %q", got, id)
	}
}

// All addresses that a page gives mean what the page shows.
func TestServiceAddressesMeanTheSame(t *testing.T) {
	for _, s := range serviceShown() {
		r := requestOf(t, s.page, locale.Danish, s.query, false)
		if len(r.Faults) > 0 {
			continue
		}
		v := &viewer{Request: r, entry: read(r.Page, r.Params), parts: s.page.parts(r.Answer)}
		links := append(v.downloads(), linkView{Href: v.take().Permalink})
		for _, use := range v.take().Uses {
			for _, snippet := range use.Snippets {
				links = append(links, linkView{Text: use.Title, Href: inAddress.FindString(strings.ReplaceAll(snippet.Text, `"&"`, ""))})
			}
		}
		for _, link := range append(links, v.languageLinks()...) {
			_, query, _ := strings.Cut(link.Href, "?")
			if got, want := v.figureAgain(t, query, link.Text), v.parts[0].figure(s.page.Figure).String(); !slices.Contains(got, want) && !strings.HasPrefix(link.Text, "For") {
				t.Errorf("%s, %s: %s gives %v, the page shows %s", s.page.Name, s.name, link.Href, got, want)
			}
		}
	}
}

var inAddress = regexp.MustCompile(`https://[^"' ]+`)

// figureAgain asks the calculator about the query of a link, and returns the
// page's figure of each part.
func (v *viewer) figureAgain(t *testing.T, query, what string) []string {
	t.Helper()
	p, _ := input.ParseQuery(query)
	options, rest := p.Split("lang", "decimal", "format", "dialect", "download", "table")
	r := Request{Page: v.Page, Lang: v.Lang, Params: rest}
	for _, o := range options {
		r.Dialect = dialectOf(r.Dialect, o)
	}
	_, a, err := calculate(t, r)
	if err != nil {
		t.Fatal(what, ": ", query, ": ", err)
	}
	var all []string
	for _, part := range v.Page.parts(a) {
		all = append(all, part.figure(v.Page.Figure).String())
	}
	return all
}
