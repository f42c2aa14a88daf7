package purchase_test

import (
	"math"
	"math/rand/v2"
	"slices"
	"strconv"
	"testing"

	"blyant/model/purchase"
)

// start is the first day of the shop below.
const start = purchase.Date(20820)

// shop is a log of 120 customers over 30 weeks, some of them with two purchases
// on one day, who come at rates of their own and leave at moments of their own.
func shop(t testing.TB) *purchase.Log {
	t.Helper()
	log, random := new(purchase.Log), rand.New(rand.NewPCG(20, 27))
	for i := range 120 {
		rate, leave := 0.02+0.1*random.ExpFloat64(), 0.25*random.Float64()
		for at := float64(i % 100); at < 210; at += random.ExpFloat64() / rate {
			for range 1 + i%2 {
				if err := log.Add(strconv.Itoa(i), start+purchase.Date(at), purchase.Money{Units: 1 + random.Int64N(9)}); err != nil {
					t.Fatal(err)
				}
			}
			if random.Float64() < leave {
				break
			}
		}
	}
	return log
}

// plainDays are the days on which each customer bought, in order.
func plainDays(log *purchase.Log) map[int32][]purchase.Date {
	days := map[int32][]purchase.Date{}
	for _, p := range log.Purchases() {
		if !slices.Contains(days[p.Customer], p.Date) {
			days[p.Customer] = append(days[p.Customer], p.Date)
		}
	}
	for _, d := range days {
		slices.Sort(d)
	}
	return days
}

// Repeat purchases by week from the first purchase of the log on, of the customers
// who had bought by the end of calibration, counted one by one. A week ends on its
// seventh day; one that the models do not know all of is holdout.
func TestTracking(t *testing.T) {
	log := shop(t)
	end, observed := start+90, start+182
	got, err := purchase.Fit(purchase.Request{Log: log, CalibrationEnd: &end, ObservationEnd: &observed})
	if err != nil {
		t.Fatal(err)
	}
	for _, m := range got.Models {
		if m.Fitted == nil {
			continue
		}
		if len(m.Tracking) != 26 {
			t.Fatalf("%s: %d weeks of 183 days", m.Name, len(m.Tracking))
		}
		seenBefore, expectedBefore := 0, 0.0
		for i, row := range m.Tracking {
			last := start + purchase.Date(7*i+6)
			seen, expected := 0, 0.0
			for _, days := range plainDays(log) {
				if days[0] > end || days[0] > last {
					continue
				}
				expected += m.Fitted.Model.Expected(float64(last-days[0]+1) / 7) // both days counted
				for _, d := range days[1:] {
					if d <= last {
						seen++
					}
				}
			}
			if row.Period != i+1 || row.End != last || row.Observed != seen-seenBefore || row.CumulativeObserved != seen || row.Holdout != (last > end) {
				t.Errorf("%s: %+v, want %d by %s", m.Name, row, seen, last)
			}
			near(t, m.Name+" cumulative", row.CumulativeExpected, expected, 1e-8)
			near(t, m.Name+" in the week", row.Expected, expected-expectedBefore, 1e-8)
			seenBefore, expectedBefore = seen, expected
		}
	}
}

// What became of the rows, with notes on what was left out.
func TestRows(t *testing.T) {
	log := shop(t)
	end, observed := start+90, start+182
	want := purchase.Rows{Read: log.Len()}
	for _, days := range plainDays(log) {
		want.Merged -= len(days)
		if days[0] > end {
			want.Late++
		}
	}
	want.Merged += log.Len()
	for _, p := range log.Purchases() {
		if p.Date > observed {
			want.AfterEnd++
		}
	}
	got, err := purchase.Fit(purchase.Request{Log: log, CalibrationEnd: &end, ObservationEnd: &observed, Horizon: 5, AnnualDiscountRate: 0.1})
	if err != nil {
		t.Fatal(err)
	}
	if got.Rows != want || want.Late == 0 || want.AfterEnd == 0 || got.Customers != 120-want.Late {
		t.Errorf("%+v of %d customers, want %+v", got.Rows, got.Customers, want)
	}
	for note, there := range map[string]bool{purchase.NoteCustomersLate: true, purchase.NotePurchasesAfterEnd: true, purchase.NoteHorizonAssumed: false, purchase.NoteDiscountAssumed: false} {
		if slices.Contains(got.Notes, note) != there {
			t.Errorf("%s: %v", note, got.Notes)
		}
	}
	got, err = purchase.Fit(purchase.Request{Log: log})
	if err != nil {
		t.Fatal(err)
	}
	if got.Rows != (purchase.Rows{Read: want.Read, Merged: want.Merged}) || slices.Contains(got.Notes, purchase.NoteCustomersLate) || slices.Contains(got.Notes, purchase.NotePurchasesAfterEnd) {
		t.Errorf("%+v %v", got.Rows, got.Notes)
	}
	if !slices.Contains(got.Notes, purchase.NoteHorizonAssumed) || !slices.Contains(got.Notes, purchase.NoteDiscountAssumed) {
		t.Errorf("%v", got.Notes)
	}
}

