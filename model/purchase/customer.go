package purchase

import (
	"cmp"
	"math"
	"slices"
	"strconv"

	"blyant/model/internal/fault"
)

// Customer is what the models know of a customer, or of Count customers who are
// alike.
type Customer struct {
	Name  string  // who; empty in a grouped table
	X     int     // x: repeat purchases
	TX    float64 // t_x: time of the last of them after the first purchase, 0 where x = 0
	T     float64 // T: time observed
	ZBar  float64 // z̄: mean value of a repeat purchase, 0 where unknown
	Count int     // customers alike, at least 1
}

// Bounds of what a customer may be.
const (
	MostPurchases = 1_000_000     // x
	MostUnits     = 1_000_000     // T
	MostAlike     = 1_000_000_000 // Count
)

// fine reports whether nothing is wrong with a customer.
func (c Customer) fine() bool {
	repeated := c.X > 0 && c.X <= MostPurchases && c.TX > 0
	return (repeated && c.T > 0 || c.X == 0 && c.TX == 0 && c.T >= 0) && c.TX <= c.T && c.T <= MostUnits &&
		c.ZBar >= 0 && !math.IsInf(c.ZBar, 1) && c.Count >= 1 && c.Count <= MostAlike
}

// check lists what is wrong with a customer.
func (c Customer) check(faults *fault.Faults, field string) {
	number := func(x float64) string { return strconv.FormatFloat(x, 'g', -1, 64) }
	add := func(name, reason, value string) {
		faults.Add(field+"."+name, fault.OutOfRange, reason, value)
	}
	if c.X < 0 || c.X > MostPurchases {
		add("x", "out_of_range", strconv.Itoa(c.X))
	}
	if !(c.T >= 0 && c.T <= MostUnits) {
		add("T", "out_of_range", number(c.T))
	}
	switch {
	case !(c.TX >= 0 && c.TX <= c.T):
		add("t_x", "recency_after_end", number(c.TX))
	case c.X > 0 && c.TX == 0:
		add("t_x", "recency_missing", number(c.TX))
	case c.X == 0 && c.TX > 0:
		add("t_x", "recency_without_repeat", number(c.TX))
	}
	if !(c.ZBar >= 0) || math.IsInf(c.ZBar, 1) {
		add("zbar", "out_of_range", number(c.ZBar))
	}
	if c.Count < 1 || c.Count > MostAlike {
		add("count", "out_of_range", strconv.Itoa(c.Count))
	}
}

// Group adds up the customers who are alike in x, t_x and T, whatever they
// spend, in order of these: the smallest table with the same likelihood.
func Group(customers []Customer) []Customer {
	out := make([]Customer, len(customers))
	for i, c := range customers {
		out[i] = Customer{X: c.X, TX: c.TX, T: c.T, Count: c.Count}
	}
	slices.SortFunc(out, func(a, b Customer) int {
		return cmp.Or(cmp.Compare(a.X, b.X), cmp.Compare(a.TX, b.TX), cmp.Compare(a.T, b.T))
	})
	kept := out[:0]
	for _, c := range out {
		if last := len(kept) - 1; last >= 0 && kept[last].X == c.X && kept[last].TX == c.TX && kept[last].T == c.T {
			kept[last].Count += c.Count
			continue
		}
		kept = append(kept, c)
	}
	return kept
}

// totals are sums over customers by which the search is scaled.
type totals struct {
	customers, repeats, time float64
	repeating                float64 // customers with x ≥ 1
}

func total(customers []Customer) totals {
	var t totals
	for _, c := range customers {
		n := float64(c.Count)
		t.customers += n
		t.repeats += n * float64(c.X)
		t.time += n * c.T
		if c.X > 0 {
			t.repeating += n
		}
	}
	return t
}
