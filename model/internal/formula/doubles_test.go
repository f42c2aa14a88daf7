package formula

import (
	"math/rand/v2"
	"testing"

	"blyant/model/internal/bound"
)

// A schedule in 64 bits has the cells of one in 128, where it is sure of them, for
// scenarios of all kinds; and it is sure of nearly all that people type.
func TestDoublesGiveTheRowsOfMoreBits(t *testing.T) {
	for _, kind := range kinds {
		n := 1200
		if kind.name == "long" {
			n = 60
		}
		sure, cells := 0, 0
		for i := range n {
			terms := kind.make(draw{rand.New(rand.NewPCG(61, uint64(i)))})
			places := i % 5
			var in inputs
			in.read(&terms)
			rows, want := make([]Row, terms.Horizon), make([]Row, terms.Horizon)
			c := enter[bound.Double, bound.DoubleFloat, bound.DoubleSum](bound.Double{}, &in)
			if c.open {
				continue
			}
			c.walk(places, rows, nil)
			f := enter[bound.Fast, bound.Float, bound.Sum](bound.Fast{}, &in)
			f.walk(places, want, nil)
			for p := range rows {
				for k := range cellCount {
					got, wanted := rows[p].Figure(k), want[p].Figure(k)
					if !wanted.sure {
						continue
					}
					if cells++; !got.sure {
						continue
					}
					if sure++; got != wanted {
						t.Fatalf("%s, seed %d, period %d, cell %d: %v, want %v\n%+v", kind.name, i, p, k, got, wanted, terms)
					}
				}
			}
		}
		share := float64(cells-sure) / float64(cells)
		if t.Logf("%s: %d of %d cells open", kind.name, cells-sure, cells); kind.name == "realistic" && share > 0.0002 {
			t.Errorf("%d of %d cells are open", cells-sure, cells)
		}
	}
}

// Of the summaries that people ask for nearly all are answered by 64 bits.
func TestShareOfDoubles(t *testing.T) {
	const n = 20_000
	open := 0
	for i := range n {
		terms := draw{rand.New(rand.NewPCG(67, uint64(i)))}.realistic()
		var in inputs
		in.read(&terms)
		c := enter[bound.Double, bound.DoubleFloat, bound.DoubleSum](bound.Double{}, &in)
		if c.compute(allGroups, 2, new(Summary)) != 0 {
			open++
		}
	}
	if t.Logf("%d of %d", open, n); open*100 > n {
		t.Errorf("%d of %d scenarios are left open by 64 bits", open, n)
	}
}
