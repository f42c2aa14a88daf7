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

	"github.com/shopspring/decimal"
	"pgregory.net/rapid"
)

// inDialect writes the drawn texts as they are typed with a decimal comma or a point.
func inDialect(drawn map[string]string, comma bool) map[string]string {
	typed := map[string]string{}
	for name, text := range drawn {
		f, _ := scenarioField(name)
		switch {
		case f.Kind == vocabulary.KindNumbers && comma:
			text = strings.ReplaceAll(strings.TrimSuffix(text, ";"), ".", ",")
		case f.Kind == vocabulary.KindNumbers:
			text = strings.ReplaceAll(strings.TrimSuffix(text, ";"), ";", ",")
		case f.Numeric() && comma:
			text = strings.ReplaceAll(text, ".", ",")
		}
		typed[name] = text
	}
	return typed
}

// asQuery is the typed texts as a query, in an order that is drawn.
func asQuery(t *rapid.T, typed map[string]string) string {
	names := rapid.Permutation(slices.Sorted(maps.Keys(typed))).Draw(t, "order")
	for i, name := range names {
		names[i] = name + "=" + url.QueryEscape(typed[name])
	}
	return strings.Join(names, "&")
}

// asRow is the typed texts as a table of one row, written by another's writer of CSV.
func asRow(t *rapid.T, typed map[string]string, delimiter byte) (names []string, row []byte) {
	names = rapid.Permutation(slices.Sorted(maps.Keys(typed))).Draw(t, "columns")
	cells := make([]string, len(names))
	for i, name := range names {
		cells[i] = typed[name]
	}
	var out bytes.Buffer
	w := csv.NewWriter(&out)
	w.Comma = rune(delimiter)
	_ = w.Write(cells) // a buffer takes everything
	w.Flush()
	return names, bytes.TrimSuffix(out.Bytes(), []byte("\n"))
}

// fromRow reads the table as a stream does.
func fromRow(t *rapid.T, names []string, row []byte, delimiter byte, d Dialect, record any) vocabulary.Faults {
	h, faults := NewHeader(flat, names, new(model.Scenario))
	if len(faults) > 0 {
		return faults
	}
	cells, ok := Cells(row, delimiter)
	if !ok {
		t.Fatalf("%q is no row", row)
	}
	_, faults = h.Read(flat, cells, d, record)
	return faults
}

// A scenario is the same by a query in any order and as a row of a table with its columns
// in any order, whatever the marks.
func TestSameByQueryAndRow(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		drawn := drawScenario(t)
		d := Dialect{Comma: rapid.Bool().Draw(t, "comma"), Said: true}
		typed := inDialect(drawn, d.Comma)
		delimiter := rapid.SampledFrom([]byte(",;\t|")).Draw(t, "delimiter")
		names, row := asRow(t, typed, delimiter)
		var byQuery, byRow model.Scenario
		query := asQuery(t, typed)
		params, faults := ParseQuery(query)
		if faults = append(faults, FromParams(flat, params, d, &byQuery)...); len(faults) > 0 {
			t.Fatalf("%s: %v", query, faults)
		}
		if faults := fromRow(t, names, row, delimiter, d, &byRow); len(faults) > 0 {
			t.Fatalf("%s: %v", row, faults)
		}
		if q, r := everything(byQuery), everything(byRow); q != r {
			t.Fatalf("%s\n%s\n\n%s\n%s", query, q, row, r)
		}
	})
}

// grouped puts a mark between the thousands of a number with a decimal comma.
func grouped(text, mark string) string {
	whole, rest, _ := strings.Cut(text, ",")
	if rest != "" || strings.Contains(text, ",") {
		rest = "," + rest
	}
	sign := ""
	if strings.HasPrefix(whole, "-") {
		sign, whole = "-", whole[1:]
	}
	for i := len(whole) - 3; i > 0; i -= 3 {
		whole = whole[:i] + mark + whole[i:]
	}
	return sign + whole + rest
}

