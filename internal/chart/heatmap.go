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
}

// Grid is the picture of a two-way table.
func Grid(r *whatif.GridResult, lang locale.Language) Picture {
	label := lang.Label(r.Request.Metric)
	p := metricPicture(r.Request.Metric, r.Scenario)
	p.subject = lang.TextWith("chart.title.grid", "metric", label)
	h := heatmap{xName: lang.Label(r.Request.X.Field), yName: lang.Label(r.Request.Y.Field), values: r.Values}
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
	p.title = p.subject
	if len(p.lines[0].points) > 0 {
		p.title = h.says(p, label, lang)
	} else {
		h.least, h.most = 0, 0
	}
	p.yTitle = func(unit string) string {
		return metricTitle(r.Request.Metric, unit, lang) + " · " + h.yName + " ↓ · " + h.xName + " →"
	}
	p.alt = lang.TextWith("chart.alt.grid", "metric", label, "x", h.xName, "y", h.yName,
		"least", p.plain(h.least, lang), "most", p.plain(h.most, lang))
	p.figure = h
	return Picture{p}
}

// says where the metric is highest.
func (h heatmap) says(p picture, label string, lang locale.Language) string {
	if h.least == h.most {
		return lang.TextWith("chart.says.level", "metric", label, "amount", p.money(h.most, lang))
	}
	for i, row := range h.values {
		for j, x := range row {
			if !x.IsNull() && x.Float64() == h.most {
				return lang.TextWith("chart.says.highest", "amount", p.money(h.most, lang), "x", inSentence(h.xName), "xs", h.xs[j], "y", inSentence(h.yName), "ys", h.ys[i])
			}
		}
	}
	return ""
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
			box := vg.Rectangle{Min: corner, Max: corner.Add(vg.Point{X: width, Y: height})}
			h.cell(s, value, box)
			s.spots = append(s.spots, spot{Rectangle: box, words: h.told(s, i, j)})
		}
	}
	h.zeroLine(s, width, height)
}

// told is a cell in words.
func (h heatmap) told(s *sheet, i, j int) string {
	text := s.lang.Text("none")
	if x := h.values[i][j]; !x.IsNull() {
		text = s.money(x.Float64(), s.lang)
	}
	return h.xName + ": " + h.xs[j] + "\n" + h.yName + ": " + h.ys[i] + "\n" + text
}

// cell draws one number on its colour, the strongest for the greatest. A number that
// finds no room is left out.
func (h heatmap) cell(s *sheet, value vocabulary.Rounded, box vg.Rectangle) {
	if value.IsNull() {
		s.box(box, s.theme.grid)
		return
	}
	shades := s.theme.layers[1:] // from the one that stands out most
	i := 0
	if h.most > h.least {
		i = min(int((h.most-value.Float64())/(h.most-h.least)*float64(len(shades))), len(shades)-1)
	}
	s.cell(box, shades[i], s.label(value.Float64()))
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
	var border [][2]vg.Point
	differ := func(i, j, k, l int) bool {
		a, b := h.values[i][j], h.values[k][l]
		return !a.IsNull() && !b.IsNull() && (a.Sign() < 0) != (b.Sign() < 0)
	}
	for i := range h.ys {
		for j := range h.xs {
			right, top := s.free.Min.X+width*vg.Length(j+1), s.free.Max.Y-height*vg.Length(i)
			if j+1 < len(h.xs) && differ(i, j, i, j+1) {
				border = append(border, [2]vg.Point{{X: right, Y: top}, {X: right, Y: top - height}})
			}
			if i+1 < len(h.ys) && differ(i, j, i+1, j) {
				border = append(border, [2]vg.Point{{X: right - width, Y: top - height}, {X: right, Y: top - height}})
			}
		}
	}
	for _, p := range []pen{{color: s.theme.background, width: s.size * 0.55}, {color: s.theme.ink, width: s.size * 0.2}} {
		for _, line := range border { // on a halo, since it runs over colours of all kinds
			s.stroke(p, line[0], line[1])
		}
	}
}
