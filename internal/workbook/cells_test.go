package workbook

import (
	"encoding/xml"
	"strings"
	"testing"
	"unicode/utf16"

	"blyant/internal/locale"
)

// inB7 is a cell as the file has it there.
func inB7(c cell) string { return string(c.append(nil, "B", "7")) }

// shared is a cell of a range that shares a formula.
func shared(value any, number int, formula, over string) cell {
	c := newCell(0, "", value)
	c.shares(number, formula, over)
	return c
}

// A cell is written by the kind of its value: numbers with the digits that tell one
// double from its neighbours, texts where they stand, formulas beside what they come to.
func TestCellsAreWritten(t *testing.T) {
	for want, c := range map[string]cell{
		`<c r="B7"><v>1</v></c>`:                                                           newCell(0, "", 1),
		`<c r="B7" s="3"><v>-0.1</v></c>`:                                                  newCell(3, "", -0.1),
		`<c r="B7"><v>0.30000000000000004</v></c>`:                                         newCell(0, "", 0.30000000000000004),
		`<c r="B7"><v>1000000000000000000000</v></c>`:                                      newCell(0, "", 1e21),
		`<c r="B7" t="inlineStr"><is><t xml:space="preserve"> a </t></is></c>`:             newCell(0, "", " a "),
		`<c r="B7" t="inlineStr"><is><t xml:space="preserve">a&amp;&lt;b&gt;</t></is></c>`: newCell(0, "", "a&<b>"),
		`<c r="B7" t="b"><v>1</v></c>`:                                                     newCell(0, "", true),
		`<c r="B7" t="b"><v>0</v></c>`:                                                     newCell(0, "", false),
		`<c r="B7"><f>SUM(A1:A3)</f><v>6</v></c>`:                                          newCell(0, "SUM(A1:A3)", 6),
		`<c r="B7" s="2"><f>A1&lt;2</f></c>`:                                               newCell(2, "A1<2", nil),
		`<c r="B7" t="str"><f>A1</f><v>x&amp;y</v></c>`:                                    newCell(0, "A1", "x&y"),
		`<c r="B7"><f t="shared" ref="B7:D7" si="4">A7+1</f><v>2</v></c>`:                  shared(2, 5, "A7+1", "B7:D7"),
		`<c r="B7"><f t="shared" si="4"></f><v>2.5</v></c>`:                                shared(2.5, 5, "", ""),
	} {
		got := inB7(c)
		if got != want {
			t.Errorf("%+v is %s, want %s", c, got, want)
		}
		if err := xml.Unmarshal([]byte(got), new(struct{ XMLName xml.Name })); err != nil {
			t.Errorf("%s: %v", got, err)
		}
	}
	if !(cell{}).absent() || newCell(1, "", nil).absent() || newCell(0, "", 0).absent() || shared(nil, 1, "", "").absent() || newCell(0, "1", nil).absent() {
		t.Error("a cell that is there is none, or the other way round")
	}
}

// What XML cannot hold becomes the sign for that; the rest comes back as it was.
func TestTextsAreEscaped(t *testing.T) {
	for text, want := range map[string]string{
		"plain": "plain", "æøå 漢字": "æøå 漢字", `"quoted" & 'single' <b>`: `"quoted" & 'single' <b>`, "a\x00b": "a\uFFFDb", "a\x1fb": "a\uFFFDb",
		"line\nbreak\ttab": "line\nbreak\ttab", "a\uFFFEb": "a\uFFFDb", "\xff": "\uFFFD", "": "",
	} {
		var out struct {
			Text string `xml:",chardata"`
		}
		document := append(appendEscaped([]byte("<t>"), text), "</t>"...)
		if err := xml.Unmarshal(document, &out); err != nil || out.Text != want {
			t.Errorf("%q comes back as %q from %s: %v", text, out.Text, document, err)
		}
	}
}

