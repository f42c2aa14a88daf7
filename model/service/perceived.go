package service

import (
	"blyant/model/internal/formula"
	"blyant/model/internal/worth"

	"github.com/shopspring/decimal"
)

// facts are the shares of a promise that a lever moves.
type facts struct {
	exceeded, met, missed, noticed, doubted, standard decimal.Decimal
}

func newFacts(p Promise) facts {
	return facts{p.ExceededShare.Decimal, p.MetShare.Decimal, p.MissedShare.Decimal, p.NoticedShare.Decimal, p.DoubtedShare.Decimal, p.TakenAsStandardShare.Decimal}
}

// perceived are the shares as the customer sees them, and what follows.
type perceived struct {
	exceeded, met, missed decimal.Decimal
	formula.Perceived     // r, and the word of mouth in a period
	formula.Promised      // what it is worth
}

// perceive computes
//
//	perceived_exceeded = e·ν
//	perceived_met      = e(1−ν)(1−κ) + h(1−θ)
//	perceived_missed   = x + h·θ + e(1−ν)κ
//	r                  = Σ perceived share × repeat-purchase rate
//
// and perceived_exceeded·referrals − perceived_missed·deterred, all decimals.
func (f facts) perceive(p Promise) perceived {
	noticed := f.exceeded.Mul(f.noticed)
	untold := f.exceeded.Sub(noticed)
	expected := untold.Mul(f.standard) // the extras that become what the customer expects
	doubted := f.met.Mul(f.doubted)
	v := perceived{
		exceeded: noticed,
		met:      untold.Sub(expected).Add(f.met).Sub(doubted),
		missed:   f.missed.Add(doubted).Add(expected),
	}
	v.Rate = v.exceeded.Mul(p.RepeatRateExceeded.Decimal).Add(v.met.Mul(p.RepeatRateMet.Decimal)).Add(v.missed.Mul(p.RepeatRateMissed.Decimal))
	v.Spread = v.exceeded.Mul(p.ReferralsPerExceeded.Decimal).Sub(v.missed.Mul(p.DeterredPerMissed.Decimal))
	return v
}

// summary rounds the figures of what is perceived.
func (v *perceived) summary(r *worth.Report) PromiseSummary {
	var s PromiseSummary
	for _, f := range promiseFigures {
		*f.at(&s) = r.Rounded(f.Figure, f.of(v), worth.Absence{})
	}
	return s
}
