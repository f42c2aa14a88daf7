package formula

import "blyant/model/internal/bound"

// Schedule fills one row for each period of the horizon, with money to so many
// places, and returns the dearest arithmetic that it took.
func Schedule(t *Terms, places int, rows []Row) Tier {
	w := pool.Get().(*worker)
	defer pool.Put(w)
	w.begin(t, ratioPlaces)
	return w.schedule(places, rows)
}

// Project fills a summary and one row for each period of the horizon.
func Project(out *Summary, t *Terms, places int, rows []Row) {
	w := pool.Get().(*worker)
	defer pool.Put(w)
	w.begin(t, ratioPlaces)
	w.summary(out, places)
	w.schedule(places, rows)
}

func (w *worker) schedule(places int, rows []Row) Tier {
	w.open = w.open[:0]
	for t := range rows {
		rows[t].sure, rows[t].tooLarge = 0, 0 // cells are written all
	}
	if w.double.open {
		for t := range rows {
			w.open = append(w.open, t)
		}
	} else {
		w.open = w.double.walk(places, rows, w.open)
	}
	open := w.open
	if len(open) > 0 {
		open = w.inFast().openRows(open, places, rows)
	}
	if len(open) == 0 {
		return count(Fast)
	}
	return count(decideRows(&w.in, open, places, rows))
}

// decideRows works out the open cells of rows with more and more bits, and as
// fractions where no root is irrational.
func decideRows(in *inputs, open []int, places int, rows []Row) Tier {
	for _, s := range in.steps() {
		switch {
		case s.fractions:
			var c customer[bound.Rational, bound.Ratio, bound.Ratio]
			c.init(bound.Rational{}, in, new(room[bound.Ratio, bound.Ratio]), true)
			c.openRows(open, places, rows)
			return Rational
		default:
			var c customer[*bound.Wide, bound.WideFloat, bound.WideSum]
			c.init(&bound.Wide{Bits: s.bits, Last: s.last}, in, new(room[bound.WideFloat, bound.WideSum]), false)
			if open = c.openRows(open, places, rows); len(open) == 0 {
				return Wide
			}
		}
	}
	return Last
}

// few open rows are worked out one by one in closed form; for more it is cheaper
// to go through all.
const few = 8

// openRows works out rows that are open and returns those that still are.
func (c *customer[A, F, S]) openRows(open []int, places int, rows []Row) []int {
	if c.open {
		return open
	}
	if len(open) > few {
		return c.walk(places, rows[:open[len(open)-1]+1], nil)
	}
	var still []int
	for _, t := range open {
		still = c.rowAt(t, places, rows[t:t+1], still)
	}
	return still
}

// walk goes through the periods of rows and rounds each; it returns those that are
// open.
func (c *customer[A, F, S]) walk(places int, rows []Row, open []int) []int {
	n, r := len(rows), c.room
	c.walking = true
	c.look(rows)
	c.project(n)
	var none S
	start := c.ar.SubSum(none, c.cost)
	c.columns(projection[F]{r.share[:n], r.orders, r.turnover, r.baskets, r.discounts}, start, start)
	if c.wants(RemainingValue) {
		c.remain(n)
	}
	return c.round(0, places, rows, open)
}

// look finds which cells of rows somebody wants.
func (c *customer[A, F, S]) look(rows []Row) {
	c.wanted = 0
	for t := range rows {
		c.wanted |= allCells &^ rows[t].sure
	}
}

// wants reports whether somebody wants a cell.
func (c *customer[A, F, S]) wants(k Cell) bool { return c.wanted>>k&1 == 1 }

// rowAt works out one period alone, in closed form.
func (c *customer[A, F, S]) rowAt(t, places int, row []Row, open []int) []int {
	ar, in, r := c.ar, c.in, c.room
	c.look(row)
	var share, orders, turnover F
	basket, discount := c.basketAt(t), ar.Mul(c.first, ar.Power(c.discount, t))
	each := ar.Mul(c.orders, ar.Power(c.orderGrowth, t))
	if t < in.active {
		share = c.active(t)
		orders, turnover = ar.Mul(share, each), ar.Mul(share, ar.Mul(each, basket))
	}
	n := min(t, in.active)
	r.alone = [...]F{share, orders, turnover, basket, discount}
	at := projection[F]{r.alone[0:1], r.alone[1:2], r.alone[2:3], r.alone[3:4], r.alone[4:5]}
	c.columns(at, ar.SubSum(c.total(&c.plainly, n), c.cost), ar.SubSum(c.total(&c.later, n), c.cost))
	if t < in.active {
		for len(r.each) <= t {
			r.each, r.spend = append(r.each, each), append(r.spend, each)
		}
		r.each[t], r.spend[t] = each, ar.Mul(each, basket)
		ahead := ar.SubSum(c.total(&c.later, in.active), c.total(&c.later, t))
		r.sums[RemainingValue][0] = ar.Quotient(ahead, c.sum(ar.Mul(share, ar.Power(c.discount, t))))
	}
	return c.round(t, places, row, open)
}

// basketAt returns b_t.
func (c *customer[A, F, S]) basketAt(t int) F {
	if t >= c.capAt {
		return c.cap
	}
	return c.ar.Mul(c.basket, c.ar.Power(c.growth, t))
}
