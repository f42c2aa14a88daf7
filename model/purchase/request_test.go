package purchase_test

import (
	"errors"
	"math"
	"math/rand/v2"
	"slices"
	"strconv"
	"testing"

	"blyant/model/purchase"

	"github.com/shopspring/decimal"
)

// faultOf returns the fields and reasons of the faults of a request.
func faultsOf(err error) []string {
	var faults purchase.Faults
	if !errors.As(err, &faults) {
		return nil
	}
	var out []string
	for _, f := range faults {
		out = append(out, f.Field+" "+f.Code+" "+f.Reason)
	}
	return out
}

func TestFaults(t *testing.T) {
	good := purchase.Customer{X: 1, TX: 2, T: 5, Count: 1}
	with := func(change func(c *purchase.Customer)) purchase.Request {
		c := good
		change(&c)
		return purchase.Request{Customers: []purchase.Customer{good, c}}
	}
	early := purchase.Date(0)
	log := new(purchase.Log)
	for i, name := range []string{"a", "b", "a"} {
		if err := log.Add(name, 20000+purchase.Date(i), purchase.Money{Units: 5}); err != nil {
			t.Fatal(err)
		}
	}
	for _, c := range []struct {
		what    string
		request purchase.Request
		want    []string
	}{
		{"nothing", purchase.Request{}, []string{"transactions conflict transactions_or_customers"}},
		{"no customers", purchase.Request{Customers: []purchase.Customer{}}, []string{"customers required required"}},
		{"negative x", with(func(c *purchase.Customer) { c.X = -1 }), []string{"customers[1].x out_of_range out_of_range"}},
		{"recency after the end", with(func(c *purchase.Customer) { c.TX = 6 }), []string{"customers[1].t_x out_of_range recency_after_end"}},
		{"recency missing", with(func(c *purchase.Customer) { c.TX = 0 }), []string{"customers[1].t_x out_of_range recency_missing"}},
		{"recency without repeat", with(func(c *purchase.Customer) { c.X = 0 }), []string{"customers[1].t_x out_of_range recency_without_repeat"}},
		{"T not a number", with(func(c *purchase.Customer) { c.T = math.NaN() }), []string{"customers[1].T out_of_range out_of_range", "customers[1].t_x out_of_range recency_after_end"}},
		{"negative value", with(func(c *purchase.Customer) { c.ZBar = -1 }), []string{"customers[1].zbar out_of_range out_of_range"}},
		{"no count", with(func(c *purchase.Customer) { c.Count = 0 }), []string{"customers[1].count out_of_range out_of_range"}},
		{"nobody repeats", purchase.Request{Customers: []purchase.Customer{{T: 3, Count: 9}, {T: 5, Count: 2}}}, []string{"customers no_solution nobody_repeats"}},
		{"one customer", purchase.Request{Customers: []purchase.Customer{good}}, []string{"customers no_solution one_customer"}},
		{"choices", purchase.Request{Customers: []purchase.Customer{good}, Unit: "hour", Period: "decade", Model: "nbd", Horizon: -1, Ahead: 6000, AnnualDiscountRate: 11},
			[]string{"unit not_a_choice not_a_choice", "period not_a_choice not_a_choice", "model not_a_choice not_a_choice",
				"horizon out_of_range out_of_range", "ahead out_of_range out_of_range", "annual_discount_rate out_of_range out_of_range"}},
		{"dates of a table", purchase.Request{Customers: []purchase.Customer{good}, CalibrationEnd: &early}, []string{"calibration_end conflict dates_without_transactions"}},
		{"calibration before the log", purchase.Request{Log: log, CalibrationEnd: &early}, []string{"calibration_end out_of_range before_first_purchase"}},
		{"empty log", purchase.Request{Log: new(purchase.Log)}, []string{"transactions required required"}},
	} {
		if _, err := purchase.Fit(c.request); !slices.Equal(faultsOf(err), c.want) {
			t.Errorf("%s: got %q, want %q", c.what, faultsOf(err), c.want)
		}
	}
	if _, err := purchase.FitModel("nbd", []purchase.Customer{good}); !slices.Equal(faultsOf(err), []string{"model not_a_choice not_a_choice"}) {
		t.Error(err)
	}
}

// A purchase without a customer or below zero is refused, and nothing added.
func TestLogRefuses(t *testing.T) {
	log := new(purchase.Log)
	if err := log.Add("", 1, purchase.Money{}); !slices.Equal(faultsOf(err), []string{"customer required required"}) {
		t.Error(err)
	}
	if err := log.Add("a", 1, purchase.Money{Units: -1, Places: 2}); !slices.Equal(faultsOf(err), []string{"amount out_of_range amount_negative"}) {
		t.Error(err)
	}
	if log.Len() != 0 || len(log.Customers()) != 0 {
		t.Error("a refused purchase was kept")
	}
}

// Merging of days, recency and age, values of repeat purchases only, customers
// and purchases after the dates; counted by hand.
func TestCalibrate(t *testing.T) {
	log := new(purchase.Log)
	for _, p := range []struct {
		who, when string
		units     int64
	}{
		{"ada", "2027-01-10", 500}, {"ada", "2027-01-03", 100}, {"ada", "2027-01-10", 250}, {"ada", "2027-01-31", 0},
		{"bo", "2027-01-20", 900}, {"bo", "2027-02-02", 900}, {"cy", "2027-02-01", 100}, {"ada", "2027-02-03", 1},
	} {
		if err := log.Add(p.who, day(t, p.when), purchase.Money{Units: p.units, Places: 2}); err != nil {
			t.Fatal(err)
		}
	}
	got := log.Calibrate(day(t, "2027-01-31"), purchase.Week)
	want := []purchase.Customer{{Name: "ada", X: 2, TX: 4, T: 4, ZBar: 3.75, Count: 1}, {Name: "bo", T: 11.0 / 7, Count: 1}}
	if !slices.Equal(got.Customers, want) || got.Merged != 1 || got.Late != 1 || got.First != day(t, "2027-01-03") {
		t.Errorf("%+v", got)
	}
	days := log.Calibrate(day(t, "2027-01-31"), purchase.Day).Customers[0]
	months := log.Calibrate(day(t, "2027-01-31"), purchase.Month).Customers[0]
	if days.T != 28 || math.Abs(months.T-28*12/365.25) > 1e-15 {
		t.Errorf("%g days, %g months", days.T, months.T)
	}
}

