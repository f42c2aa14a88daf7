package chart

import (
	"image/color"
	"regexp"
	"strconv"
	"testing"

	"blyant/internal/locale"
	"blyant/model/vocabulary"

	"github.com/shopspring/decimal"
	"gonum.org/v1/plot/font"
	"gonum.org/v1/plot/vg"
)

// Words stand beside a line that they would lie across, on the side where they belong.
func TestClearOfALine(t *testing.T) {
	for _, c := range []struct{ at, want vg.Length }{{50, 70}, {60, 70}, {70, 70}, {90, 90}, {49, 30}, {40, 30}, {30, 30}, {10, 10}} {
		if got := clearOf(c.at, 50, 20); got != c.want {
			t.Errorf("%v is put at %v, wanted %v", c.at, got, c.want)
		}
	}
}

// The greatest of a grid has the colour that stands out most in either theme, the least
// the one nearest to the background, as in a map of cohorts.
func TestGreatestStandsOut(t *testing.T) {
	for _, dark := range []bool{false, true} {
		shades := themeOf(dark).layers[1:]
		if first, last := contrast(shades[0], themeOf(dark).background), contrast(shades[len(shades)-1], themeOf(dark).background); first <= last {
			t.Errorf("dark %v: the first shade stands out by %v, the last by %v", dark, first, last)
		}
		recorded := &fills{}
		s := &sheet{canvas: recorded, theme: themeOf(dark), size: 12, unit: unit{size: 1}}
		h := heatmap{least: -50, most: 250}
		box := vg.Rectangle{Max: vg.Point{X: 1, Y: 1}}
		for _, value := range []int64{250, -50} {
			h.cell(s, vocabulary.RoundedDecimal(decimal.NewFromInt(value)), box)
		}
		if len(recorded.colours) != 2 || recorded.colours[0] != shades[0] || recorded.colours[1] != shades[len(shades)-1] {
			t.Errorf("dark %v: the greatest and the least are %v", dark, recorded.colours)
		}
	}
}

// fills keeps the colours that shapes are filled with.
type fills struct {
	vg.Canvas
	now     color.Color
	colours []color.Color
}

func (f *fills) SetColor(c color.Color)                 { f.now = c }
func (f *fills) Fill(vg.Path)                           { f.colours = append(f.colours, f.now) }
func (f *fills) FillString(font.Face, vg.Point, string) {}

// A tornado of one bar and a map of one cohort take no more of a page than they need, and
// all of what they draw is within it; a file has the size that was asked for.
func TestFiguresTakeWhatTheyNeed(t *testing.T) {
	one := Picture{picture{title: "A", yTitle: func(string) string { return "c" }, lines: []line{{points: []point{{0, 9}, {0, 11}}}}, figure: tornado{base: 10, bars: []swung{{name: "b", low: 9, high: 11}}}}}
	full := viewBox.FindSubmatch(SVG(one, Options{Lang: locale.English, Width: 320, Height: 320}))
	drawn := SVG(one, inPage(locale.English, 320, 320))
	inPage := viewBox.FindSubmatch(drawn)
	if full == nil || inPage == nil || string(full[1]) != "320" {
		t.Fatalf("%q, %q", full, inPage)
	}
	height, err := strconv.ParseFloat(string(inPage[1]), 64)
	if err != nil || height > 200 || height < 80 {
		t.Errorf("in a page it is %v high", height)
	}
	for _, at := range textHeight.FindAllSubmatch(drawn, -1) {
		if y, err := strconv.ParseFloat(string(at[1]), 64); err != nil || y > height-2 {
			t.Errorf("a text stands at %v of %v", y, height)
		}
	}
}

var (
	viewBox    = regexp.MustCompile(` viewBox="0 0 \d+ (\d+)"`)
	textHeight = regexp.MustCompile(`<text x="[^"]*" y="([^"]*)"`)
)
