package chart

import (
	"math"

	"gonum.org/v1/plot/vg"
)

// cohortMap is a map of shares: a row for each cohort, a column for each age.
type cohortMap struct {
	names  []string
	shares [][]float64 // of each row, by age; no number where there is none
	ages   int
	most   float64 // the greatest share after age 0, where all of a cohort bought
}

// cohortRow is how many letters high a row is at the least. Where not all have
// room the first ones are drawn, and a line says how many are missing.
const cohortRow = 1.5

// paint draws names, ages and cells; where there is no room for words, cells.
func (h *cohortMap) paint(s *sheet) {
	body, rows := s.free, len(h.names)
	if s.width() > 12*s.size && s.height() > 6*s.size {
		body, rows = h.frame(s)
	}
	width := (body.Max.X - body.Min.X) / vg.Length(max(h.ages, 1))
	height := min((body.Max.Y-body.Min.Y)/vg.Length(max(rows, 1)), s.size*2.4)
	if rows == len(h.names) {
		s.foot = body.Max.Y - vg.Length(rows)*height
	}
	for i, shares := range h.shares[:rows] {
		for age, share := range shares {
			if !math.IsNaN(share) {
				low := vg.Point{X: body.Min.X + vg.Length(age)*width, Y: body.Max.Y - vg.Length(i+1)*height}
				box := vg.Rectangle{Min: low, Max: low.Add(vg.Point{X: width, Y: height})}
				h.cell(s, share, box)
				s.spots = append(s.spots, spot{Rectangle: box, words: h.names[i] + " + " + fixed(float64(age), 0) + ": " + percent(share, s.lang)})
			}
		}
	}
}

// frame writes the words around the cells. It returns where the cells are, and
// how many rows have room.
func (h *cohortMap) frame(s *sheet) (body vg.Rectangle, rows int) {
	style := s.small()
	body = s.free
	body.Max.Y -= style.height() * 1.2
	rows = len(h.names)
	if room := max(1, int((body.Max.Y-body.Min.Y)/(s.size*cohortRow))); rows > room {
		rows = max(1, room-1)
		style.write(s.canvas, body.Min.X, body.Min.Y, 0, s.lang.TextWith("chart.more", "n", fixed(float64(len(h.names)-rows), 0)))
		body.Min.Y += style.height() * 1.2
	}
	var widest vg.Length
	for _, name := range h.names[:rows] {
		widest = max(widest, style.width(name))
	}
	body.Min.X += widest + s.size*0.6
	height := min((body.Max.Y-body.Min.Y)/vg.Length(max(rows, 1)), s.size*2.4)
	for i, name := range h.names[:rows] {
		style.write(s.canvas, s.free.Min.X, body.Max.Y-(vg.Length(i)+0.5)*height-style.rise(), 0, name)
	}
	h.writeAges(s, body)
	return body, rows
}

// writeAges writes as many ages above the columns as have room.
func (h *cohortMap) writeAges(s *sheet, body vg.Rectangle) {
	style := s.small()
	width := (body.Max.X - body.Min.X) / vg.Length(max(h.ages, 1))
	every := max(1, int(math.Ceil(float64((style.width("000")+s.size*0.4)/width))))
	for age := 0; age < h.ages; age += every {
		style.write(s.canvas, body.Min.X+(vg.Length(age)+0.5)*width, body.Max.Y+style.height()*0.3, 0.5, s.lang.Number(fixed(float64(age), 0)))
	}
}

// cell fills a cell by its share, the strongest colour for the greatest, and
// writes it in per cent where there is room.
func (h *cohortMap) cell(s *sheet, share float64, box vg.Rectangle) {
	shades := s.theme.layers[1:] // from the one that stands out most
	part := 1.0
	if h.most > 0 {
		part = share / h.most
	}
	shade := shades[min(max(int((1-part)*float64(len(shades))), 0), len(shades)-1)]
	gap := min(1, (box.Max.X-box.Min.X)*0.1)
	box.Max.X, box.Max.Y = box.Max.X-gap, box.Max.Y-gap
	s.cell(box, shade, s.lang.Number(fixed(share*100, 0)))
}
