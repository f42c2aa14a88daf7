package locale

import (
	"errors"
	"math/big"
	"regexp"
	"runtime"
	"strings"
	"testing"
)

// What API.md allows, written a second time as patterns over texts in which
// every space is U+0020.
var (
	plainPattern  = regexp.MustCompile(`^-?(0|[1-9]\d{0,14})(\.\d{1,20})?( ?%)?$`)
	commaPattern  = regexp.MustCompile(`^-?(0|[1-9]\d*|[1-9]\d{0,2}((\.\d{3})+|( \d{3})+))(,\d+)?( ?%)?$`)
	pointPattern  = regexp.MustCompile(`^-?(0|[1-9]\d*|[1-9]\d{0,2}( \d{3})+)\.\d+( ?%)?$`)
	eitherPattern = regexp.MustCompile(`^-?([1-9]\d{0,2}|[1-9]\d{0,2}( \d{3})+)\.\d{3}( ?%)?$`)
)

func allowed(text string, comma bool) bool {
	spaced := toSpace.Replace(text)
	if !comma {
		// Without a decimal comma a space stands before the percent sign only.
		return plainPattern.MatchString(spaced)
	}
	if eitherPattern.MatchString(spaced) || !commaPattern.MatchString(spaced) && !pointPattern.MatchString(spaced) {
		return false
	}
	mark := strings.LastIndexAny(spaced, ",.")
	if strings.Count(spaced, ".") > 1 && !strings.Contains(spaced, ",") {
		mark = -1
	}
	whole, fraction := spaced, ""
	if mark >= 0 {
		whole, fraction = spaced[:mark], strings.TrimRight(spaced[mark+1:], " %")
	}
	return len(strings.Trim(noDigit.ReplaceAllString(whole, ""), "-")) <= MaxWholeDigits && len(fraction) <= MaxDecimalDigits
}

var noDigit = regexp.MustCompile(`\D`)

func FuzzParseNumber(f *testing.F) {
	for _, seed := range []string{"0", "0.40", "-1234.5", "90%", "90 %", "1 234,50", "1.234,50", "1.234", "1.234.567", "1,5", "007", ".5", "5.", "+5",
		"1e3", "1e1000000000", "NaN", "0x10", "1_000", "\u22125", "1\u00a0234,5\u202f%", "999999999999999.99999999999999999999", "999999999999999,999999999999999700000", strings.Repeat("9", 200)} {
		f.Add(seed, true, true)
		f.Add(seed, false, false)
	}
	f.Fuzz(func(t *testing.T, text string, comma, percent bool) {
		got, err := ParseNumber(text, comma, percent)
		want := allowed(text, comma) && (percent || !strings.HasSuffix(text, "%"))
		if (err == nil) != want {
			t.Fatalf("ParseNumber(%q, %v, %v): %v, but allowed is %v", text, comma, percent, err, want)
		}
		if err != nil {
			checkHint(t, text, err, comma, percent)
			return
		}
		shift := int32(0)
		if got.Percent {
			shift = 2
		}
		written := got.Decimal.Shift(shift)
		if e := written.Exponent(); e > 0 || e < -MaxDecimalDigits || len(written.Abs().Truncate(0).String()) > MaxWholeDigits {
			t.Fatalf("ParseNumber(%q) = %s is out of bounds", text, got.Decimal)
		}
		again, err := ParseNumber(written.StringFixed(-written.Exponent()), false, false)
		if err != nil || !again.Decimal.Equal(written) || again.Decimal.Exponent() != written.Exponent() {
			t.Fatalf("%q is %s, which reads back as %s, %v", text, written, again.Decimal, err)
		}
	})
}

// checkHint holds a hint to its promise: what it says to type is read.
func checkHint(t *testing.T, text string, err error, comma, percent bool) {
	var fault NumberFault
	if !errors.As(err, &fault) {
		t.Fatalf("%q: an error that is no NumberFault: %v", text, err)
	}
	if fault.Hint == "" {
		return
	}
	for reading := range strings.SplitSeq(fault.Hint, " or ") {
		_, err := ParseNumber(reading, comma, percent)
		if reading == HintDecimalComma {
			_, err = ParseNumber(text, true, true)
		}
		if err != nil || strings.ContainsAny(reading, "\r\n\t") {
			t.Fatalf("%q: the hint %q leads to %v", text, fault.Hint, err)
		}
	}
}

var jsonPattern = regexp.MustCompile(`^-?(0|[1-9]\d*)(\.\d+)?([eE][-+]?\d+)?$`)

func FuzzParseJSONNumber(f *testing.F) {
	for _, seed := range []string{"0", "-0", "1e3", "1.50e1", "15e-3", "1e1000000000", "0e99", "01", "1e", "1E+02", "100000e-5"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		got, err := ParseJSONNumber(text)
		if err != nil {
			return
		}
		if !jsonPattern.MatchString(text) {
			t.Fatalf("ParseJSONNumber(%q) = %s, but it is no JSON number", text, got.Decimal)
		}
		want, ok := new(big.Rat).SetString(text)
		if !ok || got.Decimal.Rat().Cmp(want) != 0 {
			t.Fatalf("ParseJSONNumber(%q) = %s, want %v", text, got.Decimal, want)
		}
		if e := got.Decimal.Exponent(); e > 0 || e < -MaxDecimalDigits || len(got.Decimal.Abs().Truncate(0).String()) > MaxWholeDigits {
			t.Fatalf("ParseJSONNumber(%q) = %s is out of bounds", text, got.Decimal)
		}
	})
}

// TestHostileNumbersCostNothing reads a megabyte of digits, and an exponent that
// would fill the memory, without copying or expanding either.
func TestHostileNumbersCostNothing(t *testing.T) {
	for _, text := range []string{strings.Repeat("9", 1<<20), "0." + strings.Repeat("0", 1<<20), "1e1000000000", "1e-999999999"} {
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		_, _ = ParseNumber(text, true, true)
		_, _ = ParseJSONNumber(text)
		runtime.ReadMemStats(&after)
		if used := after.TotalAlloc - before.TotalAlloc; used > 64<<10 {
			t.Errorf("%.12q… takes %d bytes", text, used)
		}
	}
}
