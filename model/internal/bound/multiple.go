package bound

// Multiple is what a true value is known to be a multiple of:
//
//	1 ÷ (10^Tens · M) for a whole M < 2^Bits
//
// It is the caller's claim, stated with its reason where it is made; what is not
// known is Unknown. Ties rest on it: two multiples of 1/L that are less than 1/L
// apart are equal. The zero value says that the value is whole.
type Multiple struct {
	Tens    int
	Bits    int
	Unknown bool
}

// Unknown is the claim of nothing.
var Unknown = Multiple{Unknown: true}

// Tenths returns the claim of a finite decimal with so many places.
func Tenths(places int) Multiple { return Multiple{Tens: places} }

// Over returns the claim of such a value divided by a whole number below 2^bits.
func (m Multiple) Over(bits int) Multiple {
	m.Bits += bits
	return m
}

// Times returns the claim of the product of two such values.
func (m Multiple) Times(n Multiple) Multiple {
	return Multiple{m.Tens + n.Tens, m.Bits + n.Bits, m.Unknown || n.Unknown}
}

// Plus returns the claim of the sum of two such values whose denominators M
// divide one another; of two unrelated ones use Beside.
func (m Multiple) Plus(n Multiple) Multiple {
	return Multiple{max(m.Tens, n.Tens), max(m.Bits, n.Bits), m.Unknown || n.Unknown}
}

// Beside returns the claim of the sum of two such values with any denominators.
func (m Multiple) Beside(n Multiple) Multiple {
	return Multiple{max(m.Tens, n.Tens), m.Bits + n.Bits, m.Unknown || n.Unknown}
}

// Length returns the length in bits, rounded up, of a common denominator of such
// a value and of a whole number of halves of 10^−places: both divide 10^t·M with
// t the greater of Tens and places + 1. It reports false where nothing is known.
func (m Multiple) Length(places int) (bits int, known bool) {
	tens := max(m.Tens, places+1)
	return tens*3322/1000 + 1 + m.Bits, !m.Unknown
}
