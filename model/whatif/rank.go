package whatif

import (
	"math"

	"blyant/model/vocabulary"
)

// correlation is Spearman's: that of the ranks, over the draws in which the
// metric is there. It is null where either does not vary.
func (t *tally) correlation(field string, input []float64) vocabulary.Rounded {
	if t.undefined > 0 {
		input = t.among(input)
	}
	mean := float64(len(t.values)-t.undefined+1) / 2
	var together, x, y float64
	for i, rank := range t.values {
		if math.IsNaN(rank) {
			continue
		}
		a, b := input[i]-mean, rank-mean
		together += a * b
		x += a * a
		y += b * b
	}
	if x == 0 || y == 0 {
		t.report.Note("no_variance", field, t.name)
		return vocabulary.Rounded{}
	}
	return ratio(together / math.Sqrt(x*y))
}

// among ranks an input anew among the draws in which the metric is there.
func (t *tally) among(input []float64) []float64 {
	some := make([]float64, len(input))
	for i, x := range input {
		some[i] = x
		if math.IsNaN(t.values[i]) {
			some[i] = math.NaN()
		}
	}
	rank(some, t.orderer.sort(some))
	return some
}
