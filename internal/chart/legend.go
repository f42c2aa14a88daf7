package chart

import (
	"cmp"
	"slices"

	"gonum.org/v1/plot/vg"
)

// legend says which line is which.
type legend interface {
	draw(p *panel)
}

// entry is what a legend says of one line: its name, broken into rows, and the
// amount at its end.
type entry struct {
	line  int
	names []string
	value string
}

// narrow is the width below which a legend stands under the panel.
const narrow = 480

// newLegend takes the room for the legend. A line without a name has its last
// amount beside it.
func (s *sheet) newLegend() legend {
	if named := s.lines[0].name != ""; named && s.width() < narrow {
		return s.below()
	}
	return s.beside()
}

// keyWidth is the length of the piece of line before a name.
func (s *sheet) keyWidth() vg.Length {
	if s.lines[0].name == "" {
		return 0
	}
	return s.size * 2.6
}

// key draws a piece of the i-th line before the name whose baseline is at y.
func (s *sheet) key(i int, x, y vg.Length) {
	if width := s.keyWidth(); width > 0 {
		y += s.small().rise()
		right := x + width - s.size*0.6
		if s.lines[i].look == layer {
			s.swatch(i, vg.Rectangle{Min: vg.Point{X: x, Y: y - s.size*0.4}, Max: vg.Point{X: right, Y: y + s.size*0.4}})
			return
		}
		s.stroke(s.pen(i), vg.Point{X: x, Y: y}, vg.Point{X: right, Y: y})
	}
}

// besideLegend has its entries next to the ends of the lines.
type besideLegend struct {
	entries []entry
	more    string // what stands for the lines that have no room
	top     vg.Length
	bottom  vg.Length
}

// beside lays a legend out to the right of the panel.
func (s *sheet) beside() besideLegend {
	style := s.small()
	l := besideLegend{top: s.free.Max.Y, bottom: s.free.Min.Y}
	rows := int(s.height() / style.height())
	count := len(s.lines)
	if count > rows {
		count = rows - 1
		l.more = s.lang.TextWith("chart.more", "n", fixed(float64(len(s.lines)-count), 0))
	}
	share := s.height()/vg.Length(len(s.lines)) - s.size*0.4
	l.entries = s.entries(count, s.width()*0.3-s.keyWidth(), max(1, int(share/style.height())))
	var widest vg.Length
	for _, e := range l.entries {
		for _, text := range append(e.names, e.value) {
			widest = max(widest, style.width(text))
		}
	}
	s.free.Max.X -= widest + s.keyWidth() + s.size
	s.slack = s.size * 0.7
	return l
}

// entries writes the entries of the first lines, each in at most so many rows:
// the name, and where every name leaves a row free the amount at the end.
func (s *sheet) entries(count int, width vg.Length, rows int) []entry {
	style := s.small()
	var list []entry
	most := 0
	for i, l := range s.lines[:count] {
		e := entry{line: i, names: wrap(l.name, style, width, min(rows, 3))}
		if full := wrap(l.full, style, width, rows+1); len(full) > 0 && len(full) <= len(e.names) {
			e.names = full
		}
		most = max(most, len(e.names))
		list = append(list, e)
	}
	for i := range list {
		if most < rows && !s.layered() {
			list[i].value = s.label(s.lines[i].last())
		}
	}
	return list
}

// rows is how many lines of text the entry takes.
func (e entry) rows() int {
	if e.value == "" {
		return len(e.names)
	}
	return len(e.names) + 1
}

// draw writes each entry as near to the end of its line as the others let it.
func (l besideLegend) draw(p *panel) {
	style, left := p.small(), p.free.Max.X+p.size
	last := func(e entry) float64 { return p.lines[e.line].last() }
	slices.SortStableFunc(l.entries, func(a, b entry) int { return cmp.Compare(last(b), last(a)) })
	blocks := make([]block, len(l.entries))
	for i, e := range l.entries {
		blocks[i].height = style.height() * vg.Length(e.rows())
		if e.rows() > 1 {
			blocks[i].height += p.size * 0.4
		}
		blocks[i].wish = p.y(p.legendLevel(e.line)) + style.face.Font.Size*0.65 // the key is level with the end of its line
	}
	bottom := l.bottom
	if l.more != "" {
		style.write(p.canvas, left+p.keyWidth(), bottom+style.face.Font.Size*0.25, 0, l.more)
		bottom += style.height()
	}
	spread(blocks, bottom, l.top)
	for i, e := range l.entries {
		p.writeEntry(e, left, blocks[i].top-style.face.Font.Size)
	}
}

// legendLevel is the amount at the end of the i-th line, half-way down a layer.
func (s *sheet) legendLevel(i int) float64 {
	last := s.lines[i].last()
	switch {
	case s.lines[i].look != layer:
		return last
	case i+1 < len(s.lines):
		return (last + s.lines[i+1].last()) / 2
	}
	return last / 2
}

// writeEntry writes an entry with its key; the baseline of its first row is at y.
func (s *sheet) writeEntry(e entry, x, y vg.Length) {
	style, ink := s.small(), plainLetters(s.size*0.92, s.theme.ink)
	s.key(e.line, x, y)
	for _, name := range e.names {
		ink.write(s.canvas, x+s.keyWidth(), y, 0, name)
		y -= style.height()
	}
	if e.value != "" {
		style.write(s.canvas, x+s.keyWidth(), y, 0, e.value)
	}
}
