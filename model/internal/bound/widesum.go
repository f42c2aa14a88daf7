package bound

import (
	"math"
	"math/big"
)

func (s WideSum) value() *big.Int {
	if s.n == nil {
		return new(big.Int)
	}
	return s.n
}

// reach returns the error in units, not to be changed.
func (s WideSum) reach() *big.Int {
	if s.err == nil {
		return zero
	}
	return s.err
}

var zero = new(big.Int)

// bound returns a copy of the error in units.
func (s WideSum) bound() *big.Int {
	if s.err == nil {
		return new(big.Int)
	}
	return new(big.Int).Set(s.err)
}

// Plus returns s ± x. The term is cut to units: one of error; its own is
// err·2^−(Bits−2)·x̂, in units of 2^−Bits err·4·x̂.
func (w *Wide) Plus(s WideSum, negative bool, x WideFloat) WideSum {
	switch {
	case x.m == nil:
		return s
	case s.wild || math.IsInf(x.err, 1) || x.top() > loudest:
		return WideSum{wild: true}
	case x.tiny:
		return w.combine(s, false, new(big.Int), one)
	}
	shift := x.exp + int64(w.Bits)
	err := big.NewInt(1)
	if x.err > 0 {
		count, _ := new(big.Float).SetFloat64(math.Ceil(x.err)).Int(nil)
		err.Add(err, one)
		err.Add(err, shifted(count.Mul(count, x.m), x.exp+2))
	}
	return w.combine(s, negative, shifted(new(big.Int).Set(x.m), shift), err)
}

// shifted returns ⌊n·2^shift⌋ for n ≥ 0.
func shifted(n *big.Int, shift int64) *big.Int {
	switch {
	case shift >= 0:
		return n.Lsh(n, uint(shift))
	case shift < -1<<30:
		return new(big.Int)
	}
	return n.Rsh(n, uint(-shift))
}

func (w *Wide) combine(s WideSum, negative bool, n, err *big.Int) WideSum {
	sum := new(big.Int)
	if negative {
		sum.Sub(s.value(), n)
	} else {
		sum.Add(s.value(), n)
	}
	return WideSum{n: sum, err: new(big.Int).Add(s.reach(), err), wild: s.wild}
}

// AddSum returns s + t.
func (w *Wide) AddSum(s, t WideSum) WideSum {
	z := w.combine(s, false, t.value(), t.reach())
	z.wild = s.wild || t.wild
	return z
}

// SubSum returns s − t.
func (w *Wide) SubSum(s, t WideSum) WideSum {
	z := w.combine(s, true, t.value(), t.reach())
	z.wild = s.wild || t.wild
	return z
}

// nothing reports whether s is an exact 0.
func (s WideSum) nothing() bool { return !s.wild && s.value().Sign() == 0 && s.reach().Sign() == 0 }

// Product returns s·t, with the error |s|·F + |t|·E + E·F and a unit for the cut.
func (w *Wide) Product(s, t WideSum) WideSum {
	if s.nothing() || t.nothing() {
		return WideSum{}
	}
	e, f := s.bound(), t.bound()
	err := new(big.Int).Mul(new(big.Int).Abs(s.value()), f)
	err.Add(err, new(big.Int).Mul(new(big.Int).Abs(t.value()), e))
	err.Add(err, e.Mul(e, f))
	err.Rsh(err, uint(w.Bits)).Add(err, big.NewInt(2))
	n := new(big.Int).Mul(s.value(), t.value())
	return WideSum{n.Rsh(n, uint(w.Bits)), err, s.wild || t.wild}
}

// Quotient returns s ÷ t, with the error (E + |s/t|·F) ÷ (|t| − F).
func (w *Wide) Quotient(s, t WideSum) WideSum {
	f := t.bound()
	least := new(big.Int).Abs(t.value())
	if least.Sub(least, f).Sign() <= 0 || s.wild || t.wild {
		return WideSum{wild: true}
	}
	q := new(big.Int).Lsh(s.value(), uint(w.Bits))
	q.Quo(q, t.value())
	size := new(big.Int).Abs(q)
	err := new(big.Int).Lsh(s.bound(), uint(w.Bits))
	err.Add(err, f.Mul(f, size.Add(size, one)))
	err.Quo(err, least).Add(err, big.NewInt(2))
	return WideSum{n: q, err: err}
}

