package chart

import (
	"math"
	"slices"
	"strings"

	"blyant/internal/locale"
	"blyant/model"
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
	p := metricPicture(r.Request.Metric, r.Scenario)
	p.subject = lang.TextWith("chart.title.sensitivity", "metric", label)
	p.title = swingSays(r, label, lang)
	p.yTitle = func(unit string) string { return metricTitle(r.Request.Metric, unit, lang) }
	t := tornado{base: r.Base.Float64()}
	words := []string{lang.TextWith("chart.alt.sensitivity", "metric", label, "base", p.inFull(r.Base, lang))}
	p.lines = []line{{points: []point{{0, t.base}}}}
	for _, row := range r.Rows {
		if row.Swing.IsNull() || r.Base.IsNull() {
			continue
		}
		bar := swung{lang.Label(row.Field.Name), row.MetricAtLow.Float64(), row.MetricAtHigh.Float64(), [2]string{inputText(row.Field, row.Low, lang), inputText(row.Field, row.High, lang)}}
		t.bars = append(t.bars, bar)
		p.lines[0].points = append(p.lines[0].points, point{0, bar.low}, point{0, bar.high})
		words = append(words, lang.TextWith("chart.alt.swing", "field", bar.name, "low", bar.ends[0], "high", bar.ends[1],
			"from", p.inFull(row.MetricAtLow, lang), "to", p.inFull(row.MetricAtHigh, lang)))
	}
	if !r.Base.IsNull() {
		p.remark = lang.TextWith("chart.mark.base", "n", p.money(r.Base.Float64(), lang))
	}
	p.alt = strings.Join(words, " ")
	p.figure = t
	return Picture{p}
}

// metricPicture is a picture of amounts of a metric, which have the currency where
// they are money, and are percentages where they are shares.
func metricPicture(metric string, s model.Scenario) picture {
	f := whatif.MetricFigure(metric)
	p := picture{decimals: 2, share: slices.Contains([]vocabulary.Unit{vocabulary.UnitShare, vocabulary.UnitSharePerPeriod, vocabulary.UnitSharePerYear}, f.Unit)}
	if f.Unit == vocabulary.UnitMoney {
		p.currency = string(s.Currency)
		if f.Rounding == vocabulary.RoundMoney {
			p.decimals = s.Decimals.Int
		}
	}
	return p
}

// swingSays says which input moves the metric most.
func swingSays(r *whatif.SensitivityResult, label string, lang locale.Language) string {
	moved := slices.Clone(r.Rows)
	moved = slices.DeleteFunc(moved, func(row whatif.SensitivityRow) bool { return row.Swing.IsNull() })
	switch {
	case len(moved) == 0 || r.Base.IsNull():
		return lang.TextWith("chart.title.sensitivity", "metric", label)
	case moved[0].Swing.Sign() == 0:
		return lang.TextWith("chart.says.no_swing", "metric", label)
	}
	return lang.TextWith("chart.says.swing", "field", lang.Label(moved[0].Field.Name), "metric", label)
}

// inputText is an input: a share as a percentage.
func inputText(f vocabulary.Field, x vocabulary.Rounded, lang locale.Language) string {
	d := x.Decimal()
	if f.TakesPercent() {
		return trimmed(d.Shift(2).Truncate(4), lang) + lang.PercentSign()
	}
	return trimmed(d.Round(4), lang)
}

// metricTitle names a metric with the unit that it counts in.
func metricTitle(name, unit string, lang locale.Language) string {
	if unit == "" {
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
	names := min(widest, s.width()*0.45)
	s.free.Min.Y += s.axisHeight()
	rows := min(len(t.bars), max(1, int(s.height()/(s.size*1.9))))
	if rows == 0 {
		return
	}
	least, most := s.spreadOf()
	c := scale{least, most, s.free.Min.X + names + s.size, s.free.Max.X - s.size}
	step := min(s.height()/vg.Length(rows), s.size*5)
	s.free.Min.Y = s.free.Max.Y - step*vg.Length(rows) // few bars have their axis close below
	s.foot = s.free.Min.Y - s.axisHeight()
	s.ticksBelow(c, s.unit)
	s.lowAndHigh()
	for i, b := range t.bars[:rows] {
		s.spots = append(s.spots, t.spot(s, b, i, step))
		middle := s.free.Max.Y - step*(vg.Length(i)+0.5)
		s.nameOf(b, s.free.Min.X+names, middle, min(widest, names), int(step/style.height()))
		s.side(c, middle, step*0.36, t.base, b.low, 1)
		s.side(c, middle, step*0.36, t.base, b.high, 0)
	}
	pen := hairline(s.theme.ink, s.size)
	x := crisp(c.at(t.base), pen.width)
	s.stroke(pen, vg.Point{X: x, Y: s.free.Max.Y - step*vg.Length(rows)}, vg.Point{X: x, Y: s.free.Max.Y})
}

// nameOf writes what a bar is called to the left of a place, in at most so many rows.
func (s *sheet) nameOf(b swung, right, middle, width vg.Length, rows int) {
	style := s.words()
	lines := wrap(b.name, style, width+0.01, max(rows, 1))
	y := middle - style.rise() + style.height()*vg.Length(len(lines)-1)/2
	for _, line := range lines {
		style.write(s.canvas, right, y, 1, line)
		y -= style.height()
	}
}

// spot says of a bar from which input to which the metric goes from where to where.
func (t tornado) spot(s *sheet, b swung, row int, step vg.Length) spot {
	top := s.free.Max.Y - step*vg.Length(row)
	words := b.name
	for i, y := range []float64{b.low, b.high} {
		words += "\n" + b.ends[i] + ": " + s.money(y, s.lang)
	}
	return spot{Rectangle: vg.Rectangle{Min: vg.Point{X: s.free.Min.X, Y: top - step}, Max: vg.Point{X: s.free.Max.X, Y: top}}, words: words}
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

// lowAndHigh says which colour is which, below the ticks.
func (s *sheet) lowAndHigh() {
	style, x := s.small(), s.free.Min.X
	y := s.free.Min.Y - s.axisHeight()
	for i, name := range []string{"low", "high"} {
		series := 1 - i
		words := s.lang.Label(name)
		if x+s.size*1.2+style.width(words) > s.free.Max.X {
			return
		}
		s.box(vg.Rectangle{Min: vg.Point{X: x, Y: y}, Max: vg.Point{X: x + s.size*0.8, Y: y + s.size*0.8}}, s.theme.series[series])
		style.write(s.canvas, x+s.size*1.1, y+s.size*0.05, 0, words)
		x += s.size*2 + style.width(words)
	}
}
