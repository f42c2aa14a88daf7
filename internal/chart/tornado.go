package chart

import (
	"math"
	"strings"

	"blyant/internal/answer"
	"blyant/internal/locale"
	"blyant/model/vocabulary"
	"blyant/model/whatif"

	"gonum.org/v1/plot/vg"
)

// tornado pictures how far each input moves a metric: bars to both sides of
// where it stands, the widest at the top.
type tornado struct {
	base float64
	bars []swung
}

// swung is one bar: the metric when the input is low and when it is high.
type swung struct {
	name      string
	low, high float64
	ends      [2]string // the input there
}

// Sensitivity is the picture of a tornado.
func Sensitivity(r *whatif.SensitivityResult, lang locale.Language) Picture {
	label := lang.Label(r.Request.Metric)
	p := picture{title: lang.TextWith("chart.title.sensitivity", "metric", label), currency: string(r.Scenario.Currency), decimals: r.Scenario.Decimals.Int}
	p.yTitle = func(unit string) string { return metricTitle(r.Request.Metric, unit, lang) }
	t := tornado{base: r.Base.Float64()}
	words := []string{lang.TextWith("chart.alt.sensitivity", "metric", label, "base", number(r.Base, lang))}
	p.lines = []line{{points: []point{{0, t.base}}}}
	for _, row := range r.Rows {
		if row.Swing.IsNull() || r.Base.IsNull() {
			continue
		}
		bar := swung{lang.Label(row.Field.Name), row.MetricAtLow.Float64(), row.MetricAtHigh.Float64(), [2]string{inputText(row.Field, row.Low, lang), inputText(row.Field, row.High, lang)}}
		t.bars = append(t.bars, bar)
		p.lines[0].points = append(p.lines[0].points, point{0, bar.low}, point{0, bar.high})
		words = append(words, lang.TextWith("chart.alt.swing", "field", bar.name, "low", bar.ends[0], "high", bar.ends[1],
			"from", number(row.MetricAtLow, lang), "to", number(row.MetricAtHigh, lang)))
	}
	if !r.Base.IsNull() {
		p.remark = lang.TextWith("chart.mark.base", "n", number(r.Base, lang))
	}
	p.alt = strings.Join(words, " ")
	p.figure = t
	return Picture{p}
}

// number is a figure in the language's own form.
func number(x vocabulary.Rounded, lang locale.Language) string { return lang.Number(x.String()) }

// inputText is an input: a share as a percentage.
func inputText(f vocabulary.Field, x vocabulary.Rounded, lang locale.Language) string {
	d := x.Decimal()
	if f.TakesPercent() {
		return lang.Number(answer.Digits(d.Shift(2).Truncate(4))) + "\u00a0%"
	}
	return lang.Number(d.Round(4).String())
}

// metricTitle names a metric with the unit that it counts in.
func metricTitle(name, unit string, lang locale.Language) string {
	if whatif.MetricFigure(name).Unit != vocabulary.UnitMoney {
		return lang.Label(name)
	}
	return lang.Label(name) + ", " + unit
}

// paint draws as many bars as there is room for.
func (t tornado) paint(s *sheet) {
	style := s.words()
	var widest vg.Length
	for _, b := range t.bars {
		widest = max(widest, style.width(b.name))
	}
	names := min(widest, s.width()*0.42)
	s.free.Min.Y += s.axisHeight()
	rows := min(len(t.bars), max(1, int(s.height()/(s.size*1.9))))
	if rows == 0 {
		return
	}
	least, most := s.spreadOf()
	c := scale{least, most, s.free.Min.X + names + s.size, s.free.Max.X - s.size}
	s.ticksBelow(c, s.unit)
	s.lowAndHigh(c.from)
	step := min(s.height()/vg.Length(rows), s.size*3.4)
	for i, b := range t.bars[:rows] {
		middle := s.free.Max.Y - step*(vg.Length(i)+0.5)
		for j, line := range wrap(b.name, style, names, 1) {
			style.write(s.canvas, s.free.Min.X+names, middle-style.rise()-vg.Length(j)*style.height(), 1, line)
		}
		s.side(c, middle, step*0.36, t.base, b.low, 0)
		s.side(c, middle, step*0.36, t.base, b.high, 1)
	}
	pen := hairline(s.theme.ink, s.size)
	x := crisp(c.at(t.base), pen.width)
	s.stroke(pen, vg.Point{X: x, Y: s.free.Max.Y - step*vg.Length(rows)}, vg.Point{X: x, Y: s.free.Max.Y})
}

// side draws the half of a bar from the base to an end.
func (s *sheet) side(c scale, middle, half vg.Length, base, end float64, series int) {
	from, to := c.at(math.Min(base, end)), c.at(math.Max(base, end))
	s.box(vg.Rectangle{Min: vg.Point{X: from, Y: middle - half}, Max: vg.Point{X: to, Y: middle + half}}, s.theme.series[series])
}

// spreadOf is the range of the picture's amounts, without zero where that is far
// away, and with some air.
func (s *sheet) spreadOf() (least, most float64) {
	least, most = math.Inf(1), math.Inf(-1)
	for _, l := range s.lines {
		for _, p := range l.points {
			least, most = min(least, p.Y), max(most, p.Y)
		}
	}
	if least == most {
		return least - 1, most + 1
	}
	air := (most - least) * 0.04
	return least - air, most + air
}

// lowAndHigh says which colour is which, beside the ticks as far as the bars
// begin.
func (s *sheet) lowAndHigh(until vg.Length) {
	style, x := s.small(), s.free.Min.X
	y := s.free.Min.Y - s.axisHeight()
	for series, name := range []string{"low", "high"} {
		words := s.lang.Label(name)
		if x+s.size*1.2+style.width(words) > until {
			return
		}
		s.box(vg.Rectangle{Min: vg.Point{X: x, Y: y}, Max: vg.Point{X: x + s.size*0.8, Y: y + s.size*0.8}}, s.theme.series[series])
		style.write(s.canvas, x+s.size*1.1, y+s.size*0.05, 0, words)
		x += s.size*2 + style.width(words)
	}
}
