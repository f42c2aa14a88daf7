package purchase

import "context"

// Frequency compares how many customers made x repeat purchases with how many
// the model expects.
type Frequency struct {
	X        int  // repeat purchases
	OrMore   bool // x or more: the last row
	Observed int
	Expected float64
}

// mostFrequencies is the x of the last row, which holds all above it too.
const mostFrequencies = 10

// frequencies compares a grouped table with the model.
//
//	Σ over customers of P(X(T) = x)
func frequencies(ctx context.Context, m Model, groups []Customer) []Frequency {
	times, customers, last := map[float64]float64{}, 0.0, 0
	for _, c := range groups {
		times[c.T] += float64(c.Count)
		customers += float64(c.Count)
		last = max(last, c.X)
	}
	last = min(last, mostFrequencies)
	out := make([]Frequency, last+1)
	for _, c := range groups {
		out[min(c.X, last)].Observed += c.Count
	}
	rest := customers
	for x := range last {
		out[x].X = x
		for t, n := range ordered(times) {
			if ctx.Err() != nil {
				return nil
			}
			out[x].Expected += n * m.Probability(x, t)
		}
		rest -= out[x].Expected
	}
	out[last].X, out[last].OrMore, out[last].Expected = last, true, max(rest, 0)
	return out
}
