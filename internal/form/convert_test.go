package form

import (
	"math"
	"strconv"
	"strings"
	"testing"

	"blyant/internal/input"
	"blyant/internal/locale"
	"blyant/model"
)

// converted is a canonical query of a page with its period changed from was to
// the other, converted.
func convertedQuery(t *testing.T, page Page, was, now model.Period, query string) map[string]string {
	t.Helper()
	p, faults := input.ParseQuery(query)
	if len(faults) > 0 {
		t.Fatal(faults)
	}
	all := map[string]string{}
	for _, param := range between(page, was, now, finely).of(p) {
		all[param.Name] = param.Value
	}
	return all
}

// What a year's numbers are by the month: 0.9 a year is 0.9^(1/12) a month, and so
// on; what does not depend on the length of a period stays. The powers are those
// of binary arithmetic, which shares nothing with the decimal one.
func TestConvertedNumbers(t *testing.T) {
	twelfth := func(x float64) string {
		return strconv.FormatFloat(math.Round(math.Pow(x, 1./12)*1e6)/1e6, 'f', -1, 64)
	}
	growth := func(g float64) string {
		return strconv.FormatFloat(math.Round((math.Pow(1+g, 1./12)-1)*1e6)/1e6, 'f', -1, 64)
	}
	for _, c := range []struct {
		page        Page
		query, want string
	}{
		{ValuePage(), "repeat_purchase_rate=0.9", "repeat_purchase_rate=" + twelfth(.9)},
		{ValuePage(), "repeat_purchase_rate=1&orders_per_period=12", "repeat_purchase_rate=1&orders_per_period=1"},
		{ValuePage(), "basket_growth_rate=0.05&order_growth_rate=-0.1", "basket_growth_rate=" + growth(.05) + "&order_growth_rate=" + growth(-.1)},
		{ValuePage(), "horizon=10&service_cost_per_period=120&orders_per_period=4", "horizon=120&service_cost_per_period=10&orders_per_period=0.333333"},
		{ValuePage(), "basket_value=10&margin_rate=0.4&annual_discount_rate=0.08&add_on_rate=0.3&deterred_per_lost_customer=2&acquisition_cost=50&vat_rate=0.25", ""},
		// one pencil stays one pencil
		{ValuePage(), "one.repeat_purchase_rate=0&one.orders_per_period=1&two.repeat_purchase_rate=0.5&two.orders_per_period=6", "two.repeat_purchase_rate=" + twelfth(.5) + "&two.orders_per_period=0.5"},
		{PlanPage(), "plan_periods=3&new_customers_first=480&new_customers_growth_rate=0.6&fixed_cost_per_period=384000&opening_cash=5", "plan_periods=36&new_customers_first=40&new_customers_growth_rate=" + growth(.6) + "&fixed_cost_per_period=32000"},
		{PlanPage(), "new_customers=120,240&seasonality=1,2", "new_customers=" + strings.Repeat("10,", 12) + "20&seasonality=" + strings.Repeat("1,", 12) + strings.TrimSuffix(strings.Repeat("2,", 12), ",")},
		{PlanPage(), "fixed_costs=1200,2400", "fixed_costs=" + strings.Repeat("100,", 12) + "200"},
		{PromisePage(), "repeat_rate_exceeded=0.9&repeat_rate_missed=0&referrals_per_exceeded=0.12&met_share=0.5", "repeat_rate_exceeded=" + twelfth(.9) + "&repeat_rate_missed=0&referrals_per_exceeded=0.01"},
		{ProgrammesPage(), "repeat_purchase_rate=0.8&one.repeat_purchase_rate_change=0.1&one.cost_per_period=24&one.orders_change=0.1",
			"repeat_purchase_rate=" + twelfth(.8) + "&one.repeat_purchase_rate_change=" + strconv.FormatFloat(math.Round((math.Pow(.9, 1./12)-math.Pow(.8, 1./12))*1e6)/1e6, 'f', -1, 64) + "&one.cost_per_period=2"},
	} {
		want := convertedQuery(t, c.page, model.Year, model.Year, c.query)
		for name, value := range convertedQuery(t, c.page, model.Year, model.Year, c.want) {
			want[name] = value
		}
		for name, got := range convertedQuery(t, c.page, model.Year, model.Month, c.query) {
			if got != want[name] {
				t.Errorf("%s: %s became %s, wanted %s", c.query, name, got, want[name])
			}
		}
	}
}

