package calculator

import (
	"math"
	"net/url"
	"slices"
	"strconv"
	"strings"

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

// fittedModel is one model of the answer: of purchases, or of their value.
type fittedModel struct {
	name          string
	parameters    []parameter // nil where there is no maximum
	logLikelihood float64
	of            *purchase.ModelResult // nil of the model of value
}

// models are all, the one of value last.
func (r *purchaseResult) models() []fittedModel {
	var all []fittedModel
	for i := range r.Models {
		m := &r.Models[i]
		one := fittedModel{name: m.Name, logLikelihood: math.NaN(), of: m}
		if f := m.Fitted; f != nil {
			one.logLikelihood = f.LogLikelihood
			one.parameters = parametersOf(m.Name, f.Model.Parameters(), f.StandardErrors, f.Intervals)
		}
		all = append(all, one)
	}
	value := fittedModel{name: purchase.ModelGammaGamma, logLikelihood: math.NaN()}
	if s := r.Spend; s != nil {
		value.logLikelihood = s.LogLikelihood
		value.parameters = parametersOf(value.name, []float64{s.Model.P, s.Model.Q, s.Model.Gamma}, s.StandardErrors[:], s.Intervals[:])
	}
	return append(all, value)
}

func parametersOf(model string, values, deviations []float64, intervals [][2]float64) []parameter {
	var all []parameter
	for i, name := range purchase.ParameterNames(model) {
		all = append(all, parameter{model, name, values[i], deviations[i], intervals[i][0], intervals[i][1]})
	}
	return all
}

func (m *fittedModel) names() []string { return parameterNames(m.parameters) }

// eachModel goes through the models, eachOwn through the rows of each.
func eachModel(r *purchaseResult, yield func(any) bool) { answer.Yield(r.models(), yield) }

// modelRow is a row of a model's own list.
type modelRow[T any] struct {
	model string
	row   *T
}

// ownRows is a list within each model, and the same as a table of all.
func ownRows[T any](name string, columns []answer.Column, list func(*purchase.ModelResult) []T) (within, table answer.Section) {
	within = answer.RowsOf(name, "row", columns, func(m *fittedModel, yield func(any) bool) {
		if m.of != nil {
			answer.Yield(list(m.of), yield)
		}
	}).As(name)
	table = answer.RowsOf(name, "row", slices.Concat(
		[]answer.Column{answer.Words("model", func(r *modelRow[T]) string { return r.model })},
		answer.Inside(columns, func(r *modelRow[T]) any { return r.row })),
		func(r *purchaseResult, yield func(any) bool) {
			for i := range r.Models {
				rows := list(&r.Models[i])
				for j := range rows {
					if !yield(&modelRow[T]{r.Models[i].Name, &rows[j]}) {
						return
					}
				}
			}
		})
	return within, table
}

// Figures of what is expected of a customer.
var (
	probabilityAlive  = vocabulary.Estimate("probability_alive", vocabulary.UnitShare)
	expectedPurchases = vocabulary.Estimate("expected_purchases", vocabulary.UnitOrders)
	expectedValue     = vocabulary.Estimate("expected_value", vocabulary.UnitMoney).MayBeNull()
	residualValue     = vocabulary.Estimate("residual_value", vocabulary.UnitMoney).MayBeNull()
	outlookColumns    = []answer.Column{
		answer.Floats(expectedPurchases, func(p *purchase.Prediction) float64 { return p.ExpectedPurchases }),
		answer.Floats(expectedValue, func(p *purchase.Prediction) float64 { return p.ExpectedValue }),
		answer.Floats(residualValue, func(p *purchase.Prediction) float64 { return p.ResidualValue }),
	}
	predictionColumns = append([]answer.Column{
		answer.Words("customer", func(p *purchase.Prediction) string { return p.Name }),
		answer.Floats(probabilityAlive, func(p *purchase.Prediction) float64 { return p.ProbabilityAlive }),
	}, outlookColumns...)
	frequencyColumns = []answer.Column{
		answer.Counts(counted("repeat_purchases"), func(f *purchase.Frequency) int { return f.X }),
		answer.Words("or_more", func(f *purchase.Frequency) string { return map[bool]string{true: "yes", false: "no"}[f.OrMore] }, "no", "yes"),
		answer.Counts(vocabulary.WholeFigure("observed", vocabulary.UnitCustomers), func(f *purchase.Frequency) int { return f.Observed }),
		answer.Floats(vocabulary.Estimate("expected", vocabulary.UnitCustomers), func(f *purchase.Frequency) float64 { return f.Expected }),
	}
	trackingColumns = []answer.Column{
		answer.Counts(vocabulary.PeriodNumber("period"), func(t *purchase.Tracking) int { return t.Period }),
		answer.Words("last_day", func(t *purchase.Tracking) string { return t.End.String() }),
		answer.Counts(vocabulary.WholeFigure("observed", vocabulary.UnitOrders), func(t *purchase.Tracking) int { return t.Observed }),
		answer.Floats(vocabulary.Estimate("expected", vocabulary.UnitOrders), func(t *purchase.Tracking) float64 { return t.Expected }),
		answer.Counts(vocabulary.WholeFigure("cumulative_observed", vocabulary.UnitOrders), func(t *purchase.Tracking) int { return t.CumulativeObserved }),
		answer.Floats(vocabulary.Estimate("cumulative_expected", vocabulary.UnitOrders), func(t *purchase.Tracking) float64 { return t.CumulativeExpected }),
	}
)

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

func parametersIn(m *fittedModel) []parameter { return m.parameters }

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

// The scenario that follows.
var (
	scenarioColumns = []answer.Column{
		answer.Words("model", func(r *purchaseResult) string { return r.Scenario.Model }, purchaseModels...),
		answer.Words("period", func(r *purchaseResult) string { return r.Scenario.Period }, "week", "month", "quarter", "year"),
		answer.Counts(vocabulary.WholeFigure("horizon", vocabulary.UnitPeriods), func(r *purchaseResult) int { return r.Scenario.Horizon }),
		answer.Floats(vocabulary.Estimate("basket_value", vocabulary.UnitMoney).MayBeNull(), func(r *purchaseResult) float64 { return r.Scenario.BasketValue }),
		answer.Floats(vocabulary.Ratio("orders_per_period", vocabulary.UnitOrders), func(r *purchaseResult) float64 { return r.Scenario.OrdersPerPeriod }),
	}
	scenarioLink  = answer.Words("link", func(r *purchaseResult) string { return r.link() })
	scenarioCurve = answer.Series(vocabulary.Ratio("retention_curve", vocabulary.UnitSharePerPeriod), func(r *purchaseResult) []float64 { return r.Scenario.RetentionCurve })

	purchaseScenario = answer.GroupOf("scenario", append(slices.Clone(scenarioColumns), scenarioCurve, scenarioLink),
		func(r *purchaseResult) any { return r }).As("following scenario")
	purchaseScenarioTable = answer.GroupOf("scenario", append(slices.Clone(scenarioColumns), scenarioLink), func(r *purchaseResult) any { return r })
	purchaseCurve         = answer.RowsOf("retention_curve", "row", []answer.Column{agePeriod,
		answer.Floats(vocabulary.Ratio("rate", vocabulary.UnitSharePerPeriod), func(a *aged) float64 { return a.observed })},
		func(r *purchaseResult, yield func(any) bool) {
			for i, rate := range r.Scenario.RetentionCurve {
				if !yield(&aged{period: i + 1, observed: rate}) {
					return
				}
			}
		})
)

// link opens the scenario in the form, where the acquisition cost is still to be
// given.
func (r *purchaseResult) link() string {
	s := r.Scenario
	curve := make([]string, len(s.RetentionCurve))
	for i, rate := range s.RetentionCurve {
		curve[i] = vocabulary.RoundedFloat(rate, 6).String()
	}
	params := []string{"currency=" + r.request.Currency, "period=" + s.Period, "horizon=" + strconv.Itoa(s.Horizon)}
	if !math.IsNaN(s.BasketValue) {
		params = append(params, "basket_value="+vocabulary.RoundedEstimate(s.BasketValue).String())
	}
	params = append(params, "orders_per_period="+vocabulary.RoundedFloat(s.OrdersPerPeriod, 6).String(),
		"retention_curve="+url.QueryEscape(strings.Join(curve, ",")), "decimal=point")
	return "/?" + strings.Join(params, "&")
}
