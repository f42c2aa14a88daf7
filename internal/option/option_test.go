package option_test

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"blyant/internal/option"
	"blyant/model/vocabulary"
)

// What numbers in a request and in a table have for a decimal mark: what is asked
// for, else what the language named in the query has, and in tables only as Excel
// opens them.
func TestDecimalMarks(t *testing.T) {
	for _, c := range []struct {
		o             option.Options
		reads, writes bool
	}{
		{option.Options{}, false, false},
		{option.Options{Decimal: "comma"}, true, true},
		{option.Options{Decimal: "point", Lang: "nb"}, false, false},
		{option.Options{Lang: "nb"}, true, false},
		{option.Options{Lang: "nb", Dialect: "excel"}, true, true},
		{option.Options{Lang: "en", Dialect: "excel"}, false, false},
		{option.Options{Lang: "nb", Dialect: "excel", Decimal: "point"}, false, false},
		{option.Options{Dialect: "excel"}, false, false},
		{option.Options{Lang: "no"}, true, false}, // taken for nb
		{option.Options{Lang: "xx"}, false, false},
	} {
		if c.o.ReadsComma() != c.reads || c.o.WritesComma() != c.writes {
			t.Errorf("%+v reads a comma: %v, writes one: %v", c.o, c.o.ReadsComma(), c.o.WritesComma())
		}
	}
}

// What stands between columns: what is asked for, a tab in tsv, and a semicolon
// where a comma is the decimal mark.
func TestSeparators(t *testing.T) {
	for _, c := range []struct {
		o     option.Options
		write byte
		csv   byte // as a table that is read
		tsv   byte
	}{
		{option.Options{}, ',', ',', '\t'},
		{option.Options{Decimal: "comma"}, ';', ';', '\t'},
		{option.Options{Lang: "da"}, ',', ';', '\t'},
		{option.Options{Lang: "da", Dialect: "excel"}, ';', ';', '\t'},
		{option.Options{Format: option.TSV}, '\t', ',', '\t'},
		{option.Options{Format: option.TSV, Decimal: "comma"}, '\t', ';', '\t'},
		{option.Options{Delimiter: "comma", Decimal: "comma"}, ',', ',', ','},
		{option.Options{Delimiter: "semicolon"}, ';', ';', ';'},
		{option.Options{Delimiter: "tab"}, '\t', '\t', '\t'},
	} {
		if got := c.o.Separator(); got != c.write {
			t.Errorf("%+v: %q, want %q", c.o, got, c.write)
		}
		if csv, tsv := c.o.ReadsSeparator(option.CSV), c.o.ReadsSeparator(option.TSV); csv != c.csv || tsv != c.tsv {
			t.Errorf("%+v: csv is read with %q and tsv with %q", c.o, csv, tsv)
		}
	}
}

// A comma cannot be both marks, and tsv has tabs.
func TestConflicts(t *testing.T) {
	for _, c := range []struct {
		o            option.Options
		reason, hint string
	}{
		{option.Options{Delimiter: "comma"}, "", ""},
		{option.Options{Delimiter: "comma", Decimal: "comma"}, "both_commas", "semicolon"},
		{option.Options{Delimiter: "comma", Lang: "sv", Dialect: "excel"}, "both_commas", "semicolon"},
		{option.Options{Delimiter: "comma", Lang: "sv"}, "", ""},
		{option.Options{Delimiter: "semicolon", Decimal: "comma"}, "", ""},
		{option.Options{Format: option.TSV, Delimiter: "tab"}, "", ""},
		{option.Options{Format: option.TSV}, "", ""},
		{option.Options{Format: option.TSV, Delimiter: "semicolon"}, "delimiter_of_tsv", "tab"},
	} {
		faults := c.o.Conflicts()
		if (len(faults) > 0) != (c.reason != "") || len(faults) > 0 && (faults[0].Reason != c.reason || faults[0].Hint != c.hint || faults[0].Field != "delimiter" || faults[0].Code != vocabulary.CodeConflict || faults[0].Value != c.o.Delimiter) {
			t.Errorf("%+v: %+v", c.o, faults)
		}
	}
}

// The size of a chart where it is given, else the usual one, each by itself.
func TestSize(t *testing.T) {
	for _, c := range []struct {
		o             option.Options
		width, height int
	}{
		{option.Options{}, 800, 400},
		{option.Options{Width: vocabulary.Count(100)}, 100, 400},
		{option.Options{Height: vocabulary.Count(2000)}, 800, 2000},
	} {
		if width, height := c.o.Size(); width != c.width || height != c.height {
			t.Errorf("%+v: %d by %d", c.o, width, height)
		}
	}
}

