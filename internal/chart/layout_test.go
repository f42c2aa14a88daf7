package chart

import (
	"encoding/xml"
	"fmt"
	"strings"
	"testing"

	"blyant/internal/locale"
)

// text is a text of an SVG with the room it takes.
type text struct {
	X     float64 `xml:"x,attr"`
	Y     float64 `xml:"y,attr"`
	Size  float64 `xml:"font-size,attr"`
	Width float64 `xml:"textLength,attr"`
	Words string  `xml:",chardata"`
}

func (t text) top() float64    { return t.Y - 0.74*t.Size } // capitals and digits
func (t text) bottom() float64 { return t.Y + 0.22*t.Size } // g, j, p

func (t text) over(u text) bool {
	return t.X < u.X+u.Width && u.X < t.X+t.Width && t.top() < u.bottom() && u.top() < t.bottom()
}

func textsOf(t *testing.T, svg []byte) []text {
	t.Helper()
	var doc struct {
		Texts []text `xml:"text"`
	}
	if err := xml.Unmarshal(svg, &doc); err != nil {
		t.Fatal(err)
	}
	return doc.Texts
}

// sizes are those asked for most, the bounds, and those where the layout turns.
func sizes() [][2]int {
	return [][2]int{{600, 400}, {1200, 800}, {320, 240}, {100, 100}, {200, 130}, {479, 300}, {481, 200}, {2000, 100}, {100, 2000}, {300, 900}, {2000, 2000},
		{300, 290}, {300, 380}, {540, 350}, {600, 330}, {1050, 300}, {2000, 300}}
}

// Whatever is drawn at whatever size, no text is cut off and none is over
// another.
func TestTextsNeitherOverlapNorLeaveTheChart(t *testing.T) {
	for _, lang := range locale.Languages() {
		for name, p := range allPictures(t, lang) {
			for _, size := range sizes() {
				t.Run(fmt.Sprintf("%s %dx%d %s", name, size[0], size[1], lang), func(t *testing.T) {
					svg := SVG(p, Options{Lang: lang, Width: size[0], Height: size[1]})
					checkLayout(t, textsOf(t, svg), float64(size[0]), float64(size[1]))
				})
			}
		}
	}
}

func checkLayout(t *testing.T, texts []text, width, height float64) {
	t.Helper()
	for i, one := range texts {
		if one.X < 0 || one.X+one.Width > width || one.top() < 0 || one.bottom() > height {
			t.Errorf("%q is cut off: %+v", one.Words, one)
		}
		for _, other := range texts[:i] {
			if one.over(other) {
				t.Errorf("%q is over %q: %+v, %+v", one.Words, other.Words, one, other)
			}
		}
	}
}

func TestChartSaysWhatItShows(t *testing.T) {
	tests := []struct {
		sample string
		lang   locale.Language
		want   []string
	}{
		{"ten years", locale.Norwegian, []string{"Ti år med blyanter", "\n203\n", "1,2\u00a0år", "NOK"}},
		{"ten years", locale.English, []string{"\n203\n", "1.2\u00a0years"}},
		{"one pencil", locale.English, []string{"\n\u221246\n", "10\u00a0years"}},
		{"pencils", locale.Norwegian, []string{"Én blyant", "Ti år med blyanter", "\n\u221246\n", "\n203\n"}},
		{"1200 months", locale.Norwegian, []string{"1\u00a0200", "4\u00a0000"}},
		{"twenty long", locale.Danish, []string{"Kundegruppe nummer 20…"}},
	}
	for _, test := range tests {
		t.Run(test.sample+" "+string(test.lang), func(t *testing.T) {
			svg := SVG(pictureOf(t, test.lang, samples()[test.sample]...), Options{Lang: test.lang, Width: 600, Height: 400})
			var all strings.Builder
			for _, text := range textsOf(t, svg) {
				all.WriteString(text.Words + "\n")
			}
			for _, want := range test.want {
				if !strings.Contains(all.String(), want) {
					t.Errorf("%q is not among\n%s", want, all.String())
				}
			}
		})
	}
}

// Words that find no room beside their mark stand above the panel.
func TestMarkWithoutRoomIsRemarked(t *testing.T) {
	svg := SVG(pictureOf(t, locale.Norwegian, reversed()), sized(240, 160))
	said := false
	for _, text := range textsOf(t, svg) {
		said = said || strings.HasPrefix(text.Words, "Tjent inn etter 0,83\u00a0år") && text.Y < 80
	}
	if !said {
		t.Errorf("the payback is not said above the panel: %s", svg)
	}
}

// A legend that cannot hold all names says how many are missing.
func TestLegendCountsWhatItLeavesOut(t *testing.T) {
	for _, size := range [][2]int{{320, 240}, {700, 150}} {
		svg := SVG(pictureOf(t, locale.Norwegian, groups(20, "Gruppe %d")...), sized(size[0], size[1]))
		shown, said := 0, 0
		for _, text := range textsOf(t, svg)[1:] { // the title names the best
			if strings.HasPrefix(text.Words, "Gruppe ") {
				shown++
			}
			for n := 1; n < 20; n++ {
				if text.Words == locale.Norwegian.TextWith("chart.more", "n", fmt.Sprint(n)) {
					said = n
				}
			}
		}
		if shown == 0 || said == 0 || shown+said != 20 {
			t.Errorf("%v: %d names and %d more", size, shown, said)
		}
	}
}
