package form

import (
	"bytes"
	"html/template"
	"regexp"
	"slices"

	"blyant/internal/chart"
)

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

// pictures are drawings of one thing, the wide one first.
func (v *viewer) pictures(all []Chart) []chartView {
	var views []chartView
	for i, c := range all {
		class, svg := "wide", c.SVG
		if c.Narrow {
			class = "narrow"
			if i > 0 {
				svg = unspoken(svg, all[i-1].SVG)
			}
		}
		views = append(views, chartView{Class: class, SVG: template.HTML(svg)}) // drawn by our own chart package, names escaped there
	}
	return views
}

// spotWords are what the spots of a drawing say.
var spotWords = regexp.MustCompile(`><title>[^<]*</title></rect>`)

// unspoken is a drawing for telephones without the words of its spots, where the wide
// one beside it says the same: no pointer rests on a telephone, and the script takes
// the words from there.
func unspoken(narrow, wide []byte) []byte {
	if !slices.EqualFunc(spotWords.FindAll(narrow, -1), spotWords.FindAll(wide, -1), bytes.Equal) {
		return narrow
	}
	plain := spotWords.ReplaceAllLiteral(narrow, []byte("/>"))
	return bytes.ReplaceAll(plain, []byte(`pointer-events="all" aria-label=`), []byte(`pointer-events="all" data-label=`)) // nothing is left that has a name
}
