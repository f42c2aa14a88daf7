package formula

// kind is how the terms of a sum over periods are weighted.
type kind int

const (
	plain  kind = iota // S_t
	later              // D_t·S_t
	stayed             // D_t: a customer who does not leave
)

// stream is a sequence of terms, w_t, w_t·n_t and w_t·n_t·b_t with the weight of
// its kind, in at most three pieces: the head of a curve, period by period, a
// piece whose basket grows and one whose basket is at its cap. Each part of the
// last two is a geometric sequence.
type stream[F any] struct {
	kind   kind
	pieces [3]piece[F]
	count  int
	sums   triple[F] // over all periods that count, once somebody has asked
	ended  bool
}

// piece is the stream in the periods from … to − 1.
type piece[F any] struct {
	from, to     int
	head, capped bool
	moment[F]              // as it begins
	q            triple[F] // ratios of the parts; with the basket at its cap that of orders twice
}

func (c *customer[A, F, S]) plus(x, y triple[F]) triple[F] {
	return triple[F]{c.ar.Add(x.time, y.time), c.ar.Add(x.order, y.order), c.ar.Add(x.basket, y.basket)}
}

func (c *customer[A, F, S]) scaled(x triple[F], by triple[F]) triple[F] {
	return triple[F]{c.ar.Mul(x.time, by.time), c.ar.Mul(x.order, by.order), c.ar.Mul(x.basket, by.basket)}
}

// stream lays out the pieces of a kind over the periods that count.
func (c *customer[A, F, S]) stream(k kind, st *stream[F]) {
	ar, in := c.ar, c.in
	st.kind, st.count, st.ended = k, 0, false
	m := moment[F]{at: triple[F]{c.one, c.orders, ar.Mul(c.orders, c.basket)}}
	ratio := c.rate
	if k != plain && in.discountSign != 0 {
		m.at = triple[F]{c.first, ar.Mul(m.at.order, c.first), ar.Mul(m.at.basket, c.first)}
		ratio = ar.Mul(ratio, c.discount)
	}
	if k == stayed {
		ratio = c.discount
	}
	from, end := 0, in.active
	if k != stayed && in.head > 0 {
		st.add(piece[F]{from: 0, to: min(in.head, end), head: true})
		if from = in.head; from >= end {
			return
		}
		m = c.headOf(k).moment(in.head)
	}
	q := triple[F]{time: ratio, order: ratio}
	if in.orderSign != 0 {
		q.order = ar.Mul(ratio, c.orderGrowth)
	}
	q.basket = q.order
	if in.growthSign != 0 {
		q.basket = ar.Mul(q.order, c.growth)
	}
	if c.capAt > from {
		p := piece[F]{from: from, to: min(c.capAt, end), moment: m, q: q}
		st.add(p)
		if from = p.to; from >= end {
			return
		}
		m = c.ahead(&p, from-p.from, want{all: true, powers: true})
	}
	q.basket = q.order
	m.at.basket = ar.Mul(m.at.order, c.cap)
	st.add(piece[F]{from: from, to: end, capped: true, moment: m, q: q})
}

func (st *stream[F]) add(p piece[F]) {
	st.pieces[st.count] = p
	st.count++
}

// want says which parts of a moment are needed.
type want struct {
	all    bool // also parts that no contribution needs
	powers bool // the terms as the period begins, beside the sums before it
}

// ahead returns what a piece has come to n periods after its begin. Parts of the
// same ratio are summed once.
func (c *customer[A, F, S]) ahead(p *piece[F], n int, w want) moment[F] {
	if n == 0 {
		return p.moment
	}
	m, u := p.moment, c.uses(p, w)
	var g, power F
	if u.time {
		g, power = c.geometricParts(p.q.time, n, w)
		m.sum.time, m.at.time = c.part(m.sum.time, p.at.time, g, power, w)
	}
	if u.order {
		if !u.flat {
			g, power = c.geometricParts(p.q.order, n, w)
		}
		m.sum.order, m.at.order = c.part(m.sum.order, p.at.order, g, power, w)
	}
	if u.basket {
		if !u.level {
			g, power = c.geometricParts(p.q.basket, n, w)
		}
		m.sum.basket, m.at.basket = c.part(m.sum.basket, p.at.basket, g, power, w)
	}
	return m
}

// uses are the parts of a moment that somebody needs, with those before them whose
// ratio they share.
type uses struct {
	flat, level         bool // orders have the ratio of time, the basket that of orders
	time, order, basket bool
}

func (c *customer[A, F, S]) uses(p *piece[F], w want) uses {
	u := uses{flat: c.in.orderSign == 0, level: c.in.growthSign == 0 || p.capped}
	order := w.all || c.hasOrder
	u.basket = w.all || c.hasMargin
	u.order = order || u.level && u.basket
	u.time = w.all || c.in.perPeriod.Sign() != 0 || u.flat && (order || u.level)
	return u
}

func (c *customer[A, F, S]) geometricParts(q F, n int, w want) (g, power F) {
	if w.powers {
		return c.ar.Geometric(q, n)
	}
	return c.ar.GeometricSum(q, n), power
}

// part returns sum + at·g and at·power.
func (c *customer[A, F, S]) part(sum, at, g, power F, w want) (F, F) {
	sum = c.ar.Add(sum, c.ar.Mul(at, g))
	if w.powers {
		at = c.ar.Mul(at, power)
	}
	return sum, at
}

// end returns the sums of a stream over all periods that count, found once.
func (c *customer[A, F, S]) end(st *stream[F]) triple[F] {
	if !st.ended {
		st.sums, st.ended = c.at(st, c.in.active, want{all: st.kind != stayed}).sum, true
	}
	return st.sums
}

// moment returns what a stream has come to as period n begins, n up to the number
// of periods that count.
func (c *customer[A, F, S]) moment(st *stream[F], n int, w want) moment[F] {
	if n == c.in.active {
		return moment[F]{sum: c.end(st)}
	}
	return c.at(st, n, w)
}

func (c *customer[A, F, S]) at(st *stream[F], n int, w want) moment[F] {
	i := 0
	for i < st.count-1 && n >= st.pieces[i].to {
		i++
	}
	p := &st.pieces[i]
	if p.head {
		return c.headOf(st.kind).moment(n)
	}
	return c.ahead(p, n-p.from, w)
}
