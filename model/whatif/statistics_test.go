package whatif

import (
	"math"
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"

	"blyant/model/internal/worth"
	"blyant/model/vocabulary"
)

// tallied is what values say of a metric, and the report that notes went to.
func tallied(metric string, places int, values ...float64) (Distribution, *tally) {
	t := &tally{name: metric, report: worth.NewReport(nil, places), orderer: newOrderer(len(values)), places: places, values: slices.Clone(values)}
	return t.distribution(), t
}

var infinite, none = math.Inf(1), math.NaN()

// Moments of a handful of draws, by hand: the deviation divides by draws less one,
// and what is not there or never comes does not count.
func TestMoments(t *testing.T) {
	for _, c := range []struct {
		name             string
		values           []float64
		mean, sd, se     string
		least, most      string
		undefined, never int
	}{
		{"2 4 4 4 5 5 7 9", []float64{2, 4, 4, 4, 5, 5, 7, 9}, "5.0000", "2.1381", "0.7559", "2.0000", "9.0000", 0, 0}, // √(32/7)
		{"some null", []float64{none, 1, none, 3}, "2.0000", "1.4142", "1.0000", "1.0000", "3.0000", 2, 0},
		{"some never", []float64{1, infinite, 3, infinite, infinite}, "2.0000", "1.4142", "1.0000", "1.0000", "null", 0, 3},
		{"one alone", []float64{7}, "7.0000", "null", "null", "7.0000", "7.0000", 0, 0},
		{"one that comes", []float64{7, infinite}, "7.0000", "null", "null", "7.0000", "null", 0, 1},
		{"none", []float64{none, none}, "null", "null", "null", "null", "null", 2, 0},
		{"never at all", []float64{infinite}, "null", "null", "null", "null", "null", 0, 1},
		{"all alike", []float64{0.1, 0.1, 0.1}, "0.1000", "0.0000", "0.0000", "0.1000", "0.1000", 0, 0},
	} {
		d, tally := tallied("payback_periods", 4, c.values...)
		got := []string{d.Mean.String(), d.StandardDeviation.String(), d.StandardError.String(), d.Minimum.String(), d.Maximum.String()}
		if want := []string{c.mean, c.sd, c.se, c.least, c.most}; !slices.Equal(got, want) {
			t.Errorf("%s: %v, want %v", c.name, got, want)
		}
		if tally.undefined != c.undefined || d.Undefined.Int() != c.undefined || tally.never != c.never {
			t.Errorf("%s: %d null and %d never, want %d and %d", c.name, tally.undefined, tally.never, c.undefined, c.never)
		}
		noted := map[string][]string{}
		for _, n := range tally.report.Notes {
			noted[n.Code] = n.Args
		}
		if len(noted["some_never"]) > 0 != (c.never > 0) || len(noted["some_undefined"]) > 0 != (c.undefined > 0) {
			t.Errorf("%s: %v", c.name, noted)
		}
	}
	_, tally := tallied("payback_periods", 2, none, 1, infinite, infinite)
	want := []vocabulary.Note{{Code: "some_never", Field: "payback_periods", Args: []string{"2", "4"}}, {Code: "some_undefined", Field: "payback_periods", Args: []string{"1", "4"}}}
	if !reflect.DeepEqual(tally.report.Notes, want) {
		t.Errorf("%+v", tally.report.Notes)
	}
}

