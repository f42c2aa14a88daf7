package chart

import (
	"strings"

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
	inline bool      // it stands in a page
	spots  []spot    // what says its values there
	foot   vg.Length // below it nothing is drawn, where a figure needs less than it has
	slack  vg.Length // what the words of the axis may take to the right of what is free
}

func newSheet(c vg.Canvas, p picture, o Options, free vg.Rectangle) *sheet {
	return &sheet{picture: p, lang: o.Lang, theme: themeOf(o.Dark), size: o.letterSize(), canvas: c, free: free, unit: p.unit(), rows: 2.8, inline: o.Inline}
}

func (s *sheet) width() vg.Length  { return s.free.Max.X - s.free.Min.X }
func (s *sheet) height() vg.Length { return s.free.Max.Y - s.free.Min.Y }

func (s *sheet) words() letters { return plainLetters(s.size, s.theme.ink) }
func (s *sheet) small() letters { return plainLetters(s.size*0.92, s.theme.muted) }

// heading writes what stands above the panel: the message, and smaller what the
// picture is of and what its amounts are. In a page the subject is in the heading
// above the picture.
func (s *sheet) heading() {
	s.message()
	s.above(s.remark, s.words(), 2)
	s.free.Max.Y -= s.size * 0.3
	of := s.yTitle(s.unit.title(s.currency, s.lang))
	if s.subject != "" && s.subject != of && !s.inline {
		of = s.subject + " · " + of
	}
	s.above(of, s.small(), 2)
	s.free.Max.Y -= s.size * 0.5
}

// message writes the title, in smaller letters where it has no room in large ones.
// Where even those are too large it shortens the name in it, never what it says.
func (s *sheet) message() {
	title, name := s.title, []rune(clean(s.name))
	for {
		for _, larger := range []vg.Length{1.25, 1.12, 1} {
			style := boldLetters(s.size*larger, s.theme.ink)
			limit := min(max(int(s.height()*0.3/style.height()), 1), 5)
			if lines := wrap(title, style, s.width(), limit+1); len(lines) <= limit || larger == 1 && len(name) < 2 {
				s.above(title, style, limit)
				return
			}
		}
		name = name[:len(name)*4/5]
		title = strings.Replace(clean(s.title), clean(s.name), strings.TrimRight(string(name), " ")+ellipsis, 1)
	}
}

// above writes a text of at most so many lines at the top of what is free.
func (s *sheet) above(text string, style letters, limit int) {
	for _, line := range wrap(text, style, s.width(), limit) {
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
