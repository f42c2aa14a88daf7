package calculator

import (
	"blyant/internal/answer"
	"blyant/model/retention"
	"blyant/model/vocabulary"
)

var retentionModels = []string{retention.ModelGeometric, retention.ModelShiftedBetaGeometric, retention.ModelBetaDiscreteWeibull}

// Figures of the answer.
var (
	logLikelihood    = vocabulary.Ratio("log_likelihood", vocabulary.UnitNumber).MayBeNull()
	aic              = vocabulary.Ratio("aic", vocabulary.UnitNumber).MayBeNull()
	residualLifetime = vocabulary.Estimate("residual_lifetime", vocabulary.UnitPeriods).MayBeNull()
	retentionParams  = []string{"r", "alpha", "beta", "gamma", "delta", "c"}
)

var (
	retentionNestedModels = answer.NestedOf("models", "model", []answer.Section{
		answer.Single(answer.Words("model", func(e *retention.Estimate) string { return e.Model }, retentionModels...)),
		answer.MapOf("parameters", parameterColumns(retentionParams, estimated, estimate), nil, estimatedNames),
		answer.MapOf("standard_errors", parameterColumns(retentionParams, estimated, standardError), nil, estimatedNames),
		answer.Single(answer.Floats(logLikelihood, func(e *retention.Estimate) float64 { return e.LogLikelihood })),
		answer.Single(answer.Floats(aic, func(e *retention.Estimate) float64 { return e.AIC })),
		answer.Single(answer.Series(vocabulary.Estimate("survival", vocabulary.UnitShare).MayBeNull(), func(e *retention.Estimate) []float64 { return e.Survival })),
		answer.Single(answer.Series(vocabulary.Ratio("survival_curve", vocabulary.UnitShare).MayBeNull(), func(e *retention.Estimate) []float64 { return e.SurvivalCurve })),
		answer.Single(answer.Series(vocabulary.Ratio("retention_curve", vocabulary.UnitSharePerPeriod).MayBeNull(), func(e *retention.Estimate) []float64 { return e.RetentionCurve })),
		answer.Single(answer.Series(namedFigure(residualLifetime, "residual_lifetimes"), func(e *retention.Estimate) []float64 { return lifetimes(e.ResidualLifetimes) })),
	}, func(r *retentionResult, yield func(any) bool) { answer.Yield(r.Models, yield) })
	retentionCost = answer.RowsOf("one_rate_cost", "row", []answer.Column{
		answer.Counts(vocabulary.PeriodNumber("period"), func(c *retention.RateCost) int { return c.N }),
		answer.Floats(namedFigure(residualLifetime, "residual_lifetime_one_rate"), func(c *retention.RateCost) float64 { return c.OneRate.Periods }),
		answer.Floats(residualLifetime, func(c *retention.RateCost) float64 { return c.Preferred.Periods }),
		answer.Floats(namedFigure(residualLifetime, "residual_lifetime_difference"), func(c *retention.RateCost) float64 { return c.Difference }),
	}, func(r *retentionResult, yield func(any) bool) { answer.Yield(r.OneRateCost, yield) })
	retentionObserved  = vocabulary.Estimate("observed", vocabulary.UnitShare)
	retentionUncertain = uncertainOf([]string{"repeat_purchase_rate"}, oneRate)
	retentionInputs    = answer.InputsOf(retentionFields, func(r *retentionResult) any { return r.request },
		answer.ListsOf("cohorts", "cohort", givenCounts(), func(q *retentionRequest, yield func(any) bool) { answer.Yield(q.Cohorts, yield) }))
	retentionNotes = answer.NotesOf(func(r *retentionResult) []vocabulary.Note { return r.notes() })
)

// namedFigure is the figure under another name.
func namedFigure(f vocabulary.Figure, name string) vocabulary.Figure { f.Name = name; return f }

// estimated are the parameters of an estimate.
func estimated(e *retention.Estimate) []parameter {
	var all []parameter
	for _, p := range e.Parameters {
		all = append(all, parameter{Model: e.Model, Name: p.Name, Value: p.Value, StandardError: orNaN(p.StandardError)})
	}
	return all
}

func estimatedNames(e *retention.Estimate) []string { return parameterNames(estimated(e)) }

// oneRate is the constant rate as a simulation takes it.
func oneRate(r *retentionResult) []normal {
	if r.Uncertain == nil {
		return nil
	}
	return []normal{{"repeat_purchase_rate", r.Uncertain.Mean, r.Uncertain.StandardDeviation}}
}
