package chart

import "gonum.org/v1/plot/vg"

// fill draws the i-th line as a layer: the area from it down to zero. The layers
// are drawn from the top, each over the one before, so that no gap shows
// between two.
func (p *panel) fill(i int) {
	points := simplify(p.outline(i), 0.3)
	ground := p.y(0)
	path := make(vg.Path, 0, len(points)+3)
	path.Move(vg.Point{X: points[0].X, Y: ground})
	for _, point := range points {
		path.Line(point)
	}
	path.Line(vg.Point{X: points[len(points)-1].X, Y: ground})
	path.Close()
	p.canvas.SetColor(p.theme.layers[p.lines[i].shade])
	p.canvas.Fill(path)
}

// swatch fills a box with the colour of the i-th line.
func (s *sheet) swatch(i int, box vg.Rectangle) {
	var path vg.Path
	path.Move(box.Min)
	path.Line(vg.Point{X: box.Max.X, Y: box.Min.Y})
	path.Line(box.Max)
	path.Line(vg.Point{X: box.Min.X, Y: box.Max.Y})
	path.Close()
	s.canvas.SetColor(s.theme.layers[s.lines[i].shade])
	s.canvas.Fill(path)
}
