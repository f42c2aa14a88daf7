package chart

import (
	"bytes"
	"context"
	"strings"
	"testing"

	"blyant/internal/locale"
	"blyant/model/vocabulary"
	"blyant/model/whatif"
)

// whatIfPictures are a tornado, a table in colours and a histogram of one customer.
func whatIfPictures(t testing.TB, lang locale.Language) map[string]Picture {
	t.Helper()
	s, ctx := tenYears(), context.Background()
	swings, err := whatif.Tornado(ctx, whatif.SensitivityRequest{Scenario: s})
	if err != nil {
		t.Fatal(err)
	}
	table, err := whatif.Grid(ctx, whatif.GridRequest{Scenario: s,
		X: whatif.Axis{Field: "repeat_purchase_rate", From: amountOf("0"), To: amountOf("0.9"), Steps: vocabulary.Count(4)},
		Y: whatif.Axis{Field: "orders_per_period", From: amountOf("1"), To: amountOf("12"), Steps: vocabulary.Count(3)}})
	if err != nil {
		t.Fatal(err)
	}
	draws, err := whatif.Simulate(ctx, whatif.SimulationRequest{Scenario: s, Draws: vocabulary.Count(1000), Uncertain: []whatif.Uncertain{
		{Field: "orders_per_period", Distribution: "uniform", Low: amountOf("1"), High: amountOf("12")}}})
	if err != nil {
		t.Fatal(err)
	}
	return map[string]Picture{"tornado": Sensitivity(&swings, lang), "table": Grid(&table, lang), "histogram": Simulation(&draws, lang)}
}

// TestWhatIfPictures looks for what each must show: the names of the inputs and
// both colours, the number of every cell and the line at zero, the percentiles
// and the line at break-even.
func TestWhatIfPictures(t *testing.T) {
	shows := map[string][]string{
		"tornado":   {">Repeat-purchase rate<", ">Low<", ">High<", "chart-series-1\"", "chart-series-2\"", "chart-ink-line"},
		"table":     {">\u221246.5<", ">203<", ">90%<", "chart-background-line"},
		"histogram": {">p5 ", ">p50 ", ">p95 ", ">Break-even<", "chart-ink-line"},
	}
	for name, picture := range whatIfPictures(t, locale.English) {
		o := Options{Lang: locale.English, Width: 640, Height: 400}
		svg := SVG(picture, o)
		for _, text := range shows[name] {
			if !strings.Contains(string(svg), text) {
				t.Errorf("%s: no %s in %s", name, text, svg)
			}
		}
		if bytes.Contains(svg, []byte("NaN")) || bytes.Contains(svg, []byte("Inf")) || bytes.Contains(svg, []byte("style=")) {
			t.Errorf("%s: %s", name, svg)
		}
		if !bytes.Equal(svg, SVG(picture, o)) {
			t.Errorf("%s: another picture the second time", name)
		}
	}
}

// TestWhatIfPicturesAtAnySize draws them small, large and dark, in all languages.
func TestWhatIfPicturesAtAnySize(t *testing.T) {
	for _, lang := range locale.Languages() {
		for name, picture := range whatIfPictures(t, lang) {
			for _, size := range [][2]int{{100, 100}, {320, 240}, {1280, 700}, {2000, 100}} {
				if _, err := PNG(t.Context(), picture, Options{Lang: lang, Width: size[0], Height: size[1], Dark: size[0] == 1280}); err != nil {
					t.Errorf("%s: %s at %v: %v", lang, name, size, err)
				}
			}
		}
	}
}

// Metrics that are shares are percentages everywhere in their pictures, in the
// language's own form.
func TestSharesArePercentages(t *testing.T) {
	s, ctx := tenYears(), context.Background()
	for _, metric := range []string{"internal_rate_of_return", "probability_of_profit"} {
		swings, err := whatif.Tornado(ctx, whatif.SensitivityRequest{Scenario: s, Metric: metric})
		if err != nil {
			t.Fatal(err)
		}
		table, err := whatif.Grid(ctx, whatif.GridRequest{Scenario: s, Metric: metric,
			X: whatif.Axis{Field: "margin_rate", From: amountOf("0.5"), To: amountOf("1"), Steps: vocabulary.Count(3)},
			Y: whatif.Axis{Field: "orders_per_period", From: amountOf("10"), To: amountOf("12"), Steps: vocabulary.Count(3)}})
		if err != nil {
			t.Fatal(err)
		}
		for lang, sign := range map[locale.Language]string{locale.English: "%", locale.Norwegian: "\u00a0%"} {
			base := threeDigits(swings.Base.Decimal().Shift(2), lang) + sign
			tornado := Sensitivity(&swings, lang)
			if p := tornado.of; !strings.HasSuffix(p.remark, base) || !strings.Contains(p.alt, base) || p.yTitle(p.unit().title("", lang)) != lang.Label(metric)+", %" {
				t.Errorf("%s of %s: %q, %q, %q", lang, metric, p.remark, p.alt, p.yTitle(p.unit().title("", lang)))
			}
			if p := Grid(&table, lang).of; !strings.Contains(p.title, sign) || !strings.Contains(p.yTitle(p.unit().title("", lang)), "%") {
				t.Errorf("%s of %s: %q", lang, metric, p.title)
			}
		}
	}
}
