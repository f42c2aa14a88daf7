package form

import (
	"slices"
	"strconv"
	"testing"

	"blyant/internal/input"
	"blyant/internal/locale"
)

// usedOn is a page into which a kept customer was taken, as its form shows it.
func usedOn(t *testing.T, page Page, query string) *viewer {
	t.Helper()
	p := append(params(t, query), input.Param{Name: ButtonParameter, Value: useButton + keptYear})
	r := Request{Page: page, Lang: locale.Norwegian, Params: p, Dialect: input.Dialect{Said: true}}.Opened()
	if r.Typed || r.Comma {
		t.Error("what was taken in is read as if it were typed")
	}
	return viewed(answered(t, r))
}

const keptYear = "name=Guest&currency=SEK&period=year&horizon=5&acquisition_cost=80&basket_value=95.5&orders_per_period=24&repeat_purchase_rate=0.3"

// On each page that is about one customer the kept one takes the place of the other
// with all that is known of it; nothing of the other is left, and what the page asks
// besides stays, by the kept one's length of period.
func TestKeptCustomerTakesThePlace(t *testing.T) {
	for _, s := range examplesOfPages() {
		if s.page.compares() {
			continue
		}
		v := usedOn(t, s.page, s.query)
		if len(v.Faults) > 0 {
			t.Errorf("%s: %v", s.page.Name, v.Faults)
		}
		for _, param := range params(t, keptYear) {
			if got := v.entry.common(param.Name); got != param.Value && !slices.Contains(notOnEach[s.page.Name], param.Name) {
				t.Errorf("%s: %s is %q, wanted %q", s.page.Name, param.Name, got, param.Value)
			}
		}
		for _, gone := range []string{"margin_rate", "service_cost_per_order", "annual_discount_rate", "basket_growth_rate", "timing"} {
			if got := v.entry.common(gone); got != "" {
				t.Errorf("%s: the other's %s of %q is left", s.page.Name, gone, got)
			}
		}
	}
}

// What a programme adds to a rate by the month is carried over from the rate that it
// was added to: from 0.9 to 0.93 by the month is from 0.9^12 to 0.93^12 by the year.
func TestChangeIsCarriedOverToTheKeptCustomer(t *testing.T) {
	v := usedOn(t, ProgrammesPage(), guests+bonusCard)
	want := multiplied(0.93, 12) - multiplied(0.9, 12)
	got, err := strconv.ParseFloat(v.entry.items[0].own["repeat_purchase_rate_change"], 64)
	if err != nil || got-want > 1e-6 || want-got > 1e-6 || len(v.Faults) > 0 {
		t.Errorf("the change is %v, wanted %v (%v)", got, want, v.Faults)
	}
	for name, want := range map[string]string{"cost_per_period": "6", "free_every": "10", "orders_change": "0.08", "fixed_cost": "4000", "participation_rate": "0.5"} {
		if got := v.entry.items[0].own[name]; got != want {
			t.Errorf("%s is %s, wanted %s", name, got, want)
		}
	}
	if v.entry.common("customers") != "800" || len(v.entry.items) != 1 || v.entry.text(v.entry.items[0], "name") != "Bonus card" {
		t.Errorf("what the page asks besides is %s", encode(v.Params))
	}
}

// Beside others there is room for four; the kept one comes last, in their currency and
// period, under a name of its own.
func TestKeptCustomerComesBeside(t *testing.T) {
	for n := 1; n <= 5; n++ {
		query := crowded(ValuePage(), n)
		v := usedOn(t, ValuePage(), query)
		if want := min(n+1, max(n, mostItems)); len(v.entry.items) != want || len(v.Faults) > 0 {
			t.Fatalf("beside %d there are %d (%v)", n, len(v.entry.items), v.Faults)
		}
		if n >= mostItems {
			continue
		}
		last := v.entry.items[n]
		for name, want := range map[string]string{"name": "Guest", "currency": "SEK", "period": "quarter", "horizon": "20", "orders_per_period": "6", "basket_value": "95.5", "margin_rate": ""} {
			if got := v.entry.text(last, name); got != want {
				t.Errorf("beside %d: %s is %q, wanted %q", n, name, got, want)
			}
		}
		twice := usedOn(t, ValuePage(), encode(v.Params))
		if n+1 < mostItems && twice.entry.text(twice.entry.items[n+1], "name") != "Guest "+itoa(n+2) {
			t.Errorf("beside itself it is called %q", twice.entry.text(twice.entry.items[n+1], "name"))
		}
	}
}
