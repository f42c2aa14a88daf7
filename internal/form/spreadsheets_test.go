package form

import (
	"net/url"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"blyant/internal/locale"
)

// takenOf are the formulas of a page for the figure of its first item, by their ids.
func takenOf(t *testing.T, page Page, l locale.Language, query string) map[string]string {
	t.Helper()
	r := requestOf(t, page, l, query, false)
	v := viewed(r)
	v.parts = r.Page.parts(r.Answer)
	all := map[string]string{}
	for _, s := range slices.Concat(v.take().Uses[0].Snippets, v.take().Uses[0].Blocks) {
		if all[s.ID] != "" || s.Title == "" {
			t.Errorf("%s, %s: %s is there twice or has no title", l, page.Name, s.ID)
		}
		all[s.ID] = s.Text
	}
	return all
}

// Functions are called and arguments parted as the Excel of each language wants; the
// names are those that Microsoft documents.
func TestExcelOfEachLanguage(t *testing.T) {
	const guest = "acquisition_cost=50&basket_value=10.5&repeat_purchase_rate=0.5"
	for id, want := range map[string]string{
		"excel":           `=NUMBERVALUE(WEBSERVICE("https://example.org/v1/lifetime-value/net_lifetime_value?`,
		"excel_semicolon": `=NUMBERVALUE(WEBSERVICE("https://example.org/v1/lifetime-value/net_lifetime_value?`,
		"excel_nb":        `=TALLVERDI(NETTJENESTE("https://example.org/v1/lifetime-value/net_lifetime_value?`,
		"excel_da":        `=TALVÆRDI(WEBTJENESTE("https://example.org/v1/lifetime-value/net_lifetime_value?`,
		"excel_sv":        `=TALVÄRDE(WEBBTJÄNST("https://example.org/v1/lifetime-value/net_lifetime_value?`,
		"libreoffice":     `=NUMBERVALUE(WEBSERVICE("https://example.org/v1/lifetime-value/net_lifetime_value?`,
		"sheets":          `=IMPORTDATA("https://example.org/v1/lifetime-value/net_lifetime_value?`,
	} {
		for _, l := range locale.Languages() {
			got := takenOf(t, ValuePage(), l, guest)[id]
			end := `");".")`
			switch id {
			case "excel":
				end = `"),".")`
			case "sheets":
				end = `"` + l.ListMark() + ` ","` + l.ListMark() + ` "en_US")`
			}
			if !strings.HasPrefix(got, want) || !strings.HasSuffix(got, end) {
				t.Errorf("%s: %s is %s, wanted %s…%s", l, id, got, want, end)
			}
		}
	}
}

// The own Excel of a language comes first, and every language is on offer once.
func TestOwnExcelComesFirst(t *testing.T) {
	for l, want := range map[locale.Language]string{locale.English: "excel", locale.Norwegian: "excel_nb", locale.Danish: "excel_da", locale.Swedish: "excel_sv"} {
		v := viewOf(t, l, "acquisition_cost=50&basket_value=10&repeat_purchase_rate=0.5", false)
		var ids []string
		for _, s := range v.snippets(v.entry.items[0]) {
			ids = append(ids, s.ID)
		}
		if ids[0] != want {
			t.Errorf("%s: %s comes first", l, ids[0])
		}
		for _, id := range []string{"excel", "excel_semicolon", "excel_nb", "excel_da", "excel_sv", "sheets", "libreoffice", "power_query", "curl", "url", "json"} {
			if n := len(ids) - len(slices.DeleteFunc(slices.Clone(ids), func(s string) bool { return s == id })); n != 1 {
				t.Errorf("%s: %s is on offer %d times", l, id, n)
			}
		}
	}
}

var quoted = regexp.MustCompile(`"[^"]*"`)

