package whatif

import (
	"math"

	"blyant/model/internal/worth"
	"blyant/model/vocabulary"
)

// tally is one metric being summed up.
type tally struct {
	name      string
	report    *worth.Report
	orderer   *orderer
	places    int
	values    []float64
	order     []uint32 // the draws in which it is there, in their order
	undefined int
	never     int
}

// at is the value of the draw at a place in the order.
func (t *tally) at(i int) float64 { return t.values[t.order[i]] }

func (t *tally) distribution() Distribution {
	t.order = t.orderer.sort(t.values)
	t.undefined = len(t.values) - len(t.order)
	for i := len(t.order) - 1; i >= 0 && math.IsInf(t.at(i), 1); i-- {
		t.never++
	}
	reached := t.order[:len(t.order)-t.never]
	d := Distribution{Metric: t.name, Undefined: vocabulary.RoundedWhole(t.undefined)}
	t.moments(&d, reached)
	for _, p := range percentiles {
		*p.at(&d) = t.figure(t.quantile(p.share))
	}
	if len(t.order) > 0 {
		d.Minimum, d.Maximum = t.figure(t.at(0)), t.figure(t.at(len(t.order)-1))
	}
	t.probabilities(&d)
	d.Histogram = t.histogram(reached)
	t.notes()
	rank(t.values, t.order)
	return d
}

// moments are the mean, the deviation, which divides by draws − 1, and the error
// of the mean. They are added up in the order of the draws' sizes, so they are
// the same however the draws were made.
func (t *tally) moments(d *Distribution, reached []uint32) {
	n := float64(len(reached))
	if n == 0 {
		return
	}
	var sum accumulator
	for _, draw := range reached {
		sum.add(t.values[draw])
	}
	mean := sum.total() / n
	d.Mean = t.figure(mean)
	if n < 2 {
		return
	}
	var squares accumulator
	for _, draw := range reached {
		off := t.values[draw] - mean
		squares.add(off * off)
	}
	deviation := math.Sqrt(squares.total() / (n - 1))
	d.StandardDeviation, d.StandardError = t.figure(deviation), t.figure(deviation/math.Sqrt(n))
}

// probabilities are the shares of the draws that are there.
func (t *tally) probabilities(d *Distribution) {
	n := float64(len(t.order))
	switch {
	case n == 0:
	case isPayback(t.name):
		d.ProbabilityNever = ratio(float64(t.never) / n)
	default:
		negative := 0
		for negative < len(t.order) && t.at(negative) < 0 {
			negative++
		}
		d.ProbabilityNegative = ratio(float64(negative) / n)
	}
}

func isPayback(name string) bool {
	return name == worth.PaybackPeriods.Name || name == worth.PaybackOrders.Name || name == worth.DiscountedPaybackPeriods.Name
}

func (t *tally) notes() {
	draws := vocabulary.RoundedWhole(len(t.values)).String()
	if t.never > 0 {
		t.report.Note("some_never", t.name, vocabulary.RoundedWhole(t.never).String(), draws)
	}
	if t.undefined > 0 {
		t.report.Note("some_undefined", t.name, vocabulary.RoundedWhole(t.undefined).String(), draws)
	}
}

// mostReported is the magnitude above which a figure is not reported.
const mostReported = 1e15

// figure rounds a metric as it is reported; what is infinite is null.
func (t *tally) figure(x float64) vocabulary.Rounded {
	switch {
	case math.IsNaN(x) || math.IsInf(x, 0):
		return vocabulary.Rounded{}
	case math.Abs(x) > mostReported:
		t.report.Note("figure_too_large", t.name)
		return vocabulary.Rounded{}
	}
	return rounded(x, t.places)
}

// quantile interpolates between order statistics (type 7, as PERCENTILE.INC).
func (t *tally) quantile(share float64) float64 {
	if len(t.order) == 0 {
		return math.NaN()
	}
	at := share * float64(len(t.order)-1)
	i := int(at)
	low := t.at(i)
	part := at - float64(i)
	if part == 0 || i+1 == len(t.order) {
		return low
	}
	return low + part*(t.at(i+1)-low)
}
