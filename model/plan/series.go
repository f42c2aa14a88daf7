package plan

import (
	"blyant/model/internal/exact"

	"github.com/shopspring/decimal"
)

// geometric returns the first n of first, first·factor, first·factor² and so on.
func geometric(a *exact.Arithmetic, first, factor exact.Number, n int) []exact.Number {
	terms := make([]exact.Number, n)
	for i := range terms {
		terms[i] = first
		first = a.Mul(first, factor)
	}
	return terms
}

// repeating returns the first n values of a list whose last one repeats.
func repeating(list []decimal.Decimal, n int) []exact.Number {
	terms := make([]exact.Number, n)
	for i := range terms {
		terms[i] = exact.FromDecimal(list[min(i, len(list)-1)])
	}
	return terms
}

// season is the factors σ by which more or less is bought, which repeat; none at
// all is 1 in every period.
type season []exact.Number

func newSeason(factors []decimal.Decimal) season {
	s := make(season, len(factors))
	for i, f := range factors {
		s[i] = exact.FromDecimal(f)
	}
	return s
}

// length is after how many periods the season repeats.
func (s season) length() int { return max(len(s), 1) }

// in returns x in period j of the plan: σ_j·x.
func (s season) in(a *exact.Arithmetic, j int, x exact.Number) exact.Number {
	if len(s) == 0 {
		return x
	}
	return a.Mul(s[j%len(s)], x)
}
