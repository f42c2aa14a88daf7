package chart

import (
	"math"
	"strings"

	"blyant/internal/locale"
	"blyant/model"

	"gonum.org/v1/plot/vg"
)

// stop is a place of a picture at which its values can be read off.
type stop struct {
	x       float64   // the period
	amounts []float64 // of the lines
	words   string    // what stands there, in lines
}

// mostStops is how many there are at the most: more would be a weight on the page
// and nothing that one could aim at.
const mostStops = 61

// mostAmounts is how many amounts the stops of a picture have in all, nearly: of two
// lines over ten years of months there is a stop every other month, of four each half-year.
const mostAmounts = 2 * mostStops

// stopsByPeriod are the ends of periods, each with the amount of every line there,
// to the last digit; where they are too many, only those that people count in.
func (p picture) stopsByPeriod(period model.Period, lang locale.Language) []stop {
	return p.stopsAt(func(x float64) string { return atPeriod(x, period, lang) }, func(y float64) string {
		return strings.TrimSpace(written(fixed(y, p.decimals), lang) + noBreakSpace + p.currency)
	})
}

// atPeriod names the end of a period, or the start.
func atPeriod(x float64, period model.Period, lang locale.Language) string {
	if x == 0 {
		return lang.Text("chart.start")
	}
	return lang.Text("chart.axis."+string(period)) + noBreakSpace + lang.Number(fixed(x, 0))
}

// stopsAt are stops whose heads and amounts are written so.
func (p picture) stopsAt(head, amount func(float64) string) []stop {
	var stops []stop
	last := p.lastPeriod()
	for x, step := 0.0, stepOfStops(last, p.perYear, stopsFor(len(p.lines))); x <= last; x += step {
		at, words := stop{x: x}, []string{head(x)}
		for _, l := range p.lines {
			if y, there := l.valueAt(x); there {
				at.amounts = append(at.amounts, y)
				words = append(words, strings.TrimPrefix(l.name+": ", ": ")+amount(y))
			}
		}
		at.words = told(words)
		stops = append(stops, at)
	}
	return stops
}

// stopsFor is how many stops so many lines have at the most.
func stopsFor(lines int) int {
	const fewest = 13 // a year of months, with its start
	return max(fewest, min(mostStops, mostAmounts/max(lines, 1)))
}

// stepOfStops is how many periods are from one stop to the next.
func stepOfStops(last float64, perYear, most int) float64 {
	if last < float64(most) {
		return 1
	}
	return periodStep(last/float64(most-1), perYear)
}

// told is a head with the one thing that there is to say behind it, or with a line
// for each of several.
func told(words []string) string {
	if len(words) == 2 {
		return words[0] + ": " + words[1]
	}
	return strings.Join(words, "\n")
}

// valueAt is the amount of the line at the end of a period.
func (l line) valueAt(x float64) (float64, bool) {
	i := int(x)
	if i >= len(l.points) || l.points[i].X != x {
		return 0, false
	}
	return l.points[i].Y, true
}

// lastPeriod is the end of the longest line.
func (p picture) lastPeriod() float64 {
	last := 0.0
	for _, l := range p.lines {
		last = math.Max(last, l.points[len(l.points)-1].X)
	}
	return last
}

// drawStops draws what values are read off from, in a page.
func (p *panel) drawStops() {
	if len(p.stops) == 0 || p.last == 0 {
		return
	}
	half := (p.Max.X - p.Min.X) / vg.Length(2*max(len(p.stops)-1, 1))
	for _, s := range p.stops {
		at := p.x(s.x)
		spot := spot{Rectangle: vg.Rectangle{Min: vg.Point{X: max(at-half, p.Min.X), Y: p.Min.Y}, Max: vg.Point{X: min(at+half, p.Max.X), Y: p.Max.Y}}, words: s.words}
		for _, amount := range s.amounts {
			spot.dots = append(spot.dots, vg.Point{X: at, Y: p.y(amount)})
		}
		p.spots = append(p.spots, spot)
	}
}

// spot is a part of a drawing that says its values to who points at it.
type spot struct {
	vg.Rectangle
	dots  []vg.Point
	words string
}

// drawSpots writes the spots of the sheet, where it stands in a page.
func (s *sheet) drawSpots() {
	if c, vector := s.canvas.(*svgCanvas); vector && s.inline && len(s.spots) > 0 {
		c.spots(s.spots, s.lang.Text("chart.read"))
	}
}
