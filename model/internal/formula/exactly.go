package formula

import (
	"blyant/model/internal/bound"
	"blyant/model/vocabulary"

	"github.com/shopspring/decimal"
)

// Round rounds an exact number half away from zero.
func Round(d decimal.Decimal, places int) Figure {
	var ar bound.Rational
	x := bound.FromDecimal(d)
	s := ar.Plus(bound.Ratio{}, x.Sign() < 0, ar.Number(x))
	if exceeds, _ := ar.Exceeds(s, largest, bound.Multiple{}); exceeds {
		return Figure{TooLarge: true}
	}
	w, _ := ar.Round(s, places, bound.Multiple{})
	return Figure{Rounded: vocabulary.NewRounded(w.Negative, w.Hi, w.Lo, places)}
}

// ReturnOnAcquisition is net_lifetime_value ÷ A, for A above 0.
func ReturnOnAcquisition(t *Terms) Figure {
	var in inputs
	in.read(t)
	var out Figure
	l := ladder{
		fast: func(ar bound.Fast) bool { return returnIn(ar, &in, &out) },
		wide: func(ar *bound.Wide) bool { return returnIn(ar, &in, &out) },
	}
	if in.discount.rational {
		l.fractions = func(ar bound.Rational) bool { return returnIn(ar, &in, &out) }
	}
	l.climb()
	return out
}

func returnIn[A bound.Arithmetic[F, S], F, S any](ar A, in *inputs, out *Figure) bool {
	c := enter[A, F, S](ar, in)
	net, claim := c.net()
	*out = c.figure(ar.Quotient(net, c.cost), ratioPlaces, 0, in.byCost(claim))
	return !c.open
}
