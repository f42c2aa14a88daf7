package vocabulary_test

import (
	"reflect"
	"strings"
	"testing"

	"blyant/model/vocabulary"

	"github.com/shopspring/decimal"
	"pgregory.net/rapid"
)

// Every value is held against its field's range, both ends of which are in it;
// what was probably meant comes along, ready to type.
func TestCheck(t *testing.T) {
	number := func(text string) vocabulary.Value {
		return vocabulary.Value{Number: decimal.RequireFromString(text)}
	}
	text := func(text string) vocabulary.Value { return vocabulary.Value{Text: text} }
	for _, c := range []struct {
		field string
		v     vocabulary.Value
		want  string // reason: arguments: hint; empty where nothing is wrong
	}{
		{"name", text("ærlig"), ""},
		{"name", text("ærlige"), "too_long: 6, 5: "},
		{"name", text(""), ""},
		{"town", text("oslo"), ""},
		{"town", text("TRONDHEIM"), ""},
		{"town", text("Oslo"), "not_a_choice: Oslo, bergen, oslo, TRONDHEIM: oslo"},
		{"town", text("trondheim"), "not_a_choice: trondheim, bergen, oslo, TRONDHEIM: TRONDHEIM"},
		{"town", text("paris"), "not_a_choice: paris, bergen, oslo, TRONDHEIM: "},
		{"town", text("berge"), "not_a_choice: berge, bergen, oslo, TRONDHEIM: "},
		{"tables", number("1"), ""},
		{"tables", number("12"), ""},
		{"tables", number("12.0"), ""},
		{"tables", number("0"), "out_of_range: 0, 1, 12: "},
		{"tables", number("13"), "out_of_range: 13, 1, 12: "},
		{"tables", number("2.5"), "not_whole: 2.5, 1, 12: "},
		{"tables", number("12.5"), "not_whole: 12.5, 1, 12: "},
		{"rent", number("0"), ""},
		{"rent", number("1000000000000"), ""},
		{"rent", number("1e12"), ""},
		{"rent", number("1000000000000.01"), "out_of_range: 1000000000000.01, 0, 1000000000000: "},
		{"rent", number("-0.00000000000000000001"), "out_of_range: -0.00000000000000000001, 0, 1000000000000: "},
		{"share", number("1"), ""},
		{"share", number("1.0000000000000000000000001"), "out_of_range: 1.0000000000000000000000001, 0, 1: 0.010000000000000000000000001 or 1.0000000000000000000000001%"},
		{"share", number("90"), "out_of_range: 90, 0, 1: 0.9 or 90%"},
		{"share", number("100"), "out_of_range: 100, 0, 1: 1 or 100%"},
		{"share", number("101"), "out_of_range: 101, 0, 1: "},
		{"share", number("-5"), "out_of_range: -5, 0, 1: "},
		{"growth", number("-0.99"), ""},
		{"growth", number("-0.991"), "out_of_range: -0.991, -0.99, 1: -0.00991 or -0.991%"},
		{"growth", number("-99"), "out_of_range: -99, -0.99, 1: -0.99 or -99%"},
		{"growth", number("-99.1"), "out_of_range: -99.1, -0.99, 1: "},
		{"takings", vocabulary.Value{Numbers: decimals("0", "100", "50")}, ""},
		{"takings", vocabulary.Value{Numbers: decimals("1", "2", "3", "4")}, "too_many_values: 4, 3: "},
		{"helpers", vocabulary.Value{Names: []string{"1", "2", "3", "4", "5"}}, ""}, // counted where they are read
	} {
		got := ""
		if faults := field(t, c.field).Check(c.v); len(faults) > 0 {
			got = faults[0].Reason + ": " + strings.Join(faults[0].Args, ", ") + ": " + faults[0].Hint
			if len(faults) > 1 || faults[0].Field != c.field {
				t.Errorf("%s %+v: %v", c.field, c.v, faults)
			}
		}
		if got != c.want {
			t.Errorf("%s %+v: %q, want %q", c.field, c.v, got, c.want)
		}
	}
}

// Each number of a list is looked at by itself, and its place is in the path.
func TestCheckList(t *testing.T) {
	faults := field(t, "takings").Check(vocabulary.Value{Numbers: decimals("-1", "100", "100.5")})
	want := vocabulary.Faults{
		{Field: "takings[0]", Code: vocabulary.CodeOutOfRange, Reason: "out_of_range", Args: []string{"-1", "0", "100"}, Value: "-1"},
		{Field: "takings[2]", Code: vocabulary.CodeOutOfRange, Reason: "out_of_range", Args: []string{"100.5", "0", "100"}, Value: "100.5"},
	}
	if !reflect.DeepEqual(faults, want) {
		t.Errorf("%+v", faults)
	}
}

// Codes say what kind of fault it is, and the value is what was given.
func TestCheckCodes(t *testing.T) {
	for _, c := range []struct {
		field string
		v     vocabulary.Value
		code  vocabulary.Code
		value string
	}{
		{"name", vocabulary.Value{Text: "too long"}, vocabulary.CodeTooLong, ""},
		{"town", vocabulary.Value{Text: "rome"}, vocabulary.CodeNotAChoice, "rome"},
		{"opened", vocabulary.Value{Text: "soon"}, vocabulary.CodeOutOfRange, "soon"},
		{"share", vocabulary.Value{Number: decimal.NewFromInt(2)}, vocabulary.CodeOutOfRange, "2"},
		{"takings", vocabulary.Value{Numbers: decimals("1", "1", "1", "1")}, vocabulary.CodeTooMany, ""},
	} {
		if faults := field(t, c.field).Check(c.v); len(faults) != 1 || faults[0].Code != c.code || faults[0].Value != c.value {
			t.Errorf("%s: %+v", c.field, faults)
		}
	}
}

