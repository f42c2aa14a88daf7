package locale

import (
	"errors"
	"strings"
	"testing"

	"blyant/model/vocabulary"
)

// digits writes a parsed number with the decimals it keeps.
func digits(p Parsed) string { return p.Decimal.StringFixed(max(0, -p.Decimal.Exponent())) }

func TestParseNumberReads(t *testing.T) {
	for _, c := range []struct {
		text    string
		comma   bool
		percent bool
		want    string
	}{
		{"0", false, false, "0"},
		{"0.5", false, false, "0.5"},
		{"-0.5", false, false, "-0.5"},
		{"-0", false, false, "0"},
		{"-0.00", false, false, "0.00"},
		{"0.40", false, false, "0.40"},
		{"1.234", false, false, "1.234"},
		{"999999999999999.99999999999999999999", false, false, "999999999999999.99999999999999999999"},
		{"90%", false, true, "0.90"},
		{"90 %", false, true, "0.90"},
		{"90\u00a0%", false, true, "0.90"},
		{"90\u202f%", false, true, "0.90"},
		{"12.50%", false, true, "0.1250"},
		{"0.9", false, true, "0.9"},
		// With a decimal comma.
		{"1234", true, false, "1234"},
		{"0,5", true, false, "0.5"},
		{"1 234,50", true, false, "1234.50"},
		{"1\u00a0234,50", true, false, "1234.50"},
		{"1\u202f234,50", true, false, "1234.50"},
		{"1\u2009234,50", true, false, "1234.50"},
		{"1.234,50", true, false, "1234.50"},
		{"-12.345.678,9", true, false, "-12345678.9"},
		{"1 234", true, false, "1234"},
		{"1.234.567", true, false, "1234567"},
		{"999 999 999 999 999,99999999999999999999", true, false, "999999999999999.99999999999999999999"},
		{"2,5\u00a0%", true, true, "0.025"},
		// A point that cannot be grouping is the decimal mark.
		{"0.4", true, false, "0.4"},
		{"0.125", true, false, "0.125"},
		{"12.5", true, false, "12.5"},
		{"1234.5", true, false, "1234.5"},
		{"1234.567", true, false, "1234.567"},
		{"1 234.5", true, false, "1234.5"},
	} {
		got, err := ParseNumber(c.text, c.comma, c.percent)
		if err != nil || digits(got) != c.want || got.Percent != strings.Contains(c.text, "%") {
			t.Errorf("ParseNumber(%q, %v, %v) = %s %v, %v; want %s", c.text, c.comma, c.percent, digits(got), got.Percent, err, c.want)
		}
	}
}

func TestParseNumberRefuses(t *testing.T) {
	const none = ReasonNotANumber
	for _, c := range []struct {
		text    string
		comma   bool
		percent bool
		reason  string
		hint    string
	}{
		{"", false, false, none, ""},
		{"-", false, false, none, ""},
		{"%", false, true, none, ""},
		{"NaN", false, false, none, ""},
		{"Inf", false, false, none, ""},
		{"-Infinity", false, false, none, ""},
		{"0x10", false, false, none, ""},
		{"0b1", false, false, none, ""},
		{"abc", false, false, none, ""},
		{"--5", false, false, none, ""},
		{"1.2.3", false, false, none, ""},
		{"1/2", false, false, none, ""},
		{"٣", false, false, none, ""},
		{"1_000", false, false, none, "1000"},
		{"1e3", false, false, none, "1000"},
		{"1e1000000000", false, false, none, ""},
		{"+5", false, false, none, "5"},
		{"007", false, false, none, "7"},
		{"-007.5", false, false, none, "-7.5"},
		{"007%", false, true, none, "7%"},
		{".5", false, false, none, "0.5"},
		{"-.5", false, false, none, "-0.5"},
		{"5.", false, false, none, "5"},
		{" 5", false, false, none, "5"},
		{"5 ", false, false, none, "5"},
		{"\u22125", false, false, none, "-5"},
		{"\u22125", true, false, none, "-5"},
		{"1 000", false, false, none, "1000"},
		{"1,234.50", false, false, none, "1234.50"},
		{"1,234,567", false, false, none, "1234567"},
		{"1,234.50", true, false, none, "1234,50"},
		{",5", true, false, none, "0,5"},
		{"5,", true, false, none, "5"},
		{"1 23", true, false, none, "123"},
		{"1234 567", true, false, none, "1234567"},
		{"0 123", true, false, none, "123"},
		{"0.123.456", true, false, none, ""},
		{"1.23.456", true, false, none, ""},
		{"1.234 567", true, false, none, "1,234567"},
		{"1,5", false, false, ReasonDecimalComma, "decimal=comma"},
		{"1 234,50", false, false, ReasonDecimalComma, "decimal=comma"},
		{"1.234,50", false, false, ReasonDecimalComma, "decimal=comma"},
		{"2,5%", false, true, ReasonDecimalComma, "decimal=comma"},
		{"2,50%", false, true, ReasonDecimalComma, "decimal=comma"},
		{"0,200", false, false, ReasonDecimalComma, "decimal=comma"},
		{"1234,567", false, false, ReasonDecimalComma, "decimal=comma"},
		// A comma may group thousands too: both readings.
		{"1,200", false, false, ReasonAmbiguousComma, "1200 or decimal=comma"},
		{"-12,345", false, false, ReasonAmbiguousComma, "-12345 or decimal=comma"},
		{"1,200%", false, true, ReasonAmbiguousComma, "1200% or decimal=comma"},
		{"50%", false, false, ReasonPercentNotAllowed, "50"},
		{"1.234", true, false, ReasonAmbiguousNumber, "1234 or 1,234"},
		{"-12.345", true, false, ReasonAmbiguousNumber, "-12345 or -12,345"},
		{"1 234.567", true, false, ReasonAmbiguousNumber, "1234567 or 1234,567"},
		{"1.234%", true, true, ReasonAmbiguousNumber, "1234% or 1,234%"},
		{"1000000000000000", false, false, ReasonTooManyDigits, ""},
		{"1 000 000 000 000 000", true, false, ReasonTooManyDigits, ""},
		// Too many decimals are to be rounded.
		{"0,000000000000000000001", false, false, ReasonTooManyDecimals, "0"},
		{"0.000000000000000000001", false, false, ReasonTooManyDecimals, "0"},
		{"-0.000000000000000000001%", false, true, ReasonTooManyDecimals, "0%"},
		{"0.123456789012345678901%", false, false, ReasonTooManyDecimals, "0.123456789012346"},
		{"12,99999999999999999999999", true, true, ReasonTooManyDecimals, "13"},
		{"999999999999999,999999999999999700000", true, true, ReasonTooManyDecimals, "999999999999999,999999999999999"},
		{"0,333333333333333333333 %", true, true, ReasonTooManyDecimals, "0,333333333333333%"},
		{strings.Repeat("9", 1<<20), false, false, ReasonTooManyDigits, ""},
		{strings.Repeat("1\u00a0", 1<<20), true, false, ReasonTooManyDigits, ""},
		{strings.Repeat("x", 1<<20), false, false, none, ""},
	} {
		_, err := ParseNumber(c.text, c.comma, c.percent)
		checkNumberFault(t, c.text, err, c.reason, c.hint)
	}
}