// Marks between thousands, white space around a value and percent signs change nothing.
func TestOtherWaysToWriteNumbers(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		plain := inDialect(drawScenario(t), true)
		other := map[string]string{}
		mark := rapid.SampledFrom([]string{"", " ", "\u00a0", "\u202f"}).Draw(t, "mark")
		for name, text := range plain {
			f, _ := scenarioField(name)
			if f.Numeric() {
				switch {
				case f.TakesPercent() && rapid.Bool().Draw(t, "percent "+name):
					x := decimal.RequireFromString(strings.Replace(text, ",", ".", 1)).Shift(2)
					text = strings.Replace(x.String(), ".", ",", 1) + rapid.SampledFrom([]string{"%", " %", "\u00a0%"}).Draw(t, "sign")
				default:
					text = grouped(text, mark)
				}
				text = rapid.SampledFrom([]string{"", " ", "\ufeff", "\t"}).Draw(t, "before") + text + rapid.SampledFrom([]string{"", " ", "\r\n", "\u00a0"}).Draw(t, "after")
			}
			other[name] = text
		}
		var a, b model.Scenario
		if faults := fromQuery(flat, &a, asQuery(t, plain), true); len(faults) > 0 {
			t.Fatalf("%v: %v", plain, faults)
		}
		if faults := fromQuery(flat, &b, asQuery(t, other), true); len(faults) > 0 {
			t.Fatalf("%q: %v", other, faults)
		}
		for _, f := range model.ScenarioFields() {
			x, given := f.Get(&a)
			y, too := f.Get(&b)
			if given != too || f.Numeric() && !x.Number.Equal(y.Number) || !f.Numeric() && x.Text != y.Text {
				t.Fatalf("%s: %q is %s, %q is %s", f.Name, plain[f.Name], x.Number, other[f.Name], y.Number)
			}
		}
	})
}

// With percent=on a bare number of a rate is a hundredth of it, and so is each of a list;
// what carries its sign, and what is no rate, stays as it is.
func TestPercentOnIsAHundredth(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		plain := drawScenario(t)
		percent := map[string]string{}
		for name, text := range plain {
			f, _ := scenarioField(name)
			hundred := func(text string) string { return decimal.RequireFromString(text).Shift(2).String() }
			switch {
			case !f.TakesPercent():
			case f.Kind == vocabulary.KindNumbers:
				values := strings.Split(strings.TrimSuffix(text, ";"), ";")
				for i := range values {
					values[i] = hundred(values[i])
				}
				text = strings.Join(values, ";") + ";"
			case f.Numeric():
				text = hundred(text) + rapid.SampledFrom([]string{"", "%"}).Draw(t, "sign of "+name)
			}
			percent[name] = text
		}
		read := func(texts map[string]string, d Dialect) (s model.Scenario) {
			params, faults := ParseQuery(asQuery(t, inDialect(texts, d.Comma)))
			if faults = append(faults, FromParams(flat, params, d, &s)...); len(faults) > 0 {
				t.Fatalf("%q: %v", texts, faults)
			}
			return s
		}
		comma := rapid.Bool().Draw(t, "comma")
		a, b := read(plain, Dialect{Comma: comma, Said: true}), read(percent, Dialect{Comma: comma, Said: true, Percent: true})
		for _, f := range model.ScenarioFields() {
			x, _ := f.Get(&a)
			y, _ := f.Get(&b)
			same := len(x.Numbers) == len(y.Numbers) && x.Text == y.Text && (!f.Numeric() || x.Number.Equal(y.Number))
			for i := range x.Numbers {
				same = same && x.Numbers[i].Equal(y.Numbers[i])
			}
			if !same {
				t.Fatalf("%s: %q is %v, as a percentage %q is %v", f.Name, plain[f.Name], x, percent[f.Name], y)
			}
		}
	})
}
