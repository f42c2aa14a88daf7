package chart

import (
	"math"

	"gonum.org/v1/plot/vg"
)

// simplify leaves out points that the line misses by no more than tolerance
// without them (Ramer 1972, Douglas and Peucker 1973): 1200 periods need a few
// dozen points, which keeps an SVG small.
func simplify(points []vg.Point, tolerance vg.Length) []vg.Point {
	if len(points) < 3 {
		return points
	}
	first, last := points[0], points[len(points)-1]
	worst, far := tolerance, 0
	for i := 1; i < len(points)-1; i++ {
		if d := offLine(points[i], first, last); d > worst {
			worst, far = d, i
		}
	}
	if far == 0 {
		return []vg.Point{first, last}
	}
	head := simplify(points[:far+1], tolerance)
	return append(head[:len(head)-1:len(head)-1], simplify(points[far:], tolerance)...)
}

// offLine is the distance of p from the line through a and b, from a where the
// two are one.
func offLine(p, a, b vg.Point) vg.Length {
	dx, dy := float64(b.X-a.X), float64(b.Y-a.Y)
	length := math.Hypot(dx, dy)
	if length == 0 {
		return vg.Length(math.Hypot(float64(p.X-a.X), float64(p.Y-a.Y)))
	}
	return vg.Length(math.Abs(dx*float64(p.Y-a.Y)-dy*float64(p.X-a.X)) / length)
}
