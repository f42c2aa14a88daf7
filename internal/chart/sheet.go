package chart

import (
	"blyant/internal/locale"

	"gonum.org/v1/plot/vg"
)

// sheet is a picture on its way onto a canvas: from the top the title, the
// remark, the title of the amounts, the panel with its ticks, the title of the
// periods; the legend stands beside the panel or below it. Each part takes its
// room from what is free.
type sheet struct {
	picture
	lang   locale.Language
	theme  theme
	size   vg.Length // of letters
	canvas vg.Canvas
	free   vg.Rectangle
	unit   unit      // of the amounts
	rows   vg.Length // how many letters apart the ticks of the amounts are at the least
	slack  vg.Length // what the words of the axis may take to the right of what is free
}

func newSheet(c vg.Canvas, p picture, o Options, free vg.Rectangle) *sheet {
	return &sheet{picture: p, lang: o.Lang, theme: themeOf(o.Dark), size: o.letterSize(), canvas: c, free: free, unit: p.unit(), rows: 2.8}
}

func (s *sheet) width() vg.Length  { return s.free.Max.X - s.free.Min.X }
func (s *sheet) height() vg.Length { return s.free.Max.Y - s.free.Min.Y }

func (s *sheet) words() letters { return plainLetters(s.size, s.theme.ink) }
func (s *sheet) small() letters { return plainLetters(s.size*0.92, s.theme.muted) }

// heading writes what stands above the panel.
func (s *sheet) heading() {
	s.above(s.title, boldLetters(s.size*1.25, s.theme.ink))
	s.above(s.remark, s.words())
	s.free.Max.Y -= s.size * 0.4
	s.above(s.yTitle(s.unit.title(s.currency, s.lang)), s.small())
	s.free.Max.Y -= s.size * 0.5
}

// above writes a text of at most two lines at the top of what is free.
func (s *sheet) above(text string, style letters) {
	for _, line := range wrap(text, style, s.width(), 2) {
		style.write(s.canvas, s.free.Min.X, s.free.Max.Y-style.face.Font.Size*0.95, 0, line)
		s.free.Max.Y -= style.height()
	}
}

// label writes an amount beside its line.
func (s *sheet) label(y float64) string { return s.picture.label(y, s.unit, s.lang) }

// stroke draws a line through the points.
func (s *sheet) stroke(p pen, points ...vg.Point) {
	s.canvas.SetColor(p.color)
	s.canvas.SetLineWidth(p.width)
	s.canvas.SetLineDash(p.dash, 0)
	path := make(vg.Path, 0, len(points))
	path.Move(points[0])
	for _, point := range points[1:] {
		path.Line(point)
	}
	s.canvas.Stroke(path)
}