// A formula is one: its brackets close, its texts are short enough and hold no quote,
// no line break and no dialect but that of the point; its address carries the query.
func TestFormulasAreWhole(t *testing.T) {
	hostileName := "name=" + url.QueryEscape(`"; DROP & 'x' (1) `+strings.Repeat("å", 50))
	for _, s := range append(examplesOfPages(), shown{"hostile", hostileName + "&acquisition_cost=50.25&basket_value=10&repeat_purchase_rate=0.5", ValuePage()},
		shown{"programme", guests + "&one." + hostileName + "&one.repeat_purchase_rate_change=0.03&one.fixed_cost=10", ProgrammesPage()}) {
		for _, l := range locale.Languages() {
			for id, text := range takenOf(t, s.page, l, s.query) {
				if !strings.HasPrefix(text, "=") || strings.HasPrefix(id, "block") {
					continue
				}
				code := quoted.ReplaceAllString(text, "")
				if strings.ContainsAny(text, "\n\r\t") || strings.ContainsAny(code, `"'`) || strings.Count(code, "(") != strings.Count(code, ")") {
					t.Errorf("%s, %s: %s is no formula: %s", l, s.page.Name, id, text)
				}
				for _, piece := range quoted.FindAllString(text, -1) {
					if strings.HasPrefix(id, "excel") && len(piece) > 257 {
						t.Errorf("%s, %s: %s has a text of %d", l, s.page.Name, id, len(piece)-2)
					}
				}
				if joined := strings.ReplaceAll(text, `"&"`, ""); strings.Count(joined, "decimal=point") != 1 || strings.Contains(joined, "percent=") || strings.Contains(joined, "lang=") {
					t.Errorf("%s, %s: %s asks for %s", l, s.page.Name, id, joined)
				}
			}
		}
	}
}

var (
	plainNumber = regexp.MustCompile(`^-?\d+([.,]\d+)?$`)
	cellOf      = regexp.MustCompile(`\$([ABC])\$(\d+)`)
)

// A block to paste has two columns throughout, or three beside a curve; its numbers
// have the mark of its sheet, and its formulas refer to lines that are there, in the
// sheet's separators.
func TestBlocksFitTheirSheet(t *testing.T) {
	for _, s := range []shown{
		{"guest", "name=Guest&acquisition_cost=50.5&basket_value=10.5&margin_rate=0.4&repeat_purchase_rate=0.9&period=month&horizon=36&timing=mid&vat_rate=0.25", ValuePage()},
		{"curve", "acquisition_cost=50.5&basket_value=10.5&retention_curve=0.65,0.75,0.8", ValuePage()},
		{"promise", promise, PromisePage()}, {"card", guests + bonusCard, ProgrammesPage()},
	} {
		for _, l := range locale.Languages() {
			for id, text := range takenOf(t, s.page, l, s.query) {
				if !strings.HasPrefix(id, "block_") {
					continue
				}
				lines := strings.Split(text, "\n")
				semicolon := id != "block_excel" && (l.DecimalComma() || (id != "block_sheets" && id != "block_libreoffice"))
				mark, strange := ".", ";"
				if semicolon {
					mark, strange = ",", "."
				}
				for _, line := range lines {
					cells := strings.Split(line, "\t")
					if len(cells) != 2 && (s.name != "curve" || len(cells) != 3) {
						t.Errorf("%s, %s, %s: %q", l, s.name, id, line)
					}
					if value := cells[1]; plainNumber.MatchString(value) && strings.ContainsAny(strings.ReplaceAll(value, mark, ""), ".,") {
						t.Errorf("%s, %s, %s: the number %s", l, s.name, id, value)
					}
					if formula := cells[1]; strings.HasPrefix(formula, "=") {
						if strings.Contains(formula, strange) || strings.Count(formula, "(") != strings.Count(formula, ")") {
							t.Errorf("%s, %s, %s: the formula %s", l, s.name, id, formula)
						}
						for _, cell := range cellOf.FindAllStringSubmatch(formula, -1) {
							if row, _ := strconv.Atoi(cell[2]); cell[1] != "A" && (row < 1 || row > len(lines) || strings.Count(lines[row-1], "\t") == 0) {
								t.Errorf("%s, %s, %s: %s refers to %s of %d lines", l, s.name, id, formula, cell[0], len(lines))
							}
						}
					}
				}
			}
		}
	}
}
