package exact

import (
	"math/big"

	"github.com/shopspring/decimal"
)

// Sign returns the sign of x: −1, 0 or 1.
func (a *Arithmetic) Sign(x Number) int {
	if nearZero(x) {
		a.unsure = true
		return 0
	}
	return x.sign()
}

// nearZero reports whether the error of x reaches 0.
func nearZero(x Number) bool {
	switch {
	case !x.rough:
		return false
	case x.sign() == 0:
		return x.bound > least
	}
	return x.bound >= x.size()
}

// reaches reports whether distance·10^exp of x is within the error of x.
func reaches(distance *big.Int, x Number) bool {
	if !x.rough {
		return false
	}
	if distance.Sign() == 0 {
		return true
	}
	if float64(distance.BitLen()-1)*log2 > x.bound-float64(x.exp) {
		return false // most of the time, without a logarithm
	}
	return Number{coef: distance, exp: x.exp}.size() <= x.bound
}

// Exceeds reports whether |x| > 10^power.
func (a *Arithmetic) Exceeds(x Number, power int) bool {
	if x.sign() == 0 || digits(x.coef.BitLen())+x.exp < power {
		return false
	}
	if x.sign() < 0 {
		x = x.Neg()
	}
	return a.Cmp(x, Number{coef: powers[0], exp: power}) > 0
}

// Cmp compares x and y: −1, 0 or 1.
func (a *Arithmetic) Cmp(x, y Number) int { return a.Sign(a.Sub(x, y)) }

// Round returns x rounded to so many decimals, half away from zero, with that
// exponent (so that 1950 to two decimals is 1950.00).
func (a *Arithmetic) Round(x Number, places int) decimal.Decimal {
	exponent := int32(-places) // at most 10
	if x.sign() == 0 {
		if x.rough && x.bound >= -float64(places)-1 {
			a.unsure = true
		}
		return decimal.New(0, exponent)
	}
	drop := -(x.exp + places)
	if drop <= 0 {
		if x.rough && x.bound >= -float64(places)-1 {
			a.unsure = true
		}
		return decimal.NewFromBigInt(new(big.Int).Mul(x.coef, pow10(-drop)), exponent)
	}
	if edge := -float64(places) - 1; x.size() < edge && (!x.rough || x.bound < edge) { // below a tenth of the last place
		return decimal.New(0, exponent)
	}
	return decimal.NewFromBigInt(a.roundOff(x, drop), exponent)
}

// roundOff returns coef ÷ 10^drop rounded half away from zero.
func (a *Arithmetic) roundOff(x Number, drop int) *big.Int {
	q, rest := new(big.Int), newInt()
	q.QuoRem(x.coef, pow10(drop), rest)
	distance := rest.Sub(rest.Abs(rest), half10(drop))
	up := distance.Sign() >= 0
	if reaches(distance.Abs(distance), x) {
		a.unsure = true
		up = true // at the last precision this is the middle itself
	}
	if up {
		q.Add(q, big.NewInt(int64(x.sign())))
	}
	return q
}