// The dates that a log is looked at to: by default its last purchase, and never
// an end of observation before that of calibration.
func TestEnds(t *testing.T) {
	log := shop(t)
	_, last, _ := log.Span()
	at := func(d purchase.Date) *purchase.Date {
		if d == 0 {
			return nil
		}
		return &d
	}
	for _, c := range []struct {
		calibration, observation, wantCalibration, wantObservation purchase.Date
		reason                                                     string
	}{
		{0, 0, last, last, ""},
		{start + 90, 0, start + 90, last, ""},
		{last + 9, 0, last + 9, last + 9, ""},
		{0, start + 120, start + 120, start + 120, ""},
		{0, last + 100, last, last + 100, ""},
		{start + 90, start + 90, start + 90, start + 90, ""},
		{start + 90, start + 89, 0, 0, "observation_end out_of_range before_calibration_end"},
		{start - 1, 0, 0, 0, "calibration_end out_of_range before_first_purchase"},
	} {
		got, err := purchase.Fit(purchase.Request{Log: log, CalibrationEnd: at(c.calibration), ObservationEnd: at(c.observation)})
		if c.reason != "" {
			if faults := faultsOf(err); len(faults) != 1 || faults[0] != c.reason {
				t.Errorf("%+v: %v", c, err)
			}
			continue
		}
		if err != nil {
			t.Errorf("%+v: %v", c, err)
			continue
		}
		if q := got.Request; *q.CalibrationEnd != c.wantCalibration || *q.ObservationEnd != c.wantObservation {
			t.Errorf("%+v: to %s and %s", c, q.CalibrationEnd, q.ObservationEnd)
		}
	}
}

// How many customers made x repeat purchases and how many are expected to, the
// last row holding all above; every customer is in one of them.
func TestFrequencies(t *testing.T) {
	for most, customers := range map[int][]purchase.Customer{10: append(table(), purchase.Customer{X: 14, TX: 29, T: 30, Count: 2}, purchase.Customer{X: 10, TX: 28, T: 30, Count: 1}), 9: table()} {
		got, err := purchase.Fit(purchase.Request{Customers: customers})
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range got.Models {
			if m.Fitted == nil {
				continue
			}
			if len(m.Frequencies) != most+1 {
				t.Fatalf("%s: %d rows", m.Name, len(m.Frequencies))
			}
			sum, people := 0.0, 0
			for x, f := range m.Frequencies {
				observed, expected := 0, 0.0
				for _, c := range customers {
					expected += float64(c.Count) * m.Fitted.Model.Probability(x, c.T)
					if c.X == x || x == most && c.X > most {
						observed += c.Count
					}
				}
				if f.X != x || f.Observed != observed || f.OrMore != (x == most) {
					t.Errorf("%s: %+v, want %d", m.Name, f, observed)
				}
				if x < most {
					near(t, m.Name+" frequency", f.Expected, expected, 1e-8)
				} else if f.Expected < expected {
					t.Errorf("%s: %g expected %d times or more, %g of them just so often", m.Name, f.Expected, x, expected)
				}
				sum, people = sum+f.Expected, people+f.Observed
			}
			near(t, m.Name+" of all customers", sum, float64(people), 1e-8)
		}
	}
}

