package calculator

import (
	"math"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"blyant/internal/answer"
	"blyant/model/vocabulary"
)

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
