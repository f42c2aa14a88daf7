package workbook

import (
	"strings"
	"testing"
	"unicode/utf16"

	"blyant/internal/locale"
	"blyant/model"
	"blyant/model/vocabulary"

	"github.com/xuri/excelize/v2"
)

func TestRender(t *testing.T) {
	b := new(book)
	here, there := &sheet{book: b, name: "Here"}, &sheet{book: b, name: "It's there"}
	sc := newScope(newScope(nil))
	sc.lines["a"], sc.outer.lines["b"] = line{here, 12, 5, 9}, line{there, 30, 5, 31}
	sc.set("basket_cap", here, 4, 8)
	sc.outer.areas["curve"] = area{there, 4, 40, 4, 49}
	for text, want := range map[string]string{
		`[a]+1`:                              `G12+1`,
		`[a^]*[b]`:                           `F12*'It''s there'!G30`,
		`SUM([a:],[b:])`:                     `SUM($E$12:$I$12,'It''s there'!$E$30:$AE$30)`,
		`IF(@basket_cap="",0,COUNT(@curve))`: `IF($D$8="",0,COUNT('It''s there'!$D$40:$D$49))`,
		`[number]=1`:                         `G$4=1`,
		``:                                   ``,
	} {
		if got := sc.render(parse(text), here, 7); got != want {
			t.Errorf("%s is %s, want %s", text, got, want)
		}
	}
}

func TestLetters(t *testing.T) {
	for col, want := range map[int]string{1: "A", 26: "Z", 27: "AA", 52: "AZ", 703: "AAA"} {
		if got := letters(col); got != want {
			t.Errorf("column %d is %s, want %s", col, got, want)
		}
	}
}

// The list of currencies in formulas holds every code once, and the formula for
// decimals every code that does not have two.
func TestCurrencyTexts(t *testing.T) {
	list := strings.ReplaceAll(currencyList(), `"&"`, "")
	formula := currencyDecimals()
	for _, code := range choices("currency") {
		if strings.Count(list, " "+code+" ") != 1 {
			t.Errorf("%s is not in the list", code)
		}
		n, _ := vocabulary.Currency(code).Decimals()
		if in := strings.Contains(formula, " "+code+" "); in != (n != 2) {
			t.Errorf("%s with %d decimals: in the formula is %v", code, n, in)
		}
	}
	for _, text := range texts.FindAllString(currencyList(), -1) {
		if len(text) > 257 {
			t.Errorf("a text of %d bytes", len(text))
		}
	}
}

// Whatever a customer is called, the sheet has a name that spreadsheets allow and
// no other sheet has.
func FuzzSheetName(f *testing.F) {
	for _, name := range []string{"", "'", "a/b\\c?*[]:", "History", strings.Repeat("æ", 40), "🖊🖊🖊🖊🖊🖊🖊🖊🖊🖊🖊🖊🖊🖊🖊🖊🖊🖊🖊", "\x00\t\n", "=1+1", "-"} {
		f.Add(name)
	}
	f.Fuzz(func(t *testing.T, name string) {
		b := newBook(locale.English, 2)
		var all []string
		for range 3 {
			s := b.sheet(name)
			if n := len(utf16.Encode([]rune(s.name))); n == 0 || n > longestSheetName {
				t.Errorf("%q has %d letters", s.name, n)
			}
			if strings.ContainsAny(s.name, `:\/?*[]'=`) {
				t.Errorf("%q has letters that are not allowed", s.name)
			}
			all = append(all, strings.ToLower(s.name))
		}
		if b.err != nil {
			t.Error(b.err)
		}
		if all[0] == all[1] || all[1] == all[2] || all[0] == all[2] {
			t.Errorf("two sheets are called the same: %q", all)
		}
	})
}

// Names in formulas are ones that spreadsheets accept.
func TestNamesAreAccepted(t *testing.T) {
	f := excelize.NewFile()
	for _, field := range model.ScenarioFields() {
		if err := f.SetDefinedName(&excelize.DefinedName{Name: field.Name, RefersTo: "Sheet1!$A$1"}); err != nil {
			t.Errorf("%s: %v", field.Name, err)
		}
	}
}

func TestLinesOf(t *testing.T) {
	for text, want := range map[string]int{"": 1, "one two": 1, "one two three": 2, "a very-long-word-indeed b": 3} {
		if got := linesOf(text, 10); got != want {
			t.Errorf("%q has %d lines, want %d", text, got, want)
		}
	}
}
