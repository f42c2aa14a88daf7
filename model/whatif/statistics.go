package whatif

import (
	"context"
	"math"
	"slices"

	"blyant/model/internal/worth"
	"blyant/model/vocabulary"

	"github.com/shopspring/decimal"
)

// Distribution is what the draws say of one metric.
type Distribution struct {
	Metric string
	Mean, StandardDeviation, StandardError,
	P5, P10, P25, P50, P75, P90, P95,
	Minimum, Maximum,
	ProbabilityNegative, ProbabilityNever vocabulary.Rounded
	Undefined        vocabulary.Rounded   // draws in which the metric is null
	Histogram        []Bin                // of the draws in which it is a number
	RankCorrelations []vocabulary.Rounded // with each uncertain field, Spearman's
}

// Bin is a column of a histogram: how many draws are from From up to To, the
// last one with its end.
type Bin struct{ From, To, Count vocabulary.Rounded }

// percentiles are those that are reported.
var percentiles = []struct {
	share float64
	at    func(*Distribution) *vocabulary.Rounded
}{
	{0.05, func(d *Distribution) *vocabulary.Rounded { return &d.P5 }},
	{0.10, func(d *Distribution) *vocabulary.Rounded { return &d.P10 }},
	{0.25, func(d *Distribution) *vocabulary.Rounded { return &d.P25 }},
	{0.50, func(d *Distribution) *vocabulary.Rounded { return &d.P50 }},
	{0.75, func(d *Distribution) *vocabulary.Rounded { return &d.P75 }},
	{0.90, func(d *Distribution) *vocabulary.Rounded { return &d.P90 }},
	{0.95, func(d *Distribution) *vocabulary.Rounded { return &d.P95 }},
}

// summarise says what the draws say of each metric. It sorts the columns one
// after another, so that they need not all be sorted at once.
func (s *simulation) summarise(ctx context.Context, r *worth.Report, decimals int) ([]Distribution, error) {
	ranked := make([][]uint32, len(s.inputs)) // of the draws in which every metric so far is there
	results := make([]Distribution, len(s.metrics))
	for i, name := range s.request.Metrics {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		t := tally{name: name, report: r, places: decimals, values: s.values[i]}
		if MetricFigure(name).Rounding != vocabulary.RoundMoney {
			t.places = vocabulary.RatioDecimals
		}
		results[i] = t.distribution()
		for j := range s.inputs {
			var ranks []uint32
			if t.undefined == 0 {
				if ranked[j] == nil {
					ranked[j] = ranksOf(sorted(s.inputs[j], nil), len(s.inputs[j]))
				}
				ranks = ranked[j]
			} else {
				ranks = ranksOf(sorted(s.inputs[j], t.there), len(s.inputs[j]))
			}
			results[i].RankCorrelations = append(results[i].RankCorrelations, t.correlation(s.request.Uncertain[j].Field, ranks))
		}
		s.values[i] = nil // its memory is wanted
	}
	return results, nil
}

// tally is one metric being summed up.
type tally struct {
	name      string
	report    *worth.Report
	places    int
	values    []float64
	order     []place // those that are there, in their order
	ranks     []uint32
	undefined int
	never     int
}

func (t *tally) there(i int) bool { return !math.IsNaN(t.values[i]) }

func (t *tally) distribution() Distribution {
	t.order = sorted(t.values, t.there)
	t.undefined = len(t.values) - len(t.order)
	for i := len(t.order) - 1; i >= 0 && math.IsInf(t.order[i].value, 1); i-- {
		t.never++
	}
	reached := t.order[:len(t.order)-t.never]
	d := Distribution{Metric: t.name, Undefined: vocabulary.RoundedWhole(t.undefined)}
	t.moments(&d, reached)
	for _, p := range percentiles {
		*p.at(&d) = t.figure(quantile(t.order, p.share))
	}
	if len(t.order) > 0 {
		d.Minimum, d.Maximum = t.figure(t.order[0].value), t.figure(t.order[len(t.order)-1].value)
	}
	t.probabilities(&d)
	d.Histogram = t.histogram(reached)
	t.notes()
	t.ranks = ranksOf(t.order, len(t.values))
	return d
}

// moments are the mean, the deviation, which divides by draws − 1, and the error
// of the mean. They are added up in the order of the draws' sizes, so they are
// the same however the draws were made.
func (t *tally) moments(d *Distribution, reached []place) {
	n := float64(len(reached))
	if n == 0 {
		return
	}
	var sum accumulator
	for _, p := range reached {
		sum.add(p.value)
	}
	mean := sum.total() / n
	d.Mean = t.figure(mean)
	if n < 2 {
		return
	}
	var squares accumulator
	for _, p := range reached {
		squares.add((p.value - mean) * (p.value - mean))
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
		for negative < len(t.order) && t.order[negative].value < 0 {
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

// mostBins is the largest number of columns of a histogram.
const mostBins = 40

// histogram has columns of equal width from the least to the greatest draw.
func (t *tally) histogram(reached []place) []Bin {
	if len(reached) == 0 {
		return nil
	}
	least, most := reached[0].value, reached[len(reached)-1].value
	bins := mostBins
	if least == most {
		bins = 1
	}
	counts := make([]int, bins)
	for _, p := range reached {
		i := 0
		if least < most {
			i = min(int((p.value-least)/(most-least)*float64(bins)), bins-1)
		}
		counts[i]++
	}
	edge := func(i int) vocabulary.Rounded {
		return t.figure(least + (most-least)*float64(i)/float64(bins))
	}
	histogram := make([]Bin, bins)
	for i, count := range counts {
		histogram[i] = Bin{edge(i), edge(i + 1), vocabulary.RoundedWhole(count)}
	}
	return histogram
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

func rounded(x float64, places int) vocabulary.Rounded {
	d := decimal.NewFromFloat(x).Round(int32(places))
	return vocabulary.RoundedDecimal(d.Add(decimal.New(0, int32(-places))))
}

func ratio(x float64) vocabulary.Rounded { return rounded(x, vocabulary.RatioDecimals) }

// quantile interpolates between order statistics (type 7, as PERCENTILE.INC).
func quantile(order []place, share float64) float64 {
	if len(order) == 0 {
		return math.NaN()
	}
	at := share * float64(len(order)-1)
	i := int(at)
	low := order[i].value
	part := at - float64(i)
	if part == 0 || i+1 == len(order) {
		return low
	}
	return low + part*(order[i+1].value-low)
}

// accumulator adds up with a compensation for what each sum loses (Neumaier).
type accumulator struct{ sum, lost float64 }

func (a *accumulator) add(x float64) {
	sum := a.sum + x
	if math.Abs(a.sum) >= math.Abs(x) {
		a.lost += (a.sum - sum) + x
	} else {
		a.lost += (x - sum) + a.sum
	}
	a.sum = sum
}

func (a *accumulator) total() float64 { return a.sum + a.lost }

// compare orders places by value.
func compare(x, y place) int {
	switch {
	case x.value < y.value:
		return -1
	case x.value > y.value:
		return 1
	}
	return 0
}

// sorted are the values that are there, in their order; all where there is nil.
func sorted(values []float64, there func(i int) bool) []place {
	order := make([]place, 0, len(values))
	for i, v := range values {
		if there == nil || there(i) {
			order = append(order, place{v, int32(i)})
		}
	}
	slices.SortFunc(order, compare)
	return order
}
