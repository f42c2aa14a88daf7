package input

import (
	"bytes"
	"encoding/csv"
	"maps"
	"net/url"
	"slices"
	"strings"
	"testing"

	"blyant/model"
	"blyant/model/vocabulary"

	"pgregory.net/rapid"
)

// spoilt are ways to be wrong that are the same in every form of a request.
var spoilt = []struct {
	what, text string
	code       vocabulary.Code
	fits       func(f vocabulary.Field) bool
}{
	{"beyond the most", "9999999999999", vocabulary.CodeOutOfRange, func(f vocabulary.Field) bool { return f.Kind == vocabulary.KindNumber && f.PercentAbove.IsZero() }},
	{"below the least", "-9999999999999", vocabulary.CodeOutOfRange, func(f vocabulary.Field) bool { return f.Kind == vocabulary.KindNumber }},
	{"words", "plenty", vocabulary.CodeNotANumber, func(f vocabulary.Field) bool { return f.Numeric() }},
	{"infinity", "Infinity", vocabulary.CodeNotANumber, func(f vocabulary.Field) bool { return f.Numeric() }},
	{"no choice", "nothing like it", vocabulary.CodeNotAChoice, func(f vocabulary.Field) bool { return f.Kind == vocabulary.KindChoice }},
	{"too long", strings.Repeat("x", 81), vocabulary.CodeTooLong, func(f vocabulary.Field) bool { return f.Kind == vocabulary.KindText }},
}

// Whatever is wrong with one field is said of that field and of no other, with the same
// code in a query, in JSON and in a row.
func TestOneFaultIsTheSameEverywhere(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		drawn := drawScenario(t)
		delete(drawn, "basket_cap") // a fault of the basket makes none of the cap
		way := rapid.SampledFrom(spoilt).Draw(t, "way")
		var fit []string
		for name := range drawn {
			if f, _ := scenarioField(name); way.fits(f) {
				fit = append(fit, name)
			}
		}
		if len(fit) == 0 {
			return
		}
		slices.Sort(fit)
		name := rapid.SampledFrom(fit).Draw(t, "field")
		typed := inDialect(drawn, false)
		typed[name] = way.text
		members := make([]string, 0, len(typed))
		for name, text := range typed {
			f, _ := scenarioField(name)
			literal := quote(text)
			if f.Kind == vocabulary.KindNumbers {
				literal = "[" + text + "]"
			}
			members = append(members, quote(name)+":"+literal)
		}
		params, _ := ParseQuery(asQuery(t, typed))
		names, row := asRow(t, typed, ';')
		for form, faults := range map[string]vocabulary.Faults{
			"query": FromParams(flat, params, Dialect{Said: true}, new(model.Scenario)),
			"JSON":  FromJSON(flat, []byte("{"+strings.Join(members, ",")+"}"), Dialect{Said: true}, new(model.Scenario)),
			"row":   fromRow(t, names, row, ';', Dialect{Said: true}, new(model.Scenario)),
		} {
			if len(faults) != 1 || faults[0].Field != name || faults[0].Code != way.code {
				t.Fatalf("%s = %q (%s) in %s: %v", name, way.text, way.what, form, faults)
			}
		}
	})
}

// A name that nobody knows, and one given twice, are the only faults of a good request.
func TestNamesAreFaultsOfTheirOwn(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		typed := inDialect(drawScenario(t), false)
		query := asQuery(t, typed)
		unknown := rapid.StringMatching(`[a-z]{3,12}_[a-z]{3,12}`).Filter(func(s string) bool { _, is := scenarioField(s); return !is }).Draw(t, "unknown")
		again := rapid.SampledFrom(slices.Sorted(maps.Keys(typed))).Draw(t, "again")
		for more, code := range map[string]vocabulary.Code{unknown + "=1": vocabulary.CodeUnknownField, again + "=" + url.QueryEscape(typed[again]): vocabulary.CodeDuplicate} {
			for _, asked := range []string{query + "&" + more, more + "&" + query} {
				params, _ := ParseQuery(asked)
				faults := FromParams(flat, params, Dialect{Said: true}, new(model.Scenario))
				if name, _, _ := strings.Cut(more, "="); len(faults) != 1 || faults[0].Code != code || faults[0].Field != name {
					t.Fatalf("%s: %v", asked, faults)
				}
			}
		}
	})
}

// What another's writer of CSV writes is split into the cells that were given to it; quotes
// where none belong are refused.
func TestCellsAreThoseWritten(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		delimiter := rapid.SampledFrom([]byte(",;\t|")).Draw(t, "delimiter")
		letters := rapid.SampledFrom([]string{"a", "\"", ",", ";", "\t", "|", "\n", " ", "å", "€", "=", "1"})
		var want []string
		for range rapid.IntRange(1, 6).Draw(t, "cells") {
			want = append(want, strings.Join(rapid.SliceOfN(letters, 0, 8).Draw(t, "cell"), ""))
		}
		var out bytes.Buffer
		w := csv.NewWriter(&out)
		w.Comma = rune(delimiter)
		if err := w.Write(want); err != nil {
			t.Fatal(err)
		}
		w.Flush()
		row := bytes.TrimSuffix(out.Bytes(), []byte("\n"))
		if got, ok := Cells(row, delimiter); !ok || !slices.Equal(got, want) {
			t.Fatalf("%q is %q, %t, want %q", row, got, ok, want)
		}
	})
	for row, ok := range map[string]bool{"": true, `""`: true, `"",""`: true, `"a""b"`: true, `a"b`: false, `"a"b`: false, `"a`: false, `"a""`: false, `"a",b"`: false, `a,"b"c`: false, `"a" ,b`: false} {
		if _, taken := Cells([]byte(row), ','); taken != ok {
			t.Errorf("%q is a row: %t", row, taken)
		}
	}
}
