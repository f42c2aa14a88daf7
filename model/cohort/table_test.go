package cohort_test

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"strconv"
	"testing"

	"blyant/model/cohort"
	"blyant/model/purchase"

	"github.com/shopspring/decimal"
)

func logOf(t testing.TB, rows ...[3]string) *purchase.Log {
	t.Helper()
	log := new(purchase.Log)
	for _, row := range rows {
		date, err := purchase.ParseDate(row[1])
		if err != nil {
			t.Fatal(err)
		}
		amount, ok := purchase.MoneyOf(decimal.RequireFromString(row[2]))
		if !ok {
			t.Fatal(row)
		}
		if err := log.Add(row[0], date, amount); err != nil {
			t.Fatal(err)
		}
	}
	return log
}

// Counted by hand.
var shop = [][3]string{
	{"ada", "2027-01-04", "10.10"}, {"ada", "2027-01-04", "0.90"}, // two orders of one day
	{"bo", "2027-01-31", "20"}, {"bo", "2027-03-01", "5.005"},
	{"ada", "2027-03-31", "1"},
	{"cy", "2027-02-28", "7"}, {"cy", "2027-04-02", "3"},
}

func TestByMonth(t *testing.T) {
	got, err := cohort.Table(cohort.Request{Log: logOf(t, shop...)})
	if err != nil {
		t.Fatal(err)
	}
	want := []string{
		"2027-01 2: 0 2 1 3 31 15.500; 1 0 0 0 0 15.500; 2 2 1 2 6.005 18.503; null; ",
		"2027-02 1: 0 1 1 1 7 7.000; 1 0 0 0 0 7.000; null; ",
	}
	if len(got.Cohorts) != len(want) {
		t.Fatalf("%d cohorts", len(got.Cohorts))
	}
	for i, c := range got.Cohorts {
		line := fmt.Sprintf("%s %d: ", c.Name, c.Customers)
		for _, cell := range c.Ages {
			if cell == nil {
				line += "null; "
				continue
			}
			line += fmt.Sprintf("%d %d %s %d %s %s; ", cell.Age, cell.Active, cell.ActiveShare, cell.Orders, cell.Revenue, cell.PerCustomer.FloatString(3))
		}
		if line != want[i] {
			t.Errorf("got  %s\nwant %s", line, want[i])
		}
	}
	if a := got.Average[0]; a.Customers != 3 || a.ActiveShare.String() != "1" || a.Orders.String() != "1.333333" || a.Revenue.FloatString(4) != "12.6667" {
		t.Errorf("average at age 0: %+v", a)
	}
	if a := got.Average[2]; a.Cohorts != 1 || a.Customers != 2 || a.PerCustomer.FloatString(4) != "18.5025" {
		t.Errorf("average at age 2: %+v", a)
	}
	totals := got.Totals
	if totals.Customers != 3 || totals.Orders != 7 || totals.Revenue.String() != "47.005" || totals.Repeaters != 3 ||
		totals.OrdersPerCustomer.String() != "2.333333" || totals.RepeatShare.String() != "1" || totals.BasketValue.FloatString(2) != "6.72" {
		t.Errorf("totals: %+v", totals)
	}
}

// Names and ages at the edges of the calendar: ISO weeks of another year, leap
// years, days before 1970, and a last period that is observed to its end.
func TestPeriods(t *testing.T) {
	for _, c := range []struct {
		period            cohort.Period
		first, later, end string
		name              string
		age               int
		observed          bool
	}{
		{cohort.Week, "2027-01-03", "2027-01-04", "2027-01-10", "2026-W53", 1, true},
		{cohort.Week, "2024-12-30", "2025-01-06", "2025-01-11", "2025-W01", 1, false},
		{cohort.Month, "2024-02-29", "2025-02-28", "2025-02-28", "2024-02", 12, true},
		{cohort.Month, "2024-02-29", "2025-02-28", "2025-02-27", "2024-02", 11, false},
		{cohort.Quarter, "2026-12-31", "2027-01-01", "2027-03-31", "2026-Q4", 1, true},
		{cohort.Year, "1968-06-01", "1970-01-01", "1970-12-31", "1968", 2, true},
		{cohort.Week, "1969-12-28", "1969-12-29", "1970-01-04", "1969-W52", 1, true},
	} {
		end, err := purchase.ParseDate(c.end)
		if err != nil {
			t.Fatal(err)
		}
		got, err := cohort.Table(cohort.Request{Log: logOf(t, [3]string{"a", c.first, "1"}, [3]string{"a", c.later, "1"}), Period: c.period, End: &end})
		if err != nil {
			t.Errorf("%+v: %v", c, err)
			continue
		}
		first := got.Cohorts[0]
		if first.Name != c.name || len(first.Ages) <= c.age && c.observed {
			t.Errorf("%+v: %s with %d ages", c, first.Name, len(first.Ages))
			continue
		}
		last := first.Ages[len(first.Ages)-1]
		if (last != nil) != c.observed {
			t.Errorf("%+v: last cell %+v", c, last)
		}
		if c.observed && (last.Age != c.age || last.Active != 1) {
			t.Errorf("%+v: last cell %+v", c, last)
		}
	}
}