// checkNumberFault compares an error with the fault that is expected.
func checkNumberFault(t *testing.T, text string, err error, reason, hint string) {
	t.Helper()
	code := map[string]vocabulary.Code{
		ReasonAmbiguousNumber: vocabulary.CodeAmbiguousNumber,
		ReasonAmbiguousComma:  vocabulary.CodeAmbiguousNumber,
		ReasonTooManyDigits:   vocabulary.CodeTooLong,
		ReasonTooManyDecimals: vocabulary.CodeTooLong,
	}[reason]
	if code == "" {
		code = vocabulary.CodeNotANumber
	}
	var got NumberFault
	if !errors.As(err, &got) || got != (NumberFault{code, reason, hint}) {
		t.Errorf("%.40q: %+v, want %s, hint %q", text, err, reason, hint)
	}
}

func TestParseJSONNumber(t *testing.T) {
	for text, want := range map[string]string{
		"0": "0", "-0": "0", "0.40": "0.40", "-12.5": "-12.5", "1e3": "1000", "1E+3": "1000", "1.50e1": "15.0",
		"15e-3": "0.015", "-1.5e-1": "-0.15", "0e5": "0", "0.001e3": "1", "100000e-5": "1.00000", "1e14": "100000000000000",
		"1e-20": "0.00000000000000000001", "0.0e0": "0.0", "1e007": "10000000",
		"0.00000000000000000000000001e26": "1", // What counts is the number written out.
	} {
		got, err := ParseJSONNumber(text)
		if err != nil || digits(got) != want {
			t.Errorf("ParseJSONNumber(%q) = %s, %v; want %s", text, digits(got), err, want)
		}
	}
	// What binary arithmetic leaves behind is to be rounded, however small.
	for text, hint := range map[string]string{"5.551115123125783e-17": "0", "-1.1102230246251565e-16": "0", "1e-21": "0", "4.9e-324": "0", "1e-1000000000": "0",
		"1e-99999999999999999999": "0", "0.1000000000000000055511151231257827": "0.1", "-2.999999999999999999999": "-3"} {
		_, err := ParseJSONNumber(text)
		checkNumberFault(t, text, err, ReasonTooManyDecimals, hint)
	}
	for _, text := range []string{"1e1000000000", "1e99999999999999999999", "1e15", "0e1000", "1000000000000000", strings.Repeat("1", 1<<20)} {
		_, err := ParseJSONNumber(text)
		checkNumberFault(t, text, err, ReasonTooManyDigits, "")
	}
	for _, text := range []string{"", "-", "e3", "1e", "1e+", "1e+-3", "1e3.0", "1e1e1", "+1", "01", ".5", "5.", "NaN", "0x1p3", "1_0", "1e 3"} {
		_, err := ParseJSONNumber(text)
		checkNumberFault(t, text, err, ReasonNotANumber, "")
	}
}