// A converted curve has the same customers left at the end of each longer period:
// 0.6, then 0.6·0.7, then 0.6·0.7·0.8 of them, the last rate repeating.
func TestConvertedCurves(t *testing.T) {
	left := func(text string, periods int) float64 {
		values, share := strings.Split(text, ","), 1.
		for i := range periods {
			x, err := strconv.ParseFloat(values[min(i, len(values)-1)], 64)
			if err != nil {
				t.Fatal(err)
			}
			share *= x
		}
		return share
	}
	for _, now := range []model.Period{model.Quarter, model.Month, model.Week} {
		k := now.PerYear()
		rates := convertedQuery(t, ValuePage(), model.Year, now, "retention_curve=0.6,0.7,0.8")["retention_curve"]
		shares := strings.Split(convertedQuery(t, ValuePage(), model.Year, now, "survival_curve=0.6,0.42,0.336")["survival_curve"], ",")
		if len(shares) != 3*k {
			t.Fatalf("%s: %d shares", now, len(shares))
		}
		for year, want := range []float64{.6, .42, .336, .2688} {
			if got := left(rates, (year+1)*k); math.Abs(got-want) > float64(k)*2e-6 {
				t.Errorf("%s: %v are left after %d years, wanted %v", now, got, year+1, want)
			}
			if year < 3 && shares[(year+1)*k-1] != strconv.FormatFloat(want, 'f', -1, 64) {
				t.Errorf("%s: %s of a curve are left after %d years, wanted %v", now, shares[(year+1)*k-1], year+1, want)
			}
		}
	}
	if got := convertedQuery(t, ValuePage(), model.Month, model.Year, "retention_curve="+strings.Repeat("0.9,", 23)+"0.8")["retention_curve"]; got != "0.28243,0.251048,0.068719" {
		t.Errorf("by the year: %s; 0.9^12, 0.9^11·0.8, 0.8^12 were wanted", got)
	}
	if got := convertedQuery(t, ValuePage(), model.Year, model.Month, "retention_curve=0,0.5&survival_curve=0.5,0"); !strings.HasPrefix(got["retention_curve"], "0,0,") || !strings.HasSuffix(got["survival_curve"], ",0,0") {
		t.Errorf("where nobody stays: %s", got)
	}
}

// Weeks and months do not divide each other; a number there and back is the same.
func TestConvertedThereAndBack(t *testing.T) {
	const query = "horizon=36&orders_per_period=3&repeat_purchase_rate=0.9&basket_growth_rate=0.004&service_cost_per_period=2"
	there := convertedQuery(t, ValuePage(), model.Month, model.Week, query)
	var p input.Params
	for name, value := range there {
		p = append(p, input.Param{Name: name, Value: value})
	}
	if there["horizon"] != "156" {
		t.Errorf("36 months are %s weeks", there["horizon"])
	}
	want := convertedQuery(t, ValuePage(), model.Month, model.Month, query)
	for _, param := range between(ValuePage(), model.Week, model.Month, 4).of(p) {
		if got, wanted := param.Value, want[param.Name]; got != wanted {
			t.Errorf("%s comes back as %s, was %s", param.Name, got, wanted)
		}
	}
}

// opened is a page whose form was sent with that query in the language.
func opened(t *testing.T, page Page, l locale.Language, query string) string {
	t.Helper()
	p, faults := input.ParseQuery(query)
	if len(faults) > 0 {
		t.Fatal(faults)
	}
	r := Request{Page: page, Lang: l, Params: p, Dialect: input.Dialect{Comma: l.DecimalComma(), Percent: true}, Typed: true, Base: "https://example.org"}.Opened()
	r = answered(t, r)
	body, err := Render(r)
	if err != nil {
		t.Fatal(err)
	}
	return string(body)
}

// Another length of period is offered to convert the numbers for, which are not
// touched until that is pressed; the way back leads to what there was.
func TestPeriodChanged(t *testing.T) {
	const form = "acquisition_cost=50&basket_value=10,5&repeat_purchase_rate=90&orders_per_period=12&horizon=10&was=year&period=month&currency=NOK"
	page := opened(t, ValuePage(), locale.Norwegian, form)
	for _, wanted := range []string{
		"Tallene gjelder nå per måned, men de ble skrevet inn per år.", `name="do" value="convert">Regn dem om til måneder<`, `name="do" value="keep"`,
		`name="was" value="year"`, "→ 99,1258\u00a0%", `id="orders_per_period" name="orders_per_period" value="12"`,
	} {
		if !strings.Contains(page, wanted) {
			t.Errorf("%q is not on the page", wanted)
		}
	}
	page = opened(t, ValuePage(), locale.Norwegian, form+"&do=convert")
	for _, wanted := range []string{
		"Tallene er regnet om fra per år til per måned.", `name="was" value="month"`, `name="repeat_purchase_rate" value="99,1258"`, `name="horizon" value="120"`,
		`name="orders_per_period" value="1"`, `name="basket_value" value="10,5"`, "period=year&amp;horizon=10&amp;acquisition_cost=50&amp;basket_value=10.5&amp;orders_per_period=12&amp;repeat_purchase_rate=0.9&amp;lang=nb&amp;decimal=point\">Angre<",
	} {
		if !strings.Contains(page, wanted) {
			t.Errorf("converted: %q is not on the page", wanted)
		}
	}
	if page = opened(t, ValuePage(), locale.Norwegian, strings.Replace(form, "was=year", "was=month", 1)); strings.Contains(page, "Regn dem om") {
		t.Error("there is an offer where the period is the same")
	}
	if page = opened(t, ValuePage(), locale.Norwegian, strings.Replace(form, "=50", "=femti", 1)); !strings.Contains(page, "Regn dem om") {
		t.Error("there is no offer where something else needs correcting")
	}
}
