package formula

import (
	"sync"

	"blyant/model/internal/bound"
)

// ladder is a calculation on several customers in each arithmetic. Each reports
// whether everything it was asked for is settled.
type ladder struct {
	fast      func(ar bound.Fast) bool
	wide      func(ar *bound.Wide) bool
	fractions func(ar bound.Rational) bool // nil where a root is irrational
}

// climb tries one arithmetic after the other.
func (l ladder) climb() Tier { return count(l.settled()) }

func (l ladder) settled() Tier {
	if l.fast(bound.Fast{}) {
		return Fast
	}
	for _, bits := range widths[:len(widths)-1] {
		if l.wide(&bound.Wide{Bits: bits}) {
			return Wide
		}
	}
	if l.fractions != nil && l.fractions(bound.Rational{}) {
		return Rational
	}
	l.wide(&bound.Wide{Bits: widths[len(widths)-1], Last: true})
	return Last
}

// enter reads terms into a customer of an arithmetic. Whoever is done with them may
// let them leave.
func enter[A bound.Arithmetic[F, S], F, S any](ar A, in *inputs) *customer[A, F, S] {
	_, exact := any(ar).(bound.Rational)
	var c *customer[A, F, S]
	if _, fast := any(ar).(bound.Fast); fast {
		c, _ = left.Get().(*customer[A, F, S])
	}
	if c == nil {
		c = &customer[A, F, S]{room: new(room[F, S])}
	}
	c.init(ar, in, c.room, exact)
	return c
}

// left holds customers in Fast arithmetic who have left, with their memory.
var left sync.Pool

// leave gives back the memory of customers who are not looked at again.
func leave[A bound.Arithmetic[F, S], F, S any](customers ...*customer[A, F, S]) {
	for _, c := range customers {
		if _, fast := any(c.ar).(bound.Fast); fast {
			left.Put(c)
		}
	}
}

// value returns Σ present_value_t and its claim.
func (c *customer[A, F, S]) value() (S, bound.Multiple) {
	n := c.in.active
	return c.worth(c.end(&c.later)), c.totalClaim(later, n)
}

// net returns lifetime_value − A.
func (c *customer[A, F, S]) net() (S, bound.Multiple) {
	value, claim := c.value()
	return c.ar.SubSum(value, c.cost), claim.Beside(c.in.costClaim())
}

// number returns x as a sum, with its sign.
func (c *customer[A, F, S]) number(x bound.Number) S {
	var s S
	return c.ar.Plus(s, x.Sign() < 0, c.ar.Number(x))
}
