package chart

import (
	"blyant/internal/locale"
	"blyant/model"
)

// picture is what a chart shows, whatever its size and colours: amounts over
// periods. A picture may have a second one over the same periods, which goes
// where there is no room for both.
type picture struct {
	title    string                   // the message: a sentence that is true of the figures
	name     string                   // what in the title may be shortened where there is no room; may be empty
	subject  string                   // what the picture is of
	remark   string                   // a line below the title, may be empty
	xTitle   string                   //
	yTitle   func(unit string) string // the title of the amounts in that unit
	currency string
	perYear  int  // periods a year, for ticks at whole years
	decimals int  // of the amounts
	share    bool // the amounts are shares, read as percentages
	lines    []line
	strong   int // the line that the picture is about
	marks    []mark
	stops    []stop // where values can be read off
	alt      string // what a reader who cannot see the picture is told
	second   *picture
	figure   figure // what is drawn in place of lines over periods; nil where those are
}

// line is one line of a picture. Its name may be empty where it is the only one.
type line struct {
	name   string
	full   string // the name with what else there is to say, where there is room; may be empty
	points []point
	look   look
	shade  int     // of a layer: its place among the theme's layers
	top    float64 // of a layer: where it ends at the end of the picture, though its points may stop before
}

// look says what a line is drawn as.
type look uint8

const (
	series look = iota // a line of its own, told from the others
	layer              // the area down to the next layer, in the order from the top
	total              // the edge on top of all layers
)

// point is an amount at a moment: X periods from the start.
type point struct{ X, Y float64 }

// mark is a point of interest with what it says, or a moment from which
// something holds.
type mark struct {
	x, y  float64
	text  string
	fall  float64 // from which amount above it the point is measured; 0 where it is not
	since bool    // a moment: y means nothing
	of    int     // the line that it is a point of, counted from 1; 0 where there is only one
}

// quiet reports whether the words of the mark are left out where there is no room
// for them beside it: those of one line among several, which are in the legend too.
func (m mark) quiet() bool { return m.of > 0 }

// bounds returns the least and the greatest amount of the lines, zero among
// them, and a range around zero, or above it for layers, where there is nothing
// else.
func (p picture) bounds() (least, most float64) {
	for _, l := range p.lines {
		for _, point := range l.points {
			least, most = min(least, point.Y), max(most, point.Y)
		}
	}
	switch {
	case least < most:
		return least, most
	case p.layered():
		return 0, 1
	}
	return -1, 1
}

// layered reports whether the picture is one of layers, which never go below zero.
func (p picture) layered() bool { return len(p.lines) > 0 && p.lines[0].look != series }

// unit is the one in which the amounts are counted.
func (p picture) unit() unit {
	if p.share {
		return percentages
	}
	least, most := p.bounds()
	return unitFor(max(-least, most))
}

// last returns the amount at the end of the line, of a layer at the end of the
// picture.
func (l line) last() float64 {
	if l.look == layer {
		return l.top
	}
	return l.points[len(l.points)-1].Y
}

// valueLine is the cumulative present value from the acquisition cost at period
// 0 to the end of the horizon.
func valueLine(r model.Result) line {
	points := make([]point, 0, len(r.Schedule)+1)
	points = append(points, point{Y: r.Scenario.AcquisitionCost.Decimal.Neg().InexactFloat64()})
	for _, row := range r.Schedule {
		points = append(points, point{X: row.Period.Float64(), Y: row.CumulativePresentValue.Float64()})
	}
	return line{points: points}
}

// valuePicture is a picture of cumulative present values with the axes of the
// scenario.
func valuePicture(s model.Scenario, lang locale.Language) picture {
	return picture{
		xTitle:   lang.Text("chart.axis." + string(s.Period)),
		yTitle:   func(unit string) string { return lang.TextWith("chart.axis.value", "currency", unit) },
		currency: string(s.Currency),
		perYear:  s.Period.PerYear(),
		decimals: s.Decimals.Int,
	}
}
