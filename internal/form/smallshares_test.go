package form

import (
	"net/url"
	"slices"
	"strings"
	"testing"

	"blyant/internal/input"
	"blyant/internal/locale"
	"blyant/model/vocabulary"

	"github.com/shopspring/decimal"
	"golang.org/x/net/html"
	"pgregory.net/rapid"
)

// remarksOf are the remarks at the fields of a page, by field.
func remarksOf(t *testing.T, page string) map[string]string {
	t.Helper()
	all := map[string]string{}
	for _, p := range nodes(t, page, "p") {
		if id, is := strings.CutPrefix(attribute(p, "id"), "remark-"); is && contents(p) != "" {
			all[id] = contents(p)
		}
	}
	return all
}

// A share below one in a hundred is asked about on each page in each field where that
// is unlikely, and nowhere else: neither of nothing nor of one in a hundred, nor of a
// growth or a rate of interest.
func TestSmallSharesOnEachPage(t *testing.T) {
	for _, page := range Pages() {
		for _, l := range locale.Languages() {
			for text, asked := range map[string]bool{"0" + l.DecimalMark() + "8": true, "0": false, "1": false, "8": false, "0" + l.DecimalMark() + "001": true} {
				p := everyShare(page, text)
				r := Request{Page: page, Lang: l, Params: p, Typed: true, Dialect: input.Dialect{Comma: l.DecimalComma(), Percent: true}, Faults: vocabulary.Faults{{Field: "nonsense", Code: vocabulary.CodeUnknownField, Reason: "unknown_field"}}}
				body, err := Render(r)
				if err != nil {
					t.Fatal(err)
				}
				remarks := remarksOf(t, string(body))
				for _, param := range p {
					_, name := splitField(param.Name)
					shownAt := slices.ContainsFunc(nodes(t, string(body), "input"), func(n *html.Node) bool { return attribute(n, "name") == param.Name && attribute(n, "type") == "text" })
					if want := asked && slices.Contains(rarelySmall, name) && shownAt; (remarks[param.Name] != "") != want {
						t.Errorf("%s, %s: %s=%s has the remark %q", page.Name, l, param.Name, text, remarks[param.Name])
					}
				}
			}
		}
	}
}

// everyShare is a text in every share of a page.
func everyShare(page Page, text string) input.Params {
	var p input.Params
	for _, f := range page.Fields {
		if f.TakesPercent() && f.Numeric() {
			p = append(p, input.Param{Name: f.Name, Value: text})
		}
	}
	for _, f := range page.Items {
		if _, asked := named(page.Fields, f.Name); !asked && f.TakesPercent() && f.Numeric() {
			key := keyNumber(1)
			if page.Alone {
				key = ""
			}
			p = append(p, input.Param{Name: inputName(key, f.Name), Value: text})
		}
	}
	return p
}

// What is asked back is a hundred times as much, at most everything, in the marks of
// the language: typed instead, nothing more is asked.
func TestWhatIsMeantInstead(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		l := rapid.SampledFrom(locale.Languages()).Draw(t, "language")
		n := rapid.IntRange(1, 999).Draw(t, "thousandths of a percent")
		digits := decimal.New(int64(n), -3)
		v := viewed(Request{Page: ValuePage(), Lang: l, Typed: true, Dialect: input.Dialect{Comma: l.DecimalComma(), Percent: true}})
		f, _ := v.Page.field("repeat_purchase_rate")
		said := v.smallShare(f, strings.Replace(digits.String(), ".", l.DecimalMark(), 1))
		is, meant := strings.Replace(digits.String(), ".", l.DecimalMark(), 1), strings.Replace(digits.Shift(2).String(), ".", l.DecimalMark(), 1)
		if !strings.Contains(said, is+l.PercentSign()) || !strings.Contains(said, meant+l.PercentSign()) {
			t.Fatalf("%s: %s is asked about as %q, without %s", l, is, said, meant)
		}
		if again := v.smallShare(f, meant); digits.Shift(2).GreaterThanOrEqual(onePoint.Shift(2)) && again != "" {
			t.Fatalf("%s: %s is asked about again: %s", l, meant, again)
		}
	})
}

// The rest of the shares of a promise is what the first two leave, in the marks of the
// language; a dash where they leave less than nothing, and then the fault of the sum
// stands at the first.
func TestRestOfThePromise(t *testing.T) {
	for _, l := range locale.Languages() {
		mark := l.DecimalMark()
		for shares, want := range map[[2]string]string{
			{"15", "73"}: "12", {"15" + mark + "5", "73" + mark + "25"}: "11" + mark + "25", {"0", "100"}: "0", {"40", "61"}: "–", {"x", "50"}: "–", {"15 %", "73%"}: "12",
		} {
			query := "acquisition_cost=180&basket_value=620&repeat_rate_exceeded=90&repeat_rate_met=82&repeat_rate_missed=45&exceeded_share=" + url.QueryEscape(shares[0]) + "&met_share=" + url.QueryEscape(shares[1])
			rest := ""
			for _, n := range nodes(t, renderedOf(t, PromisePage(), l, query, true), "output") {
				if attribute(n, "id") == "missed_share" {
					rest = contents(n)
				}
			}
			if rest != want {
				t.Errorf("%s: %v leave %q, wanted %q", l, shares, rest, want)
			}
		}
	}
}
