package chart

import (
	"slices"
	"strings"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/recorder"
)

// tooSmall reports whether a chart is its lines only.
func tooSmall(o Options) bool { return o.Width < 200 || o.Height < 130 }

// part is a sheet with what was laid out on it.
type part struct {
	*panel
	legend
}

// paint draws the picture on the canvas.
func paint(c vg.Canvas, p picture, o Options) {
	a := arrange(c, p, o)
	if p.figure != nil {
		if s := a.sheets[0]; !tooSmall(o) {
			s.heading()
		}
		p.figure.paint(a.sheets[0])
		a.sheets[0].drawSpots()
		if svg, is := c.(*svgCanvas); is && o.Inline {
			svg.cut(o, a.sheets[0].foot-a.sheets[0].size*0.8)
		}
		return
	}
	if tooSmall(o) {
		a.sheets[0].newPanel().draw()
		return
	}
	a.remarkMarks()
	for _, part := range a.layOut() {
		part.panel.draw()
		part.drawMarks()
		part.legend.draw(part.panel)
		part.drawStops()
		part.drawSpots()
	}
}

// layOut gives every part of the sheets its room, and writes the headings.
func (a arrangement) layOut() []part {
	parts := make([]part, len(a.sheets))
	for i, s := range a.sheets {
		s.heading()
		parts[i].legend = s.newLegend()
	}
	a.alignSheets()
	for i, s := range a.sheets {
		parts[i].panel = s.newPanel()
		parts[i].takeAxes()
	}
	a.alignPanels(parts)
	for _, part := range parts {
		part.findPeriods()
	}
	return parts
}

// remarkMarks tries the layout on no canvas. Marks whose words find no room in
// the panel then say them in the remark, which leaves less room for the others.
func (a arrangement) remarkMarks() {
	for moved := true; moved; {
		moved = false
		for i, part := range a.trial().layOut() {
			s := a.sheets[i]
			s.marks = slices.Clone(s.marks)
			for j, words := range part.captions() {
				if s.marks[j].text != "" && words.rows == nil && !s.marks[j].quiet() {
					s.remark = strings.TrimPrefix(s.remark+" · "+s.marks[j].text, " · ")
					s.marks[j].text = ""
					moved = true
				}
			}
		}
	}
}

// trial is the same on no canvas.
func (a arrangement) trial() arrangement {
	sheets := make([]*sheet, len(a.sheets))
	for i, s := range a.sheets {
		try := *s
		try.canvas = new(recorder.Canvas)
		sheets[i] = &try
	}
	a.sheets = sheets
	return a
}
