package calculator

import (
	"math/big"

	"blyant/internal/answer"
	"blyant/model/cohort"
	"blyant/model/vocabulary"

	"github.com/shopspring/decimal"
)

// cellCount is a count of a cell, null where the cell is not over.
func cellCount(name string, unit vocabulary.Unit, of func(*cohort.Cell) int) answer.Column {
	return answer.Computed(vocabulary.WholeFigure(name, unit).MayBeNull(), func(c *aCell) vocabulary.Rounded {
		if c.cell == nil {
			return vocabulary.Rounded{}
		}
		return vocabulary.RoundedWhole(of(c.cell))
	})
}

// cellValue is a value of a cell, likewise.
func cellValue(f vocabulary.Figure, of func(*cohort.Cell, int) vocabulary.Rounded) answer.Column {
	return answer.Computed(f.MayBeNull(), func(c *aCell) vocabulary.Rounded {
		if c.cell == nil {
			return vocabulary.Rounded{}
		}
		return of(c.cell, c.of.places)
	})
}

// quotient is an exact mean with so many decimals.
func quotient(x *big.Rat, places int) vocabulary.Rounded {
	return vocabulary.RoundedTo(decimal.NewFromBigInt(x.Num(), 0).DivRound(decimal.NewFromBigInt(x.Denom(), 0), int32(places)), places)
}

// eachCohort goes through the cohorts, eachCell through their ages.
func eachCohort(r *cohortsResult, yield func(any) bool) {
	for i := range r.Cohorts {
		if !yield(&aCohort{&r.Cohorts[i], r.places}) {
			return
		}
	}
}

func eachCell(c *aCohort, yield func(any) bool) {
	for age, cell := range c.Ages {
		if !yield(&aCell{c, age, cell}) {
			return
		}
	}
}