// Magnitude returns |s|, off by E ÷ |s| of itself: E·2^(Bits−2) ÷ |s| units.
func (w *Wide) Magnitude(s WideSum) WideFloat {
	n, err := new(big.Int).Abs(s.value()), s.bound()
	switch {
	case s.wild || n.Sign() == 0 && err.Sign() != 0:
		return WideFloat{m: one, err: math.Inf(1)}
	case n.Sign() == 0:
		return WideFloat{}
	}
	count := 0.0
	if err.Sign() != 0 {
		units := err.Lsh(err, uint(w.Bits-2))
		f, _ := new(big.Float).SetInt(units.Quo(units, n)).Float64()
		count = f + 1
	}
	return w.fit(n, -int64(w.Bits), count*(1+1.0/(1<<40)))
}

// Guess returns a binary number near s.
func (w *Wide) Guess(s WideSum) float64 {
	f := new(big.Float).SetPrec(60).SetInt(s.value())
	g, _ := f.SetMantExp(f, -w.Bits).Float64()
	return g
}

// Sign decides as Sum.Sign does. At the last precision what cannot be told from 0
// in half of its bits is 0.
func (w *Wide) Sign(s WideSum, m Multiple) (sign int, sure bool) {
	if s.wild {
		return 0, false
	}
	n, err := s.value(), s.reach()
	if n.CmpAbs(err) > 0 || n.Sign() == 0 && err.Sign() == 0 {
		return n.Sign(), true
	}
	length, known := m.Length(0)
	return 0, w.Last && err.BitLen() < w.Bits/2 || known && w.apart(err, length)
}

// apart reports whether 2·err·2^−Bits < 2^−length.
func (w *Wide) apart(err *big.Int, length int) bool { return err.BitLen()+1+length <= w.Bits }

// Exceeds decides as Sum.Exceeds does.
func (w *Wide) Exceeds(s WideSum, power int, m Multiple) (exceeds, sure bool) {
	limit := power10(power)
	above := new(big.Int).Abs(s.value())
	sign, sure := w.Sign(WideSum{above.Sub(above, limit.Lsh(limit, uint(w.Bits))), s.err, s.wild}, m)
	return sign > 0, sure
}

// wideTens are 10^0 … 10^18, not to be changed.
var wideTens = func() (all [19]*big.Int) {
	for places := range all {
		all[places] = power10(places)
	}
	return all
}()

// Round decides as Sum.Round does. At the last precision a middle that cannot be
// told apart in half of its bits is the value itself.
func (w *Wide) Round(s WideSum, places int, m Multiple) (Whole, bool) {
	if s.wild {
		return Whole{}, false
	}
	scale, err := wideTens[places], s.reach()
	x := new(big.Int).Mul(s.value(), scale)
	x.Abs(x)
	floor := new(big.Int).Rsh(x, uint(w.Bits))
	middle := new(big.Int).Lsh(one, uint(w.Bits-1))
	off := x.Sub(x.Sub(x, new(big.Int).Lsh(floor, uint(w.Bits))), middle) // X − ⌊X⌋ − ½
	up := off.Sign() >= 0
	if reach := new(big.Int).Mul(err, scale); off.CmpAbs(reach) <= 0 {
		length, known := m.Length(places)
		if (!known || !w.apart(err, length)) && (!w.Last || reach.BitLen() >= w.Bits/2) {
			return Whole{}, false
		}
		up = true
	}
	if up {
		floor.Add(floor, one)
	}
	return wholeOf(floor, s.value().Sign() < 0)
}

// Middle decides as Sum.Middle does.
func (w *Wide) Middle(s WideSum, places int, m Multiple) bool {
	length, known := m.Length(places)
	if s.wild || !known || !w.apart(s.reach(), length) {
		return false
	}
	scale := wideTens[places]
	x := new(big.Int).Mul(s.value(), scale)
	x.Abs(x)
	off := new(big.Int).And(x, new(big.Int).Sub(new(big.Int).Lsh(one, uint(w.Bits)), one))
	off.Sub(off, new(big.Int).Lsh(one, uint(w.Bits-1)))
	return off.CmpAbs(x.Mul(scale, s.reach())) <= 0
}
