package chart

import (
	"encoding/xml"
	"math"
	"strconv"
	"strings"
	"testing"

	"blyant/internal/locale"
)

// spotDrawn is a spot as the page has it.
type spotDrawn struct {
	X      float64 `xml:"x,attr"`
	Y      float64 `xml:"y,attr"`
	Width  float64 `xml:"width,attr"`
	Height float64 `xml:"height,attr"`
	Dots   string  `xml:"data-dots,attr"`
	Title  string  `xml:"title"`
}

// spotsOf are the spots of a drawing, by panel.
func spotsOf(t *testing.T, svg []byte) [][]spotDrawn {
	t.Helper()
	var doc struct {
		Groups []struct {
			About string      `xml:"aria-label,attr"`
			Spots []spotDrawn `xml:"rect"`
		} `xml:"g"`
	}
	if err := xml.Unmarshal(svg, &doc); err != nil {
		t.Fatal(err)
	}
	var all [][]spotDrawn
	for _, g := range doc.Groups {
		if g.About == "" {
			t.Error("a panel has no name")
		}
		all = append(all, g.Spots)
	}
	return all
}

func inPage(lang locale.Language, width, height int) Options {
	return Options{Lang: lang, Width: width, Height: height, Inline: true}
}

// At the end of each period the amounts of all lines can be read, to the last digit.
func TestValuesAreReadOffByPeriod(t *testing.T) {
	spots := spotsOf(t, SVG(pictureOf(t, locale.Norwegian, onePencil(), tenYears()), inPage(locale.Norwegian, 480, 330)))
	if len(spots) != 1 || len(spots[0]) != 11 {
		t.Fatalf("%d panels, %d spots", len(spots), len(spots[0]))
	}
	plain := strings.NewReplacer(noBreakSpace, " ")
	first, last := plain.Replace(spots[0][0].Title), plain.Replace(spots[0][10].Title)
	if first != "Ved starten\nÉn blyant: \u221250,00 NOK\nTi år med blyanter: \u221250,00 NOK" {
		t.Errorf("%q", first)
	}
	if last != "År 10\nÉn blyant: \u221246,00 NOK\nTi år med blyanter: 202,79 NOK" { // MODEL.md's example
		t.Errorf("%q", last)
	}
	alone := spotsOf(t, SVG(pictureOf(t, locale.English, tenYears()), inPage(locale.English, 480, 330)))[0]
	if got := plain.Replace(alone[10].Title); got != "Year 10: 202.79 NOK" {
		t.Errorf("%q", got)
	}
}

// Every picture can be read in a page, and nowhere else; no spot leaves the drawing,
// none is empty, and there are never more than one can aim at.
func TestEveryPictureCanBeRead(t *testing.T) {
	for name, p := range everyPicture(t, locale.Danish) {
		for _, size := range [][2]int{{300, 290}, {480, 330}, {560, 380}, {1200, 700}} {
			svg := SVG(p, inPage(locale.Danish, size[0], size[1]))
			panels := spotsOf(t, svg)
			if len(panels) == 0 {
				t.Errorf("%s has no values to read", name)
			}
			for _, spots := range panels {
				if _, drawn := p.of.figure.(*cohortMap); len(spots) > mostStops && !drawn {
					t.Errorf("%s has %d spots", name, len(spots))
				}
				for _, s := range spots {
					if s.X < 0 || s.Y < 0 || s.Width < 0 || s.Height <= 0 || s.X+s.Width > float64(size[0])+0.01 || s.Y+s.Height > float64(size[1])+0.01 || strings.TrimSpace(s.Title) == "" {
						t.Errorf("%s at %v: %+v", name, size, s)
					}
					checkDots(t, name, s)
				}
			}
		}
		if o := inPage(locale.Danish, 480, 330); strings.Contains(string(SVG(p, Options{Lang: o.Lang, Width: 480, Height: 330})), "chart-spots") {
			t.Errorf("%s has spots in a file", name)
		}
	}
}

// checkDots: the dots of a spot are in it, one above the other.
func checkDots(t *testing.T, name string, s spotDrawn) {
	t.Helper()
	if s.Dots == "" {
		return
	}
	numbers := strings.Fields(s.Dots)
	for i := 0; i+1 < len(numbers); i += 2 {
		x, _ := strconv.ParseFloat(numbers[i], 64)
		y, _ := strconv.ParseFloat(numbers[i+1], 64)
		if x < s.X-0.02 || x > s.X+s.Width+0.02 || y < s.Y-0.02 || y > s.Y+s.Height+0.02 {
			t.Errorf("%s: a dot at %v %v is not in %+v", name, x, y, s)
		}
	}
	if len(numbers)%2 != 0 {
		t.Errorf("%s: dots %q", name, s.Dots)
	}
}

// The height of a dot is that of its amount: measured by the labels of the axis.
func TestDotsStandAtTheirAmounts(t *testing.T) {
	svg := SVG(pictureOf(t, locale.English, tenYears()), inPage(locale.English, 480, 330))
	height := map[string]float64{}
	for _, text := range textsOf(t, svg) {
		height[text.Words] = text.Y - 0.35*text.Size
	}
	perKrone := (height["200"] - height["100"]) / 100 // 0 stands on the axis of the years too
	for i, s := range spotsOf(t, svg)[0] {
		_, words, _ := strings.Cut(strings.NewReplacer(minus, "-", noBreakSpace+"NOK", "").Replace(s.Title), ": ")
		amount, err := strconv.ParseFloat(words, 64)
		if err != nil {
			t.Fatal(err)
		}
		_, text, _ := strings.Cut(s.Dots, " ")
		y, _ := strconv.ParseFloat(text, 64)
		if want := height["100"] + (amount-100)*perKrone; math.Abs(y-want) > 1 {
			t.Errorf("period %d: %v is at %v, want %v", i, amount, y, want)
		}
	}
}

// Of a long horizon whole years are read, never a period that is none.
func TestStopsOfALongHorizon(t *testing.T) {
	p := pictureOf(t, locale.English, samples()["1200 months"]...).of
	for i, s := range p.stops {
		if s.x != float64(12*i) && s.x != float64(24*i) && s.x != float64(60*i) {
			t.Fatalf("stop %d is at %v", i, s.x)
		}
	}
	if n := len(p.stops); n < 20 || n > mostStops || p.stops[n-1].x != 1200 {
		t.Errorf("%d stops, the last at %v", n, p.stops[n-1].x)
	}
}
