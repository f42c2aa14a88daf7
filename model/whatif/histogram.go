package whatif

import "blyant/model/vocabulary"

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
