package whatif

import (
	"blyant/model/internal/exact"
	"blyant/model/plan"
)

// straight reports whether the cash of every period is a straight line of the
// field, or of 1 ÷ (1 + x) and 1 ÷ x as straightIn says. Word of mouth makes
// customers of customers, so that what brings or deters them goes into later
// periods by its powers; nobody can be turned away who does not come, so that
// with opening customers new ones do not go into it straight either.
func (p *planProblem) straight() bool {
	req := p.request.planned()
	full := req.InFull()
	s := &full.Scenario
	fed := full.WordOfMouth == plan.On && (!s.ReferralsPerPeriod.Decimal.IsZero() || !s.DeterredPerLostCustomer.Decimal.IsZero())
	switch p.field.Name {
	case "repeat_purchase_rate", "basket_growth_rate", "order_growth_rate":
		return false
	case "annual_discount_rate":
		return p.metric.Name != "net_present_value"
	case "referrals_per_period", "deterred_per_lost_customer":
		return full.WordOfMouth != plan.On
	case "new_customers_first":
		return !fed || s.DeterredPerLostCustomer.Decimal.IsZero() || full.OpeningCustomers.Decimal.IsZero()
	case "basket_value":
		return !s.BasketCap.Valid || s.BasketGrowthRate.Decimal.Sign() <= 0
	case "basket_cap":
		return s.BasketGrowthRate.Decimal.Sign() <= 0
	}
	return true
}

// planLines are the lines on which the numbers of a course lie.
type planLines struct {
	straight
	through [2]plan.Course // at the two values of the variable
}

// newLines returns the lines of the plan; nil where it is too large.
func (p *planProblem) newLines() *planLines {
	l := planLines{straight: straightIn(p.field)}
	for i, x := range l.field {
		if l.through[i] = p.at(x); l.through[i].TooLarge {
			return nil
		}
	}
	return &l
}

// at is the course at x.
func (l *planLines) at(a *exact.Arithmetic, x exact.Number) plan.Course {
	share := a.Quo(a.Sub(l.forth(a, x), l.y[0]), a.Sub(l.y[1], l.y[0]))
	on := func(u, v exact.Number) exact.Number { return a.Add(u, a.Mul(share, a.Sub(v, u))) }
	u, v := &l.through[0], &l.through[1]
	c := plan.Course{Surplus: make([]exact.Number, len(u.Surplus)), Closing: on(u.Closing, v.Closing), NetPresentValue: on(u.NetPresentValue, v.NetPresentValue)}
	for j := range c.Surplus {
		c.Surplus[j] = on(u.Surplus[j], v.Surplus[j])
	}
	return c
}

// crossings are the values at which the least of a group is 0. All of the group
// are from 0 up between two values of the variable, the last root of those that
// rise and the first of those that fall: there the least is 0.
func (p *planProblem) crossings() []critical {
	l := p.lines
	from, to := p.metric.read(p, &l.through[0]), p.metric.read(p, &l.through[1])
	var found []critical
	for i := range from {
		for _, y := range p.between(from[i], to[i]) {
			if p.sign(y) > 0 || l.y[0].IsZero() { // 1 ÷ x and 1 ÷ (1 + x) are positive
				found = append(found, critical{l.back(p.a, y), []int{i}})
			}
		}
	}
	return found
}

// between are the ends of the stretch of the variable on which all lines are
// from 0 up; one number or none where it has no end, or is empty.
func (p *planProblem) between(u, v []exact.Number) []exact.Number {
	a, l := p.a, p.lines
	width := a.Sub(l.y[1], l.y[0])
	var low, high []exact.Number // the ends, where there are any
	for j := range u {
		rise := a.Sub(v[j], u[j])
		sign := p.sign(rise)
		if sign == 0 && p.sign(u[j]) < 0 {
			return nil
		}
		if sign == 0 {
			continue
		}
		root := a.Sub(l.y[0], a.Quo(a.Mul(u[j], width), rise))
		if sign == p.sign(width) {
			low = p.farther(low, root, 1)
		} else {
			high = p.farther(high, root, -1)
		}
	}
	if len(low) > 0 && len(high) > 0 && p.sign(a.Sub(low[0], high[0])) > 0 {
		return nil
	}
	return append(low, high...)
}

// farther is the end that lies farther in that direction.
func (p *planProblem) farther(end []exact.Number, root exact.Number, direction int) []exact.Number {
	if len(end) == 0 || direction*p.sign(p.a.Sub(root, end[0])) > 0 {
		return []exact.Number{root}
	}
	return end
}
