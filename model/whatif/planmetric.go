package whatif

import (
	"slices"

	"blyant/model/internal/exact"
	"blyant/model/internal/worth"
	"blyant/model/plan"
	"blyant/model/vocabulary"
)

// planMetric is a figure of a plan that can be solved for. Whether it is the
// target hangs on the signs of some numbers, the least of each group that read
// takes from a course. Each of those is a continuous function of every input,
// the figure itself need not be.
type planMetric struct {
	vocabulary.Figure
	of    func(p *planProblem, c *plan.Course) (exact.Number, worth.Absence)
	read  func(p *planProblem, c *plan.Course) [][]exact.Number
	holds func(p *planProblem, signs []int) bool
}

// planMetrics are the figures that MODEL names: the net present value and the
// last closing cash are the target where
//
//	figure − target = 0
//
// the peak funding where the target, from 0, is what the worst period lacks
//
//	min_j (closing_cash_j − opening_cash + target) = 0      (≥ 0 for a target of 0)
//
// and the payback period k where
//
//	min_{j≥k−1} (closing_cash_j − opening_cash) ≥ 0 > closing_cash_{k−2} − opening_cash
var planMetrics = []planMetric{
	{planFigure("net_present_value"), netPresentValue, off(netPresentValue), isZero},
	{planFigure("peak_funding"), peakFunding, shortfall, isShort},
	{planFigure("closing_cash"), closingCash, off(closingCash), isZero},
	{planFigure("payback_period"), paybackPeriod, sinceThen, isSinceThen},
}

func planFigure(name string) vocabulary.Figure {
	f, _ := plan.FigureNamed(name)
	return f
}

// PlanMetrics returns the names of the figures of a plan that can be solved for.
func PlanMetrics() []string {
	names := make([]string, len(planMetrics))
	for i, m := range planMetrics {
		names[i] = m.Name
	}
	return names
}

// planMetricNamed returns the metric of that name; false where there is none.
func planMetricNamed(name string) (planMetric, bool) {
	i := slices.IndexFunc(planMetrics, func(m planMetric) bool { return m.Name == name })
	if i < 0 {
		return planMetric{}, false
	}
	return planMetrics[i], true
}

func netPresentValue(_ *planProblem, c *plan.Course) (exact.Number, worth.Absence) {
	return c.NetPresentValue, worth.Absence{}
}

func closingCash(_ *planProblem, c *plan.Course) (exact.Number, worth.Absence) {
	return c.Closing, worth.Absence{}
}

func peakFunding(p *planProblem, c *plan.Course) (exact.Number, worth.Absence) {
	return c.PeakFunding(p.a), worth.Absence{}
}

func paybackPeriod(p *planProblem, c *plan.Course) (exact.Number, worth.Absence) {
	return c.PaybackPeriod(p.a)
}

// off is by how much a figure misses the target.
func off(figure func(*planProblem, *plan.Course) (exact.Number, worth.Absence)) func(*planProblem, *plan.Course) [][]exact.Number {
	return func(p *planProblem, c *plan.Course) [][]exact.Number {
		x, _ := figure(p, c)
		return [][]exact.Number{{p.a.Sub(x, p.target)}}
	}
}

func isZero(_ *planProblem, signs []int) bool { return signs[0] == 0 }

// shortfall is what is left of the target in each period.
func shortfall(p *planProblem, c *plan.Course) [][]exact.Number {
	left := make([]exact.Number, len(c.Surplus))
	for j, x := range c.Surplus {
		left[j] = p.a.Add(x, p.target)
	}
	return [][]exact.Number{left}
}

func isShort(p *planProblem, signs []int) bool {
	switch p.request.Target.Decimal.Sign() {
	case 0:
		return signs[0] >= 0
	case 1:
		return signs[0] == 0
	}
	return false
}

// sinceThen are the periods from the one asked for, and the one before it.
func sinceThen(p *planProblem, c *plan.Course) [][]exact.Number {
	k := p.request.Target.Decimal
	if !k.IsInteger() || k.Sign() <= 0 || k.IntPart() > int64(len(c.Surplus)) {
		return nil
	}
	from := int(k.IntPart()) - 1
	if from == 0 {
		return [][]exact.Number{c.Surplus}
	}
	return [][]exact.Number{c.Surplus[from:], c.Surplus[from-1 : from]}
}

func isSinceThen(_ *planProblem, signs []int) bool {
	return len(signs) > 0 && signs[0] >= 0 && (len(signs) == 1 || signs[1] < 0)
}