// Quantiles lie between the draws, as PERCENTILE.INC has them; one that would lie
// beside a payback that never comes is null.
func TestQuantiles(t *testing.T) {
	d, _ := tallied("net_lifetime_value", 2, 50, 10, 40, 20, 30) // 10 … 50: the share p lies at 10 + 40p
	for name, c := range map[string]struct {
		got  vocabulary.Rounded
		want string
	}{"p5": {d.P5, "12.00"}, "p10": {d.P10, "14.00"}, "p25": {d.P25, "20.00"}, "p50": {d.P50, "30.00"}, "p75": {d.P75, "40.00"}, "p90": {d.P90, "46.00"}, "p95": {d.P95, "48.00"}} {
		if c.got.String() != c.want {
			t.Errorf("%s is %s, want %s", name, c.got, c.want)
		}
	}
	one, _ := tallied("net_lifetime_value", 2, -3)
	if one.P5.String() != "-3.00" || one.P95.String() != "-3.00" {
		t.Errorf("of one draw: %s and %s", one.P5, one.P95)
	}
	half, _ := tallied("payback_periods", 2, 1, 2, 3, infinite, infinite)
	if half.P50.String() != "3.00" || !half.P75.IsNull() || half.P25.String() != "2.00" {
		t.Errorf("with two that never come: %s, %s, %s", half.P25, half.P50, half.P75)
	}
}

// A share of the draws is below zero; of a payback a share never comes. Of those
// that are not there neither counts.
func TestProbabilities(t *testing.T) {
	for _, c := range []struct {
		metric          string
		values          []float64
		negative, never string
	}{
		{"net_lifetime_value", []float64{-1, -0.0001, 0, 1}, "0.500000", "null"},
		{"net_lifetime_value", []float64{-1, none, 1, 1}, "0.333333", "null"},
		{"net_lifetime_value", []float64{-3, -2}, "1.000000", "null"},
		{"net_lifetime_value", []float64{math.Copysign(0, -1)}, "0.000000", "null"},
		{"net_lifetime_value", []float64{none}, "null", "null"},
		{"payback_periods", []float64{0, 3, infinite}, "null", "0.333333"},
		{"payback_orders", []float64{0, 3}, "null", "0.000000"},
		{"discounted_payback_periods", []float64{infinite, none}, "null", "1.000000"},
	} {
		if d, _ := tallied(c.metric, 2, c.values...); d.ProbabilityNegative.String() != c.negative || d.ProbabilityNever.String() != c.never {
			t.Errorf("%s of %v: %s and %s", c.metric, c.values, d.ProbabilityNegative, d.ProbabilityNever)
		}
	}
}

// A histogram has columns of equal width, each from its lower edge up to its
// upper one, and the last with it.
func TestHistogram(t *testing.T) {
	values := []float64{40}
	for i := range 40 {
		values = append(values, float64(i)) // 0 … 39 on the lower edges, 40 on the last one
	}
	d, _ := tallied("net_lifetime_value", 2, values...)
	if len(d.Histogram) != 40 {
		t.Fatalf("%d columns", len(d.Histogram))
	}
	for i, bin := range d.Histogram {
		want := 1
		if i == 39 {
			want = 2
		}
		if bin.From.Float64() != float64(i) || bin.To.Float64() != float64(i+1) || bin.Count.Int() != want {
			t.Errorf("column %d: %s to %s, %s draws", i, bin.From, bin.To, bin.Count)
		}
	}
	alike, _ := tallied("net_lifetime_value", 2, 5, 5, 5, none)
	if want := []Bin{{rounded(5, 2), rounded(5, 2), vocabulary.RoundedWhole(3)}}; !reflect.DeepEqual(alike.Histogram, want) {
		t.Errorf("all alike: %v", alike.Histogram)
	}
	never, _ := tallied("payback_periods", 2, infinite, none)
	if never.Histogram != nil {
		t.Errorf("of none: %v", never.Histogram)
	}
	some, _ := tallied("payback_periods", 2, 1, 3, infinite)
	if total := some.Histogram[0].Count.Int() + some.Histogram[39].Count.Int(); total != 2 || some.Histogram[39].To.String() != "3.00" {
		t.Errorf("of two that come: %v", some.Histogram)
	}
}

// Above 1e15 a figure is null, with a note once.
func TestFiguresTooLarge(t *testing.T) {
	d, tally := tallied("net_lifetime_value", 2, 1e15, -1e15, 3e15)
	if d.Maximum.IsNull() != true || d.Minimum.String() != "-1000000000000000.00" || d.P50.String() != "1000000000000000.00" {
		t.Errorf("%s to %s", d.Minimum, d.Maximum)
	}
	if notes := tally.report.Notes; len(notes) != 1 || notes[0].Code != "figure_too_large" || notes[0].Field != "net_lifetime_value" {
		t.Errorf("%v", notes)
	}
}

