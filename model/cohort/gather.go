package cohort

import (
	"math/big"
	"slices"

	"blyant/model/purchase"

	"github.com/shopspring/decimal"
)

// gathered holds what a log comes to, cell by cell.
type gathered struct {
	period    Period
	end       purchase.Date
	last      int         // index of the period that End lies in
	observed  int         // index of the last period observed to its last day
	customers map[int]int // by index of the first period
	table     map[int][]tally
	repeaters int
	orders    int
	afterEnd  int
}

// gather goes through the purchases twice: for the first of each customer, and
// for the cells.
func gather(log *purchase.Log, period Period, end purchase.Date) *gathered {
	g := &gathered{period: period, end: end, last: period.index(end), customers: map[int]int{}, table: map[int][]tally{}}
	g.observed = g.last
	if period.first(g.last+1)-1 > end {
		g.observed--
	}
	purchases := log.Purchases()
	indexes := make([]int, len(purchases))
	first := make([]int, len(log.Customers()))
	orders := make([]int, len(first))
	for i := range first {
		first[i] = g.last + 1
	}
	for i, p := range purchases {
		if p.Date > end {
			g.afterEnd++
			continue
		}
		indexes[i] = period.index(p.Date)
		first[p.Customer] = min(first[p.Customer], indexes[i])
		orders[p.Customer]++
	}
	for customer, index := range first {
		if orders[customer] == 0 {
			continue
		}
		g.customers[index]++
		g.orders += orders[customer]
		if orders[customer] > 1 {
			g.repeaters++
		}
	}
	if g.cells() <= MostCells {
		g.fill(purchases, indexes, first)
	}
	return g
}

// cells counts cohorts × ages.
func (g *gathered) cells() int {
	count := 0
	for index := range g.customers {
		count += g.last - index + 1
	}
	return count
}

// fill adds each purchase to its cell, and its customer where this is the first
// of theirs there.
func (g *gathered) fill(purchases []purchase.Purchase, indexes, first []int) {
	for index := range g.customers {
		g.table[index] = make([]tally, g.last-index+1)
	}
	type seen struct {
		customer int32
		index    int
	}
	known := make(map[seen]struct{}, len(purchases))
	var spare big.Int
	for i, p := range purchases {
		if p.Date > g.end {
			continue
		}
		from := first[p.Customer]
		cell := &g.table[from][indexes[i]-from]
		cell.orders++
		cell.revenue.add(p.Amount, &spare)
		if at := (seen{p.Customer, indexes[i]}); !contains(known, at) {
			known[at] = struct{}{}
			cell.active++
		}
	}
}

func contains[K comparable](m map[K]struct{}, key K) bool {
	_, ok := m[key]
	return ok
}

// cohorts states the cells, in order of time.
func (g *gathered) cohorts() []Cohort {
	var out []Cohort
	for index, customers := range g.customers {
		c := Cohort{Name: g.period.name(index), First: g.period.first(index), Customers: customers}
		toDate := decimal.Zero
		for age := range g.table[index] {
			if index+age > g.observed {
				c.Ages = append(c.Ages, nil)
				continue
			}
			t := &g.table[index][age]
			revenue := t.revenue.decimal()
			toDate = toDate.Add(revenue)
			c.Ages = append(c.Ages, &Cell{Age: age, Active: t.active, ActiveShare: share(t.active, customers),
				Orders: t.orders, Revenue: revenue, ToDate: toDate, PerCustomer: quotient(toDate, customers)})
		}
		out = append(out, c)
	}
	slices.SortFunc(out, func(a, b Cohort) int { return int(a.First) - int(b.First) })
	return out
}

// totals adds up all cells.
func (g *gathered) totals() Totals {
	t := Totals{Orders: g.orders, Repeaters: g.repeaters}
	var all sum
	for index, customers := range g.customers {
		t.Customers += customers
		for age := range g.table[index] {
			all.units.Add(&all.units, &g.table[index][age].revenue.units)
		}
	}
	t.Revenue = all.decimal()
	t.BasketValue = quotient(t.Revenue, t.Orders)
	t.OrdersPerCustomer = share(t.Orders, t.Customers)
	t.RepeatShare = share(t.Repeaters, t.Customers)
	return t
}
