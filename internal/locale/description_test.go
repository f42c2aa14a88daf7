package locale

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/language"
)

// A row without one of these would write numbers and links that nobody reads.
func TestDescriptionsAreComplete(t *testing.T) {
	owner := map[string]Language{}
	for _, d := range descriptions {
		if tag, err := language.Parse(string(d.tag)); err != nil || tag.String() != string(d.tag) {
			t.Errorf("%s is no tag of a language: %v", d.tag, err)
		}
		for _, tag := range append([]string{string(d.tag)}, d.same...) {
			if other, taken := owner[tag]; taken || strings.ToLower(tag) != tag {
				t.Errorf("%s: the tag %q is taken by %q, or in capitals", d.tag, tag, other)
			}
			owner[tag] = d.tag
		}
		if d.name == "" || d.krone == "" {
			t.Errorf("%s has no name or no crowns", d.tag)
		}
		if (d.decimal != "." && d.decimal != ",") || utf8.RuneCountInString(d.grouping) != 1 || d.grouping == d.decimal {
			t.Errorf("%s marks numbers with %q and %q", d.tag, d.grouping, d.decimal)
		}
		if !strings.HasSuffix(d.percent, "%") || strings.Trim(d.percent, spaces+"%") != "" {
			t.Errorf("%s has the percent sign %q", d.tag, d.percent)
		}
		f := d.functions
		if given := f != (ExcelFunctions{}); given && (f.NumberValue == "" || f.WebService == "" || f.FilterXML == "") {
			t.Errorf("%s has some of the functions of Excel: %v", d.tag, f)
		}
	}
	if descriptions[0].tag != English {
		t.Errorf("%s stands in for words that are missing", descriptions[0].tag)
	}
}

func TestTags(t *testing.T) {
	if got := Tags(); !slices.Equal(got[:6], []string{"en", "nb", "nn", "no", "da", "sv"}) {
		t.Errorf("the tags are %q", got)
	}
	for _, tag := range Tags() {
		if l, known := Parse(tag); !known || (tag != string(l) && !slices.Contains(l.TakenFor(), tag)) {
			t.Errorf("%s is read as %s, %v", tag, l, known)
		}
	}
}

func TestMarks(t *testing.T) {
	for _, c := range []struct {
		l                         Language
		decimal, list, percent    string
		comma                     bool
		function, name, crowns    string
		euros, owed, dollars, sum string
	}{
		{English, ".", ",", "%", false, "", "English", "kr", "€1,234.50", "-€5", "5\u00a0USD", "1,234.50\u00a0kr"},
		{Norwegian, ",", ";", "\u00a0%", true, "TALLVERDI", "Norsk", "kr", "1\u00a0234,50\u00a0€", "-5\u00a0€", "5\u00a0USD", "1\u00a0234,50\u00a0kr"},
		{Danish, ",", ";", "\u00a0%", true, "TALVÆRDI", "Dansk", "kr.", "1.234,50\u00a0€", "-5\u00a0€", "5\u00a0USD", "1.234,50\u00a0kr."},
		{Swedish, ",", ";", "\u00a0%", true, "TALVÄRDE", "Svenska", "kr", "1\u00a0234,50\u00a0€", "-5\u00a0€", "5\u00a0USD", "1\u00a0234,50\u00a0kr"},
	} {
		f, known := c.l.ExcelFunctions()
		got := []string{c.l.DecimalMark(), c.l.ListMark(), c.l.PercentSign(), f.NumberValue, c.l.Name(), c.l.CurrencySign("SEK"),
			c.l.Money("1234.50", "EUR"), c.l.Money("-5", "EUR"), c.l.Money("5", "USD"), c.l.Money("1234.50", "DKK")}
		want := []string{c.decimal, c.list, c.percent, c.function, c.name, c.crowns, c.euros, c.owed, c.dollars, c.sum}
		if !slices.Equal(got, want) || known != (c.function != "") || c.l.DecimalComma() != c.comma {
			t.Errorf("%s: %q, want %q", c.l, got, want)
		}
	}
}

// A language that there is no row for is written as English is.
func TestUnknownLanguageIsDescribedAsEnglish(t *testing.T) {
	if l := Language("qaa"); l.Name() != "English" || l.Number("1234.5") != "1,234.5" || len(l.TakenFor()) > 0 {
		t.Errorf("%s: %s %s", l, l.Name(), l.Number("1234.5"))
	}
}
