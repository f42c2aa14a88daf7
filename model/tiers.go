package model

import "blyant/model/internal/formula"

// Answers counts calculations by the arithmetic that answered them, since the
// process began. What a scenario is worth, its schedule, a comparison, a promise,
// a ranking of programmes and a search for a break-even count once each.
type Answers struct {
	Fast     uint64 // 64 or 128 bits
	Wide     uint64 // 256 bits and more
	Rational uint64 // fractions
	Last     uint64 // the last precision, where what cannot be told apart is equal
}

// Tiers returns the counts, for metrics.
func Tiers() Answers {
	n := formula.Answered()
	return Answers{Fast: n[formula.Fast], Wide: n[formula.Wide], Rational: n[formula.Rational], Last: n[formula.Last]}
}
