package formula

import (
	"blyant/model/internal/bound"
	"blyant/model/vocabulary"
)

// Cell is a figure of a row.
type Cell int

// The cells of a row, in their order. What remains is null where nobody is active
// any more.
const (
	ActiveShare Cell = iota
	Orders
	BasketValue
	Revenue
	GrossMargin
	ServiceCost
	Contribution
	DiscountFactor
	PresentValue
	CumulativeContribution
	CumulativePresentValue
	RemainingValue
	cellCount
)

// allCells has a bit for each.
const allCells = 1<<cellCount - 1

// Row is one period of a schedule. A cell that is too large to be reported, or has
// no value, is null.
type Row struct {
	Cells    [cellCount]vocabulary.Rounded
	sure     uint16 // cells that are rounded or too large, a bit each
	tooLarge uint16
}

// AnyTooLarge reports whether a figure of the row is too large to be reported.
func (r *Row) AnyTooLarge() bool { return r.tooLarge != 0 }

// Figure returns a cell with the word whether it is too large.
func (r *Row) Figure(k Cell) Figure {
	return Figure{Rounded: r.Cells[k], TooLarge: r.tooLarge>>k&1 == 1, sure: r.sure>>k&1 == 1}
}

// set keeps a figure that is sure.
func (r *Row) set(k Cell, f Figure) {
	r.Cells[k] = f.Rounded
	r.sure |= 1 << k
	if f.TooLarge {
		r.tooLarge |= 1 << k
	}
}

// cellClaim is the claim of a cell in period t; see claims.go.
func (c *customer[A, F, S]) cellClaim(k Cell, t int) bound.Multiple {
	in := c.in
	switch k {
	case ActiveShare:
		return c.share(t)
	case Orders:
		return c.ordersClaim(t + 1)
	case BasketValue:
		return c.basketClaim(t)
	case Revenue:
		return c.revenueClaim(t)
	case GrossMargin, ServiceCost, Contribution: // the parts of a contribution
		return c.totalClaim(plain, t+1)
	case DiscountFactor:
		return c.discounting(t + 1)
	case PresentValue:
		return c.totalClaim(later, t+1)
	case CumulativeContribution:
		return c.lessCostClaim(plain, t+1)
	case CumulativePresentValue:
		return c.lessCostClaim(later, t+1)
	}
	// S_u ÷ S_t of ratios is a product of those between; of a survival curve it is
	// S_u over the numerator of S_t, or beyond the head one more step of the last ratio
	m := c.totalClaim(later, in.active)
	switch {
	case len(in.survival) == 0 || t == 0:
	case t <= in.head:
		m = m.Over(bound.FromDecimal(in.survival[t-1]).Bits())
	default:
		m = m.Over(in.rateOver.Bits())
		m.Tens += max(0, in.rate.Places()-in.rateOver.Places())
	}
	return m
}

// round rounds the cells of periods, from one on, that no cheaper arithmetic has,
// column by column, and appends the periods that are open. Money has so many places.
func (c *customer[A, F, S]) round(from, places int, rows []Row, open []int) []int {
	each := placesOf(places)
	for k := range cellCount {
		if c.wants(k) {
			c.roundColumn(from, k, int(each[k]), rows)
		}
	}
	for t := range rows {
		if rows[t].sure != c.cellsOf(from+t) {
			open = append(open, from+t)
		}
	}
	c.open = false
	return open
}

// cellsOf are the cells that period t has: nothing remains where nobody is active.
func (c *customer[A, F, S]) cellsOf(t int) uint16 {
	if t < c.in.active {
		return allCells
	}
	return allCells &^ (1 << RemainingValue)
}

func (c *customer[A, F, S]) roundColumn(from int, k Cell, places int, rows []Row) {
	r, sums := c.room, c.room.sums[k]
	if k == RemainingValue {
		active := max(0, min(len(rows), c.in.active-from))
		for t := range rows[active:] {
			rows[active+t].Cells[k] = vocabulary.Rounded{}
		}
		rows = rows[:active]
	}
	r.wholes = sized(r.wholes, len(rows))
	c.ar.RoundList(sums[:len(rows)], places, r.wholes)
	small := notSmall(places)
	for t := range rows {
		row, w := &rows[t], &r.wholes[t]
		switch {
		case row.sure>>k&1 == 1:
		case w.Sure && w.Hi == 0 && w.Lo < small:
			row.Cells[k].Set(w.Negative, w.Hi, w.Lo, places)
			row.sure |= 1 << k
		default:
			c.hardCell(from+t, k, places, w.Sure, sums[t], row)
		}
	}
}

// hardCell rounds a cell of period t that is near a middle, or large. What it is a
// multiple of is worked out only here.
func (c *customer[A, F, S]) hardCell(t int, k Cell, places int, large bool, s S, out *Row) {
	var plain Figure
	if large && c.plainFigure(&plain, s, places) {
		out.set(k, plain)
		return
	}
	if z, ok := c.cellLimit(k, t); ok {
		if f, ok := c.limitRound(z, places); ok {
			out.set(k, f)
			return
		}
	}
	if f := c.figure(s, places, 0, c.cellClaim(k, t)); f.sure {
		out.set(k, f)
	}
}

// placesOf are the places of the cells of a row whose money has so many.
func placesOf(money int) *[cellCount]uint8 {
	var places [cellCount]uint8
	for k := range places {
		places[k] = uint8(money)
	}
	places[ActiveShare], places[Orders], places[DiscountFactor] = ratioPlaces, ratioPlaces, ratioPlaces
	return &places
}

// cellLimit splits what adds up over periods: the running totals, and what a
// customer is worth from a period on. The limit of the totals is the same in all
// periods, and so is that of what remains where baskets and orders do not grow.
func (c *customer[A, F, S]) cellLimit(k Cell, t int) (z limited[F, S], ok bool) {
	st := &c.plainly
	if k == RemainingValue || k == CumulativePresentValue {
		st = &c.later
	}
	l := c.ofWorth()
	switch {
	case !st.smooth():
		return z, false
	case k == CumulativeContribution, k == CumulativePresentValue:
		z.limit = &c.room.limits[k]
		if c.ending>>k&1 == 0 {
			c.ended(k, c.findLimit(z.limit, l, st.pieces[0].at, st, c.cost, c.lessCostClaim(st.kind, 1)))
		}
		return z, c.endless>>k&1 == 0 && c.findRest(&z, l, st, t+1)
	case k == RemainingValue:
		z.limit = &c.room.limits[k]
		if c.ending>>k&1 == 0 || c.in.growthSign != 0 || c.in.orderSign != 0 {
			// D_0·c_t in the first of the periods left: a multiple of what c_0 … c_t are
			var none S
			at := triple[F]{c.one, c.room.each[t], c.room.spend[t]}
			at = c.scaled(at, triple[F]{c.first, c.first, c.first})
			c.ended(k, c.findLimit(z.limit, l, at, st, none, c.flowClaim(t).Times(c.discounting(1))))
		}
		return z, c.endless>>k&1 == 0 && c.findRest(&z, l, st, c.in.active-t)
	}
	return z, false
}

// ended keeps whether a cell has a limit.
func (c *customer[A, F, S]) ended(k Cell, found bool) {
	c.ending |= 1 << k
	if c.endless &^= 1 << k; !found {
		c.endless |= 1 << k
	}
}
