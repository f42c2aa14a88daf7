package orders

import (
	"math"
	"strings"

	"blyant/model/purchase"
)

// take adds a purchase, or keeps it until the decimal mark is known.
func (r *reader) take(p pending) error {
	waits := false
	for _, text := range [2]string{p.amount, p.refund} {
		digits, _ := clean(text)
		m := markOf(digits)
		found := map[mark]byte{point: '.', comma: ','}[m]
		switch {
		case found != 0 && r.report.Decimal == 0:
			r.report.Decimal = found
		case found != 0 && r.report.Decimal != found:
			return refuse("decimal", "conflict", "decimal_marks_mixed", "decimal=point, decimal=comma", row(p.row))
		}
		waits = waits || m == unclear
	}
	if waits && r.report.Decimal == 0 {
		p.customer, p.amount, p.refund = strings.Clone(p.customer), strings.Clone(p.amount), strings.Clone(p.refund)
		r.pending = append(r.pending, p)
		return nil
	}
	r.add(p)
	return nil
}

// takePending takes in the rows that waited; without any evidence of the decimal mark
// they are refused.
func (r *reader) takePending() error {
	if len(r.pending) > 0 && r.report.Decimal == 0 {
		return refuse("decimal", "ambiguous_number", "decimal_mark_unclear", "decimal=point, decimal=comma", row(r.pending[0].row))
	}
	for _, p := range r.pending {
		r.add(p)
	}
	return r.report.noneLeft()
}

// add puts a purchase into the log, less what was given back.
func (r *reader) add(p pending) {
	amount, reason := r.net(p)
	if reason == "" && r.log.Add(p.customer, p.date, amount) == nil {
		r.report.Kept++
		return
	}
	r.report.leaveOut(reason, p.row)
}

// net returns what was paid less what was given back, or why there is nothing.
func (r *reader) net(p pending) (amount purchase.Money, reason string) {
	amount, ok := r.money(p.amount)
	switch {
	case !ok:
		return amount, NotANumber
	case amount.Units < 0:
		return amount, Negative
	case p.refund == "":
		return amount, ""
	}
	refund, ok := r.money(p.refund)
	if !ok {
		return amount, NotANumber
	}
	refund.Units = max(refund.Units, -refund.Units) // some systems write what was given back with a minus
	rest, ok := less(amount, refund)
	switch {
	case !ok:
		return amount, NotANumber
	case refund.Units > 0 && rest.Units <= 0:
		return amount, Refunded
	}
	return rest, ""
}

// money reads an amount with the file's decimal mark.
func (r *reader) money(text string) (purchase.Money, bool) {
	decimal := r.report.Decimal
	if decimal == 0 {
		decimal = '.' // no amount has a mark, so none is read differently
	}
	digits, negative := clean(text)
	if markOf(digits) == broken {
		return purchase.Money{}, false
	}
	m, ok := parse(digits, decimal)
	if negative {
		m.Units = -m.Units
	}
	return m, ok
}

// less returns a − b exactly, and whether it can be held.
func less(a, b purchase.Money) (purchase.Money, bool) {
	widen := func(m *purchase.Money) bool {
		if m.Units > math.MaxInt64/10 || m.Units < math.MinInt64/10 {
			return false
		}
		m.Units, m.Places = m.Units*10, m.Places+1
		return true
	}
	for a.Places < b.Places {
		if !widen(&a) {
			return a, false
		}
	}
	for b.Places < a.Places {
		if !widen(&b) {
			return a, false
		}
	}
	a.Units -= b.Units
	return a, a.Units >= 0 || b.Units >= 0
}
