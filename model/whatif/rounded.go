package whatif

import (
	"blyant/model"
	"blyant/model/internal/formula"
	"blyant/model/internal/worth"
	"blyant/model/vocabulary"

	"github.com/shopspring/decimal"
)

// roundedMetric is the metric of a scenario that has its defaults, rounded as a
// summary reports it: by the closed forms, some microseconds a scenario. It is
// null where the metric is, and where it is too large.
func roundedMetric(s model.Scenario, m worth.Metric) (value vocabulary.Rounded, tooLarge bool) {
	terms := s.Numbers()
	all, _ := formula.Summarise(&terms, s.Decimals.Int)
	f := m.In(&all)
	if f.TooLarge {
		return vocabulary.Rounded{}, true
	}
	return f.Rounded, false
}

func rounded(x float64, places int) vocabulary.Rounded {
	d := decimal.NewFromFloat(x).Round(int32(places))
	return vocabulary.RoundedDecimal(d.Add(decimal.New(0, int32(-places))))
}

func ratio(x float64) vocabulary.Rounded { return rounded(x, vocabulary.RatioDecimals) }
