package cohort

import (
	"math/big"

	"blyant/model/purchase"

	"github.com/shopspring/decimal"
)

// tally is a cell before anything is divided.
type tally struct {
	active, orders int
	revenue        sum
}

// sum adds amounts up exactly, in units of the least decimal that an amount may
// have.
type sum struct{ units big.Int }

func (s *sum) add(m purchase.Money, spare *big.Int) {
	spare.SetInt64(m.Units)
	if m.Places < purchase.MostPlaces {
		spare.Mul(spare, powers[purchase.MostPlaces-m.Places])
	}
	s.units.Add(&s.units, spare)
}

func (s *sum) decimal() decimal.Decimal {
	return decimal.NewFromBigInt(&s.units, -purchase.MostPlaces)
}

// powers of ten.
var powers = func() (out [purchase.MostPlaces + 1]*big.Int) {
	for i := range out {
		out[i] = new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(i)), nil)
	}
	return out
}()
