package chart

import (
	"slices"
	"strconv"
	"strings"

	"blyant/internal/locale"
	"blyant/model"
	"blyant/model/plan"
	"blyant/model/vocabulary"

	"github.com/shopspring/decimal"
)

// mostGroups is how many groups of cohorts are told apart at the most.
const mostGroups = 6

// customerGroup is the customers won from one period of the plan to another, those
// at hand at the opening, or those of a kind: how many of them are active in each
// period.
type customerGroup struct {
	name    string
	opening bool
	active  []float64
}

// customerLayers pictures the active customers of a plan by when they came: at
// the bottom the opening customers, on top those who came last; of a plan of
// several kinds it pictures those. A period of the plan, in which the number stays
// the same, reaches from the end of the one before to its own end, as in the cash.
func customerLayers(r plan.Result, lang locale.Language) picture {
	p := valuePicture(r.Request.Scenario, lang)
	p.subject, p.currency, p.decimals = lang.Text("chart.title.plan_customers"), "", 0
	first, last := threeDigits(openingCustomers(r), lang), threeDigits(r.Summary.ClosingCustomers.Decimal(), lang)
	p.title = lang.TextWith("chart.says.customers", "first", first, "last", last)
	if first == last {
		p.title = lang.TextWith("chart.says.customers.same", "last", last)
	}
	title, groups := lang.Text("chart.axis.customers"), cohortGroups(r, lang)
	if len(r.Segments) > 0 {
		title, groups = lang.Text("chart.axis.segments"), segmentGroups(r, lang)
	}
	p.yTitle = func(unit string) string {
		if unit == "" {
			return title
		}
		return title + ", " + unit
	}
	all := make([]float64, len(r.Schedule))
	for i, g := range groups {
		for j := range all {
			all[j] += g.active[j]
		}
		if from, to := g.span(); from < to {
			p.lines = append(p.lines, line{look: layer, name: g.name, points: steps(all[from:to], from),
				shade: shadeOf(i, groups), top: all[len(all)-1]})
		}
	}
	p.lines = append(p.lines, line{look: total, points: steps(all, 0),
		name: lang.TextWith("chart.legend.total", "n", p.label(r.Summary.ClosingCustomers.Float64(), p.unitOf(all), lang))})
	slices.Reverse(p.lines)
	p.stops = customerStops(groups, all, r.Request.Scenario.Period, lang)
	return p
}

// openingCustomers are those at hand at the start, of all kinds.
func openingCustomers(r plan.Result) decimal.Decimal {
	all := r.Request.OpeningCustomers.Decimal
	for _, s := range r.Request.Segments {
		all = all.Add(s.OpeningCustomers.Decimal)
	}
	return all
}

// customerStops tell how many customers there are in a period, and in each group.
func customerStops(groups []customerGroup, all []float64, period model.Period, lang locale.Language) []stop {
	count := func(x float64) string { return customers(decimal.NewFromFloat(x), lang) }
	step := int(stepOfStops(float64(len(all)), period.PerYear(), stopsFor(len(groups))))
	var stops []stop
	for j := step - 1; j < len(all); j += step {
		words := []string{atPeriod(float64(j+1), period, lang) + ": " + count(all[j])}
		for _, g := range slices.Backward(groups) {
			if g.active[j] > 0 && len(groups) > 1 {
				words = append(words, g.name+": "+count(g.active[j]))
			}
		}
		stops = append(stops, stop{x: float64(j) + 0.5, amounts: []float64{all[j]}, words: strings.Join(words, "\n")})
	}
	return stops
}

// unitOf is the unit of a picture of these amounts.
func (p picture) unitOf(amounts []float64) unit {
	p.lines = []line{{look: total, points: steps(amounts, 0)}}
	return p.unit()
}

// cohortGroups divides the cohorts: those of a plan of a few periods stand each
// for themselves, else a group is as many periods as people count in.
func cohortGroups(r plan.Result, lang locale.Language) []customerGroup {
	var groups []customerGroup
	if opening := r.Request.OpeningCustomers.Decimal; opening.IsPositive() {
		g := customerGroup{name: lang.Text("chart.legend.opening"), opening: true, active: make([]float64, len(r.Schedule))}
		g.add(0, opening, r.Survival)
		groups = append(groups, g)
	}
	size := int(periodStep(float64(len(r.Schedule))/mostGroups, r.Request.Scenario.Period.PerYear()))
	for first := 0; first < len(r.Schedule); first += size {
		last := min(first+size, len(r.Schedule)) - 1
		g := customerGroup{name: came(first, last, r, lang), active: make([]float64, len(r.Schedule))}
		for i := first; i <= last; i++ {
			g.add(i, r.Schedule[i].NewCustomers.Decimal(), r.Survival)
		}
		groups = append(groups, g)
	}
	return groups
}

// add adds the cohort that came in period i: w_i·S_{j−i} are active in period j.
func (g customerGroup) add(i int, came decimal.Decimal, survival []vocabulary.Rounded) {
	w := came.InexactFloat64()
	for age, share := range survival[:min(len(survival), len(g.active)-i)] {
		g.active[i+age] += float64(w * share.Float64())
	}
}

// span is from the first period in which the group has customers to the one
// after the last; nothing where it never has any.
func (g customerGroup) span() (from, to int) {
	some := func(x float64) bool { return x > 0 }
	if from = slices.IndexFunc(g.active, some); from < 0 {
		return 0, 0
	}
	for to = len(g.active); !some(g.active[to-1]); to-- {
		continue
	}
	return from, to
}

// steps is a line that keeps each value throughout its period.
func steps(values []float64, first int) []point {
	var points []point
	for j, value := range values {
		points = append(points, point{X: float64(first + j), Y: value}, point{X: float64(first + j + 1), Y: value})
	}
	return points
}

// came is what those are called who came from one period to another, counted from
// 0: month 1–12.
func came(first, last int, r plan.Result, lang locale.Language) string {
	numbers := strconv.Itoa(first + 1)
	if last > first {
		numbers += "–" + strconv.Itoa(last+1)
	}
	return lang.Text("chart.axis."+string(r.Request.Scenario.Period)) + "\u00a0" + numbers
}

// segmentGroups are the kinds of customers of the plan, the largest at the end at
// the bottom; where there are too many to tell apart the smallest are one.
func segmentGroups(r plan.Result, lang locale.Language) []customerGroup {
	segments := slices.Clone(r.Segments)
	slices.SortStableFunc(segments, func(x, y plan.SegmentRow) int {
		return y.ClosingCustomers.Decimal().Cmp(x.ClosingCustomers.Decimal())
	})
	var groups []customerGroup
	for i, s := range segments {
		if i < mostGroups {
			groups = append(groups, customerGroup{name: s.Name, active: make([]float64, len(s.Active))})
		}
		for j, active := range s.Active {
			groups[len(groups)-1].active[j] += active.Float64()
		}
	}
	if more := len(segments) - mostGroups; more > 0 {
		groups[mostGroups-1].name = lang.TextWith("chart.more", "n", strconv.Itoa(more+1))
	}
	return groups
}

// shadeOf is the colour of the i-th group: the ground for the opening customers,
// the others spread over the rest.
func shadeOf(i int, groups []customerGroup) int {
	count := len(groups)
	if groups[0].opening {
		i, count = i-1, count-1
	}
	if i < 0 {
		return 0
	}
	return 1 + (2*i+1)*mostGroups/(2*count)
}
