package purchase

import (
	"cmp"
	"slices"
)

// Calibration is what a log says about its customers up to a date.
type Calibration struct {
	Customers []Customer // those who had bought by CalibrationEnd, in order of appearance
	First     Date       // first purchase of the log
	End       Date       // CalibrationEnd: customers are observed to its end
	Merged    int        // purchases merged into another of the same customer and day
	Late      int        // customers who first bought later and are left out

	visits []visit // of all customers, by customer and day
}

// visit is a customer's day with purchases.
type visit struct {
	customer int32
	date     Date
	value    float64
}

// Calibrate counts repeat purchases to and with the end date. Purchases of one
// day are one; x is counted from the second day on.
//
//	t_x = (last day − first day) ÷ unit,   T = (end − first day) ÷ unit
func (l *Log) Calibrate(end Date, unit Unit) Calibration {
	c := Calibration{End: end, visits: l.visits()}
	c.Merged = len(l.purchases) - len(c.visits)
	c.First, _, _ = l.Span()
	for rest := c.visits; len(rest) > 0; {
		count := 1
		for count < len(rest) && rest[count].customer == rest[0].customer {
			count++
		}
		if rest[0].date > end {
			c.Late++
		} else {
			c.Customers = append(c.Customers, customerOf(l.customers[rest[0].customer], rest[:count], end, unit))
		}
		rest = rest[count:]
	}
	return c
}

// visits merges the purchases of one customer and day.
func (l *Log) visits() []visit {
	out := make([]visit, len(l.purchases))
	for i, p := range l.purchases {
		out[i] = visit{p.Customer, p.Date, p.Amount.Float()}
	}
	slices.SortStableFunc(out, func(a, b visit) int {
		return cmp.Or(cmp.Compare(a.customer, b.customer), cmp.Compare(a.date, b.date))
	})
	kept := out[:0]
	for _, v := range out {
		if last := len(kept) - 1; last >= 0 && kept[last].customer == v.customer && kept[last].date == v.date {
			kept[last].value += v.value
			continue
		}
		kept = append(kept, v)
	}
	return kept
}

// customerOf sums a customer's visits up.
func customerOf(name string, visits []visit, end Date, unit Unit) Customer {
	first, days := visits[0].date, unit.Days()
	out := Customer{Name: name, T: float64(end-first) / days, Count: 1}
	total := 0.0
	for _, v := range visits[1:] {
		if v.date > end {
			break
		}
		out.X++
		out.TX = float64(v.date-first) / days
		total += v.value
	}
	if out.X > 0 {
		out.ZBar = total / float64(out.X)
	}
	return out
}
