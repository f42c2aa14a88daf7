package chart

import (
	"image/color"
	"math"

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

// The series began as the colours that Okabe and Ito (2008) chose for every kind
// of colour vision, and were moved until each stands out from its background by 3:1 (WCAG
// 2.2, 1.4.11) and any two are told apart with any kind of colour vision; a test
// holds both promises. Layers lie on one another in a known order: the older
// ones stand out the more, and any two are told apart likewise.
func themeOf(dark bool) theme {
	if dark {
		return theme{
			background: rgb(0x141a22), ink: rgb(0xe9edf3), muted: rgb(0xa9b4c3), zero: rgb(0x76829a), grid: rgb(0x2b3442),
			series: []color.RGBA{rgb(0x56b4e9), rgb(0xf0803c), rgb(0x09f1a7), rgb(0xc03b96), rgb(0xffbf00), rgb(0x9d66ff), rgb(0xffffff)},
			layers: []color.RGBA{rgb(0xb88b3f), rgb(0xc6f1f6), rgb(0x85d0ee), rgb(0x57abe2), rgb(0x3a84ca), rgb(0x2a5fa8), rgb(0x1e3f7f)},
		}
	}
	return theme{
		background: rgb(0xffffff), ink: rgb(0x1c2430), muted: rgb(0x586273), zero: rgb(0x8b94a3), grid: rgb(0xe4e8ee),
		series: []color.RGBA{rgb(0x0072b2), rgb(0xa90602), rgb(0xa7710f), rgb(0x275c58), rgb(0xed6780), rgb(0x3e95f4), rgb(0x000000)},
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

// seriesPen is that of the i-th line of a chart whose letters are size high.
// Neither the number of patterns nor that of colours divides the other, so that
// 35 lines differ in the pair and neighbours in both.
func (t theme) seriesPen(i int, size vg.Length) pen {
	patterns := [][]vg.Length{nil, {5, 2.5}, {1.5, 1.5}, {6, 2, 1.5, 2}, {9, 3}} // in widths of the line
	p := pen{color: t.series[i%len(t.series)], width: size / 5.5}
	for _, d := range patterns[i%len(patterns)] {
		p.dash = append(p.dash, d*p.width)
	}
	return p
}

// pen is that of the i-th line.
func (s *sheet) pen(i int) pen {
	if s.lines[i].look == total {
		return hairline(s.theme.ink, s.size)
	}
	return s.theme.seriesPen(i, s.size)
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
