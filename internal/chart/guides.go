package chart

import "gonum.org/v1/plot/vg"

// drawGuides draws the lines that belong to a mark: through the panel at a
// moment from which something holds, and down to a point from the amount it is
// measured from.
func (p *panel) drawGuides(m mark) {
	pen := hairline(p.theme.muted, p.size)
	pen.dash = []vg.Length{3 * pen.width, 3 * pen.width}
	for _, box := range p.guides(m) {
		if vertical := box.Max.Y-box.Min.Y > box.Max.X-box.Min.X; vertical {
			x := crisp((box.Min.X+box.Max.X)/2, pen.width)
			p.stroke(pen, vg.Point{X: x, Y: box.Min.Y}, vg.Point{X: x, Y: box.Max.Y})
			continue
		}
		y := crisp((box.Min.Y+box.Max.Y)/2, pen.width)
		p.stroke(pen, vg.Point{X: box.Min.X, Y: y}, vg.Point{X: box.Max.X, Y: y})
	}
}

// guides is the room that these lines take. Near zero there is a line anyway.
func (p *panel) guides(m mark) []vg.Rectangle {
	half := hairline(nil, p.size).width / 2
	at := p.at(m)
	if m.since {
		return []vg.Rectangle{{Min: vg.Point{X: at.X - half, Y: p.Min.Y}, Max: vg.Point{X: at.X + half, Y: p.Max.Y}}}
	}
	if m.fall == 0 {
		return nil
	}
	level := p.y(m.y + m.fall)
	lines := []vg.Rectangle{{Min: vg.Point{X: at.X - half, Y: at.Y}, Max: vg.Point{X: at.X + half, Y: level}}}
	if distance := level - p.y(0); max(distance, -distance) > p.size*0.3 {
		lines = append(lines, vg.Rectangle{Min: vg.Point{X: p.Min.X, Y: level - half}, Max: vg.Point{X: at.X, Y: level + half}})
	}
	return lines
}

// around is the box that reaches so far from a point.
func around(at vg.Point, reach vg.Length) vg.Rectangle {
	return vg.Rectangle{Min: vg.Point{X: at.X - reach, Y: at.Y - reach}, Max: vg.Point{X: at.X + reach, Y: at.Y + reach}}
}

// placesSince lists the places beside the line at a moment: from the top down,
// to its right and to its left.
func (p *panel) placesSince(m mark, width, height vg.Length) []vg.Rectangle {
	x, gap := p.x(m.x), p.size*0.5
	var boxes []vg.Rectangle
	for top := p.Max.Y; top-height >= p.Min.Y; top -= p.size / 2 {
		for _, left := range []vg.Length{x + gap, x - gap - width} {
			boxes = append(boxes, vg.Rectangle{Min: vg.Point{X: left, Y: top - height}, Max: vg.Point{X: left + width, Y: top}})
		}
	}
	return boxes
}
