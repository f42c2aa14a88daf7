package chart

import (
	"image/color"
	"math"

	"blyant/internal/locale"
	"blyant/model"
	"blyant/model/vocabulary"
	"blyant/model/whatif"

	"gonum.org/v1/plot/vg"
)

// heatmap pictures a two-way table: a cell for each pair with its number, in the
// colours of layers from the least to the greatest, and a line where the metric
// changes its sign.
type heatmap struct {
	xName, yName string
	xs, ys       []string
	values       [][]vocabulary.Rounded
	least, most  float64
	decimals     int
}

// Grid is the picture of a two-way table.
func Grid(r *whatif.GridResult, lang locale.Language) Picture {
	metric := whatif.MetricFigure(r.Request.Metric)
	label := lang.Label(r.Request.Metric)
	p := picture{title: lang.TextWith("chart.title.grid", "metric", label), currency: string(r.Scenario.Currency), decimals: r.Scenario.Decimals.Int}
	h := heatmap{xName: lang.Label(r.Request.X.Field), yName: lang.Label(r.Request.Y.Field), values: r.Values, decimals: 2}
	if metric.Rounding == vocabulary.RoundMoney {
		h.decimals = p.decimals
	}
	h.xs, h.ys = axisTexts(r.Request.X, lang), axisTexts(r.Request.Y, lang)
	h.least, h.most = math.Inf(1), math.Inf(-1)
	p.lines = []line{{}}
	for _, row := range r.Values {
		for _, x := range row {
			if !x.IsNull() {
				h.least, h.most = min(h.least, x.Float64()), max(h.most, x.Float64())
				p.lines[0].points = append(p.lines[0].points, point{0, x.Float64()})
			}
		}
	}
	if h.least > h.most {
		h.least, h.most = 0, 0
	}
	p.yTitle = func(unit string) string {
		return metricTitle(r.Request.Metric, unit, lang) + " · " + h.yName + " ↓ · " + h.xName + " →"
	}
	p.alt = lang.TextWith("chart.alt.grid", "metric", label, "x", h.xName, "y", h.yName,
		"least", lang.Number(fixed(h.least, h.decimals)), "most", lang.Number(fixed(h.most, h.decimals)))
	p.figure = h
	return Picture{p}
}

func axisTexts(a whatif.Axis, lang locale.Language) []string {
	f, _ := vocabulary.FieldNamed(model.ScenarioFields(), a.Field)
	texts := make([]string, len(a.Values))
	for i, v := range a.Values {
		texts[i] = inputText(f, vocabulary.RoundedDecimal(v), lang)
	}
	return texts
}

func (h heatmap) paint(s *sheet) {
	style := s.small()
	var widest vg.Length
	for _, text := range h.ys {
		widest = max(widest, style.width(text))
	}
	s.free.Min.X += widest + s.size*0.5
	s.free.Max.Y -= style.height()
	width, height := s.width()/vg.Length(len(h.xs)), s.height()/vg.Length(len(h.ys))
	every := func(room vg.Length, texts []string, need func(string) vg.Length) int {
		var most vg.Length
		for _, text := range texts {
			most = max(most, need(text))
		}
		return max(1, int(math.Ceil(float64(most/room))))
	}
	for j := 0; j < len(h.xs); j += every(width, h.xs, func(t string) vg.Length { return style.width(t) + s.size*0.6 }) {
		style.write(s.canvas, s.free.Min.X+width*(vg.Length(j)+0.5), s.free.Max.Y+s.size*0.2, 0.5, h.xs[j])
	}
	for i := 0; i < len(h.ys); i += every(height, h.ys, func(string) vg.Length { return style.height() }) {
		style.write(s.canvas, s.free.Min.X-s.size*0.4, s.free.Max.Y-height*(vg.Length(i)+0.5)-style.rise(), 1, h.ys[i])
	}
	for i, row := range h.values {
		for j, value := range row {
			corner := vg.Point{X: s.free.Min.X + width*vg.Length(j), Y: s.free.Max.Y - height*vg.Length(i+1)}
			h.cell(s, value, vg.Rectangle{Min: corner, Max: corner.Add(vg.Point{X: width, Y: height})})
		}
	}
	h.zeroLine(s, width, height)
}

// cell draws one number on its colour. A number that finds no room is left out.
func (h heatmap) cell(s *sheet, value vocabulary.Rounded, box vg.Rectangle) {
	if value.IsNull() {
		s.box(box, s.theme.grid)
		return
	}
	shades := s.theme.layers[1:]
	i := 0
	if h.most > h.least {
		i = min(int((value.Float64()-h.least)/(h.most-h.least)*float64(len(shades))), len(shades)-1)
	}
	s.cell(box, shades[i], s.lang.Number(fixed(value.Float64(), h.decimals)))
}

// cell fills a cell of a map of colours, and writes its number where there is room.
func (s *sheet) cell(box vg.Rectangle, shade color.RGBA, number string) {
	s.box(box, shade)
	style := plainLetters(s.size*0.92, clearer(shade, s.theme.ink, s.theme.background))
	if style.width(number) < box.Max.X-box.Min.X-s.size*0.3 && style.height() < box.Max.Y-box.Min.Y {
		style.write(s.canvas, (box.Min.X+box.Max.X)/2, (box.Min.Y+box.Max.Y)/2-style.rise(), 0.5, number)
	}
}

// zeroLine draws the border between cells below zero and those that are not.
func (h heatmap) zeroLine(s *sheet, width, height vg.Length) {
	pen := hairline(s.theme.zero, s.size)
	pen.color, pen.width = s.theme.series[1], pen.width*3
	differ := func(i, j, k, l int) bool {
		a, b := h.values[i][j], h.values[k][l]
		return !a.IsNull() && !b.IsNull() && (a.Sign() < 0) != (b.Sign() < 0)
	}
	for i := range h.ys {
		for j := range h.xs {
			right, top := s.free.Min.X+width*vg.Length(j+1), s.free.Max.Y-height*vg.Length(i)
			if j+1 < len(h.xs) && differ(i, j, i, j+1) {
				s.stroke(pen, vg.Point{X: right, Y: top}, vg.Point{X: right, Y: top - height})
			}
			if i+1 < len(h.ys) && differ(i, j, i+1, j) {
				s.stroke(pen, vg.Point{X: right - width, Y: top - height}, vg.Point{X: right, Y: top - height})
			}
		}
	}
}