// Against a count that knows nothing of cells: every purchase looked at for every
// cell.
func TestAgainstPlainCount(t *testing.T) {
	random := rand.New(rand.NewPCG(14, 1))
	log := new(purchase.Log)
	start, _ := purchase.NewDate(2025, 11, 17)
	for range 3000 {
		customer := strconv.Itoa(random.IntN(400))
		if err := log.Add(customer, start+purchase.Date(random.IntN(500)), purchase.Money{Units: random.Int64N(100000), Places: uint8(random.IntN(4))}); err != nil {
			t.Fatal(err)
		}
	}
	end := start + 480
	got, err := cohort.Table(cohort.Request{Log: log, Period: cohort.Month, End: &end})
	if err != nil {
		t.Fatal(err)
	}
	month := func(d purchase.Date) string { return d.String()[:7] }
	firsts := map[int32]purchase.Date{}
	for _, p := range log.Purchases() {
		if d, ok := firsts[p.Customer]; !ok || p.Date < d {
			firsts[p.Customer] = p.Date
		}
	}
	all := decimal.Zero
	for _, c := range got.Cohorts {
		at := c.First.Time()
		for age, cell := range c.Ages {
			name, active, orders, revenue := at.AddDate(0, age, 0).Format("2006-01"), map[int32]bool{}, 0, decimal.Zero
			for _, p := range log.Purchases() {
				if month(firsts[p.Customer]) == c.Name && month(p.Date) == name && p.Date <= end {
					active[p.Customer] = true
					orders++
					revenue = revenue.Add(p.Amount.Decimal())
				}
			}
			all = all.Add(revenue)
			if cell != nil && (cell.Active != len(active) || cell.Orders != orders || !cell.Revenue.Equal(revenue)) {
				t.Errorf("%s at %d: %+v, want %d %d %s", c.Name, age, cell, len(active), orders, revenue)
			}
		}
	}
	if !all.Equal(got.Totals.Revenue) {
		t.Errorf("revenue %s, want %s", got.Totals.Revenue, all)
	}
}

func TestFaults(t *testing.T) {
	early := purchase.Date(0)
	for what, request := range map[string]cohort.Request{
		"no log":         {},
		"empty log":      {Log: new(purchase.Log)},
		"no such period": {Log: logOf(t, shop...), Period: "fortnight"},
		"end too early":  {Log: logOf(t, shop...), End: &early},
	} {
		var faults cohort.Faults
		if _, err := cohort.Table(request); !errors.As(err, &faults) || len(faults) != 1 {
			t.Errorf("%s: %v", what, err)
		}
	}
}

func ExampleTable() {
	log := new(purchase.Log)
	for _, p := range []struct {
		who, when string
		øre       int64
	}{{"ada", "2027-01-04", 1000}, {"bo", "2027-01-20", 2500}, {"ada", "2027-02-11", 500}} {
		date, _ := purchase.ParseDate(p.when)
		_ = log.Add(p.who, date, purchase.Money{Units: p.øre, Places: 2})
	}
	end, _ := purchase.ParseDate("2027-02-28")
	result, _ := cohort.Table(cohort.Request{Log: log, End: &end})
	for _, cell := range result.Cohorts[0].Ages {
		fmt.Println(result.Cohorts[0].Name, cell.Age, cell.Active, cell.ActiveShare, cell.PerCustomer.FloatString(2))
	}
	// Output:
	// 2027-01 0 2 1 17.50
	// 2027-01 1 1 0.5 20.00
}

// A million purchases by 200,000 customers.
func BenchmarkTable(b *testing.B) {
	random := rand.New(rand.NewPCG(1, 2))
	log := new(purchase.Log)
	for range 1_000_000 {
		_ = log.Add(strconv.Itoa(random.IntN(200_000)), purchase.Date(20000+random.IntN(1000)), purchase.Money{Units: random.Int64N(100000), Places: 2})
	}
	b.ReportAllocs()
	for b.Loop() {
		if _, err := cohort.Table(cohort.Request{Log: log}); err != nil {
			b.Fatal(err)
		}
	}
}
