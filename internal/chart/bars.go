package chart

import (
	"image/color"
	"math"

	"gonum.org/v1/plot/vg"
)

// figure draws what is no line over periods: bars of a tornado, the cells of a
// table in colours, the columns of a histogram. It is given the sheet after its
// heading.
type figure interface{ paint(s *sheet) }

// box fills a rectangle.
func (s *sheet) box(r vg.Rectangle, c color.Color) {
	var path vg.Path
	path.Move(r.Min)
	path.Line(vg.Point{X: r.Max.X, Y: r.Min.Y})
	path.Line(r.Max)
	path.Line(vg.Point{X: r.Min.X, Y: r.Max.Y})
	path.Close()
	s.canvas.SetColor(c)
	s.canvas.Fill(path)
}

// scale is where numbers stand between two places.
type scale struct {
	least, most float64
	from, to    vg.Length
}

func (c scale) at(x float64) vg.Length {
	if c.most == c.least {
		return (c.from + c.to) / 2
	}
	return c.from + vg.Length((x-c.least)/(c.most-c.least))*(c.to-c.from)
}

// upright draws a line across what is free at a place, with words above it.
func (s *sheet) upright(x vg.Length, p pen, top vg.Length, words string) {
	x = crisp(x, p.width)
	s.stroke(p, vg.Point{X: x, Y: s.free.Min.Y}, vg.Point{X: x, Y: top})
	s.overLine(x, top, words)
}

// overLine writes words above the end of such a line, within what is free.
func (s *sheet) overLine(x, top vg.Length, words string) {
	if words == "" {
		return
	}
	style := s.small()
	half := style.width(words) / 2
	at := min(max(x, s.free.Min.X+half), s.free.Max.X-half)
	style.write(s.canvas, at, top+s.size*0.2, 0.5, words)
}

// ticksBelow writes round numbers below what is free, and takes the room.
func (s *sheet) ticksBelow(c scale, u unit) {
	style := s.small()
	base := s.free.Min.Y - s.size*0.3
	for _, t := range moneyTicks(c.least, c.most, max(2, int((c.to-c.from)/(s.size*6))), u, s.lang) {
		x, half := c.at(t.value), style.width(t.label)/2
		pen := hairline(s.theme.zero, s.size)
		at := crisp(x, pen.width)
		s.stroke(pen, vg.Point{X: at, Y: s.free.Min.Y}, vg.Point{X: at, Y: base})
		style.write(s.canvas, min(max(x, s.free.Min.X+half), s.free.Max.X-half), base-style.height(), 0.5, t.label)
	}
}

// clearer returns the one of two colours that stands out the more from a third.
func clearer(on, one, other color.RGBA) color.RGBA {
	ratio := func(c color.RGBA) float64 {
		a, b := brightness(on)+0.05, brightness(c)+0.05
		return max(a/b, b/a)
	}
	if ratio(one) >= ratio(other) {
		return one
	}
	return other
}

// brightness is the relative brightness of WCAG 2.2.
func brightness(c color.RGBA) float64 {
	linear := func(v uint8) float64 {
		x := float64(v) / 255
		if x <= 0.04045 {
			return x / 12.92
		}
		return math.Pow((x+0.055)/1.055, 2.4)
	}
	return 0.2126*linear(c.R) + 0.7152*linear(c.G) + 0.0722*linear(c.B)
}
