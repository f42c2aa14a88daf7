package model

import (
	"blyant/model/internal/formula"
	"blyant/model/internal/worth"
	"blyant/model/vocabulary"
)

// noteReversals tells of paybacks that a later loss undoes.
func noteReversals(r *worth.Report, value *formula.Summary) {
	if value.PaybackReversed {
		r.Note("payback_reversed", worth.PaybackPeriods.Name)
	}
	if value.DiscountedPaybackReversed {
		r.Note("payback_reversed", worth.DiscountedPaybackPeriods.Name)
	}
}

// Verdicts on lifetime_value ÷ A: the argument of the note value_to_cost. From 1 the
// customer pays, from customaryRatio on as well as is customary. That is a rule of
// thumb from subscription businesses (Skok, "SaaS Metrics 2.0: A Guide to Measuring
// and Improving What Matters"), and no law.
const (
	verdictLoses     = "loses"
	verdictThin      = "thin"
	verdictCustomary = "customary"
)

// The ratios at which the verdict changes.
var (
	payingRatio    = ratioOf(1)
	customaryRatio = ratioOf(3)
)

// ratioOf is a whole ratio with the places that ratios have.
func ratioOf(n uint64) vocabulary.Rounded {
	for range vocabulary.RatioDecimals {
		n *= 10
	}
	return vocabulary.NewRounded(false, 0, n, vocabulary.RatioDecimals)
}

// noteVerdict says what the ratio to the acquisition cost is held to mean, and
// whether the cost comes back later than the average customer stays. It goes by the
// figures as they are reported, so that it never contradicts them.
func (s *Summary) noteVerdict(r *worth.Report) {
	if s.ValueToCostRatio.IsNull() {
		return
	}
	verdict := verdictCustomary
	switch ratio := s.ValueToCostRatio; {
	case ratio.Cmp(payingRatio) < 0:
		verdict = verdictLoses
	case ratio.Cmp(customaryRatio) < 0:
		verdict = verdictThin
	}
	r.Note("value_to_cost", worth.ValueToCostRatio.Name, verdict)
	if !s.PaybackPeriods.IsNull() && s.PaybackPeriods.Cmp(s.ExpectedLifetimePeriods) > 0 {
		r.Note("payback_after_stay", worth.PaybackPeriods.Name)
	}
}
