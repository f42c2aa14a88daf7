package chart

import (
	"image/color"
	"math"
	"strings"

	"gonum.org/v1/plot/vg"
)

// theme is the set of colours of a chart. No two of one theme are equal, so a
// colour says what role it has (see the classes of an SVG).
type theme struct {
	background color.RGBA
	ink        color.RGBA // titles, names
	muted      color.RGBA // axes and what else should stay behind
	zero       color.RGBA // the line at zero
	grid       color.RGBA
	series     []color.RGBA
	layers     []color.RGBA // the ground, then from the oldest to the newest
}

// Of the series the first colour is the strong one, for the line that the picture
// is about; the others are greys, so that no colour seems to mean anything. Each
// stands out from its background by 3:1 (WCAG 2.2, 1.4.11), and any two are told
// apart with any kind of colour vision; a test holds both promises. Layers lie on one
// another in a known order: the older ones stand out the more, and any two are told
// apart likewise.
func themeOf(dark bool) theme {
	if dark {
		return theme{
			background: rgb(0x141a22), ink: rgb(0xe9edf3), muted: rgb(0xa9b4c3), zero: rgb(0x76829a), grid: rgb(0x2b3442),
			series: []color.RGBA{rgb(0x4fb3f0), rgb(0x9aa0a8), rgb(0x737981), rgb(0xc9ced6)},
			layers: []color.RGBA{rgb(0xb88b3f), rgb(0xc6f1f6), rgb(0x85d0ee), rgb(0x57abe2), rgb(0x3b85cb), rgb(0x2a5fa8), rgb(0x1e3f7f)},
		}
	}
	return theme{
		background: rgb(0xffffff), ink: rgb(0x1c2430), muted: rgb(0x586273), zero: rgb(0x8b94a3), grid: rgb(0xe4e8ee),
		series: []color.RGBA{rgb(0x0067b8), rgb(0x54585e), rgb(0x8a8e94), rgb(0x35393f)},
		layers: []color.RGBA{rgb(0xb08a55), rgb(0x13316d), rgb(0x175198), rgb(0x2376b9), rgb(0x419bd4), rgb(0x75c4e2), rgb(0xb6e9ee)},
	}
}

func rgb(hex uint32) color.RGBA {
	return color.RGBA{R: uint8(hex >> 16), G: uint8(hex >> 8), B: uint8(hex), A: 0xff}
}

// pen is how a line is drawn.
type pen struct {
	color color.Color
	width vg.Length
	dash  []vg.Length
}

// patterns are those of the grey lines, in widths of the line. Their number and that
// of the greys have no divisor in common, so that 21 lines differ in the pair and
// neighbours in both.
var patterns = [][]vg.Length{{5, 2.5}, {1.5, 1.5}, {6, 2, 1.5, 2}, nil, {9, 3}, {3, 3}, {9, 2, 1.5, 2, 1.5, 2}}

// Place is where the look of the i-th of several lines stands, counted from 1: the
// strong line has the first, the others follow in their order.
func Place(i, strong int) int {
	switch {
	case i == strong:
		return 1
	case i < strong:
		return i + 2
	}
	return i + 1
}

// Key is how a short piece of the line at a place among the looks is drawn in a page:
// the class of its colour, its width and its pattern in pixels, empty for none.
func Key(place int) (class string, width float64, dash string) {
	t := themeOf(false)
	p := t.seriesPen(place, readable)
	for _, r := range t.roles() {
		if r.color == p.color {
			class = r.class
		}
	}
	var lengths []string
	for _, d := range p.dash {
		lengths = append(lengths, fixed(float64(d), 1))
	}
	return class, math.Round(float64(p.width)*10) / 10, strings.Join(lengths, " ")
}

// seriesPen is that of a place among the looks, for letters that are size high.
func (t theme) seriesPen(place int, size vg.Length) pen {
	if place == 1 {
		return pen{color: t.series[0], width: size / 4.5}
	}
	p, greys := pen{width: size / 6.5}, t.series[1:]
	p.color = greys[(place-2)%len(greys)]
	for _, d := range patterns[(place-2)%len(patterns)] {
		p.dash = append(p.dash, d*p.width)
	}
	return p
}

// pen is that of the i-th line.
func (s *sheet) pen(i int) pen {
	if s.lines[i].look == total {
		return hairline(s.theme.ink, s.size)
	}
	return s.theme.seriesPen(Place(i, s.strong), s.size)
}

// hairline is a pen of whole pixels, for axes and the grid.
func hairline(c color.Color, size vg.Length) pen {
	return pen{color: c, width: max(1, vg.Length(math.Round(float64(size)/14)))}
}

// readable is the height of letters in a page, whose chart is laid out for the width
// that it has there.
const readable = 12.5

// letterSize is the height of letters on a chart.
func (o Options) letterSize() vg.Length {
	if o.Inline {
		return readable
	}
	return letterSize(o.Width, o.Height)
}

// letterSize is the height of letters on a chart of that size: 12 at 600×400,
// growing with the square root, so that a larger chart has both larger letters
// and more room.
func letterSize(width, height int) vg.Length {
	scale := math.Min(float64(width)/600, float64(height)/400)
	return vg.Length(math.Round(2*math.Min(math.Max(12*math.Sqrt(scale), 10), 24)) / 2)
}