// Sums lose nothing where a large one comes and goes, in whatever order.
func TestAccumulator(t *testing.T) {
	for _, c := range [][]float64{{1, 1e100, 1, -1e100}, {1e100, 1, -1e100, 1}, {1, 1, 1e100, -1e100}} {
		var a accumulator
		for _, x := range c {
			a.add(x)
		}
		if a.total() != 2 {
			t.Errorf("%v come to %v", c, a.total())
		}
	}
}

// Ranks count from 1; equal values share the mean of theirs, and what is not there
// has none.
func TestRank(t *testing.T) {
	values := []float64{3, none, 1, 3, -2, 3, infinite}
	rank(values, newOrderer(len(values)).sort(values))
	want := []float64{4, none, 2, 4, 1, 4, 6}
	for i, x := range values {
		if x != want[i] && !(math.IsNaN(x) && math.IsNaN(want[i])) {
			t.Errorf("%v, want %v", values, want)
		}
	}
}

// The order by digits is that by comparisons, with zeros of both signs, what is
// infinite and what is null among the values.
func TestRadix(t *testing.T) {
	random := rand.New(rand.NewPCG(5, 5))
	values := make([]float64, worthRadix*3/2)
	for i := range values {
		values[i] = []float64{random.NormFloat64(), -1e300 * random.Float64(), 0, math.Copysign(0, -1), infinite, math.Inf(-1), none, 5e-324, float64(i % 7)}[random.IntN(9)]
	}
	order := newOrderer(len(values)).sort(values)
	var there []float64
	for _, x := range values {
		if !math.IsNaN(x) {
			there = append(there, x)
		}
	}
	slices.Sort(there)
	if len(order) != len(there) {
		t.Fatalf("%d of %d", len(order), len(there))
	}
	for i, draw := range order {
		if values[draw] != there[i] {
			t.Fatalf("at %d: %v, want %v", i, values[draw], there[i])
		}
		if i > 0 && values[draw] == values[order[i-1]] && draw < order[i-1] {
			t.Fatalf("equal draws have changed places at %d: %v %v, %d %d", i, values[draw], values[order[i-1]], order[i-1], draw)
		}
	}
}

// Correlations of ranks, by hand: 1 and −1 for what rises and falls together, null
// where one does not vary; only the draws count in which the metric is there.
func TestCorrelation(t *testing.T) {
	for _, c := range []struct {
		name          string
		input, values []float64
		want          string
	}{
		{"rises", []float64{1, 2, 3}, []float64{10, 100, 101}, "1.000000"},
		{"falls", []float64{1, 2, 3}, []float64{5, 4, -9}, "-1.000000"},
		{"1 − 6·2/(4·15)", []float64{1, 2, 3, 4}, []float64{2, 1, 3, 4}, "0.800000"},
		{"with a null one", []float64{1, 2, 9, 3, 4}, []float64{2, 1, none, 3, 4}, "0.800000"},
		{"ties", []float64{1, 2, 2, 3}, []float64{1, 2, 3, 4}, "0.948683"}, // 4.5 ÷ √(4.5·5)
		{"no variance of the metric", []float64{1, 2}, []float64{7, 7}, "null"},
		{"none of the input", []float64{2, 2}, []float64{7, 8}, "null"},
	} {
		input := slices.Clone(c.input)
		rank(input, newOrderer(len(input)).sort(input))
		_, tally := tallied("net_lifetime_value", 2, c.values...)
		if got := tally.correlation("margin_rate", input); got.String() != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
		if noted := len(tally.report.Notes) > 0 && tally.report.Notes[len(tally.report.Notes)-1].Code == "no_variance"; noted != (c.want == "null") {
			t.Errorf("%s: %v", c.name, tally.report.Notes)
		}
	}
}
