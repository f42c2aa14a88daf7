package exact

// Usual is the number of significant digits that all but a few calculations
// need: 76 digits fill four words of 64 bits.
const Usual = 76

// Decide runs compute with Usual digits and, where a rounding or a comparison
// could not be decided with those, once more with many. steps is the length of
// the longest chain of products: a remainder such as r^N, which decides on which
// side of a half a figure lies, is of that order, and two digits a step show it
// for every ratio above a hundredth. compute must start from nothing each time.
func Decide(steps int, compute func(a *Arithmetic) error) error {
	a := New(Usual)
	if err := compute(a); !a.unsure {
		return err
	}
	a = New(160 + 2*steps)
	a.last = true
	return compute(a)
}

// Wider returns an arithmetic of so many digits more, for a calculation that is
// known to lose them and makes no decisions on the way.
func (a *Arithmetic) Wider(more int) *Arithmetic { return New(a.digits + more) }

// Narrow cuts numbers of a wider arithmetic, which nobody else holds, to the
// precision of this one.
func (a *Arithmetic) Narrow(x []Number) []Number {
	for i, v := range x {
		if v.sign() != 0 {
			x[i] = a.fit(v)
		}
	}
	return x
}
