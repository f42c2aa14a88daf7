package form

import (
	"strings"
	"testing"

	"blyant/internal/locale"

	"github.com/shopspring/decimal"
	"pgregory.net/rapid"
)

// spokenValue reads an amount in English crowns back.
func spokenValue(t interface{ Fatal(...any) }, text string) decimal.Decimal {
	d, err := decimal.NewFromString(strings.ReplaceAll(strings.TrimSuffix(text, noBreakSpace+"kr"), ",", ""))
	if err != nil {
		t.Fatal(text, err)
	}
	return d
}

// Whatever the amount, what may be spent is not more than it and what is needed not
// less, each by less than one in the last place that is said; the nearest is between.
func TestSpokenOnTheRightSide(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := decimal.New(rapid.Int64Range(-1e15, 1e15).Draw(t, "cents"), -2)
		digits := d.StringFixed(2)
		most, near, least := spokenValue(t, atMost(locale.English, digits, "NOK")), spokenValue(t, spoken(locale.English, digits, "NOK")), spokenValue(t, atLeast(locale.English, digits, "NOK"))
		if most.GreaterThan(d) || least.LessThan(d) || near.LessThan(most) || near.GreaterThan(least) {
			t.Fatalf("%s: at most %s, about %s, at least %s", digits, most, near, least)
		}
		step := decimal.NewFromInt(1)
		if size := d.Abs(); size.GreaterThanOrEqual(decimal.NewFromInt(1000)) {
			step = decimal.New(1, int32(len(size.Truncate(0).String()))-3)
		}
		if least.Sub(most).GreaterThan(step) || d.Abs().LessThan(decimal.NewFromInt(10)) && !near.Equal(d) {
			t.Fatalf("%s: from %s to %s, wanted steps of %s", digits, most, least, step)
		}
	})
}

// Nothing is said as minus nothing, and money stands as each language writes it.
func TestSpokenInEachLanguage(t *testing.T) {
	for _, c := range []struct{ digits, currency, en, nb, da, sv string }{
		{"0", "NOK", "0 kr", "0 kr", "0 kr.", "0 kr"},
		{"0.00", "SEK", "0 kr", "0 kr", "0 kr.", "0 kr"},
		{"-0.50", "NOK", "-0.50 kr", "-0,50 kr", "-0,50 kr.", "-0,50 kr"},
		{"9.99", "NOK", "9.99 kr", "9,99 kr", "9,99 kr.", "9,99 kr"},
		{"10.00", "NOK", "10 kr", "10 kr", "10 kr.", "10 kr"},
		{"999.50", "NOK", "1,000 kr", "1 000 kr", "1.000 kr.", "1 000 kr"},
		{"-12345.67", "NOK", "-12,300 kr", "-12 300 kr", "-12.300 kr.", "-12 300 kr"},
		{"12345.67", "EUR", "€12,300", "12 300 €", "12.300 €", "12 300 €"},
	} {
		for l, want := range map[locale.Language]string{locale.English: c.en, locale.Norwegian: c.nb, locale.Danish: c.da, locale.Swedish: c.sv} {
			if got := strings.ReplaceAll(spoken(l, c.digits, c.currency), noBreakSpace, " "); got != want {
				t.Errorf("%s, %s %s: %q, wanted %q", l, c.digits, c.currency, got, want)
			}
		}
	}
	if got := spoken(locale.English, "lots", "NOK"); !strings.Contains(got, "lots") {
		t.Errorf("what is no number is said as %q", got)
	}
}

// One day, one month and one year have a form of their own in every language, all
// other numbers the other.
func TestLengthsInEachLanguage(t *testing.T) {
	for _, c := range []struct{ periods, period, en, nb, da, sv string }{
		{"0", "year", "1 day", "1 dag", "1 dag", "1 dag"},
		{"0.0055", "year", "2 days", "2 dager", "2 dage", "2 dagar"},
		{"1", "week", "7 days", "7 dager", "7 dage", "7 dagar"},
		{"1.9", "month", "58 days", "58 dager", "58 dage", "58 dagar"},
		{"2", "month", "2 months", "2 måneder", "2 måneder", "2 månader"},
		{"0.25", "year", "3 months", "3 måneder", "3 måneder", "3 månader"},
		{"2", "year", "2 years", "2 år", "2 år", "2 år"},
		{"9.04", "quarter", "2.3 years", "2,3 år", "2,3 år", "2,3 år"},
		{"24", "month", "24 months", "24 måneder", "24 måneder", "24 månader"},
		{"1200", "month", "1,200 months", "1 200 måneder", "1.200 måneder", "1 200 månader"},
		{"104", "week", "2 years", "2 år", "2 år", "2 år"},
	} {
		for l, want := range map[locale.Language]string{locale.English: c.en, locale.Norwegian: c.nb, locale.Danish: c.da, locale.Swedish: c.sv} {
			if got := strings.ReplaceAll(lasting(l, decimal.RequireFromString(c.periods), c.period), noBreakSpace, " "); got != want {
				t.Errorf("%s, %s %s: %q, wanted %q", l, c.periods, c.period, got, want)
			}
		}
	}
	for period, want := range map[string][4]string{
		"year": {"1 year", "1 år", "1 år", "1 år"}, "quarter": {"1 quarter", "1 kvartal", "1 kvartal", "1 kvartal"},
		"month": {"1 month", "1 måned", "1 måned", "1 månad"}, "week": {"1 week", "1 uke", "1 uge", "1 vecka"},
	} {
		for i, l := range []locale.Language{locale.English, locale.Norwegian, locale.Danish, locale.Swedish} {
			if got := strings.ReplaceAll(duration(l, "1", period), noBreakSpace, " "); got != want[i] {
				t.Errorf("%s: %q, wanted %q", l, got, want[i])
			}
			if one, many := duration(l, "1", period), duration(l, "2", period); period != "year" && i == 0 && strings.TrimPrefix(one, "1") == strings.TrimPrefix(many, "2") {
				t.Errorf("%s: %q and %q", l, one, many)
			}
		}
	}
}

// The longer something takes the longer it is said to take, whatever the unit: days
// and months never count back.
func TestLengthsNeverCountBack(t *testing.T) {
	inDays := map[string]float64{"day": 1, "days": 1, "month": 365. / 12, "months": 365. / 12, "year": 365, "years": 365}
	said := func(t *rapid.T, periods decimal.Decimal, period string) float64 {
		digits, unit, _ := strings.Cut(lasting(locale.English, periods, period), noBreakSpace)
		d, err := decimal.NewFromString(strings.ReplaceAll(digits, ",", ""))
		if err != nil || inDays[unit] == 0 {
			t.Fatalf("%s %s are %s %s", periods, period, digits, unit)
		}
		return d.InexactFloat64() * inDays[unit]
	}
	rapid.Check(t, func(t *rapid.T) {
		period := rapid.SampledFrom([]string{"year", "quarter", "month", "week"}).Draw(t, "period")
		a := decimal.New(rapid.Int64Range(0, 5e6).Draw(t, "periods"), -4)
		b := a.Add(decimal.New(rapid.Int64Range(0, 1e5).Draw(t, "more"), -4))
		if x, y := said(t, a, period), said(t, b, period); x > y+1e-9 {
			t.Fatalf("%s %s are said as %v days, %s as %v", a, period, x, b, y)
		}
	})
}
