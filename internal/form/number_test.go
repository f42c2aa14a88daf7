package form

import (
	"slices"
	"testing"

	"blyant/internal/answer"
	"blyant/internal/input"
	"blyant/internal/locale"
	"blyant/model"
	"blyant/model/vocabulary"

	"github.com/shopspring/decimal"
	"pgregory.net/rapid"
)

func field(t testing.TB, name string) vocabulary.Field {
	f, known := vocabulary.FieldNamed(model.ScenarioFields(), name)
	if !known {
		t.Fatal(name, " is no field")
	}
	return f
}

func TestCanonicalAndWritten(t *testing.T) {
	for _, c := range []struct {
		lang                    locale.Language
		field, typed, canonical string
		written                 string // as the form writes the canonical text
	}{
		{locale.Norwegian, "basket_value", "1 234,50", "1234.50", "1\u00a0234,50"},
		{locale.Danish, "basket_value", "1.234,50", "1234.50", "1.234,50"},
		{locale.Danish, "basket_value", "1234", "1234", "1234"}, // 1.234 could be read in two ways
		{locale.Swedish, "basket_value", "1 234 567", "1234567", "1\u00a0234\u00a0567"},
		{locale.English, "basket_value", "1234.50", "1234.50", "1234.50"}, // a grouping comma is not read
		{locale.Norwegian, "basket_value", "50 kr", "50", "50"},
		{locale.Norwegian, "acquisition_cost", "50,-", "50", "50"},
		{locale.Swedish, "acquisition_cost", "499:-", "499", "499"},
		{locale.Danish, "acquisition_cost", "499,-", "499", "499"},
		{locale.Danish, "acquisition_cost", "kr. 50", "50", "50"},
		{locale.English, "acquisition_cost", "€50", "50", "50"},
		{locale.English, "acquisition_cost", " NOK 50 ", "50", "50"},
		{locale.Swedish, "horizon", "10 år", "10", "10"},
		{locale.English, "horizon", "10 years", "10", "10"},
		{locale.English, "basket_growth_rate", "\u22125%", "-0.05", "-5"},
		{locale.Norwegian, "repeat_purchase_rate", "0,8", "0.8", "80"},
		{locale.Norwegian, "repeat_purchase_rate", "80 %", "0.8", "80"},
		{locale.English, "repeat_purchase_rate", "87.5%", "0.875", "87.5"},
		{locale.English, "annual_discount_rate", "150%", "150%", "150"}, // a bare 1.5 is not believed
		{locale.English, "repeat_purchase_rate", "90", "90", "9000"},
		{locale.Norwegian, "retention_curve", "0,6; 70 %;0.8", "0.6,0.7,0.8", "60; 70; 80"},
		{locale.English, "retention_curve", "0.6, 0.7", "0.6,0.7", "60, 70"},
		{locale.Norwegian, "basket_value", "ti", "ti", "ti"},
		{locale.Norwegian, "basket_value", "5k", "5k", "5k"}, // nobody guesses thousands
		{locale.English, "period", "month", "month", "month"},
		{locale.English, "name", " A kr", " A kr", " A kr"},
	} {
		f := field(t, c.field)
		got := canonical(f, c.typed, input.Dialect{Comma: c.lang.DecimalComma()}, c.lang)
		if got != c.canonical {
			t.Errorf("%s, %s: %q becomes %q, wanted %q", c.lang, c.field, c.typed, got, c.canonical)
		}
		if w := written(c.lang, f, got); w != c.written {
			t.Errorf("%s, %s: %q is written %q, wanted %q", c.lang, c.field, got, w, c.written)
		}
	}
}

// Where bare numbers are percentages, links carry them as shares, and what needs
// a percent sign with it.
func TestCanonicalOfPercent(t *testing.T) {
	for typed, want := range map[string]string{"75": "0.75", "75%": "0.75", "0.5": "0.005", "-5": "-0.05", "150": "150%", "x": "x"} {
		if got := canonical(field(t, "annual_discount_rate"), typed, input.Dialect{Percent: true}, locale.English); got != want {
			t.Errorf("%q becomes %q, wanted %q", typed, got, want)
		}
	}
	if got := canonical(field(t, "basket_value"), "75", input.Dialect{Percent: true}, locale.English); got != "75" {
		t.Errorf("money becomes %s", got)
	}
	if got := canonical(field(t, "retention_curve"), "60; 70,5", input.Dialect{Percent: true, Comma: true}, locale.Norwegian); got != "0.6,0.705" {
		t.Errorf("a list becomes %s", got)
	}
}

// What the form writes is read back as the same number, in every language and
// for every field.
func TestWrittenIsReadBack(t *testing.T) {
	numeric := slices.DeleteFunc(model.ScenarioFields(), func(f vocabulary.Field) bool { return !f.Numeric() })
	rapid.Check(t, func(t *rapid.T) {
		l := rapid.SampledFrom(locale.Languages()).Draw(t, "language")
		f := rapid.SampledFrom(numeric).Draw(t, "field")
		d := decimal.New(rapid.Int64Range(-1e12, 1e12).Draw(t, "digits"), -rapid.Int32Range(0, 8).Draw(t, "decimals"))
		first := answer.Digits(d)
		again := canonical(f, written(l, f, first), input.Dialect{Comma: l.DecimalComma(), Percent: true}, l)
		value, err := locale.ParseNumber(again, false, true)
		if err != nil || !value.Decimal.Equal(d) {
			t.Fatalf("%s, %s: %s is written %s and read %s", l, f.Name, first, written(l, f, first), again)
		}
	})
}

func TestShort(t *testing.T) {
	for _, c := range []struct {
		cell answer.Cell
		want [4]string
	}{
		{answer.Number(decimal.RequireFromString("-1234.50"), vocabulary.UnitMoney), [4]string{"-1,234.50", "-1\u00a0234,50", "-1.234,50", "-1\u00a0234,50"}},
		{answer.Number(decimal.RequireFromString("0.900000"), vocabulary.UnitShare), [4]string{"90.0%", "90,0\u00a0%", "90,0\u00a0%", "90,0\u00a0%"}},
		{answer.Number(decimal.RequireFromString("4.946019"), vocabulary.UnitSharePerYear), [4]string{"494.6%", "494,6\u00a0%", "494,6\u00a0%", "494,6\u00a0%"}},
		{answer.Number(decimal.RequireFromString("1.200200"), vocabulary.UnitPeriods), [4]string{"1.20", "1,20", "1,20", "1,20"}},
		{answer.Number(decimal.RequireFromString("0.925926"), vocabulary.UnitFactor), [4]string{"0.9259", "0,9259", "0,9259", "0,9259"}},
		{answer.Cell{Kind: answer.Whole, Number: vocabulary.RoundedWhole(1200), Unit: vocabulary.UnitPeriodNumber}, [4]string{"1,200", "1\u00a0200", "1.200", "1\u00a0200"}},
		{answer.Cell{Kind: answer.Null, Unit: vocabulary.UnitMoney}, [4]string{"–", "–", "–", "–"}},
	} {
		for i, l := range []locale.Language{locale.English, locale.Norwegian, locale.Danish, locale.Swedish} {
			if got := short(l, c.cell); got != c.want[i] {
				t.Errorf("%s: %v is shown as %q, wanted %q", l, c.cell, got, c.want[i])
			}
		}
	}
}
