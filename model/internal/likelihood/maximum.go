package likelihood

import "fmt"

// Maximum is the greatest value found.
type Maximum struct {
	Theta      []float64 // logarithms of the parameters
	Value      float64   // log-likelihood
	Gradient   float64   // greatest absolute slope left at Theta
	Covariance [][]float64
	// Covariance of the logarithms of the estimates: the inverse of the observed
	// information. That of the parameters themselves is, at a maximum,
	// parameter_i·parameter_j·Covariance_ij.
}

// Why a search ended without a maximum.
const (
	AtEdge       = "edge"          // the likelihood still rises at the edge of the search
	Flat         = "flat"          // the data leave a combination of parameters open
	NotConverged = "not_converged" // neither a maximum nor a way up was found
)

// NoMaximumError is the error of a likelihood without an inner maximum, or with none
// that was found.
type NoMaximumError struct {
	Reason string    // AtEdge, Flat or NotConverged
	Theta  []float64 // logarithms of the parameters where the search ended
	Value  float64   // log-likelihood there
}

// Error says why there is no estimate.
func (e *NoMaximumError) Error() string {
	return fmt.Sprintf("no inner maximum of the likelihood (%s; %.6f reached)", e.Reason, e.Value)
}