// A finer picture has more pixels, which is what it costs, and no more than the
// largest one that is not finer.
func TestPixels(t *testing.T) {
	sized := func(width, height, scale int) option.Options {
		return option.Options{Width: vocabulary.Count(width), Height: vocabulary.Count(height), Scale: vocabulary.Count(scale)}
	}
	for _, c := range []struct {
		o      option.Options
		pixels int
		dear   bool
	}{
		{option.Options{}, 320_000, false},
		{sized(600, 400, 1), 240_000, false},
		{sized(600, 400, 2), 960_000, false},
		{sized(2000, 2000, 1), 4_000_000, false},
		{sized(1000, 1000, 2), 4_000_000, false},
		{sized(1001, 1000, 2), 4_004_000, true},
		{sized(2000, 2000, 2), 16_000_000, true},
	} {
		faults := c.o.Conflicts()
		if c.o.Pixels() != c.pixels || (len(faults) > 0) != c.dear {
			t.Errorf("%+v: %d pixels, %v", c.o, c.o.Pixels(), faults)
		}
		if c.dear && (faults[0].Field != "scale" || faults[0].Reason != "too_many_pixels" || faults[0].Hint != "1" || faults[0].Value != "2" || faults[0].Args[0] != "4000000") {
			t.Errorf("%+v", faults)
		}
	}
}

// Every option that changes an answer is in its key, each in a place of its own: a
// cache serves wrong bytes where one is forgotten. How faults come is none of them.
func TestKeyHasEveryOption(t *testing.T) {
	key := func(o option.Options) string {
		return string(o.AppendKey(nil, func(dst []byte, text string) []byte { return append(append(dst, text...), '|') }))
	}
	none := key(option.Options{})
	seen := map[string]string{none: "no option"}
	for _, o := range option.All() {
		var with option.Options
		value := vocabulary.Value{Text: "comma"}
		if o.Kind == vocabulary.KindWhole {
			value = vocabulary.Value{Number: o.Max}
		}
		o.Set(&with, value)
		got := key(with)
		if other, taken := seen[got]; taken != o.OnlyFaults {
			t.Errorf("%s has the key %q, as %s", o.Name, got, other)
		}
		seen[got] = o.Name
	}
	if n := strings.Count(none, "|"); n != len(option.All())-1 {
		t.Errorf("%d places in the key of %d options", n, len(option.All()))
	}
}

// Fields and names are those of the options, in their order; each keeps its value in
// a place of its own.
func TestOptionsKeepTheirValues(t *testing.T) {
	var o option.Options
	for i, f := range option.Fields() {
		if f.Name != option.Names()[i] || f.Name != option.All()[i].Name || option.All()[i].Meaning == "" {
			t.Errorf("%d: %s and %s", i, f.Name, option.Names()[i])
		}
		if f.Has(&o) {
			t.Errorf("%s has a value that nobody gave", f.Name)
		}
		f.Set(&o, vocabulary.Value{Text: f.Name, Number: f.Min})
	}
	filled := reflect.ValueOf(o)
	for i := range filled.NumField() {
		if filled.Field(i).IsZero() {
			t.Errorf("no option fills %s", filled.Type().Field(i).Name)
		}
	}
	list := option.All()
	list[0].Name = "changed"
	if option.Names()[0] == "changed" {
		t.Error("the list is not the caller's own")
	}
}

// Media are found by their name; text has its character set beside its type.
func TestMedia(t *testing.T) {
	for name, want := range map[string]string{
		option.JSON: "application/json", option.CSV: "text/csv; charset=utf-8", option.TSV: "text/tab-separated-values; charset=utf-8", option.XML: "application/xml; charset=utf-8",
		option.Text: "text/plain; charset=utf-8", option.PNG: "image/png", option.SVG: "image/svg+xml", option.HTML: "text/html; charset=utf-8", option.NDJSON: "application/x-ndjson",
		option.XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
	} {
		m := option.MediumNamed(name)
		if m == nil || m.Name != name || m.ContentType() != want {
			t.Errorf("%s is %+v", name, m)
		}
	}
	for _, name := range []string{"", "JSON", "yaml"} {
		if m := option.MediumNamed(name); m != nil {
			t.Errorf("%q is %+v", name, m)
		}
	}
	if media := option.Media(); media[0].Name != option.JSON {
		t.Errorf("%v", media)
	}
	types := map[string]bool{}
	for _, m := range option.Media() {
		if types[m.Type] {
			t.Errorf("%s has the media type of another", m.Name)
		}
		types[m.Type] = true
		if dense := slices.Contains([]string{option.XLSX, option.PNG}, m.Name); m.Dense != dense || m.Binary != dense {
			t.Errorf("%s is dense: %v, and no text: %v", m.Name, m.Dense, m.Binary)
		}
	}
}

// What lang takes is said in a sentence, with the names that are taken for another.
func TestLanguageText(t *testing.T) {
	for _, o := range option.All() {
		if o.Name != "lang" {
			continue
		}
		for _, part := range []string{"Language of labels and messages", "nb", "else en", "nb, da and sv", "decimal comma"} {
			if !strings.Contains(o.Meaning, part) {
				t.Errorf("%q does not say %q", o.Meaning, part)
			}
		}
	}
}