// A unit is so many days long, and a year has so many whole ones.
func TestUnits(t *testing.T) {
	for unit, want := range map[purchase.Unit]struct {
		days  float64
		ahead int
	}{purchase.Day: {1, 365}, purchase.Week: {7, 52}, purchase.Month: {30.4375, 12}, "": {7, 52}} {
		got, err := purchase.Fit(purchase.Request{Log: shop(t), Unit: unit})
		if err != nil {
			t.Errorf("%q: %v", unit, err)
			continue
		}
		if got.Request.Ahead != want.ahead || got.Request.Unit.Days() != want.days {
			t.Errorf("%q: %d ahead of %g days", unit, got.Request.Ahead, got.Request.Unit.Days())
		}
	}
	if days := purchase.Unit("hour").Days(); days != 0 {
		t.Errorf("an hour has %g days", days)
	}
	for period, want := range map[string]int{"": 10, "year": 10, "quarter": 40, "month": 120, "week": 520} {
		got, err := purchase.Fit(purchase.Request{Log: shop(t), Period: period})
		if err != nil || got.Request.Horizon != want || got.Scenario.Horizon != want || len(got.Scenario.RetentionCurve) != want-1 {
			t.Errorf("%q: %v, want a horizon of %d", period, err, want)
		}
	}
}

// A log knows its customers in the order in which they came and its first and last
// day, whatever the order of the purchases.
func TestLog(t *testing.T) {
	log := new(purchase.Log)
	if _, _, ok := log.Span(); ok {
		t.Error("an empty log has a span")
	}
	for i, name := range []string{"bo", "ada", "bo", "cy"} {
		if err := log.Add(name, purchase.Date(100-10*i), purchase.Money{Units: int64(i), Places: 9}); err != nil {
			t.Fatal(err)
		}
	}
	if err := log.Add("di", 5, purchase.Money{Units: 1, Places: 10}); !slices.Equal(faultsOf(err), []string{"amount out_of_range too_many_places"}) {
		t.Errorf("ten decimals: %v", err)
	}
	first, last, ok := log.Span()
	if !ok || first != 70 || last != 100 || log.Len() != 4 || !slices.Equal(log.Customers(), []string{"bo", "ada", "cy"}) {
		t.Errorf("%d to %d, %v", first, last, log.Customers())
	}
	if p := log.Purchases()[2]; p.Customer != 0 || p.Date != 80 || p.Amount.Float() != 2e-9 || p.Amount.Decimal().String() != "0.000000002" {
		t.Errorf("%+v", p)
	}
}

// What customers may be at the most, and what is beyond.
func TestCustomerBounds(t *testing.T) {
	good := purchase.Customer{X: 1, TX: 1, T: 1, Count: 1}
	for _, c := range []struct {
		customer purchase.Customer
		wrong    string
	}{
		{purchase.Customer{X: purchase.MostPurchases, TX: 5, T: purchase.MostUnits, Count: purchase.MostAlike}, ""},
		{purchase.Customer{X: purchase.MostPurchases + 1, TX: 5, T: 9, Count: 1}, "customers[0].x out_of_range out_of_range"},
		{purchase.Customer{X: 1, TX: 5, T: math.Nextafter(purchase.MostUnits, math.Inf(1)), Count: 1}, "customers[0].T out_of_range out_of_range"},
		{purchase.Customer{X: 1, TX: 5, T: 5, Count: purchase.MostAlike + 1}, "customers[0].count out_of_range out_of_range"},
		{purchase.Customer{X: 1, TX: 5, T: 5, ZBar: math.Inf(1), Count: 1}, "customers[0].zbar out_of_range out_of_range"},
		{purchase.Customer{T: 0, Count: 1}, ""},
	} {
		_, err := purchase.Fit(purchase.Request{Customers: []purchase.Customer{c.customer, good, {X: 3, TX: 2, T: 4, Count: 5}}})
		faults := faultsOf(err)
		if c.wrong == "" && slices.ContainsFunc(faults, func(f string) bool { return f != "customers no_solution no_model_left" }) || c.wrong != "" && (len(faults) != 1 || faults[0] != c.wrong) {
			t.Errorf("%+v: %v", c.customer, err)
		}
	}
	many := make([]purchase.Customer, 100)
	if _, err := purchase.Fit(purchase.Request{Customers: many}); len(faultsOf(err)) != 20 {
		t.Errorf("%d faults are listed", len(faultsOf(err)))
	}
}
