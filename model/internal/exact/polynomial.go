package exact

// Polynomial is Σ Terms[t]·x^t.
type Polynomial struct {
	a     *Arithmetic
	terms []Number
}

// NewPolynomial returns the polynomial with those terms, the constant first.
func NewPolynomial(a *Arithmetic, terms []Number) Polynomial { return Polynomial{a, terms} }

// At evaluates the polynomial by Horner's rule.
func (p Polynomial) At(x Number) Number {
	var sum Number
	for i := len(p.terms) - 1; i >= 0; i-- {
		sum = p.a.Add(p.a.Mul(sum, x), p.terms[i])
	}
	return sum
}

// Roots returns the places in [0, 1] where the polynomial changes sign or is
// seen to be 0, rising; none where it is constant. Each is good to 30 decimals.
//
// Between two roots of the derivative of P(x)/x^j the polynomial has at most one
// root, and with j at a change of sign of the terms that derivative has one such
// change less than P (Rolle's theorem and Descartes' rule). Terms of the present
// values of a customer change sign two or three times at the most.
func (p Polynomial) Roots() []Number {
	turn, first := p.turn()
	var roots []Number
	if first > 0 {
		roots = append(roots, Number{}) // no constant term
	}
	if turn == 0 {
		return roots
	}
	points := []Number{{}}
	for _, x := range p.without(turn).Roots() {
		if !x.IsZero() && p.a.Cmp(x, FromInt(1)) < 0 {
			points = append(points, x)
		}
	}
	points = append(points, FromInt(1))
	from := p.a.Sign(p.terms[first]) // the sign just right of 0
	for i, high := range points[1:] {
		to := p.a.Sign(p.At(high))
		switch {
		case to == 0:
			roots = append(roots, high)
		case from*to < 0:
			roots = append(roots, p.a.Between(p.At, points[i], high, from))
		}
		from = to
	}
	return roots
}

// turn returns the index of the first term whose sign differs from that of a
// term before it, 0 where none does, and the index of the first that is not 0
// (0 where all are).
func (p Polynomial) turn() (turn, first int) {
	last := 0
	for i, term := range p.terms {
		switch sign := p.a.Sign(term); {
		case sign == 0:
		case last == 0:
			last, first = sign, i
		case sign != last:
			return i, first
		}
	}
	return 0, first
}

// without has the terms (t − j)·Terms[t]: those of the derivative of P(x)/x^j but
// for a power of x.
func (p Polynomial) without(j int) Polynomial {
	d := Polynomial{p.a, make([]Number, len(p.terms))}
	for t, term := range p.terms {
		d.terms[t] = p.a.Mul(term, FromInt(t-j))
	}
	return d
}
