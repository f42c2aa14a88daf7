package calculator

import (
	"slices"

	"blyant/internal/answer"
	"blyant/model/purchase"
	"blyant/model/vocabulary"
)

// purchaseResult is the answer of the models with what was asked.
type purchaseResult struct {
	*purchase.Result
	request *purchaseRequest
	rows    rowsReport
}

// holdout are the periods that the fit does not know.
func holdout(m *purchase.ModelResult) []purchase.Tracking {
	i := slices.IndexFunc(m.Tracking, func(t purchase.Tracking) bool { return t.Holdout })
	if i < 0 {
		return nil
	}
	return m.Tracking[i:]
}

var (
	withinCustomers, purchaseCustomers     = ownRows("customers", predictionColumns, func(m *purchase.ModelResult) []purchase.Prediction { return m.Predictions })
	withinFrequencies, purchaseFrequencies = ownRows("frequencies", frequencyColumns, func(m *purchase.ModelResult) []purchase.Frequency { return m.Frequencies })
	withinTracking, purchaseTracking       = ownRows("tracking", trackingColumns, func(m *purchase.ModelResult) []purchase.Tracking { return m.Tracking })
	withinHoldout, purchaseHoldout         = ownRows("holdout", trackingColumns, holdout)
	withinNew, purchaseNew                 = ownRows("new_customer", outlookColumns, func(m *purchase.ModelResult) []purchase.Prediction {
		if m.Fitted == nil {
			return nil
		}
		return []purchase.Prediction{m.NewCustomer}
	})

	purchaseParams = []string{"r", "alpha", "a", "b", "s", "beta", "p", "q", "gamma"}
	purchaseNested = answer.NestedOf("models", "model", []answer.Section{
		answer.Single(answer.Words("model", func(m *fittedModel) string { return m.name }, append(slices.Clone(purchaseModels), purchase.ModelGammaGamma)...)),
		answer.MapOf("parameters", parameterColumns(purchaseParams, parametersIn, estimate), nil, (*fittedModel).names),
		answer.MapOf("standard_errors", parameterColumns(purchaseParams, parametersIn, standardError), nil, (*fittedModel).names),
		answer.MapOf("intervals", nil, intervalSections(), (*fittedModel).names),
		answer.Single(answer.Floats(logLikelihood, func(m *fittedModel) float64 { return m.logLikelihood })),
		withinFrequencies, withinNew, withinCustomers, withinTracking, withinHoldout,
	}, eachModel)

	purchaseParameters = answer.RowsOf("parameters", "row", []answer.Column{
		answer.Words("model", func(p *fittedParameter) string { return p.Model }),
		answer.Words("parameter", func(p *fittedParameter) string { return p.Name }),
		answer.Floats(vocabulary.Estimate("estimate", vocabulary.UnitNumber), func(p *fittedParameter) float64 { return p.Value }),
		answer.Floats(vocabulary.Estimate("standard_error", vocabulary.UnitNumber), func(p *fittedParameter) float64 { return p.StandardError }),
		answer.Floats(vocabulary.Estimate("low", vocabulary.UnitNumber), func(p *fittedParameter) float64 { return p.Low }),
		answer.Floats(vocabulary.Estimate("high", vocabulary.UnitNumber), func(p *fittedParameter) float64 { return p.High }),
		answer.Floats(logLikelihood, func(p *fittedParameter) float64 { return p.logLikelihood }),
	}, func(r *purchaseResult, yield func(any) bool) {
		for _, m := range r.models() {
			for _, p := range m.parameters {
				if !yield(&fittedParameter{parameter: p, logLikelihood: m.logLikelihood}) {
					return
				}
			}
		}
	})

	purchaseCurrency  = answer.Single(answer.Words("currency", func(r *purchaseResult) string { return r.request.Currency }))
	purchaseInputs    = answer.InputsOf(purchaseFields, func(r *purchaseResult) any { return r.request })
	purchaseUncertain = uncertainOf([]string{"basket_value", "orders_per_period"}, purchaseNormals)
	purchaseNotes     = answer.NotesOf(func(r *purchaseResult) []vocabulary.Note { return r.notes() })

	purchaseRows, purchaseRowsTable, purchaseLeftOut = rowsOf(func(r *purchaseResult) *rowsReport { return &r.rows })
)

// intervalSections are the 95 % intervals, one for each parameter there may be.
func intervalSections() []answer.Section {
	var sections []answer.Section
	for _, name := range purchaseParams {
		bounds := []answer.Column{
			answer.Floats(vocabulary.Estimate("low", vocabulary.UnitNumber), func(p *parameter) float64 { return p.Low }),
			answer.Floats(vocabulary.Estimate("high", vocabulary.UnitNumber), func(p *parameter) float64 { return p.High }),
		}
		sections = append(sections, answer.GroupOf(name, bounds, func(m *fittedModel) any {
			if i := slices.IndexFunc(m.parameters, func(p parameter) bool { return p.Name == name }); i >= 0 {
				return &m.parameters[i]
			}
			return &parameter{}
		}).As("interval"))
	}
	return sections
}
