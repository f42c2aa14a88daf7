package exact

import (
	"math/big"

	"github.com/shopspring/decimal"
)

// RootPlaces is to how many decimals a root is found: far beyond the six that
// are reported.
const RootPlaces = 30

// Between finds the one root of a continuous function between low, right of
// which its sign is from, and high. It halves until the function is nearly
// straight there; then the chord hits the root so closely that each round
// multiplies the right digits by 1.5. The root is good to RootPlaces.
func (a *Arithmetic) Between(f func(Number) Number, low, high Number, from int) Number {
	var atLow, atHigh Number
	var lowKnown, highKnown bool // what f is there
	narrow := func(x Number) {   // keeps the half that holds the root
		if a.Sign(a.Sub(x, low)) > 0 && a.Sign(a.Sub(high, x)) > 0 {
			if y := f(x); a.Sign(y) == from {
				low, atLow, lowKnown = x, y, true
			} else {
				high, atHigh, highKnown = x, y, true
			}
		}
	}
	for a.Exceeds(a.Sub(high, low), -RootPlaces) {
		width := a.Sub(high, low)
		if !a.Exceeds(width, -3) {
			if !lowKnown {
				atLow, lowKnown = f(low), true
			}
			if !highKnown {
				atHigh, highKnown = f(high), true
			}
			chord := a.Sub(low, a.Quo(a.Mul(atLow, width), a.Sub(atHigh, atLow)))
			reach := a.Add(a.Mul(width, a.Root(width, 2)), Number{coef: powers[0], exp: -RootPlaces - 2})
			narrow(a.cut(a.Sub(chord, reach)))
			narrow(a.cut(a.Add(chord, reach)))
		}
		narrow(a.cut(a.Add(low, high).half()))
	}
	return Vague(a.Add(low, high).half(), -RootPlaces)
}

// Vague returns x as a number that may be off by 10^power at the most.
func Vague(x Number, power int) Number {
	x.blur(float64(power))
	return x
}

// half returns x/2.
func (x Number) half() Number {
	if x.coef != nil {
		x.coef = new(big.Int).Mul(x.coef, big.NewInt(5))
		x.exp--
	}
	return x
}

// cut returns x to a few more decimals than a root is found to, as an exact
// number: a place to look at.
func (a *Arithmetic) cut(x Number) Number {
	return FromDecimal(New(a.digits).Round(x, RootPlaces+4))
}

// Cut returns x to so many decimals, as a place to look at.
func (x Number) Cut(places int) decimal.Decimal { return New(Usual).Round(x, places) }
