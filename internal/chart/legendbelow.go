package chart

import "gonum.org/v1/plot/vg"

// belowLegend has its entries in columns under the panel, in the order of the
// lines.
type belowLegend struct {
	entries []entry
	more    string
	columns int
	rows    int
	column  vg.Length // width of one
	left    vg.Length
	top     vg.Length
}

// below lays a legend out under the panel, in at most two fifths of the height:
// as many columns as that takes, names cut to their column, and lines that have
// no room even so are counted at the end.
func (s *sheet) below() belowLegend {
	style, gap := s.small(), s.size
	widest := vg.Length(0)
	for _, l := range s.lines {
		widest = max(widest, style.width(clean(l.name)))
	}
	most := max(int(s.height()*0.4/style.height()), 1)
	columns := max(int((s.width()+gap)/(s.keyWidth()+widest+gap)), 1, (len(s.lines)+most-1)/most)
	columns = min(columns, max(int(s.width()/(s.size*8)), 1), len(s.lines))
	l := belowLegend{columns: columns, rows: min((len(s.lines)+columns-1)/columns, most), left: s.free.Min.X}
	l.column = (s.width() + gap) / vg.Length(columns)
	count := len(s.lines)
	if count > l.rows*columns {
		count = l.rows*columns - 1
		l.more = s.lang.TextWith("chart.more", "n", fixed(float64(len(s.lines)-count), 0))
	}
	l.entries = s.entries(count, l.column-gap-s.keyWidth(), 1)
	s.free.Min.Y += style.height()*vg.Length(l.rows) + s.size*0.3
	l.top = s.free.Min.Y - s.size*0.3
	return l
}

func (l belowLegend) draw(p *panel) {
	style := p.small()
	place := func(i int) (x, y vg.Length) {
		return l.left + vg.Length(i%l.columns)*l.column, l.top - style.height()*vg.Length(i/l.columns) - style.face.Font.Size
	}
	for i, e := range l.entries {
		x, y := place(i)
		p.writeEntry(e, x, y)
	}
	if l.more != "" {
		x, y := place(len(l.entries))
		style.write(p.canvas, x+p.keyWidth(), y, 0, l.more)
	}
}
