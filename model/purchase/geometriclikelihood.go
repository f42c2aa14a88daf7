package purchase

import (
	"math"

	"blyant/model/internal/likelihood"
	"blyant/model/internal/special"
)

// geometricObjective is the log-likelihood of BG/NBD, or of MBG/NBD (modified),
// over a grouped table in order of x. What depends on x alone is worked out once
// for each x. With D the log-odds of having left, w = 1/(1+e^−D) and
// k = b+x−1 (modified: b+x), a row's slopes are
//
//	∂/∂r = ψ(r+x) − ψ(r) − ln(1+T/α) + w·ln((α+T)/(α+t_x))
//	∂/∂α = r·T/(α(α+T)) − x/(α+T) + w·(r+x)·(1/(α+T) − 1/(α+t_x))
//	∂/∂a = ψ(a+b) − ψ(a+b+y) + w/a                 y = x (modified: x+1)
//	∂/∂b = ψ(b+y) − ψ(b) + ψ(a+b) − ψ(a+b+y) − w/k
func geometricObjective(groups []Customer, modified bool) likelihood.Function {
	shift := 0.0
	if modified {
		shift = 1
	}
	return func(theta, gradient []float64) float64 {
		r, alpha, a, b := math.Exp(theta[0]), math.Exp(theta[1]), math.Exp(theta[2]), math.Exp(theta[3])
		sum := 0.0
		var slope [4]float64
		for start := 0; start < len(groups); {
			x := float64(groups[start].X)
			y, k := x+shift, b+x-1+shift
			block := geometricBlock{x: x, r: r, alpha: alpha, logAlpha: theta[1], logOdds: math.Log(a / k)}
			if x == 0 && !modified {
				block.logOdds = math.Inf(-1)
			}
			end := start
			for ; end < len(groups) && groups[end].X == groups[start].X; end++ {
				block.add(groups[end])
			}
			up, down := special.DigammaRise(b, y), special.DigammaRise(a+b, y)
			sum += block.value + block.n*(special.LogRising(r, x)+special.LogBetaRise(a, b, y))
			slope[0] += block.byR + block.n*special.DigammaRise(r, x)
			slope[1] += block.byAlpha
			slope[2] += block.left/a - block.n*down
			slope[3] += block.n * (up - down)
			if block.left > 0 {
				slope[3] -= block.left / k
			}
			start = end
		}
		for i, p := range [4]float64{r, alpha, a, b} {
			gradient[i] = slope[i] * p
		}
		return sum
	}
}

// geometricBlock adds up the rows of one x.
type geometricBlock struct {
	x, r, alpha, logAlpha float64
	logOdds               float64 // ln(a/k), the part that rows share
	n, left               float64 // customers, and those expected to have left
	value, byR, byAlpha   float64
}

// add adds a row.
func (g *geometricBlock) add(c Customer) {
	n := float64(c.Count)
	observed, all := math.Log1p(c.T/g.alpha), 1/(g.alpha+c.T)
	value := -g.r*observed - g.x*(g.logAlpha+observed)
	byR, byAlpha := -observed, (g.r*c.T/g.alpha-g.x)*all
	if !math.IsInf(g.logOdds, -1) {
		silence := math.Log1p((c.T - c.TX) / (g.alpha + c.TX))
		odds := g.logOdds + (g.r+g.x)*silence
		tail := math.Exp(-math.Abs(odds)) // of both the share and the sum: it never overflows
		left := 1 / (1 + tail)
		if odds < 0 {
			left *= tail
		}
		value += math.Max(odds, 0) + math.Log1p(tail)
		byR += left * silence
		byAlpha += left * (g.r + g.x) * (all - 1/(g.alpha+c.TX))
		g.left += n * left
	}
	g.n += n
	g.value += n * value
	g.byR += n * byR
	g.byAlpha += n * byAlpha
}
