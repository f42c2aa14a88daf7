package chart

import (
	"strings"

	"blyant/internal/locale"
	"blyant/model/vocabulary"
	"blyant/model/whatif"

	"gonum.org/v1/plot/vg"
)

// histogram pictures the draws of one metric in columns, with lines at p5, p50
// and p95 and at break-even.
type histogram struct {
	bins  []whatif.Bin
	marks []moment
	zero  bool // there is a line at break-even
}

// moment is a percentile with its name.
type moment struct {
	at   float64
	name string
}

// Simulation is the picture of the first metric of a simulation that has one.
func Simulation(r *whatif.SimulationResult, lang locale.Language) Picture {
	d := r.Results[0]
	label := lang.Label(d.Metric)
	p := metricPicture(d.Metric, r.Scenario)
	p.subject = lang.TextWith("chart.title.simulation", "metric", label)
	p.title = p.subject
	p.yTitle = func(unit string) string {
		return lang.Text("chart.axis.draws") + " · " + metricTitle(d.Metric, unit, lang)
	}
	h := histogram{bins: d.Histogram, zero: whatif.MetricFigure(d.Metric).Unit == vocabulary.UnitMoney}
	p.lines = []line{{points: []point{{}}}}
	for _, b := range d.Histogram {
		p.lines[0].points = append(p.lines[0].points, point{0, b.From.Float64()}, point{0, b.To.Float64()})
	}
	if !d.P5.IsNull() && !d.P95.IsNull() {
		p.title = p.drawsSay(d.P5.Float64(), d.P95.Float64(), lang)
	}
	for _, m := range []struct {
		x    vocabulary.Rounded
		name string
	}{{d.P5, "p5"}, {d.P50, "p50"}, {d.P95, "p95"}} {
		if !m.x.IsNull() {
			h.marks = append(h.marks, moment{m.x.Float64(), m.name + " " + p.label(m.x.Float64(), p.unit(), lang)})
		}
	}
	p.alt = lang.TextWith("chart.alt.simulation", "metric", label, "p5", p.inFull(d.P5, lang), "p50", p.inFull(d.P50, lang), "p95", p.inFull(d.P95, lang))
	if !d.ProbabilityNegative.IsNull() {
		p.remark = lang.TextWith("chart.mark.loss", "n", percent(d.ProbabilityNegative.Float64(), lang))
		p.alt = strings.Join([]string{p.alt, p.remark + "."}, " ")
	}
	p.figure = h
	return Picture{p}
}

// drawsSay says between which amounts nine in ten draws lie.
func (p picture) drawsSay(low, high float64, lang locale.Language) string {
	from, to := p.money(low, lang), p.money(high, lang)
	if from == to {
		return lang.TextWith("chart.says.draws.same", "amount", to)
	}
	return lang.TextWith("chart.says.draws", "low", from, "high", to)
}

// inFull writes a figure for those who cannot see the picture: with all its
// decimals, a share as a percentage.
func (p picture) inFull(x vocabulary.Rounded, lang locale.Language) string {
	switch {
	case x.IsNull():
		return lang.Text("none")
	case p.share:
		return p.money(x.Float64(), lang)
	}
	return number(x, lang)
}

func (h histogram) paint(s *sheet) {
	if len(h.bins) == 0 {
		return
	}
	style := s.small()
	s.free.Min.Y += style.height() + s.size*0.4
	top := s.free.Max.Y - style.height()*vg.Length(len(h.marks)+1)
	most := 0.0
	for _, b := range h.bins {
		most = max(most, b.Count.Float64())
	}
	across := scale{h.bins[0].From.Float64(), h.bins[len(h.bins)-1].To.Float64(), s.free.Min.X, s.free.Max.X}
	if across.least == across.most {
		across.least, across.most = across.least-1, across.most+1
	}
	up := scale{0, most, s.free.Min.Y, top}
	width := (across.to - across.from) / vg.Length(len(h.bins))
	for i, b := range h.bins {
		left := across.from + width*vg.Length(i)
		column := vg.Rectangle{Min: vg.Point{X: left + width*0.04, Y: s.free.Min.Y}, Max: vg.Point{X: left + width*0.96, Y: up.at(b.Count.Float64())}}
		h.column(s, column, across)
		column.Max.Y = top
		s.spots = append(s.spots, spot{Rectangle: column, words: s.label(b.From.Float64()) + " – " + s.money(b.To.Float64(), s.lang) + ": " + written(b.Count.String(), s.lang)})
	}
	s.ticksBelow(across, s.unit)
	pen := hairline(s.theme.ink, s.size)
	pen.dash = []vg.Length{3 * pen.width, 3 * pen.width}
	crossed := h.zero && across.least < 0 && across.most > 0
	for i, m := range h.marks {
		at := across.at(m.at)
		s.upright(at, pen, top+style.height()*vg.Length(i), "")
		if crossed {
			at = clearOf(at, across.at(0), style.width(m.name)/2+s.size*0.4)
		}
		s.overLine(at, top+style.height()*vg.Length(i), m.name)
	}
	if crossed {
		line := hairline(s.theme.ink, s.size)
		line.width *= 2
		s.upright(across.at(0), line, top+style.height()*vg.Length(len(h.marks)), s.lang.Text("chart.mark.zero"))
	}
}

// clearOf is a place as near as can be to where words of that half width should stand,
// but beside a line rather than across it.
func clearOf(at, line, half vg.Length) vg.Length {
	switch {
	case at >= line && at < line+half:
		return line + half
	case at < line && at > line-half:
		return line - half
	}
	return at
}

// column draws how many draws fell between two amounts: strong, but grey as far as
// they are a loss.
func (h histogram) column(s *sheet, box vg.Rectangle, across scale) {
	zero := across.at(0)
	if !h.zero || box.Min.X >= zero {
		s.box(box, s.theme.series[0])
		return
	}
	loss := box
	loss.Max.X = min(box.Max.X, zero)
	s.box(loss, s.theme.series[2])
	if box.Max.X > zero {
		box.Min.X = zero
		s.box(box, s.theme.series[0])
	}
}
