package likelihood

import (
	"math"

	"gonum.org/v1/gonum/mat"
)

// leastInformation is the curvature below which a combination of logarithms
// counts as open: its standard error would be a factor of exp(100).
const leastInformation = 1e-4

// difference is the step, in logarithms, of differences of the gradient: small
// against the curvature's own scale, large against rounding.
const difference = 1e-4

// information returns −H, the second derivatives of the likelihood with their
// sign changed: by differences to one side while climbing, to both sides for the
// standard errors.
func (c *climber) information(both bool) (*mat.SymDense, bool) {
	n := len(c.theta)
	rows := make([][]float64, n)
	at := append([]float64(nil), c.theta...)
	lower := c.gradient
	for i := range rows {
		upper, width := make([]float64, n), difference
		at[i] = c.theta[i] + difference
		ok := finite(c.f(at, upper))
		if both {
			lower, width = make([]float64, n), 2*difference
			at[i] = c.theta[i] - difference
			ok = ok && finite(c.f(at, lower))
		}
		at[i] = c.theta[i]
		if !ok {
			return nil, false
		}
		rows[i] = make([]float64, n)
		for j := range upper {
			rows[i][j] = (lower[j] - upper[j]) / width
		}
	}
	out := mat.NewSymDense(n, nil)
	for i := range n {
		for j := i; j < n; j++ {
			out.SetSym(i, j, (rows[i][j]+rows[j][i])/2)
		}
	}
	return out, true
}

// decompose finds the eigenvalues, least first, and vectors of the information.
func (c *climber) decompose(information *mat.SymDense) bool {
	for i := range information.SymmetricDim() {
		for j := range information.SymmetricDim() {
			if !finite(information.At(i, j)) {
				return false
			}
		}
	}
	var eigen mat.EigenSym
	if !eigen.Factorize(information, true) {
		return false
	}
	c.values = eigen.Values(nil)
	eigen.VectorsTo(&c.vectors)
	return true
}

// maximum states the result with the covariance of the logarithms, the inverse
// of the information.
func (c *climber) maximum() (Maximum, error) {
	information, ok := c.information(true)
	if !ok || !c.decompose(information) || c.values[0] < leastInformation {
		return Maximum{}, &NoMaximumError{Reason: Flat, Theta: c.theta, Value: c.value}
	}
	n := len(c.theta)
	out := Maximum{Theta: c.theta, Value: c.value, Covariance: make([][]float64, n)}
	for i := range n {
		out.Gradient = math.Max(out.Gradient, math.Abs(c.gradient[i]))
		out.Covariance[i] = make([]float64, n)
		for j := range n {
			for k, curvature := range c.values {
				out.Covariance[i][j] += c.vectors.At(i, k) * c.vectors.At(j, k) / curvature
			}
		}
	}
	return out, nil
}
