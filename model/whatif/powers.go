package whatif

import "blyant/model/internal/exact"

// powers is an excess as a polynomial in a variable z of [0, 1], and how the
// field follows from it. Its zeros are counted (exact.Polynomial.Roots), not
// searched for.
type powers struct {
	terms []exact.Number
	back  func(z exact.Number) exact.Number
}

// add adds x to the term of that power.
func (c *powers) add(a *exact.Arithmetic, power int, x exact.Number) {
	for len(c.terms) <= power {
		c.terms = append(c.terms, exact.Number{})
	}
	c.terms[power] = a.Add(c.terms[power], x)
}

// solve returns the zeros that are in the range.
func (p *problem) solve(c *powers) []solution {
	p.curve = c
	flat := true
	for _, x := range c.terms {
		flat = flat && p.a.Sign(x) == 0
	}
	if flat {
		return p.everywhere()
	}
	return p.points(p.roots(c.terms))
}

// roots are the zeros of a polynomial in z, as values of the field, rising.
func (p *problem) roots(terms []exact.Number) []exact.Number {
	var values []exact.Number
	for _, z := range exact.NewPolynomial(p.a, terms).Roots() {
		if x, isReal := p.curve.value(z); isReal {
			values = append(values, x)
		}
	}
	if len(values) > 1 && p.a.Cmp(values[0], values[1]) > 0 { // the discount rate falls as z rises
		for i, j := 0, len(values)-1; i < j; i, j = i+1, j-1 {
			values[i], values[j] = values[j], values[i]
		}
	}
	return values
}

// value is the field at z; at 0 some are infinite.
func (c *powers) value(z exact.Number) (exact.Number, bool) {
	if c.back == nil {
		return z, true
	}
	if z.IsZero() {
		return z, false
	}
	return c.back(z), true
}

// polynomial is the excess as a polynomial where the field is a rate that goes
// into it by its powers: r^t, (1+f)^t, (1+g)^t without a cap, or
// (1+d)^(−(t+o)/p).
func (p *problem) polynomial() []solution {
	switch p.field.Name {
	case "repeat_purchase_rate":
		return p.solve(p.inRetention())
	case "annual_discount_rate":
		return p.solve(p.inDiscount())
	}
	return p.solve(p.inGrowth())
}

// multiply multiplies two polynomials: long ones as integers, whose length costs
// little more than that of one product for each of their terms.
func (p *problem) multiply(x, y []exact.Number) []exact.Number {
	const short = 16
	if len(x) > short && len(y) > short {
		return p.a.ConvolveSigned(x, y)
	}
	product := make([]exact.Number, len(x)+len(y)-1)
	for i, u := range x {
		if u.IsZero() {
			continue
		}
		for j, v := range y {
			product[i+j] = p.a.Add(product[i+j], p.a.Mul(u, v))
		}
	}
	return product
}
