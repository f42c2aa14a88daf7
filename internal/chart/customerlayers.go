package chart

import (
	"slices"
	"strconv"
	"strings"

	"blyant/internal/answer"
	"blyant/internal/locale"
	"blyant/model/plan"
	"blyant/model/vocabulary"

	"github.com/shopspring/decimal"
)

// mostGroups is how many groups of cohorts are told apart at the most.
const mostGroups = 6

// cohortGroup is the customers won from one period of the plan to another,
// counted from 0, or those at hand at the opening: how many of them are active
// in each period.
type cohortGroup struct {
	first, last int
	opening     bool
	active      []float64
}

// customerLayers pictures the active customers of a plan by when they came: at
// the bottom the opening customers, on top those who came last. A period of the
// plan, in which the number stays the same, reaches from the end of the one
// before to its own end, as in the cash.
func customerLayers(r plan.Result, lang locale.Language) picture {
	p := valuePicture(r.Request.Scenario, lang)
	p.title, p.currency, p.decimals = lang.Text("chart.title.plan_customers"), "", 0
	p.yTitle = func(unit string) string {
		if unit == "" {
			return lang.Text("chart.axis.customers")
		}
		return lang.Text("chart.axis.customers") + ", " + unit
	}
	all := make([]float64, len(r.Schedule))
	groups := cohortGroups(r)
	for i, g := range groups {
		for j := range all {
			all[j] += g.active[j]
		}
		if from, to := g.span(); from < to {
			p.lines = append(p.lines, line{look: layer, name: g.name(r, lang), points: steps(all[from:to], from),
				shade: shadeOf(i, groups), top: all[len(all)-1]})
		}
	}
	p.lines = append(p.lines, line{look: total, points: steps(all, 0),
		name: lang.TextWith("chart.legend.total", "n", customers(r.Summary.ClosingCustomers.Decimal(), lang))})
	slices.Reverse(p.lines)
	return p
}

// cohortGroups divides the cohorts: those of a plan of a few periods stand each
// for themselves, else a group is as many periods as people count in.
func cohortGroups(r plan.Result) []cohortGroup {
	var groups []cohortGroup
	if opening := r.Request.OpeningCustomers.Decimal; opening.IsPositive() {
		g := cohortGroup{opening: true, active: make([]float64, len(r.Schedule))}
		g.add(0, opening, r.Survival)
		groups = append(groups, g)
	}
	size := int(periodStep(float64(len(r.Schedule))/mostGroups, r.Request.Scenario.Period.PerYear()))
	for first := 0; first < len(r.Schedule); first += size {
		g := cohortGroup{first: first, last: min(first+size, len(r.Schedule)) - 1, active: make([]float64, len(r.Schedule))}
		for i := g.first; i <= g.last; i++ {
			g.add(i, r.Schedule[i].NewCustomers.Decimal(), r.Survival)
		}
		groups = append(groups, g)
	}
	return groups
}

// add adds the cohort that came in period i: w_i·S_{j−i} are active in period j.
func (g cohortGroup) add(i int, came decimal.Decimal, survival []vocabulary.Rounded) {
	w := came.InexactFloat64()
	for age, share := range survival[:min(len(survival), len(g.active)-i)] {
		g.active[i+age] += float64(w * share.Float64())
	}
}

// span is from the first period in which the group has customers to the one
// after the last; nothing where it never has any.
func (g cohortGroup) span() (from, to int) {
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

// name is what the group is called: month 1–12.
func (g cohortGroup) name(r plan.Result, lang locale.Language) string {
	if g.opening {
		return lang.Text("chart.legend.opening")
	}
	numbers := strconv.Itoa(g.first + 1)
	if g.last > g.first {
		numbers += "–" + strconv.Itoa(g.last+1)
	}
	return lang.Text("chart.axis."+string(r.Request.Scenario.Period)) + "\u00a0" + numbers
}

// shadeOf is the colour of the i-th group: the ground for the opening customers,
// the others spread over the rest.
func shadeOf(i int, groups []cohortGroup) int {
	count := len(groups)
	if groups[0].opening {
		i, count = i-1, count-1
	}
	if i < 0 {
		return 0
	}
	return 1 + (2*i+1)*mostGroups/(2*count)
}

// customers writes a number of customers: whole where there are many, with
// three digits where there are few.
func customers(d decimal.Decimal, lang locale.Language) string {
	magnitude := int32(d.NumDigits()) + d.Exponent()
	text := answer.Digits(d.Round(max(0, 3-magnitude)))
	if strings.Contains(text, ".") {
		text = strings.TrimRight(strings.TrimRight(text, "0"), ".")
	}
	return lang.Number(text)
}
