package chart

import "gonum.org/v1/plot/vg"

// belowLegend has its entries in columns under the panel, in the order of the
// lines.
type belowLegend struct {
	entries []entry
	more    string
	columns int
	rows    []int     // of text above each row of entries
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
	l := belowLegend{columns: columns, left: s.free.Min.X}
	l.column = (s.width() + gap) / vg.Length(columns)
	count, each := len(s.lines), 1
	if room := min((count+columns-1)/columns, most); count > room*columns {
		count = room*columns - 1
		l.more = s.lang.TextWith("chart.more", "n", fixed(float64(len(s.lines)-count), 0))
	} else {
		each = max(min(most/room, 3), 1)
	}
	l.entries = s.entries(count, l.column-gap-s.keyWidth(), each)
	taken := l.stack()
	s.free.Min.Y += style.height()*vg.Length(taken) + s.size*0.3
	l.top = s.free.Min.Y - s.size*0.3
	return l
}

// stack places the rows of entries one under the other, each as high as the longest
// name in it, and returns how many lines of text that are. Amounts have no room here.
func (l *belowLegend) stack() int {
	taken, places := 0, len(l.entries)
	if l.more != "" {
		places++
	}
	for i := 0; i < places; i += l.columns {
		l.rows = append(l.rows, taken)
		high := 1
		for j := i; j < min(i+l.columns, len(l.entries)); j++ {
			l.entries[j].value = ""
			high = max(high, len(l.entries[j].names))
		}
		taken += high
	}
	return taken
}

func (l belowLegend) draw(p *panel) {
	style := p.small()
	place := func(i int) (x, y vg.Length) {
		return l.left + vg.Length(i%l.columns)*l.column, l.top - style.height()*vg.Length(l.rows[i/l.columns]) - style.face.Font.Size
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
