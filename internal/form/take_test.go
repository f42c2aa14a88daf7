package form

import (
	"regexp"
	"strings"
	"testing"

	"blyant/internal/input"
	"blyant/internal/locale"
	"blyant/model"
)

var quotedText = regexp.MustCompile(`"[^"]*"`)

// Excel takes texts of at most 255 characters in a formula; joined, the pieces
// are the address.
func TestExcelText(t *testing.T) {
	for _, n := range []int{0, 1, 250, 251, 500, 501, 2000} {
		address := strings.Repeat("abcdefghij", n/10+1)[:n]
		formula := excelText(address)
		for _, piece := range quotedText.FindAllString(formula, -1) {
			if len(piece)-2 > 255 {
				t.Errorf("a piece of %d characters", len(piece)-2)
			}
		}
		if joined := strings.Trim(strings.ReplaceAll(formula, `"&"`, ""), `"`); joined != address {
			t.Errorf("%d characters do not come together again", n)
		}
	}
}

func viewOf(t *testing.T, l locale.Language, query string, typed bool) *viewer {
	t.Helper()
	r := request(t, l, query, typed)
	if len(r.Faults) > 0 {
		t.Fatal(r.Faults)
	}
	return &viewer{Request: r, entry: read(r.Page, r.Params), parts: parts(r.Answer)}
}

// nets reads the query of an address and works out the net lifetime values.
func nets(t *testing.T, l locale.Language, query string) string {
	t.Helper()
	p, _ := input.ParseQuery(query)
	options, rest := p.Split("lang", "decimal", "format", "dialect", "download")
	r := Request{Page: ValuePage(), Lang: l, Params: rest}
	for _, o := range options {
		r.Dialect = dialectOf(r.Dialect, o)
	}
	_, a, err := calculate(t, r)
	if err != nil {
		t.Fatal(query, ": ", err)
	}
	var values []string
	for _, p := range parts(a) {
		values = append(values, p.figure("net_lifetime_value").String())
	}
	return strings.Join(values, " ")
}

// dialectOf is the dialect with what an option of a query says of it.
func dialectOf(d input.Dialect, o input.Param) input.Dialect {
	if o.Name == "decimal" {
		d.Said, d.Comma = true, o.Value == "comma"
	}
	return d
}

// All addresses that a page gives mean what the page shows, however it was
// typed.
func TestAddressesMeanTheSame(t *testing.T) {
	typed := "horizon=10 år&annual_discount_rate=8+%25&one.acquisition_cost=50 kr&one.basket_value=1.234,5&one.retention_curve=0,6;+70 %25" +
		"&two.acquisition_cost=50,-&two.basket_value=10&two.margin_rate=40 %25&two.orders_per_period=12,5&two.repeat_purchase_rate=0,9"
	for query, isTyped := range map[string]bool{typed: true, pencil: false} {
		v := viewOf(t, locale.Norwegian, query, isTyped)
		want := make([]string, len(v.parts))
		for i, p := range v.parts {
			want[i] = p.figure("net_lifetime_value").String()
		}
		all := strings.Join(want, " ")
		links := append(v.downloads(), linkView{Href: v.take().Permalink})
		links = append(links, v.languageLinks()...)
		for _, link := range links {
			_, q, _ := strings.Cut(link.Href, "?")
			if got := nets(t, v.Lang, q); got != all {
				t.Errorf("%s gives %s, the page shows %s", link.Href, got, all)
			}
		}
		for i := range v.parts {
			for _, s := range v.snippets(v.entry.items[i]) {
				_, q, _ := strings.Cut(regexp.MustCompile(`https://[^"' ]+`).FindString(strings.ReplaceAll(s.Text, `"&"`, "")), "?")
				if got := nets(t, v.Lang, q); got != want[i] {
					t.Errorf("%s: %s gives %s, the page shows %s", s.ID, s.Text, got, want[i])
				}
			}
		}
	}
}

// The figures on offer are those that the address of a figure knows.
func TestFiguresOnOffer(t *testing.T) {
	offered := viewOf(t, locale.English, pencil, false).take().Figures
	for i, f := range model.SummaryFigures() {
		if offered[i].Value != f.Name {
			t.Errorf("%s is offered in place of %s", offered[i].Value, f.Name)
		}
	}
}

// What Excel cannot fetch from a cell is not offered for it, and Power Query says why.
func TestTooLongForExcel(t *testing.T) {
	kinds := func(n int) string {
		var query strings.Builder
		query.WriteString("acquisition_cost=50&basket_value=10&repeat_purchase_rate=0.5")
		for i := range n {
			query.WriteString("&k" + itoa(i) + ".name=" + strings.Repeat("x", 60) + itoa(i) + "&k" + itoa(i) + ".new_customers_first=3")
		}
		return query.String()
	}
	for n, want := range map[int]bool{1: true, 20: false} {
		r := requestOf(t, PlanPage(), locale.Norwegian, kinds(n), false)
		v := &viewer{Request: r, entry: read(r.Page, r.Params), parts: r.Page.parts(r.Answer)}
		all := v.snippets(item{})
		for _, s := range all {
			switch {
			case strings.HasPrefix(s.ID, "excel") && !want:
				t.Errorf("%d kinds: %s is offered", n, s.ID)
			case s.ID == "power_query" && strings.Contains(s.Remark, "NETTJENESTE") == want:
				t.Errorf("%d kinds: the remark is %q", n, s.Remark)
			}
		}
		if excel := strings.HasPrefix(all[0].ID, "excel"); excel != want {
			t.Errorf("%d kinds: the first is %s", n, all[0].ID)
		}
	}
}
