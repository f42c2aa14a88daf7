package purchase

import (
	"context"
	"iter"
	"maps"
	"slices"
)

// Tracking is a unit of calendar time from the first purchase of the log:
// repeat purchases seen beside those that a model expected. It covers the
// customers who had bought by the end of calibration.
type Tracking struct {
	Period             int  // 1, 2, …
	End                Date // last day
	Holdout            bool // the period ends after the calibration, which does not know it
	Observed           int
	Expected           float64
	CumulativeObserved int
	CumulativeExpected float64
}

// ordered goes through a map by key, so that sums have one order.
func ordered(m map[float64]float64) iter.Seq2[float64, float64] {
	return func(yield func(float64, float64) bool) {
		for _, key := range slices.Sorted(maps.Keys(m)) {
			if !yield(key, m[key]) {
				return
			}
		}
	}
}

// tracker holds what is the same for every model.
type tracker struct {
	ends   []Date       // last day of each whole unit to the end of observation
	bought []int        // repeat purchases by the end of each, cumulative
	starts map[Date]int // customers by day of first purchase
	days   []Date       // the keys of starts in order
	unit   float64      // days
	end    Date         // of calibration
}

// track counts repeat purchases by period, as far as to the end of observation.
func (c *Calibration) track(observationEnd Date, unit Unit) *tracker {
	t := &tracker{starts: map[Date]int{}, unit: unit.Days(), end: c.End}
	for k := 1; ; k++ {
		end := c.First + Date(float64(k)*t.unit) - 1
		if end > observationEnd {
			break
		}
		t.ends = append(t.ends, end)
	}
	t.bought = make([]int, len(t.ends))
	first, known := Date(0), int32(-1)
	for _, v := range c.visits {
		if v.customer != known {
			first, known = v.date, v.customer
			if first <= c.End {
				t.starts[first]++
			}
			continue
		}
		if i, _ := slices.BinarySearch(t.ends, v.date); first <= c.End && i < len(t.bought) {
			t.bought[i]++
		}
	}
	t.days = slices.Sorted(maps.Keys(t.starts))
	for i := 1; i < len(t.bought); i++ {
		t.bought[i] += t.bought[i-1]
	}
	return t
}

// rows compares with a model. By the end of a period's last day a customer has
// been there for the days from the first purchase to that day, both counted.
//
//	Σ over customers of E( (last day − first day + 1) ÷ unit )
func (t *tracker) rows(ctx context.Context, m Model) []Tracking {
	known := map[Date]float64{}
	expected := func(days Date) float64 {
		e, ok := known[days]
		if !ok {
			e = m.Expected(float64(days) / t.unit)
			known[days] = e
		}
		return e
	}
	out := make([]Tracking, len(t.ends))
	before := Tracking{}
	for i, end := range t.ends {
		if ctx.Err() != nil {
			return nil
		}
		row := Tracking{Period: i + 1, End: end, Holdout: end > t.end, CumulativeObserved: t.bought[i]}
		for _, first := range t.days {
			if first <= end {
				row.CumulativeExpected += float64(t.starts[first]) * expected(end-first+1)
			}
		}
		row.Observed = row.CumulativeObserved - before.CumulativeObserved
		row.Expected = row.CumulativeExpected - before.CumulativeExpected
		out[i], before = row, row
	}
	return out
}
