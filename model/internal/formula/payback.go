package formula

// payback is the moment at which a running total first reaches A, and whether a
// later loss undoes that.
type payback struct {
	reached, reversed bool
	at                int // whole periods before it; −1 where A is 0
}

// paysBack finds the first period after which the running total is at least A. It
// rises along runs above 0 and falls along those below, so it need be looked at
// only where runs end.
func (c *customer[A, F, S]) paysBack(st *stream[F]) payback {
	p := payback{at: -1, reached: c.in.cost.Sign() == 0}
	for _, r := range c.runs[:c.count] {
		switch {
		case r.sign > 0 && !p.reached && c.reaches(st, r.to) >= 0:
			p.reached, p.at = true, c.crossing(st, r)-1
		case r.sign < 0 && p.reached && c.reaches(st, r.to) < 0:
			p.reversed = true
			return p
		}
	}
	return p
}

// periods returns the moment itself,
//
//	x = at + (A − total) ÷ flow
//
// with the total before and the flow of the period in which it falls, and what it
// takes of that period. Total, flow and A are multiples p/L, f/L of one 1/L, so x
// is one of 1/f = 1 ÷ (flow·L).
func (c *customer[A, F, S]) periods(st *stream[F], p payback, places int) (x Figure, part S, partClaim int) {
	if p.at < 0 {
		return c.figure(part, places, 0, c.totalClaim(plain, 1)), part, 0
	}
	ar := c.ar
	m := c.keptMoment(st, p.at)
	flow := c.worth(m.at)
	part = ar.Quotient(ar.SubSum(c.cost, c.worth(m.sum)), flow)
	log := logAbove(ar.Guess(flow))
	periods := ar.AddSum(c.whole(p.at), part)
	if !c.plainFigure(&x, periods, places) {
		x = c.figure(periods, places, 0, divided(c.lessCostClaim(st.kind, p.at+1), log))
	}
	return x, part, log
}

// keptMoment returns the moment of a crossing that was found last.
func (c *customer[A, F, S]) keptMoment(st *stream[F], n int) moment[F] {
	if c.keptAt == n && c.keptKind == st.kind {
		return c.kept
	}
	return c.moment(st, n, want{powers: true})
}

// paybackOrders returns the orders expected up to that moment: those of the whole
// periods and the same part of the next. With part = p/f and orders that are
// multiples of 1/M it is one of 1/(f·M).
func (c *customer[A, F, S]) paybackOrders(p payback, part S, log int) Figure {
	var s S
	if p.at < 0 {
		return c.figure(s, c.in.ratios, 0, c.ordersClaim(1))
	}
	ar := c.ar
	m := c.moment(&c.plainly, p.at, want{all: true, powers: true})
	s = ar.AddSum(c.sum(m.sum.order), ar.Product(part, c.sum(m.at.order)))
	var f Figure
	if c.plainFigure(&f, s, c.in.ratios) {
		return f
	}
	return c.figure(s, c.in.ratios, 0, divided(c.lessCostClaim(plain, p.at+1), log).Times(c.ordersClaim(p.at+1)))
}
