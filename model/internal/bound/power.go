package bound

import (
	"math"
	"math/big"
	"math/bits"
)

// negativePowers holds 10^−k to 128 bits, short by less than half a unit: a
// truncated mantissa is off by less than 2^−127 of itself.
var negativePowers = func() (table [81]Float) {
	table[0] = One
	for k := 1; k < len(table); k++ {
		p := power10(k)
		shift := uint(p.BitLen() + 127)
		q := new(big.Int).Lsh(big.NewInt(1), shift)
		q.Quo(q, p)
		for q.BitLen() > 128 {
			q.Rsh(q, 1)
			shift--
		}
		lo := new(big.Int).And(q, new(big.Int).SetUint64(^uint64(0))).Uint64()
		f := fromWords(new(big.Int).Rsh(q, 64).Uint64(), lo)
		f.exp -= int32(shift)
		f.err = 1
		table[k] = f
	}
	return table
}()

// Float returns |x|. A whole number of up to 128 bits is exact; a decimal is its
// coefficient times 10^−places, which is off by 0 + 1 + 4 units.
func (x Number) Float() Float {
	if x.big != nil || x.places >= len(negativePowers) {
		return x.long()
	}
	f := fromWords(x.hi, x.lo)
	if x.places == 0 {
		return f
	}
	return f.Mul(negativePowers[x.places])
}

// long returns |x| of a number with many digits: the first 128 bits of its
// coefficient, short by less than 2^−127 of it, over a power of ten likewise.
func (x Number) long() Float {
	return leading(x.Coefficient()).Quo(leading(power10(x.places)))
}

// leading returns n > 0 to its first 128 bits.
func leading(n *big.Int) Float {
	var f Float
	shift := max(0, n.BitLen()-128)
	top := new(big.Int).Rsh(n, uint(shift))
	lo := new(big.Int).And(top, new(big.Int).SetUint64(^uint64(0))).Uint64()
	f = fromWords(new(big.Int).Rsh(top, 64).Uint64(), lo)
	f.exp += int32(shift)
	if shift > 0 {
		f.err = 1
	}
	return f
}

// Geometric returns G(n) = 1 + q + … + q^(n−1) and P(n) = qⁿ, by
//
//	G(1) = 1, P(1) = q
//	G(2n) = G(n) + G(n)·P(n), P(2n) = P(n)²
//	G(n+1) = G(n) + P(n), P(n+1) = P(n)·q
//
// without a subtraction or a division and with nothing special at q = 1.
func (x Float) Geometric(n int) (sum, power Float) {
	if n == 0 {
		return Float{}, One
	}
	sum, power = One, x
	for i := bits.Len(uint(n)) - 2; i >= 0; i-- {
		sum = sum.Add(sum.Mul(power))
		power = power.Mul(power)
		if n>>i&1 == 1 {
			sum = sum.Add(power)
			power = power.Mul(x)
		}
	}
	return sum, power
}

// GeometricSum returns G(n) alone, two products cheaper.
func (x Float) GeometricSum(n int) Float {
	if n == 0 {
		return Float{}
	}
	sum, power := One, x
	for i := bits.Len(uint(n)) - 2; i >= 0; i-- {
		sum = sum.Add(sum.Mul(power))
		odd := n>>i&1 == 1
		if i == 0 && !odd {
			break
		}
		power = power.Mul(power)
		if odd {
			sum = sum.Add(power)
			if i > 0 {
				power = power.Mul(x)
			}
		}
	}
	return sum
}

// Power returns xⁿ for n ≥ 0; 0^0 = 1.
func (x Float) Power(n int) Float {
	if n == 0 {
		return One
	}
	power := x
	for i := bits.Len(uint(n)) - 2; i >= 0; i-- {
		power = power.Mul(power)
		if n>>i&1 == 1 {
			power = power.Mul(x)
		}
	}
	return power
}

// Root returns x^(1/k) for x > 0 and k ≥ 1, by Newton's method without a
// subtraction,
//
//	y ← ((k−1)·y + x/y^(k−1)) ÷ k
//
// two steps from the binary root: its relative error ε becomes at most (k−1)/2·ε²,
// so 2^−50 becomes 2^−94 and then what the arithmetic leaves. Nothing rests on
// that: the error is that of the residual. For ρ = x/y^k, with y taken as exact,
// the true root is y·ρ^(1/k), and for |ρ − 1| = t
//
//	|ρ^(1/k) − 1| ≤ t/k·(1 + t) for t ≤ ½
//
// where t is at most the computed distance and the error of the computed ρ.
func (x Float) Root(k int) Float {
	if k == 1 || x.hi == 0 {
		return x
	}
	y := approximate(math.Exp2((math.Log2(float64(x.hi)) + float64(x.exp) - 64) / float64(k)))
	less, whole := fromWords(0, uint64(k-1)), fromWords(0, uint64(k))
	for range 2 {
		y = less.Mul(y).Add(x.Quo(y.Power(k - 1))).Quo(whole)
		y.err = 0
	}
	residual := x.Quo(y.Power(k))
	t, near := residual.fromOne()
	if !near || residual.err >= 1<<40 {
		y.err = hopeless
		return y
	}
	y.err = (t+residual.err+1)/uint64(k) + 2 // rounded up; 1 + t costs less than a unit
	return y
}

// approximate returns f > 0, a normal binary number, exactly.
func approximate(f float64) Float {
	fraction, exponent := math.Frexp(f)
	z := fromWords(0, uint64(fraction*(1<<53)))
	z.exp += int32(exponent) - 53
	return z
}

// fromOne returns |x − 1| in units of 2^−126, rounded up, where it is below 2^40
// of them.
func (x Float) fromOne() (units uint64, near bool) {
	switch x.exp {
	case 1: // 1 ≤ x < 2, mantissa in 2^−127
		return x.lo/2 + 1, x.hi == 1<<63 && x.lo < 1<<40
	case 0: // ½ ≤ x < 1, mantissa in 2^−128
		return -x.lo/4 + 1, x.hi == math.MaxUint64 && x.lo != 0 && -x.lo < 1<<40
	}
	return 0, false
}
