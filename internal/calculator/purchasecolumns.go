package calculator

import (
	"blyant/internal/answer"
	"blyant/model/purchase"
	"blyant/model/vocabulary"
)

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
