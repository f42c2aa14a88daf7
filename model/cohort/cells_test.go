package cohort_test

import (
	"errors"
	"slices"
	"testing"

	"blyant/model/cohort"
	"blyant/model/purchase"
)

func date(t testing.TB, text string) purchase.Date {
	t.Helper()
	d, err := purchase.ParseDate(text)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// Each kind of period begins where the calendar does; ages are its periods.
func TestCohortsOfEachPeriod(t *testing.T) {
	log := logOf(t, [3]string{"ada", "2026-12-31", "1"}, [3]string{"ada", "2027-01-01", "1"}, [3]string{"bo", "2027-01-04", "1"}, [3]string{"cy", "2027-04-01", "1"}, [3]string{"ada", "2027-12-31", "1"})
	end := date(t, "2027-12-31")
	for period, want := range map[cohort.Period][]string{
		cohort.Week: {"2026-W53", "2027-W01", "2027-W13"}, cohort.Month: {"2026-12", "2027-01", "2027-04"}, cohort.Quarter: {"2026-Q4", "2027-Q1", "2027-Q2"}, cohort.Year: {"2026", "2027"},
	} {
		got, err := cohort.Table(cohort.Request{Log: log, Period: period, End: &end})
		if err != nil {
			t.Fatal(err)
		}
		var names []string
		for _, c := range got.Cohorts {
			names = append(names, c.Name)
		}
		if !slices.Equal(names, want) || got.Period != period {
			t.Errorf("%s: %v", period, names)
		}
		firsts := map[cohort.Period]string{cohort.Week: "2026-12-28", cohort.Month: "2026-12-01", cohort.Quarter: "2026-10-01", cohort.Year: "2026-01-01"}
		if first := got.Cohorts[0].First; first != date(t, firsts[period]) {
			t.Errorf("%s: the first begins on %s", period, first)
		}
		ages := map[cohort.Period]int{cohort.Week: 53, cohort.Month: 13, cohort.Quarter: 5, cohort.Year: 2}
		if n := len(got.Cohorts[0].Ages); n != ages[period] {
			t.Errorf("%s: %d ages to the end, want %d", period, n, ages[period])
		}
	}
}

// What is bought after the end is left out and counted, of those as well who had
// not bought before.
func TestAfterEnd(t *testing.T) {
	end := date(t, "2027-01-31")
	got, err := cohort.Table(cohort.Request{Log: logOf(t, shop...), End: &end})
	if err != nil {
		t.Fatal(err)
	}
	if got.AfterEnd != 4 || len(got.Cohorts) != 1 || got.Totals.Customers != 2 || got.Totals.Orders != 3 || got.Totals.Revenue.String() != "31" || got.Totals.Repeaters != 1 ||
		got.Totals.RepeatShare.String() != "0.5" || got.Totals.OrdersPerCustomer.String() != "1.5" || got.Totals.BasketValue.FloatString(4) != "10.3333" {
		t.Errorf("%+v, %d after the end", got.Totals, got.AfterEnd)
	}
	if !slices.Equal(got.Notes, []string{cohort.NoteActiveShare, cohort.NotePurchasesAfterEnd}) {
		t.Errorf("%v", got.Notes)
	}
	all, err := cohort.Table(cohort.Request{Log: logOf(t, shop...)})
	if err != nil || !slices.Equal(all.Notes, []string{cohort.NoteActiveShare}) || all.End != date(t, "2027-04-02") {
		t.Errorf("%v, to %s: %v", all.Notes, all.End, err)
	}
}

// A cell whose period is not over is null; the totals have what it would hold.
func TestUnfinishedCells(t *testing.T) {
	for end, cells := range map[string]int{"2027-03-30": 2, "2027-03-31": 3, "2027-04-29": 3, "2027-04-30": 4} {
		to := date(t, end)
		got, err := cohort.Table(cohort.Request{Log: logOf(t, shop...), End: &to})
		if err != nil {
			t.Fatal(err)
		}
		seen := 0
		for _, cell := range got.Cohorts[0].Ages {
			if cell != nil {
				seen++
			}
		}
		if seen != cells || len(got.Average) != cells {
			t.Errorf("to %s: %d cells, %d averages, want %d", end, seen, len(got.Average), cells)
		}
	}
}

// An average is weighted by customers, over those cohorts that are observed there.
func TestAverages(t *testing.T) {
	end := date(t, "2027-03-31")
	got, err := cohort.Table(cohort.Request{Log: logOf(t, shop...), End: &end})
	if err != nil {
		t.Fatal(err)
	}
	one := got.Average[1] // of two in January and one in February, none bought a month later
	if one.Age != 1 || one.Cohorts != 2 || one.Customers != 3 || one.ActiveShare.String() != "0" || one.Orders.String() != "0" || one.Revenue.Sign() != 0 || one.PerCustomer.FloatString(4) != "12.6667" {
		t.Errorf("%+v", one)
	}
	two := got.Average[2] // of two in January alone
	if two.Cohorts != 1 || two.Customers != 2 || two.ActiveShare.String() != "1" || two.Orders.String() != "1" || two.Revenue.FloatString(4) != "3.0025" {
		t.Errorf("%+v", two)
	}
}

// What a table refuses.
func TestRefusals(t *testing.T) {
	early := date(t, "2027-01-03")
	for name, c := range map[string]struct {
		request cohort.Request
		want    string
	}{
		"no log":         {cohort.Request{}, "transactions: required"},
		"no such period": {cohort.Request{Log: logOf(t, shop...), Period: "day"}, "period: not_a_choice day, week, month, quarter, year"},
		"an early end":   {cohort.Request{Log: logOf(t, shop...), End: &early}, "end: before_first_purchase 2027-01-03, 2027-01-04"},
		"both":           {cohort.Request{Period: "day"}, "transactions: required; period: not_a_choice day, week, month, quarter, year"},
	} {
		_, err := cohort.Table(c.request)
		var faults cohort.Faults
		if !errors.As(err, &faults) || err.Error() != c.want {
			t.Errorf("%s: %v, want %s", name, err, c.want)
		}
	}
	// Customers of each week over a hundred years: more cells than anybody reads.
	log, first := new(purchase.Log), date(t, "1920-01-05")
	for week := range 2200 {
		if err := log.Add(string(rune('a'+week)), first+purchase.Date(7*week), purchase.Money{Units: 1}); err != nil {
			t.Fatal(err)
		}
	}
	_, err := cohort.Table(cohort.Request{Log: log, Period: cohort.Week})
	var faults cohort.Faults
	if !errors.As(err, &faults) || faults[0].Code != "too_many" || err.Error() != "period: too_many_cells week" {
		t.Errorf("%v", err)
	}
	if _, err := cohort.Table(cohort.Request{Log: log, Period: cohort.Month}); err != nil {
		t.Errorf("by month: %v", err)
	}
}
