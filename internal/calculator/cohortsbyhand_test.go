package calculator_test

import (
	"fmt"
	"math/big"
	"strconv"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"
)

// purchased is a purchase as the test has it.
type purchased struct {
	customer string
	day      time.Time
	cents    int64
}

// someShop is a list of purchases of a few customers within fourteen months.
func someShop(t *rapid.T) []purchased {
	first := time.Date(2026, 11, 1, 0, 0, 0, 0, time.UTC)
	return rapid.SliceOfN(rapid.Custom(func(t *rapid.T) purchased {
		return purchased{"c" + strconv.Itoa(rapid.IntRange(0, 6).Draw(t, "customer")), first.AddDate(0, 0, rapid.IntRange(0, 420).Draw(t, "day")),
			int64(rapid.IntRange(0, 90_000).Draw(t, "cents"))}
	}), 1, 40).Draw(t, "purchases")
}

// asJSON is a list of purchases as a request has it.
func asJSON(all []purchased) string {
	rows := make([]string, len(all))
	for i, p := range all {
		rows[i] = fmt.Sprintf(`{"customer":%q,"date":%q,"amount":%d.%02d}`, p.customer, p.day.Format(time.DateOnly), p.cents/100, p.cents%100)
	}
	return `"transactions":[` + strings.Join(rows, ",") + "]"
}

func monthOf(day time.Time) int { return day.Year()*12 + int(day.Month()) - 1 }

// tally is what a cohort did at an age.
type tally struct {
	active map[string]bool
	orders int
	cents  int64
}

// tallied gathers purchases by the month of a customer's first and by age.
func tallied(all []purchased) (cohorts map[int]map[string]bool, cells map[[2]int]*tally) {
	first := map[string]int{}
	for _, p := range all {
		if month, known := first[p.customer]; !known || monthOf(p.day) < month {
			first[p.customer] = monthOf(p.day)
		}
	}
	cohorts, cells = map[int]map[string]bool{}, map[[2]int]*tally{}
	for _, p := range all {
		month := first[p.customer]
		key := [2]int{month, monthOf(p.day) - month}
		if cells[key] == nil {
			cells[key] = &tally{active: map[string]bool{}}
		}
		cell := cells[key]
		cell.active[p.customer], cell.orders, cell.cents = true, cell.orders+1, cell.cents+p.cents
		if cohorts[month] == nil {
			cohorts[month] = map[string]bool{}
		}
		cohorts[month][p.customer] = true
	}
	return cohorts, cells
}

// money is an amount divided evenly, rounded half away from zero to cents.
func money(cents int64, among int) string { return big.NewRat(cents, 100*int64(among)).FloatString(2) }

// spaced are values with a space between.
func spaced(values ...any) string { return strings.TrimSpace(fmt.Sprintln(values...)) }

// Every cell of a cohort table, counted anew by months of the calendar: who bought, how often
// and for how much, and what a customer has come to so far.
func TestCohortsCounted(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		shop := someShop(t)
		whole := answerOf(t, "/v1/cohorts", `{"end":"2028-01-31",`+asJSON(shop)+`}`)
		cohorts, cells := tallied(shop)
		rows, won := list(whole["cohorts"]), 0
		if len(rows) != len(cohorts) {
			t.Fatalf("%d cohorts, counted %d", len(rows), len(cohorts))
		}
		for _, row := range rows {
			month, err := time.Parse("2006-01", at(row, "cohort").(string))
			if err != nil {
				t.Fatalf("%v", err)
			}
			n := len(cohorts[monthOf(month)])
			won += n
			if got := written(t, at(row, "customers")); got != strconv.Itoa(n) || n == 0 {
				t.Fatalf("%v has %s customers, counted %d", at(row, "cohort"), got, n)
			}
			var soFar int64
			for age, cell := range list(at(row, "ages")) {
				want := cells[[2]int{monthOf(month), age}]
				if want == nil {
					want = &tally{}
				}
				soFar += want.cents
				got := spaced(at(cell, "age"), at(cell, "active_customers"), at(cell, "active_share"), at(cell, "orders"), at(cell, "revenue"), at(cell, "revenue_per_customer_to_date"))
				share := big.NewRat(int64(len(want.active)), int64(n)).FloatString(6)
				if counted := spaced(age, len(want.active), share, want.orders, money(want.cents, 1), money(soFar, n)); got != counted {
					t.Fatalf("%v at %d: %s, counted %s", at(row, "cohort"), age, got, counted)
				}
			}
		}
		totals := whole["totals"]
		var cents int64
		for _, p := range shop {
			cents += p.cents
		}
		if written(t, at(totals, "customers")) != strconv.Itoa(won) || written(t, at(totals, "orders")) != strconv.Itoa(len(shop)) ||
			written(t, at(totals, "revenue")) != money(cents, 1) || written(t, at(totals, "basket_value")) != money(cents, len(shop)) {
			t.Fatalf("totals %v of %d customers, %d orders, %d cents", totals, won, len(shop), cents)
		}
		if got, want := written(t, at(totals, "repeat_share")), big.NewRat(int64(repeaters(shop)), int64(won)).FloatString(6); got != want {
			t.Fatalf("repeat share %s, counted %s", got, want)
		}
	})
}

// repeaters are the customers with two orders or more.
func repeaters(all []purchased) int {
	orders, n := map[string]int{}, 0
	for _, p := range all {
		if orders[p.customer]++; orders[p.customer] == 2 {
			n++
		}
	}
	return n
}

// What is not over is null, and the table and the triangle have it empty; the average is of the
// cohorts that are observed at that age.
func TestCohortsNotOver(t *testing.T) {
	body := `{"end":"2027-03-30","transactions":[{"customer":"a","date":"2027-01-05","amount":10},{"customer":"a","date":"2027-03-30","amount":5},{"customer":"b","date":"2027-02-28","amount":7}]}`
	whole := answerOf(t, "/v1/cohorts", body)
	ages := list(at(list(whole["cohorts"])[0], "ages"))
	if len(ages) != 3 || at(ages[2], "orders") != nil || at(ages[2], "revenue") != nil || written(t, at(ages[1], "orders")) != "0" {
		t.Errorf("ages of the first: %v", ages)
	}
	for _, row := range tabled(t, "/v1/cohorts?format=csv", body) {
		if empty := row["orders"] == ""; empty != (row["cohort"] == "2027-01" && row["age"] == "2" || row["cohort"] == "2027-02" && row["age"] == "1") {
			t.Errorf("the row %v", row)
		}
	}
	for i, row := range tabled(t, "/v1/cohorts?format=csv&table=triangle", body) {
		if row["0"] != "1.000000" || row["2"] != "" || row["1"] != []string{"0.000000", ""}[i] {
			t.Errorf("the triangle has %v", row)
		}
	}
	average := list(whole["average"])
	if len(average) != 2 || written(t, at(average[0], "customers")) != "2" || written(t, at(average[1], "cohorts_observed")) != "1" {
		t.Errorf("the average is %v", average)
	}
}
