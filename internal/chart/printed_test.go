package chart

import (
	"fmt"
	"image/color"
	"regexp"
	"strings"
	"testing"

	"blyant/internal/locale"
)

// Numbers for people have a true minus sign, wherever they stand in a chart.
func TestMinusSignsAreTrue(t *testing.T) {
	hyphen := regexp.MustCompile(`(^|[\s:(])-[\d.,]`)
	signs := 0
	for _, lang := range locale.Languages() {
		for name, p := range everyPicture(t, lang) {
			for _, o := range []Options{{Lang: lang, Width: 800, Height: 500}, inPage(lang, 480, 330)} {
				svg := SVG(p, o)
				texts := []string{p.of.alt, p.of.title}
				for _, text := range textsOf(t, svg) {
					texts = append(texts, text.Words)
				}
				for _, spots := range spotsOf(t, svg) {
					for _, s := range spots {
						texts = append(texts, s.Title)
					}
				}
				for _, text := range texts {
					signs += strings.Count(text, minus)
					if hyphen.MatchString(text) || strings.Contains(text, minus+"0 ") {
						t.Errorf("%s, %s: %q", lang, name, text)
					}
				}
			}
		}
	}
	if signs < 500 {
		t.Errorf("only %d signs", signs)
	}
}

// Labels beside lines and in cells have at most three digits that count.
func TestLabelsHaveThreeDigits(t *testing.T) {
	p := picture{}
	for y, want := range map[float64]string{0: "0", 202.79: "203", -46: "\u221246", 1234.5: "1,230", 0.012345: "0.0123", -99999: "\u2212100,000", 5: "5", 0.5: "0.5"} {
		if got := p.label(y, unit{size: 1}, locale.English); got != want {
			t.Errorf("%v: %s, want %s", y, got, want)
		}
	}
	p.lines, p.currency = []line{{points: []point{{0, -50}, {1, 2_345_678}}}}, "NOK"
	for y, want := range map[float64]string{2_345_678: "2.35 million NOK", -50: "\u221250 NOK", 20_000: "0.02 million NOK"} {
		if got := strings.ReplaceAll(p.money(y, locale.English), noBreakSpace, " "); got != want {
			t.Errorf("%v: %s, want %s", y, got, want)
		}
	}
}

// What is just past a period is not said to be at its end.
func TestDurationsJustPastAPeriod(t *testing.T) {
	for given, want := range map[string]string{"1.041667": "1.04", "1.002": "1.002", "2": "2.0", "11.96": "11.96", "0.999": "0.999", "3.14": "3.1"} {
		if got := shortDuration(amountOf(given).Decimal); got != want {
			t.Errorf("%s: %s, want %s", given, got, want)
		}
	}
}

// Nothing that is said is cut off at any width of a page: the message is there to
// its last word, whatever the name in it; only the name may be shortened. All widths
// are tried in one language, the ends and the middle in the others.
func TestMessagesAreNeverCut(t *testing.T) {
	for _, lang := range locale.Languages() {
		step := 640
		if lang == locale.Norwegian {
			step = 160
		}
		for name, p := range everyPicture(t, lang) {
			for width := 320; width <= 1600; width += step {
				for _, o := range []Options{{Lang: lang, Width: width, Height: max(width/2, 240)}, inPage(lang, width, max(width/2, 290))} {
					svg := SVG(p, o)
					checkLayout(t, textsOf(t, svg), float64(o.Width), float64(o.Height))
					checkMessage(t, fmt.Sprint(name, " ", lang, " ", o.Width, "x", o.Height), svg, p.of)
				}
			}
		}
	}
}

// checkMessage: the bold rows together are the title, or the title with its name
// shortened.
func checkMessage(t *testing.T, name string, svg []byte, p picture) {
	t.Helper()
	bold := regexp.MustCompile(`font-weight="bold"[^>]*>([^<]*)<`)
	var said string
	for _, m := range bold.FindAllSubmatch(svg, -1) {
		said += string(m[1])
	}
	squeezed := strings.NewReplacer(" ", "", "&#34;", `"`, "&#39;", "'", "&amp;", "&", "&lt;", "<", "&gt;", ">")
	said, title, called := squeezed.Replace(said), squeezed.Replace(clean(p.title)), squeezed.Replace(clean(p.name))
	if strings.HasPrefix(said, title) {
		return
	}
	before, after, found := strings.Cut(title, called)
	if !found || called == "" || !strings.HasPrefix(said, before) || !strings.Contains(said, ellipsis+after) {
		t.Errorf("%s: %q is not %q", name, said, title)
	}
}

// Letters stand out by 4.5:1 from all that they may stand on: the background of a
// file, the paper of a page, and the cells of a map of colours.
func TestLettersStandOutWhereverTheyStand(t *testing.T) {
	for dark, papers := range map[bool][]color.RGBA{false: {rgb(0xffffff), rgb(0xfaf8f4)}, true: {rgb(0x141a22), rgb(0x14171c), rgb(0x1b1f25)}} {
		theme := themeOf(dark)
		for _, paper := range papers {
			for _, c := range []color.RGBA{theme.ink, theme.muted} {
				if x := contrast(c, paper); x < 4.5 {
					t.Errorf("dark %v: letters %s on %s: %.2f", dark, hex(c), hex(paper), x)
				}
			}
			for _, c := range theme.series {
				if x := contrast(c, paper); x < 3 {
					t.Errorf("dark %v: line %s on %s: %.2f", dark, hex(c), hex(paper), x)
				}
			}
		}
		for _, shade := range theme.layers[1:] {
			if x := contrast(clearer(shade, theme.ink, theme.background), shade); x < 4.5 {
				t.Errorf("dark %v: a number on %s: %.2f", dark, hex(shade), x)
			}
		}
	}
}