// A sheet's name has nothing in it that could mean anything in a formula, no more
// than spreadsheets take, and no other sheet has it.
func TestSheetNames(t *testing.T) {
	b := &book{}
	long := strings.Repeat("å", 40)
	for _, c := range []struct{ wanted, want string }{
		{"Pencils", "Pencils"}, {"pencils", "pencils_2"}, {"PENCILS", "PENCILS_3"}, {"", "-"}, {"???", "-_2"}, {"a/b\\c:d*e?f[g]h", "a b c d e f g h"},
		{"  two   spaces ", "two spaces"}, {"'quoted'", "quoted"}, {"-dash.", "dash"}, {"=1+1", "1+1"}, {"50 % & more", "50 % & more"},
		{long, strings.Repeat("å", 31)}, {long + "!", strings.Repeat("å", 29) + "_2"}, {strings.Repeat("𝔸", 20), strings.Repeat("𝔸", 15)}, {"tab\tline\n", "tab line"},
	} {
		got := b.uniqueName(c.wanted)
		if n := len(utf16.Encode([]rune(got))); n > longestSheetName || n == 0 {
			t.Errorf("%q has %d units", got, n)
		}
		if got != c.want {
			t.Errorf("%q becomes %q, want %q", c.wanted, got, c.want)
		}
		b.sheets = append(b.sheets, &sheet{book: b, name: got})
	}
}

// A name stands in quotes unless it is of letters alone and no cell's: ABC is one.
func TestQuotedNames(t *testing.T) {
	for name, want := range map[string]string{"Inputs": "Inputs", "ABC": "'ABC'", "ABCD": "ABCD", "Two words": "'Two words'", "Year1": "'Year1'", "Året": "'Året'", "It's": "'It''s'"} {
		if got := (&sheet{name: name}).quoted(); got != want {
			t.Errorf("%s is written %s", name, got)
		}
	}
}

// A formula's notation, where names end and what stands beside them.
func TestParse(t *testing.T) {
	for text, want := range map[string]formula{
		"":                   nil,
		"1+1":                {{0, "1+1"}},
		"[a]":                {{'.', "a"}},
		"[a^]+[b>]-[c:]":     {{'^', "a"}, {0, "+"}, {'>', "b"}, {0, "-"}, {':', "c"}},
		"@vat_rate*2":        {{'@', "vat_rate"}, {0, "*2"}},
		"@a@b":               {{'@', "a"}, {'@', "b"}},
		"IF(@x=0,[y],\"-\")": {{0, "IF("}, {'@', "x"}, {0, "=0,"}, {'.', "y"}, {0, ",\"-\")"}},
	} {
		got := parse(text)
		if len(got) != len(want) {
			t.Errorf("%q: %v", text, got)
			continue
		}
		for i := range got {
			if got[i] != want[i] {
				t.Errorf("%q: part %d is %v, want %v", text, i, got[i], want[i])
			}
		}
	}
}

// Texts in formulas double their quotation marks; lists of them are arguments or an
// array.
func TestWordsOfFormulas(t *testing.T) {
	if got := words(`say "hi"`); got != `"say ""hi"""` {
		t.Error(got)
	}
	if got := list([]string{"a", `b"c`}); got != `"a","b""c"` {
		t.Error(got)
	}
	if got := array([]string{"a"}); got != `{"a"}` {
		t.Error(got)
	}
	if got := (area{}).seen(nil); got != "#unknown" {
		t.Errorf("an area that nobody knows is %s", got)
	}
}

// Cells beside one another share a formula: the first has it with the range, the
// others its number; a single one likewise, and none at all none.
func TestSharedFormulas(t *testing.T) {
	s := &sheet{book: newBook(locale.English, 2)}
	s.share(2, 3, 3, style{}, "A1*2", func(i int) any { return i })
	s.share(3, 3, 1, style{}, "B1", func(int) any { return nil })
	s.share(4, 3, 0, style{}, "C1", func(int) any { return nil })
	first := s.rows[1][2]
	if got := inB7(first); got != `<c r="B7" s="1"><f t="shared" ref="C2:E2" si="0">A1*2</f><v>0</v></c>` {
		t.Error(got)
	}
	for i := 3; i <= 4; i++ {
		if c := s.rows[1][i]; c.formula() != "" || c.shared != 1 || c.number != float64(i-2) {
			t.Errorf("%+v", c)
		}
	}
	if c := s.rows[2][2]; c.words.over != "C3:C3" || c.shared != 2 {
		t.Errorf("%+v", c)
	}
	if len(s.rows) != 3 || s.shared != 2 {
		t.Errorf("%d rows, %d formulas", len(s.rows), s.shared)
	}
}