// Alike customers are one row, and the answer does not depend on how a table is
// grouped or ordered.
func TestGroupingChangesNothing(t *testing.T) {
	single := simulate(purchase.ModelBGNBD, truths[purchase.ModelBGNBD], 800, rand.New(rand.NewPCG(7, 7)))
	for i := range single {
		single[i].TX = math.Ceil(single[i].TX)
	}
	grouped := purchase.Group(single)
	if len(grouped) >= 800 || len(grouped) != len(purchase.Group(grouped)) {
		t.Errorf("%d rows", len(grouped))
	}
	slices.Reverse(single)
	one, err := purchase.FitModel(purchase.ModelBGNBD, single)
	if err != nil {
		t.Fatal(err)
	}
	two, err := purchase.FitModel(purchase.ModelBGNBD, grouped)
	if err != nil {
		t.Fatal(err)
	}
	if one.LogLikelihood != two.LogLikelihood || !slices.Equal(one.Model.Parameters(), two.Model.Parameters()) {
		t.Errorf("%v and %v", one.Model, two.Model)
	}
}

// Customers whose likelihood has no inner maximum: all alike in their rate and
// all still there.
func TestNoMaximum(t *testing.T) {
	var everybodyStays []purchase.Customer
	for i := range 50 {
		everybodyStays = append(everybodyStays, purchase.Customer{X: 10, TX: 20, T: 20 + float64(i%2)*1e-3, Count: 3})
	}
	for _, name := range purchaseModels {
		_, err := purchase.FitModel(name, everybodyStays)
		var none *purchase.NoMaximumError
		if !errors.As(err, &none) || none.Reason == "" {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// Units of time: the same log by day and by week gives the same customers in
// other units, so times scale by seven and nothing else changes.
func TestUnitsScale(t *testing.T) {
	log := transactions(t)
	end := day(t, "1997-09-30")
	for _, name := range purchaseModels {
		days, err := purchase.FitModel(name, log.Calibrate(end, purchase.Day).Customers)
		if err != nil {
			t.Fatal(err)
		}
		weeks, err := purchase.FitModel(name, log.Calibrate(end, purchase.Week).Customers)
		if err != nil {
			t.Fatal(err)
		}
		d, w := days.Model.Parameters(), weeks.Model.Parameters()
		relative(t, name+" r", d[0], w[0], 1e-6)
		relative(t, name+" α", d[1], 7*w[1], 1e-6)
		relative(t, name+" third", d[2], w[2], 1e-6)
	}
}

func TestMoneyOf(t *testing.T) {
	for text, want := range map[string]purchase.Money{"12.50": {125, 1}, "0": {}, "1e3": {1000, 0}, "0.000000001": {1, 9}, "-3.5": {-35, 1}} {
		if got, ok := purchase.MoneyOf(decimal.RequireFromString(text)); !ok || got != want {
			t.Errorf("%s: %v %v", text, got, ok)
		}
	}
	for _, text := range []string{"0.0000000001", "10000000000000000000"} {
		if got, ok := purchase.MoneyOf(decimal.RequireFromString(text)); ok {
			t.Errorf("%s held as %v", text, got)
		}
	}
}

func TestDates(t *testing.T) {
	for _, text := range []string{"2027-02-29", "27-01-01", "2027-1-1", "0000-01-01", "", "2027-01-01T00:00"} {
		if d, err := purchase.ParseDate(text); err == nil {
			t.Errorf("%q read as %s", text, d)
		}
	}
	if _, ok := purchase.NewDate(2027, 2, 29); ok {
		t.Error("29 February 2027")
	}
	for _, text := range []string{"0001-01-01", "1969-12-31", "1970-01-01", "2024-02-29", "9999-12-31"} {
		if d := day(t, text); d.String() != text {
			t.Errorf("%s became %s", text, d)
		}
	}
}

// A log of some million purchases by 250,000 customers who leave after some of
// them, calibrated, grouped and fitted with BG/NBD.
func BenchmarkMillionPurchases(b *testing.B) {
	log, random := new(purchase.Log), rand.New(rand.NewPCG(1, 6))
	for i := range 250_000 {
		name, rate, leave := strconv.Itoa(i), 1/(10+90*random.Float64()), random.Float64()*random.Float64()
		for at := 20000 + 300*random.Float64(); at < 20700; at += random.ExpFloat64() / rate {
			if err := log.Add(name, purchase.Date(at), purchase.Money{Units: int64(i % 9999), Places: 2}); err != nil {
				b.Fatal(err)
			}
			if random.Float64() < leave {
				break
			}
		}
	}
	b.ReportAllocs()
	for b.Loop() {
		c := log.Calibrate(20700, purchase.Week)
		got, err := purchase.FitModel(purchase.ModelBGNBD, c.Customers)
		if err != nil {
			b.Fatal(err)
		}
		if got.Model.Parameters()[0] <= 0 {
			b.Fatal(got.Model)
		}
	}
	b.ReportMetric(float64(log.Len()), "purchases")
}
