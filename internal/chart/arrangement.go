package chart

import "gonum.org/v1/plot/vg"

// arrangement is the sheets of a chart and how they stand: one, or two above
// one another or abreast.
type arrangement struct {
	sheets  []*sheet
	abreast bool
}

// Two sheets stand above one another where the chart is at least so many
// letters high, more where a legend stands under the panel, and abreast where
// each still has room for a legend beside it and the chart is so many times
// wider than high.
const (
	highForTwo   = 30
	higherForTwo = 38
	wideForTwo   = 2.4
	lowRows      = 1.9 // letters from one amount to the next on their axes
)

// arrange divides the canvas among the picture and its second one. Where that
// would leave too little to read, the first has it all.
func arrange(c vg.Canvas, p picture, o Options) arrangement {
	size := o.letterSize()
	margin, width, height := size*0.8, vg.Length(o.Width), vg.Length(o.Height)
	edge := margin
	if o.Inline { // the page has margins of its own
		edge = 1
	}
	all := vg.Rectangle{Min: vg.Point{X: edge, Y: margin}, Max: vg.Point{X: width - edge, Y: height - margin}}
	high := size * highForTwo
	if width-2*margin < narrow {
		high = size * higherForTwo
	}
	abreast := width > height*wideForTwo && width > 2*narrow+4*margin
	if p.second == nil || tooSmall(o) || !abreast && height < high {
		return arrangement{sheets: []*sheet{newSheet(c, p, o, all)}}
	}
	one, two := newSheet(c, p, o, all), newSheet(c, *p.second, o, all)
	if abreast {
		one.free.Max.X, two.free.Min.X = width/2-margin, width/2+margin
	} else {
		one.free.Min.Y, two.free.Max.Y = height*0.49, height*0.49-size*0.4
		one.rows, two.rows = lowRows, lowRows
	}
	return arrangement{[]*sheet{one, two}, abreast}
}

// alignSheets makes what is free of the sheets of one height where they are
// abreast, and else end at the same place.
func (a arrangement) alignSheets() {
	for _, s := range a.sheets {
		for _, other := range a.sheets {
			if a.abreast {
				s.free.Min.Y, s.free.Max.Y = max(s.free.Min.Y, other.free.Min.Y), min(s.free.Max.Y, other.free.Max.Y)
			} else {
				s.free.Max.X = min(s.free.Max.X, other.free.Max.X)
			}
		}
	}
}

// alignPanels lets a period stand at the same place in panels above one another.
func (a arrangement) alignPanels(parts []part) {
	if a.abreast {
		return
	}
	for _, p := range parts {
		for _, other := range parts {
			p.Min.X, p.Max.X = max(p.Min.X, other.Min.X), min(p.Max.X, other.Max.X)
		}
	}
}
