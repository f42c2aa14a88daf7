package chart

import (
	"image/color"
	"math"

	"gonum.org/v1/plot/vg"
)

// panel is where the lines are: a rectangle with the ranges of its axes.
type panel struct {
	*sheet
	vg.Rectangle
	least, most    float64 // amounts at the bottom and at the top
	last           float64 // period at the right; 0 is at the left
	xTicks, yTicks []tick
	taken          []vg.Rectangle // where no words may stand
	outlines       [][]vg.Point   // the lines on the canvas, for words to keep away from
}

// newPanel takes all that is free. The amounts get some air above and below,
// but layers stand on the ground; and where a point is marked there is room for
// its words below it.
func (s *sheet) newPanel() *panel {
	p := &panel{sheet: s, Rectangle: s.free}
	p.least, p.most = s.bounds()
	for _, l := range s.lines {
		p.last = math.Max(p.last, l.points[len(l.points)-1].X)
	}
	air := (p.most - p.least) * 0.04
	p.most += air
	if !s.layered() {
		p.least -= air
	}
	for _, m := range s.marks {
		if !m.since && !m.quiet() {
			words := float64(2.4 * s.size / s.heightFor(m))
			p.least = math.Min(p.least, m.y-(p.most-m.y)*words/(1-words))
		}
	}
	return p
}

// heightFor is the height of which the words of a mark need a share. A panel
// with a need of money may be low, so that it matters what the axes will take.
func (s *sheet) heightFor(m mark) vg.Length {
	if m.fall == 0 {
		return s.height()
	}
	return max(s.height()-s.axisHeight(), 4*s.size)
}

// axisHeight is what the words on the axis of the periods take.
func (s *sheet) axisHeight() vg.Length { return 2*s.small().height() + s.size*0.4 }

// takeAxes makes room for the words on the axes, and finds the ticks of the
// amounts.
func (p *panel) takeAxes() {
	style := p.small()
	p.Min.Y += p.axisHeight()
	p.Max.Y -= style.rise()
	p.yTicks = moneyTicks(p.least, p.most, p.count(p.Max.Y-p.Min.Y, p.rows, 12), p.unit, p.lang)
	var widest vg.Length
	for _, t := range p.yTicks {
		widest = max(widest, style.width(t.label))
	}
	p.Min.X += widest + p.size*0.6
	p.Max.X -= max(0, p.halfLabel()-p.slack)
}

// findPeriods finds the ticks of the periods.
func (p *panel) findPeriods() {
	p.xTicks = periodTicks(p.last, p.count(p.Max.X-p.Min.X, max(3.5, 3.6*p.halfLabel()/p.size), 12), p.perYear, p.lang)
}

// halfLabel is how far the words of the last period may reach out to the right.
func (p *panel) halfLabel() vg.Length {
	return p.small().width(p.lang.Number(fixed(p.last, 0))) / 2
}

// count is how many steps of so many letters fit, within 1 and most.
func (p *panel) count(length, letters vg.Length, most int) int {
	return min(max(int(length/(letters*p.size)), 1), most)
}

// x and y are where a period and an amount stand.
func (p *panel) x(period float64) vg.Length {
	return p.Min.X + vg.Length(period/p.last)*(p.Max.X-p.Min.X)
}

func (p *panel) y(amount float64) vg.Length {
	return p.Min.Y + vg.Length((amount-p.least)/(p.most-p.least))*(p.Max.Y-p.Min.Y)
}

// draw draws the grid, the axes with their words and the lines.
func (p *panel) draw() {
	style := p.small()
	for _, t := range p.yTicks {
		y := p.level(t.value, p.theme.grid)
		style.write(p.canvas, p.Min.X-p.size*0.6, y-style.rise(), 1, t.label)
	}
	for i, l := range p.lines {
		if l.look == layer {
			p.fill(i)
		}
	}
	p.level(0, p.theme.zero)
	for _, t := range p.xTicks {
		pen := hairline(p.theme.zero, p.size)
		x := crisp(p.x(t.value), pen.width)
		p.stroke(pen, vg.Point{X: x, Y: p.Min.Y}, vg.Point{X: x, Y: p.Min.Y - p.size*0.35})
		style.write(p.canvas, x, p.Min.Y-p.size*0.35-style.height(), 0.5, t.label)
	}
	if len(p.xTicks) > 0 {
		style.write(p.canvas, p.Max.X, p.Min.Y-p.size*0.35-2*style.height(), 1, p.xTitle)
	}
	for i, l := range p.lines {
		if l.look == total || l.look == series && i != p.strong {
			p.trace(i)
		}
	}
	if p.lines[p.strong].look == series { // on top of all others
		p.trace(p.strong)
	}
}

// level draws a line across the panel at an amount and returns its height.
func (p *panel) level(amount float64, c color.Color) vg.Length {
	pen := hairline(c, p.size)
	y := crisp(p.y(amount), pen.width)
	p.stroke(pen, vg.Point{X: p.Min.X, Y: y}, vg.Point{X: p.Max.X, Y: y})
	return y
}

// crisp moves the middle of a hairline to where it covers whole pixels.
func crisp(at, width vg.Length) vg.Length {
	half := math.Mod(float64(width), 2) / 2
	return vg.Length(math.Round(float64(at)-half) + half)
}

// trace draws the i-th line and a dot where a series ends.
func (p *panel) trace(i int) {
	pen := p.pen(i)
	points := simplify(p.outline(i), 0.15)
	p.stroke(pen, points...)
	if p.lines[i].look == series {
		p.dot(points[len(points)-1], pen.width*1.4, pen.color)
	}
}

// outline is the i-th line on the canvas.
func (p *panel) outline(i int) []vg.Point {
	points := make([]vg.Point, len(p.lines[i].points))
	for j, point := range p.lines[i].points {
		points[j] = vg.Point{X: p.x(point.X), Y: p.y(point.Y)}
	}
	return points
}

func (p *panel) dot(at vg.Point, radius vg.Length, c color.Color) {
	var path vg.Path
	path.Move(vg.Point{X: at.X + radius, Y: at.Y})
	path.Arc(at, radius, 0, 2*math.Pi)
	path.Close()
	p.canvas.SetColor(c)
	p.canvas.Fill(path)
}
