package purchase

import "blyant/model/internal/likelihood"

// Names of the models.
const (
	ModelBGNBD      = "bg_nbd"
	ModelMBGNBD     = "mbg_nbd"
	ModelParetoNBD  = "pareto_nbd"
	ModelGammaGamma = "gamma_gamma"
)

// Model is a purchase model with its parameters: BGNBD, MBGNBD or ParetoNBD.
type Model interface {
	// Name returns the name of the model.
	Name() string
	// Parameters returns the parameters in the order of ParameterNames.
	Parameters() []float64
	// LogLikelihood returns the log-likelihood of one such customer.
	LogLikelihood(c Customer) float64
	// ProbabilityAlive returns the probability that the customer is still active
	// at T.
	ProbabilityAlive(c Customer) float64
	// Expected returns E(t), the repeat purchases expected of a new customer
	// within t ≥ 0 units of the first purchase.
	Expected(t float64) float64
	// ExpectedAfter returns the purchases expected of the customer in the t ≥ 0
	// units after T.
	ExpectedAfter(c Customer, t float64) float64
	// Probability returns the probability that a new customer makes exactly x
	// repeat purchases within t.
	Probability(x int, t float64) float64

	// after returns the purchases expected of a customer who is still active at
	// T: ExpectedAfter without the doubt. It depends on x and T only.
	after(x int, T, t float64) float64
}

// ParameterNames returns the names of a model's parameters, nil where there is no
// such model.
func ParameterNames(model string) []string {
	switch model {
	case ModelBGNBD, ModelMBGNBD:
		return []string{"r", "alpha", "a", "b"}
	case ModelParetoNBD:
		return []string{"r", "alpha", "s", "beta"}
	case ModelGammaGamma:
		return []string{"p", "q", "gamma"}
	}
	return nil
}

// newModel makes a model from its four parameters.
func newModel(name string, p []float64) Model {
	switch name {
	case ModelBGNBD:
		return BGNBD{p[0], p[1], p[2], p[3]}
	case ModelMBGNBD:
		return MBGNBD{p[0], p[1], p[2], p[3]}
	case ModelParetoNBD:
		return ParetoNBD{p[0], p[1], p[2], p[3]}
	}
	return nil
}

// objective returns the log-likelihood of a grouped table under a model.
func objective(name string, groups []Customer) likelihood.Function {
	if name == ModelParetoNBD {
		return paretoObjective(groups)
	}
	return geometricObjective(groups, name == ModelMBGNBD)
}
