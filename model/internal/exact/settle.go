package exact

// Usual is the number of significant digits that all but a few calculations
// need: 76 digits fill four words of 64 bits.
const Usual = 76

// Settle runs compute with Usual digits and, where a rounding or a comparison
// could not be decided with those, once more with many. steps is the length of
// the longest chain of products: a remainder such as r^N, which decides on which
// side of a half a figure lies, is of that order, and two digits a step show it
// for every ratio above a hundredth. compute must start from nothing each time.
func Settle(steps int, compute func(a *Arithmetic) error) error {
	return SettleBeyond(0, steps, compute)
}

// SettleBeyond is Settle with so many digits more, for calculations that are
// known to lose them (Spreading).
func SettleBeyond(more, steps int, compute func(a *Arithmetic) error) error {
	a := New(Usual + more)
	if err := compute(a); !a.unsure {
		return err
	}
	a = New(160 + 2*steps + 2*more)
	a.last = true
	return compute(a)
}
