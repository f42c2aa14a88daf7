package form

import (
	"net/url"
	"slices"
	"strings"
	"testing"

	"blyant/internal/input"
	"blyant/internal/locale"
	"blyant/model"
	"blyant/model/vocabulary"

	"github.com/shopspring/decimal"
	"pgregory.net/rapid"
)

var lengths = []model.Period{model.Year, model.Quarter, model.Month, model.Week}

// inLengthOf is a query with its numbers meant for periods of that length.
func inLengthOf(query string, period model.Period) string {
	kept := slices.DeleteFunc(strings.Split(query, "&"), func(pair string) bool { return strings.HasPrefix(pair, "period=") })
	return strings.Join(kept, "&") + "&period=" + string(period)
}

// pressedConvert is the request of a page whose period was changed and whose numbers
// were converted; with what its link back leads to.
func pressedConvert(t *testing.T, s shown, l locale.Language, was, now model.Period) (converted Request, back url.Values) {
	t.Helper()
	p := append(params(t, inLengthOf(s.query, now)), input.Param{Name: wasParameter, Value: string(was)}, input.Param{Name: ButtonParameter, Value: convertButton})
	r := Request{Page: s.page, Lang: l, Params: p, Dialect: input.Dialect{Said: true}, Base: "https://example.org"}.Opened()
	u, err := url.Parse(r.Undo)
	if err != nil || u.Path != s.page.Path {
		t.Fatalf("%s, %s: the way back is %q", s.page.Name, s.name, r.Undo)
	}
	return r, u.Query()
}

// On every page, from every length of period to every other, what was converted has
// an answer, and the way back leads to exactly what there was: to the last digit,
// however it was rounded on the way.
func TestConversionIsUndone(t *testing.T) {
	for i, s := range append(examplesOfPages(), shown{"kinds", bakery, PlanPage()}) {
		for j, was := range lengths {
			for _, now := range lengths {
				if was == now {
					continue
				}
				l := locale.Languages()[(i+j)%len(locale.Languages())]
				r, back := pressedConvert(t, s, l, was, now)
				if r.Converted != string(was) {
					t.Errorf("%s, %s: nothing is converted from %s to %s", s.page.Name, s.name, was, now)
				}
				if r = answered(t, r); len(r.Faults) > 0 && !tooMuch(r) {
					t.Errorf("%s, %s, from %s to %s: %v", s.page.Name, s.name, was, now, r.Faults)
				}
				back.Del("lang")
				back.Del("decimal")
				for _, param := range params(t, inLengthOf(s.query, was)) {
					for _, name := range standsAs(back, param.Name) {
						if got := back.Get(name); !sameText(got, param.Value) {
							t.Errorf("%s, %s: %s comes back from %s to %s as %q, was %q", s.page.Name, s.name, name, was, now, got, param.Value)
						}
						back.Del(name)
					}
				}
				back.Del("currency") // said by the language where it was not
				if len(back) > 0 {
					t.Errorf("%s, %s: %v come back and never were", s.page.Name, s.name, back)
				}
			}
		}
	}
}

// standsAs are the parameters that a field of a query comes back as: what all share
// may stand for each by itself.
func standsAs(back url.Values, name string) []string {
	if back.Has(name) {
		return []string{name}
	}
	var each []string
	for other := range back {
		if _, field := splitField(other); field == name {
			each = append(each, other)
		}
	}
	if len(each) == 0 {
		return []string{name}
	}
	return each
}

// tooMuch reports whether the only faults are of numbers that are too large for their
// fields: a growth of 4 % a week is one of 669 % a year, and 60 years are more weeks
// than there may be periods.
func tooMuch(r Request) bool {
	for _, f := range r.Faults {
		if _, name := splitField(f.Field); f.Code != vocabulary.CodeOutOfRange || !slices.Contains(append(toTheNext[:len(toTheNext):len(toTheNext)], ofPeriods...), name) {
			return false
		}
	}
	return true
}

// sameText reports whether two texts are the same but for zeros that end decimals.
func sameText(a, b string) bool {
	x, errX := decimal.NewFromString(a)
	y, errY := decimal.NewFromString(b)
	if errX != nil || errY != nil {
		return strings.ReplaceAll(a, ".0", "") == strings.ReplaceAll(b, ".0", "")
	}
	return x.Equal(y)
}

// What there is in a year is the same before and after: amounts and counts times
// the periods of a year, rates to the power of them; the horizon is at least as long
// and not a period longer.
func TestAYearStaysAYear(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		was, now := rapid.SampledFrom(lengths).Draw(t, "was"), rapid.SampledFrom(lengths).Draw(t, "now")
		amount, rate := decimal.New(rapid.Int64Range(1, 1e6).Draw(t, "amount"), -2), decimal.New(rapid.Int64Range(1, 1000).Draw(t, "rate"), -3)
		growth, horizon := decimal.New(rapid.Int64Range(-300, 500).Draw(t, "growth"), -3), decimal.NewFromInt(rapid.Int64Range(1, 120).Draw(t, "horizon"))
		p := between(ValuePage(), was, now, 12).of(input.Params{{Name: "service_cost_per_period", Value: amount.String()}, {Name: "repeat_purchase_rate", Value: rate.String()},
			{Name: "order_growth_rate", Value: growth.String()}, {Name: "horizon", Value: horizon.String()}, {Name: "basket_value", Value: amount.String()}})
		got := make([]float64, len(p))
		for i, param := range p {
			got[i] = decimal.RequireFromString(param.Value).InexactFloat64()
		}
		k, n := float64(was.PerYear()), float64(now.PerYear())
		near := func(name string, a, b, within float64) {
			if a-b > within || b-a > within {
				t.Fatalf("%s, from %s to %s: %v a year, was %v", name, was, now, a, b)
			}
		}
		near("cost", got[0]*n, amount.InexactFloat64()*k, n*0.0051)
		near("rate", multiplied(got[1], n), multiplied(rate.InexactFloat64(), k), 1e-8)
		near("growth", multiplied(1+got[2], n), multiplied(1+growth.InexactFloat64(), k), 1e-6*multiplied(1+growth.InexactFloat64(), k)+1e-9)
		if years := horizon.InexactFloat64() / k; got[3]/n < years-1e-9 || got[3]/n >= years+1/n {
			t.Fatalf("%v periods of a %s are %v of a %s", horizon, was, got[3], now)
		}
		if p[4].Value != amount.String() {
			t.Fatalf("the basket becomes %s", p[4].Value)
		}
	})
}

// multiplied is x^n by multiplication.
func multiplied(x, n float64) float64 {
	y := 1.
	for range int(n) {
		y *= x
	}
	return y
}
