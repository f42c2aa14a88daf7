package cohort_test

import (
	"fmt"
	"math/big"
	"slices"
	"strconv"
	"testing"
	"time"

	"blyant/model/cohort"
	"blyant/model/purchase"

	"pgregory.net/rapid"
)

// periods of a calendar.
var periods = []cohort.Period{cohort.Week, cohort.Month, cohort.Quarter, cohort.Year}

// beginsOn is the first day of the period that a day lies in, and what it is called, by the
// calendar of the standard library.
func beginsOn(day time.Time, p cohort.Period) (first time.Time, name string) {
	year, month, _ := day.Date()
	switch p {
	case cohort.Week:
		isoYear, week := day.ISOWeek()
		return day.AddDate(0, 0, -(int(day.Weekday())+6)%7), fmt.Sprintf("%04d-W%02d", isoYear, week)
	case cohort.Month:
		return time.Date(year, month, 1, 0, 0, 0, 0, time.UTC), day.Format("2006-01")
	case cohort.Quarter:
		quarter := (int(month) - 1) / 3
		return time.Date(year, time.Month(3*quarter+1), 1, 0, 0, 0, 0, time.UTC), fmt.Sprintf("%04d-Q%d", year, quarter+1)
	}
	return time.Date(year, 1, 1, 0, 0, 0, 0, time.UTC), fmt.Sprintf("%04d", year)
}

// Every day lies in its period of the calendar, before 1970 and after, at the turn of years
// and in leap years.
func TestEveryDayHasItsPeriod(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		day := time.Date(rapid.IntRange(1890, 2110).Draw(t, "year"), 1, 1, 0, 0, 0, 0, time.UTC)
		day = day.AddDate(0, 0, rapid.OneOf(rapid.IntRange(-5, 5), rapid.IntRange(0, 365)).Draw(t, "day"))
		bought, err := purchase.ParseDate(day.Format(time.DateOnly))
		if err != nil {
			t.Fatal(err)
		}
		log := new(purchase.Log)
		if err := log.Add("ada", bought, purchase.Money{Units: 1}); err != nil {
			t.Fatal(err)
		}
		for _, p := range periods {
			got, err := cohort.Table(cohort.Request{Log: log, Period: p})
			if err != nil {
				t.Fatal(err)
			}
			first, name := beginsOn(day, p)
			if c := got.Cohorts[0]; c.Name != name || c.First.String() != first.Format(time.DateOnly) || len(c.Ages) != 1 {
				t.Fatalf("%s by %s: %s from %s, %d ages; want %s from %s", bought, p, c.Name, c.First, len(c.Ages), name, first.Format(time.DateOnly))
			}
		}
	})
}

// Cohorts come in order of time, whatever the order of purchases, and all that was bought is
// in them: money to the last unit, orders and customers.
func TestCohortsInOrderHoldEverything(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		log := new(purchase.Log)
		start, money, buyers := purchase.Date(rapid.IntRange(-20_000, 20_000).Draw(t, "start")), new(big.Rat), map[string]bool{}
		n := rapid.IntRange(1, 60).Draw(t, "purchases")
		for range n {
			who := strconv.Itoa(rapid.IntRange(0, 25).Draw(t, "customer"))
			amount := purchase.Money{Units: rapid.Int64Range(0, 1e6).Draw(t, "units"), Places: rapid.Uint8Range(0, 9).Draw(t, "places")}
			if err := log.Add(who, start+purchase.Date(rapid.IntRange(0, 900).Draw(t, "day")), amount); err != nil {
				t.Fatal(err)
			}
			money.Add(money, amount.Decimal().Rat())
			buyers[who] = true
		}
		_, last, _ := log.Span()
		end := last + 400 // by then every period with a purchase is over
		for _, p := range periods {
			got, err := cohort.Table(cohort.Request{Log: log, Period: p, End: &end})
			if err != nil {
				t.Fatal(err)
			}
			if !slices.IsSortedFunc(got.Cohorts, func(a, b cohort.Cohort) int { return int(a.First) - int(b.First) }) {
				t.Fatalf("by %s they are not in order", p)
			}
			customers, orders, revenue := 0, 0, new(big.Rat)
			for _, c := range got.Cohorts {
				customers += c.Customers
				for _, cell := range c.Ages {
					if cell == nil { // the period in which it ends is not over
						continue
					}
					orders += cell.Orders
					revenue.Add(revenue, cell.Revenue.Rat())
				}
				if c.Ages[0].Active != c.Customers {
					t.Fatalf("%s: %d of %d bought when they first bought", c.Name, c.Ages[0].Active, c.Customers)
				}
			}
			if customers != len(buyers) || orders != n || revenue.Cmp(money) != 0 {
				t.Fatalf("by %s: %d customers, %d orders, %s; want %d, %d, %s", p, customers, orders, revenue.RatString(), len(buyers), n, money.RatString())
			}
			if got.Totals.Customers != customers || got.Totals.Orders != orders || got.Totals.Revenue.Rat().Cmp(revenue) != 0 {
				t.Fatalf("by %s the totals are %+v", p, got.Totals)
			}
		}
	})
}
