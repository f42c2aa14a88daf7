package chart

import (
	"image/color"
	"slices"
	"strings"

	"gonum.org/v1/plot/vg"
)

// caption is the rows of a text and where they stand.
type caption struct {
	vg.Rectangle
	rows []string
}

// drawMarks draws the marks with their words.
func (p *panel) drawMarks() {
	captions := p.captions()
	for _, m := range p.marks {
		p.drawGuides(m)
	}
	for _, m := range slices.Backward(p.marks) {
		if !m.since {
			colour, radius := color.Color(p.theme.ink), p.size*0.38
			if m.quiet() {
				colour, radius = p.pen(m.of-1).color, p.size*0.3
			}
			p.dot(p.at(m), radius+p.size*0.12, p.theme.background)
			p.dot(p.at(m), radius, colour)
		}
	}
	for j, c := range captions {
		style := p.lettersOf(p.marks[j])
		for i, row := range c.rows {
			style.write(p.canvas, c.Min.X, c.Max.Y-style.height()*vg.Length(i)-p.size*0.9, 0, row)
		}
	}
}

// lettersOf are those of the words of a mark.
func (p *panel) lettersOf(m mark) letters {
	if m.quiet() {
		return plainLetters(p.size*0.92, p.theme.ink)
	}
	return p.words()
}

// zeroLine is the room of the line at zero, but for the little that letters
// leave free at the edges of theirs.
func (p *panel) zeroLine() vg.Rectangle {
	y, edge := p.y(0), -p.size*0.1
	return vg.Rectangle{Min: vg.Point{X: p.Min.X, Y: y - edge}, Max: vg.Point{X: p.Max.X, Y: y + edge}}
}

func (p *panel) at(m mark) vg.Point { return vg.Point{X: p.x(m.x), Y: p.y(m.y)} }

// captions finds room for the words of each mark that has any; those that find
// none have no rows.
func (p *panel) captions() []caption {
	p.taken, p.outlines = []vg.Rectangle{p.zeroLine()}, make([][]vg.Point, len(p.lines))
	for i := range p.lines {
		p.outlines[i] = simplify(p.outline(i), 0.5)
	}
	for _, m := range p.marks {
		p.taken = append(p.taken, p.guides(m)...)
		if !m.since {
			p.taken = append(p.taken, around(p.at(m), p.size*0.5))
		}
	}
	captions := make([]caption, len(p.marks))
	for i, m := range p.marks {
		if m.text != "" {
			captions[i] = p.place(m)
			p.taken = append(p.taken, captions[i].Rectangle)
		}
	}
	return captions
}

// place finds room for the words of a mark where they cover no line, in one row
// or else in two.
func (p *panel) place(m mark) caption {
	style := p.lettersOf(m)
	whole := style.width(m.text)
	for _, limit := range []vg.Length{whole, whole * 0.6} {
		rows := wrap(m.text, style, limit, 2)
		if strings.Join(rows, " ") != m.text {
			continue // cut off
		}
		var width vg.Length
		for _, row := range rows {
			width = max(width, style.width(row))
		}
		for _, box := range p.places(m, width, style.height()*vg.Length(len(rows))) {
			if p.holds(box) && !p.covered(box) {
				return caption{box, rows}
			}
		}
	}
	return caption{}
}

// places lists the places of that size beside a mark, the best one first: below
// right of it, where a rising line has been and gone.
func (p *panel) places(m mark, width, height vg.Length) []vg.Rectangle {
	if m.since {
		return p.placesSince(m, width, height)
	}
	at, gap := p.at(m), p.size*0.6
	left, right, below, above := -gap-width, gap, -gap-height, gap
	var boxes []vg.Rectangle
	for _, corner := range []vg.Point{{X: right, Y: below}, {X: left, Y: above}, {X: right, Y: above}, {X: left, Y: below}, {X: -width / 2, Y: above * 2}, {X: -width / 2, Y: below - gap}} {
		least := at.Add(corner)
		boxes = append(boxes, vg.Rectangle{Min: least, Max: least.Add(vg.Point{X: width, Y: height})})
	}
	return boxes
}

func (p *panel) holds(box vg.Rectangle) bool {
	return box.Min.X >= p.Min.X && box.Max.X <= p.Max.X && box.Min.Y >= p.Min.Y && box.Max.Y <= p.Max.Y
}

// covered reports whether something else is in the box: what is taken, or a line
// that runs through it.
func (p *panel) covered(box vg.Rectangle) bool {
	for _, other := range p.taken {
		if box.Min.X < other.Max.X && other.Min.X < box.Max.X && box.Min.Y < other.Max.Y && other.Min.Y < box.Max.Y {
			return true
		}
	}
	for _, points := range p.outlines {
		for j := 1; j < len(points); j++ {
			if touches(points[j-1], points[j], box) {
				return true
			}
		}
	}
	return false
}

// touches reports whether the segment from a to b, which runs to the right, has a
// part in the box.
func touches(a, b vg.Point, box vg.Rectangle) bool {
	if b.X < box.Min.X || a.X > box.Max.X {
		return false
	}
	if b.X > a.X {
		slope := (b.Y - a.Y) / (b.X - a.X)
		if a.X < box.Min.X {
			a = vg.Point{X: box.Min.X, Y: a.Y + slope*(box.Min.X-a.X)}
		}
		if b.X > box.Max.X {
			b = vg.Point{X: box.Max.X, Y: a.Y + slope*(box.Max.X-a.X)}
		}
	}
	return max(a.Y, b.Y) >= box.Min.Y && min(a.Y, b.Y) <= box.Max.Y
}
