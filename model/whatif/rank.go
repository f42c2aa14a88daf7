package whatif

import (
	"math"

	"blyant/model/vocabulary"
)

// place is a value and the draw that it is of.
type place struct {
	value float64
	draw  int32
}

// ranksOf are twice the ranks of the draws, from 2; equal values share the mean
// of theirs. A draw that is not there has 0.
func ranksOf(order []place, draws int) []uint32 {
	ranks := make([]uint32, draws)
	for i := 0; i < len(order); {
		j := i
		for j < len(order) && order[j].value == order[i].value {
			j++
		}
		for _, p := range order[i:j] {
			ranks[p.draw] = uint32(i + j + 1) // 2·((i+1) + j)/2
		}
		i = j
	}
	return ranks
}

// correlation is Spearman's: that of the ranks, over the draws in which the
// metric is there. It is null where either does not vary.
func (t *tally) correlation(field string, ranks []uint32) vocabulary.Rounded {
	n := float64(len(t.order))
	mean := n + 1 // of twice the ranks
	var together, x, y float64
	for i, rank := range t.ranks {
		if rank == 0 {
			continue
		}
		a, b := float64(ranks[i])-mean, float64(rank)-mean
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
