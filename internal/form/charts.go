package form

import "blyant/internal/chart"

// keyView is the short piece of line that stands for a customer: what the line in
// the chart is drawn as.
type keyView struct {
	Class, Dash string
	Width       float64
}

// keyOf is that of the line at a place among the looks of a chart.
func keyOf(place int) keyView {
	class, width, dash := chart.Key(place)
	return keyView{class, dash, width}
}

// placeOf is the place of the i-th customer's line among the looks: the chart has
// the best in its strong colour, or the first as long as there is no answer.
func (v *viewer) placeOf(i int) int {
	if len(v.parts) == 0 {
		return chart.Place(i, 0)
	}
	return chart.Place(i, bestOf(v.parts))
}