// Nobody reads a list of 160 codes: a long list of choices is not given.
func TestCheckManyChoices(t *testing.T) {
	codes := vocabulary.CurrencyCodes()
	for n, reason := range map[int]string{50: "not_a_choice", 51: "not_a_currency"} {
		f := vocabulary.Choice("currency", codes[:n]...)
		faults := f.Check(vocabulary.Value{Text: "aed"})
		if len(faults) != 1 || faults[0].Reason != reason || faults[0].Hint != "AED" || (len(faults[0].Args) == 1) != (n > 50) {
			t.Errorf("%d: %+v", n, faults)
		}
	}
}

// A rate above its limit is believed with a percent sign only: up to the limit as
// it is, and beyond the range it is out of it.
func TestNeedsPercent(t *testing.T) {
	rate := vocabulary.Number("rate", vocabulary.UnitSharePerYear, decimal.NewFromInt(10)).NeedsPercentAbove(decimal.NewFromInt(1))
	for text, want := range map[string]string{
		"1": "", "0.5": "", "1.01": "0.0101 or 1.01%", "8": "0.08 or 8%", "10": "0.1 or 10%", "10.01": "",
	} {
		x := decimal.RequireFromString(text)
		faults := rate.CheckBare(x)
		if needs := rate.NeedsPercent(x); needs != (want != "") || needs != (len(faults) == 1) {
			t.Errorf("%s needs a percent sign: %v, %v", text, needs, faults)
			continue
		}
		if want == "" {
			continue
		}
		if f := faults[0]; f.Hint != want || f.Reason != "percent_sign_needed" || f.Code != vocabulary.CodeOutOfRange || f.Value != text || !reflect.DeepEqual(f.Args, []string{text, "1"}) {
			t.Errorf("%s: %+v", text, f)
		}
	}
	// A hundredth that needs a percent sign itself is not given bare.
	if faults := rate.Check(vocabulary.Value{Number: decimal.NewFromInt(500)}); faults[0].Hint != "500%" {
		t.Errorf("500: %+v", faults)
	}
	if faults := rate.Check(vocabulary.Value{Number: decimal.NewFromInt(1001)}); faults[0].Hint != "" {
		t.Errorf("1001: %+v", faults)
	}
	if share := vocabulary.Share("share"); share.NeedsPercent(decimal.NewFromInt(1)) {
		t.Error("a share without a limit needs a percent sign")
	}
}

// The quick way through a record and the careful one agree on every number.
func TestCheckRecordAgreesWithCheck(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		near := rapid.SampledFrom([]int64{0, 1, 99, 100, 12, 1_000_000_000_000}).Draw(t, "near")
		x := decimal.New(near, 0).Add(decimal.New(rapid.Int64Range(-2, 2).Draw(t, "off"), rapid.Int32Range(-25, 1).Draw(t, "exponent")))
		for _, name := range []string{"rent", "share", "growth"} {
			f, _ := vocabulary.FieldNamed(stallFields, name)
			s := stall{Rent: vocabulary.Given("1")}
			f.Set(&s, vocabulary.Value{Number: x})
			if got, want := vocabulary.CheckRecord(&s, stallFields), f.Check(vocabulary.Value{Number: x}); len(got) != len(want) || len(got) == 1 && !reflect.DeepEqual(got, want) {
				t.Fatalf("%s %s: %v, by itself %v", name, x, got, want)
			}
			inside := x.Cmp(f.Min) >= 0 && x.Cmp(f.Max) <= 0
			if inside != (len(f.Check(vocabulary.Value{Number: x})) == 0) {
				t.Fatalf("%s %s is inside: %v", name, x, inside)
			}
		}
	})
}

// All faults of a record at once, in the order of its fields; what is known to be
// wrong already is left out, missing or not.
func TestCheckRecord(t *testing.T) {
	s := stall{Name: "far too long", Town: "rome", Opened: "31.2.2027", Tables: vocabulary.Count(13), Share: vocabulary.Given("2")}
	all := []string{"name", "town", "opened", "tables", "rent", "share"}
	names := func(faults vocabulary.Faults) (list []string) {
		for _, f := range faults {
			list = append(list, f.Field)
		}
		return list
	}
	if got := names(vocabulary.CheckRecord(&s, stallFields)); !reflect.DeepEqual(got, all) {
		t.Errorf("%v", got)
	}
	if got := names(vocabulary.CheckRecord(&s, stallFields, "town", "rent")); !reflect.DeepEqual(got, []string{"name", "opened", "tables", "share"}) {
		t.Errorf("%v", got)
	}
	good := stall{Rent: vocabulary.Given("1"), Tables: vocabulary.Count(1)}
	if got := vocabulary.CheckRecord(&good, stallFields); got != nil {
		t.Errorf("%v", got)
	}
}
