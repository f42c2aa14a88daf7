package format

import (
	"bytes"
	"encoding/csv"
	"slices"
	"strings"
	"testing"

	"blyant/internal/answer"
	"blyant/internal/locale"
)

func TestCSVDialects(t *testing.T) {
	goods := rows([]string{"name", "net_lifetime_value", "payback_periods"},
		[]answer.Cell{answer.String("Blåbær, fersk"), number("-46.00"), {}},
		[]answer.Cell{answer.String("x"), number("1950.00"), answer.Int(3)})
	nb := locale.Norwegian
	tests := []struct {
		name    string
		dialect Dialect
		want    string
	}{
		{"the default", Dialect{Header: true}, "name,net_lifetime_value,payback_periods\n\"Blåbær, fersk\",-46.00,\nx,1950.00,3\n"},
		{"without header", Dialect{}, "\"Blåbær, fersk\",-46.00,\nx,1950.00,3\n"},
		{"decimal comma", Dialect{Comma: true, Delimiter: ';'}, "\"Blåbær, fersk\";-46,00;\nx;1950,00;3\n"},
		{"both commas", Dialect{Comma: true}, "\"Blåbær, fersk\",\"-46,00\",\nx,\"1950,00\",3\n"},
		{"tabs", Dialect{Header: true, Delimiter: '\t'}, "name\tnet_lifetime_value\tpayback_periods\n\"Blåbær, fersk\"\t-46.00\t\nx\t1950.00\t3\n"},
		{"Excel in Norwegian", Dialect{Header: true, Comma: true, Delimiter: ';', Excel: true, Lang: nb},
			"\ufeff" + strings.Join([]string{nb.Label("name"), nb.Label("net_lifetime_value"), nb.Label("payback_periods")}, ";") +
				"\r\n\"Blåbær, fersk\";-46,00;\r\nx;1950,00;3\r\n"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if got := string(CSV(goods, test.dialect)); got != test.want {
				t.Errorf("got  %q\nwant %q", got, test.want)
			}
		})
	}
}

// A label never becomes a formula; a number is never touched.
func TestCSVGuardsFormulas(t *testing.T) {
	tests := map[string]string{
		"=1+1":        "'=1+1",
		"+x":          "'+x",
		"-x":          "'-x",
		"@x":          "'@x",
		"\tx":         "\"'\tx\"",
		"\rx":         "\"'\rx\"",
		"＝1":          "'＝1",
		`"=2+2"`:      `"""=2+2"""`,
		"x;=1+1":      `"x;=1+1"`,
		"x\t=1+1":     "\"x\t=1+1\"",
		" x":          `" x"`,
		"a-b":         "a-b",
		"":            "",
		"\xff":        "\ufffd",
		"line\nbreak": "\"line\nbreak\"",
		// what does not show is in front of the sign
		"\ufeff=1":       "'\ufeff=1",
		" =1":            "' =1",
		"\u00a0\u200b=1": "'\u00a0\u200b=1",
		"\u2060\u200e@x": "'\u2060\u200e@x",
		"\u200d＝1":       "'\u200d＝1",
		"\x01-x":         "'\x01-x",
		"\u200ba=b":      "\u200ba=b",
	}
	for text, want := range tests {
		table := rows([]string{text, "n"}, []answer.Cell{answer.String(text), number("-1.5")})
		if got := string(CSV(table, Dialect{Header: true})); got != want+",n\n"+want+",-1.5\n" {
			t.Errorf("%q is written as %q, want %q twice", text, got, want)
		}
	}
}

// A column has a cell in every row, a lone empty one too.
func TestCSVIsARectangle(t *testing.T) {
	table := rows([]string{"a"}, []answer.Cell{{}}, []answer.Cell{answer.String("")}, []answer.Cell{number("1.0")})
	if got, want := string(CSV(table, Dialect{})), "\"\"\n\"\"\n1.0\n"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	if got, want := string(CSV(rows([]string{""}, []answer.Cell{{}}), Dialect{Header: true})), "\"\"\n\"\"\n"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

// rows is a table of cells under names.
func rows(names []string, cells ...[]answer.Cell) answer.Table {
	records := make([]answer.Record, len(cells))
	for i, row := range cells {
		for j, name := range names {
			records[i] = append(records[i], answer.Member{Name: name, Value: row[j]})
		}
	}
	return answer.Fixed("", "row", records)
}

func TestCSVOfAnAnswerReadsBack(t *testing.T) {
	want := sample(120).Tables[0]
	for _, delimiter := range []byte{',', ';', '\t'} {
		read := readCSV(t, CSV(want, Dialect{Header: true, Delimiter: delimiter}), delimiter)
		if len(read) != 121 {
			t.Fatalf("%d rows", len(read))
		}
		for i, row := range want.Records() {
			texts := make([]string, len(row))
			for j, m := range row {
				texts[j] = row.Cell(m.Name).String()
			}
			if !slices.Equal(read[i+1], texts) {
				t.Fatalf("row %d is %q, want %q", i, read[i+1], texts)
			}
		}
	}
}

func readCSV(t *testing.T, data []byte, delimiter byte) [][]string {
	t.Helper()
	r := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(data, []byte(byteOrderMark))))
	r.Comma = rune(delimiter)
	rows, err := r.ReadAll()
	if err != nil {
		t.Fatalf("%v in %q", err, data)
	}
	return rows
}

func FuzzCSV(f *testing.F) {
	f.Add("name", "=1+1", byte(0), true)
	f.Add("a;b", "\"\r\n\xff", byte(1), false)
	f.Add("\ufeff", "", byte(2), true)
	f.Fuzz(func(t *testing.T, name, text string, choice byte, excel bool) {
		d := Dialect{Header: true, Delimiter: ",;\t"[choice%3], Excel: excel, Lang: locale.English}
		table := rows([]string{name, "b"}, []answer.Cell{answer.String(text), {}})
		read := readCSV(t, CSV(table, d), d.Delimiter)
		if len(read) != 2 || len(read[0]) != 2 {
			t.Fatalf("%q is no table of 2 by 2", read)
		}
		got := read[1][0]
		if startsFormula(got) {
			t.Fatalf("%q could be a formula", got)
		}
		// encoding/csv reads a line end within quotes as \n.
		want := strings.ReplaceAll(strings.ToValidUTF8(text, "\ufffd"), "\r\n", "\n")
		if got != want && got != "'"+want {
			t.Fatalf("got %q, want %q", got, want)
		}
	})
}
