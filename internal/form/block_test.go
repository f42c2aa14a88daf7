package form

import (
	"slices"
	"strings"
	"testing"

	"blyant/internal/locale"
)

// blockOf is what a page has to paste into that spreadsheet, by line.
func blockOf(t *testing.T, l locale.Language, query, tool string) []string {
	t.Helper()
	for _, s := range viewOf(t, l, query, false).blocks(0) {
		if s.ID == tool {
			return strings.Split(s.Text, "\n")
		}
	}
	return nil
}

// A block has labels, values and formulas of those cells, in the names and with
// the marks of the spreadsheet.
func TestBlock(t *testing.T) {
	const query = "name=Guest&acquisition_cost=50&basket_value=10.5&margin_rate=0.4&repeat_purchase_rate=0.9&period=month&horizon=36&timing=mid"
	for tool, want := range map[string][]string{
		"block_excel_nb":        {"0,4", "0,5", "=SUMMERPRODUKT(((RAD($A$1:$A$600)-RAD($A$1))<$B$2)*", "=AVRUND($B$13-$B$3;2)"},
		"block_excel_da":        {"0,4", "0,5", "=SUMPRODUKT(((RÆKKE($A$1:$A$600)-", "=AFRUND($B$13-$B$3;2)"},
		"block_excel_sv":        {"0,4", "0,5", "=PRODUKTSUMMA(((RAD($A$1:$A$600)-", "=AVRUNDA($B$13-$B$3;2)"},
		"block_excel":           {"0.4", "0.5", "=SUMPRODUCT(((ROW($A$1:$A$600)-", "=ROUND($B$13-$B$3,2)"},
		"block_excel_semicolon": {"0,4", "0,5", "=SUMPRODUCT(((ROW($A$1:$A$600)-", "=ROUND($B$13-$B$3;2)"},
		"block_sheets":          {"0,4", "0,5", "=SUMPRODUCT(((ROW($A$1:$A$600)-", "=ROUND($B$13-$B$3;2)"},
		"block_libreoffice":     {"0,4", "0,5", "=SUMPRODUCT(((ROW($A$1:$A$600)-", "=ROUND($B$13-$B$3;2)"},
	} {
		lines := blockOf(t, locale.Norwegian, query, tool)
		if len(lines) < 17 || lines[0] != "Guest\t" || lines[1] != locale.Norwegian.Label("horizon")+"\t36" || lines[2] != locale.Norwegian.Label("acquisition_cost")+"\t50" {
			t.Fatalf("%s: %q", tool, lines)
		}
		for _, wanted := range want {
			if !strings.Contains(strings.Join(lines, "\n"), "\t"+wanted) {
				t.Errorf("%s: %q is not in\n%s", tool, wanted, strings.Join(lines, "\n"))
			}
		}
	}
}

// A name that could be a formula is a text in the sheet, and has no line of its own.
func TestBlockIsHarmless(t *testing.T) {
	for _, name := range []string{"%3DHYPERLINK(1)", "%2B1", "-1", "@SUM(1)"} {
		lines := blockOf(t, locale.English, "acquisition_cost=50&basket_value=10&repeat_purchase_rate=0.5&name="+name, "block_excel")
		if !strings.HasPrefix(lines[0], "'") {
			t.Errorf("%s stands as %q", name, lines[0])
		}
	}
	if got := plainText("a\tb\n=c"); got != "a b =c" {
		t.Errorf("%q", got)
	}
}

// What a new sheet has no room for is not offered for it.
func TestBlockTooLarge(t *testing.T) {
	const customer = "acquisition_cost=50&basket_value=10&period=week&horizon=1100"
	if blockOf(t, locale.English, customer+"&repeat_purchase_rate=0.5", "block_sheets") != nil || blockOf(t, locale.English, customer+"&repeat_purchase_rate=0.5", "block_excel") == nil {
		t.Error("1100 periods are offered for Google Sheets, or not for Excel")
	}
	if blockOf(t, locale.English, customer+"&retention_curve="+strings.TrimSuffix(strings.Repeat("0.5,", 61), ","), "block_excel") != nil {
		t.Error("a curve of 61 values is written out")
	}
}

// An address that only this machine or its network reaches is one that Google does
// not reach.
func TestLocalAddresses(t *testing.T) {
	for base, want := range map[string]bool{
		"http://127.0.0.1:8080": true, "http://localhost:8080": true, "http://[::1]:80": true, "http://192.168.1.4": true, "http://shop": true, "http://till.local": true,
		"http://10.0.0.7:8080": true, "https://example.org": false, "https://blyant.example.org:8443": false, "http://8.8.8.8": false,
	} {
		if isLocal(base) != want {
			t.Errorf("%s: %v", base, !want)
		}
		v := viewOf(t, locale.English, "acquisition_cost=50&basket_value=10&repeat_purchase_rate=0.5", false)
		v.Base = base
		for _, s := range v.snippets(v.entry.items[0]) {
			if told := s.Remark != ""; told != (want && s.ID == "sheets") {
				t.Errorf("%s, %s: a remark: %v", base, s.ID, told)
			}
		}
	}
}

// A promise, a programme and a plan are blocks too, of formulas of their own cells; a
// customer whose rates are a curve in a programme is none.
func TestBlocksOfOtherPages(t *testing.T) {
	for name, c := range map[string]struct {
		page  Page
		query string
		wants []string
	}{
		"promise":   {PromisePage(), promise, []string{"Promise missed\t=1-$B$", "Prospects deterred by a missed promise\t=10*$B$", "Word of mouth about the promise\t=ROUND("}},
		"programme": {ProgrammesPage(), guests + bonusCard, []string{"Repeat-purchase rate, with the programme\t=$B$", "Total gain\t=ROUND(", "Return on the cost\t=ROUND("}},
		"of two":    {ProgrammesPage(), guests + bonusCard + party, []string{"Bonus card\t"}},
		"plan":      {PlanPage(), pencilShop, []string{"\tStill to come, part 1", "\nGreatest funding need\t=ROUND("}},
		"curve":     {ProgrammesPage(), strings.Replace(guests, "repeat_purchase_rate=0.9", "retention_curve=0.6,0.7,0.8", 1) + bonusCard, nil},
	} {
		r := requestOf(t, c.page, locale.English, c.query, false)
		v := &viewer{Request: r, entry: read(r.Page, r.Params), parts: r.Page.parts(r.Answer)}
		blocks := v.blocks(0)
		if (len(blocks) > 0) != (c.wants != nil) {
			t.Errorf("%s: %d blocks", name, len(blocks))
			continue
		}
		for _, want := range c.wants {
			if i := slices.IndexFunc(blocks, func(s snippet) bool { return s.ID == "block_excel" }); !strings.Contains(blocks[i].Text, want) {
				t.Errorf("%s: %q is not in\n%s", name, want, blocks[i].Text)
			}
		}
	}
}
