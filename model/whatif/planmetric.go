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
