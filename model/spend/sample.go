package spend

import (
	"cmp"
	"math"
	"slices"
	"strconv"

	"blyant/model/internal/fault"
)

// group adds up the customers who are alike, and counts those without a place in
// the model.
func group(customers []Customer) (rows []Customer, leftOut int, err error) {
	var faults fault.Faults
	for i, c := range customers {
		field := "customers[" + strconv.Itoa(i) + "]."
		switch {
		case c.X < 0 || c.Count < 1 || math.IsNaN(c.Mean) || math.IsInf(c.Mean, 0):
			faults.Add(field+"zbar", fault.OutOfRange, "out_of_range", strconv.FormatFloat(c.Mean, 'g', -1, 64))
		case c.X == 0 || c.Mean <= 0:
			leftOut += c.Count
		default:
			rows = append(rows, c)
		}
	}
	slices.SortFunc(rows, func(a, b Customer) int {
		return cmp.Or(cmp.Compare(a.X, b.X), cmp.Compare(a.Mean, b.Mean))
	})
	kept := rows[:0]
	for _, c := range rows {
		if last := len(kept) - 1; last >= 0 && kept[last].X == c.X && kept[last].Mean == c.Mean {
			kept[last].Count += c.Count
			continue
		}
		kept = append(kept, c)
	}
	return kept, leftOut, faults.OrNil()
}

// From so many rows on a sample shows where to begin; it has about so many.
const (
	manyRows   = 10_000
	sampleSize = 2_500
)

// sample takes rows at equal distances of a table in order, nil where they are
// few.
func sample(rows []Customer) []Customer {
	if len(rows) < manyRows {
		return nil
	}
	step := len(rows) / sampleSize
	var out []Customer
	for i := step / 2; i < len(rows); i += step {
		out = append(out, rows[i])
	}
	return out
}
