package calculator

import (
	"strings"

	"blyant/internal/input"
	"blyant/model/retention"
	"blyant/model/vocabulary"
)

// retentionItemFigures are the figures of one model that have addresses; of= names the
// model.
func retentionItemFigures() []vocabulary.Figure {
	figures := []vocabulary.Figure{
		placed(logLikelihood, func(e *retention.Estimate) vocabulary.Rounded { return vocabulary.RoundedFloat(e.LogLikelihood, 6) }),
		placed(aic, func(e *retention.Estimate) vocabulary.Rounded { return vocabulary.RoundedFloat(e.AIC, 6) }),
	}
	for _, name := range retentionParams {
		figures = append(figures, placed(vocabulary.Estimate(name, vocabulary.UnitNumber).MayBeNull(),
			func(e *retention.Estimate) vocabulary.Rounded { return parameterFigure(estimated(e), name, estimate) }))
	}
	return append(figures, placed(residualLifetime, func(e *retention.Estimate) vocabulary.Rounded {
		return vocabulary.RoundedEstimate(at(lifetimes(e.ResidualLifetimes), 0))
	}))
}

// placed is a figure that is worked out from the record.
func placed[R any](f vocabulary.Figure, of func(*R) vocabulary.Rounded) vocabulary.Figure {
	return vocabulary.FigurePlace(f, func(r *R) *vocabulary.Rounded {
		x := of(r)
		return &x
	})
}

// findRetentionModel finds the model that of= names, the preferred one where it names none.
func findRetentionModel(result any, f vocabulary.Figure, of string) (any, vocabulary.Figure, error) {
	r := result.(*retentionResult)
	if of == "" {
		return r.Estimate(r.Preferred), f, nil
	}
	if e := r.Estimate(of); e != nil {
		return e, f, nil
	}
	return nil, f, unknownModel(of, retentionModels)
}

// unknownModel is the fault of a model that there is not.
func unknownModel(of string, models []string) error {
	return vocabulary.Faults{{Field: "of", Code: vocabulary.CodeNotAChoice, Reason: "not_a_choice",
		Args: []string{of, strings.Join(models, ", ")}, Hint: input.Nearest(of, models), Value: of}}
}
