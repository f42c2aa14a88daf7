package whatif

import (
	"slices"

	"blyant/model"
	"blyant/model/internal/formula"
	"blyant/model/internal/worth"
	"blyant/model/vocabulary"

	"github.com/shopspring/decimal"
)

// figures finds a metric among those of the closed forms, in the order of
// metrics.
var figures = []func(*formula.Summary) formula.Figure{
	func(s *formula.Summary) formula.Figure { return s.LifetimeRevenue },
	func(s *formula.Summary) formula.Figure { return s.LifetimeContribution },
	func(s *formula.Summary) formula.Figure { return s.LifetimeValue },
	func(s *formula.Summary) formula.Figure { return s.NetLifetimeValue },
	func(s *formula.Summary) formula.Figure { return s.ValueToCostRatio },
	func(s *formula.Summary) formula.Figure { return s.ExpectedOrders },
	func(s *formula.Summary) formula.Figure { return s.ExpectedLifetimePeriods },
	func(s *formula.Summary) formula.Figure { return s.PaybackPeriods },
	func(s *formula.Summary) formula.Figure { return s.PaybackOrders },
	func(s *formula.Summary) formula.Figure { return s.DiscountedPaybackPeriods },
	func(s *formula.Summary) formula.Figure { return s.ProbabilityOfProfit },
	func(s *formula.Summary) formula.Figure { return s.InternalRateOfReturn },
	func(s *formula.Summary) formula.Figure { return s.PerpetualLifetimeValue },
	func(s *formula.Summary) formula.Figure { return s.WordOfMouthValue },
	func(s *formula.Summary) formula.Figure { return s.ViralCoefficient },
	func(s *formula.Summary) formula.Figure { return s.CostPerNewCustomer },
}

// roundedMetric is the metric of a scenario that has its defaults, rounded as a
// summary reports it: by the closed forms, some microseconds a scenario. It is
// null where the metric is, and where it is too large.
func roundedMetric(s model.Scenario, m worth.Metric) (value vocabulary.Rounded, tooLarge bool) {
	terms := s.Numbers()
	all, _ := formula.Summarise(&terms, s.Decimals.Int)
	f := figureOf(&all, m)
	if f.TooLarge {
		return vocabulary.Rounded{}, true
	}
	return f.Rounded, false
}

// figureOf is a metric of a summary.
func figureOf(all *formula.Summary, m worth.Metric) formula.Figure {
	return figures[slices.IndexFunc(metrics, func(other worth.Metric) bool { return other.Name == m.Name })](all)
}

func rounded(x float64, places int) vocabulary.Rounded {
	d := decimal.NewFromFloat(x).Round(int32(places))
	return vocabulary.RoundedDecimal(d.Add(decimal.New(0, int32(-places))))
}

func ratio(x float64) vocabulary.Rounded { return rounded(x, vocabulary.RatioDecimals) }
