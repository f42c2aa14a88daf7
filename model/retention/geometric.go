package retention

import "math"

// Geometric is the model in which every customer stays with the same
// probability in every period.
type Geometric struct {
	R float64 // r: retention rate, 0 … 1
}

// fitGeometric has its maximum in closed form.
//
//	r = Σ kept_t ÷ Σ (kept_t + lost_t),   variance r(1−r) ÷ Σ (kept_t + lost_t)
//
// At r = 0 and r = 1 the maximum lies at the edge and has no standard error.
func fitGeometric(c counts) Estimate {
	kept, risk := 0.0, 0.0
	for i := range c.kept {
		kept += c.kept[i]
		risk += c.kept[i] + c.lost[i]
	}
	r := kept / risk
	out := Estimate{Model: ModelGeometric, Parameters: []Parameter{{Name: "r", Value: r}}}
	if r > 0 && r < 1 {
		out.Parameters[0].StandardError = math.Sqrt(r * (1 - r) / risk)
	} else {
		out.Notes = append(out.Notes, NoteNoStandardError)
	}
	out.LogLikelihood = c.logLikelihood(func(int) float64 { return r })
	out.curve = Geometric{r}
	return out
}

// LogSurvival returns ln S(t).
//
//	S(t) = r^t
func (g Geometric) LogSurvival(t float64) float64 { return times(t, math.Log(g.R)) }

// Retention returns r_t, which is r in every period.
func (g Geometric) Retention(int) float64 { return g.R }

// decay is the power of t with which S(t) falls; exponential decay is faster
// than any, unless nobody leaves.
func (g Geometric) decay() float64 {
	if g.R < 1 {
		return math.Inf(1)
	}
	return 0
}
