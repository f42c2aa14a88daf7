package whatif

import (
	"context"
	"math"

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

// summarise says what the draws say of each metric. In the end ranks stand in
// the place of all draws: a column less in memory for each.
func (s *simulation) summarise(ctx context.Context, r *worth.Report, decimals int) ([]Distribution, error) {
	o := newOrderer(s.request.Draws.Int)
	for _, input := range s.inputs {
		rank(input, o.sort(input))
	}
	results := make([]Distribution, len(s.metrics))
	for i, name := range s.request.Metrics {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		t := tally{name: name, report: r, orderer: o, places: decimals, values: s.values[i]}
		if MetricFigure(name).Rounding != vocabulary.RoundMoney {
			t.places = vocabulary.RatioDecimals
		}
		results[i] = t.distribution()
		for j, u := range s.request.Uncertain {
			results[i].RankCorrelations = append(results[i].RankCorrelations, t.correlation(u.Field, s.inputs[j]))
		}
	}
	return results, nil
}

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

// mostBins is the largest number of columns of a histogram.
const mostBins = 40

// histogram has columns of equal width from the least to the greatest draw.
func (t *tally) histogram(reached []uint32) []Bin {
	if len(reached) == 0 {
		return nil
	}
	least, most := t.values[reached[0]], t.values[reached[len(reached)-1]]
	bins := mostBins
	if least == most {
		bins = 1
	}
	counts := make([]int, bins)
	for _, draw := range reached {
		i := 0
		if least < most {
			i = min(int((t.values[draw]-least)/(most-least)*float64(bins)), bins-1)
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
