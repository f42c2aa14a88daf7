package calculator_test

import (
	"fmt"
	"math"
	"math/rand/v2"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"testing"
	"time"

	"blyant/internal/locale"
)

// aYear is a list of purchases of three hundred customers, who come at rates of their own and
// stay away after a purchase with a chance of their own; now and then twice on one day.
func aYear() []purchased {
	random := rand.New(rand.NewPCG(20, 27))
	first := time.Date(2027, 1, 1, 0, 0, 0, 0, time.UTC)
	all := []purchased{{"last", first.AddDate(0, 0, 364), 5000}}
	for c := range 300 {
		day, wait, leaves, basket := random.IntN(180), 20+90*random.ExpFloat64(), math.Pow(random.Float64(), 2), 2000+random.IntN(20_000)
		for day <= 364 {
			all = append(all, purchased{fmt.Sprint("c", c), first.AddDate(0, 0, day), int64(basket/2 + random.IntN(basket))})
			if random.IntN(12) == 0 { // merged with the one of that day
				all = append(all, purchased{fmt.Sprint("c", c), first.AddDate(0, 0, day), 2550})
			}
			if random.Float64() < leaves {
				break
			}
			day += 1 + int(wait*random.ExpFloat64())
		}
	}
	return all
}

// summedUp sums purchases up for each customer: repeat purchases, the last one and the time
// observed in weeks, the mean value of the repeat purchases.
func summedUp(all []purchased, end time.Time) string {
	byDay := map[string]map[time.Time]int64{}
	var names []string
	for _, p := range all {
		if byDay[p.customer] == nil {
			byDay[p.customer] = map[time.Time]int64{}
			names = append(names, p.customer)
		}
		byDay[p.customer][p.day] += p.cents
	}
	rows := make([]string, len(names))
	for i, name := range names {
		var days []time.Time
		for day := range byDay[name] {
			days = append(days, day)
		}
		slices.SortFunc(days, time.Time.Compare)
		var cents int64
		for _, day := range days[1:] {
			cents += byDay[name][day]
		}
		weeks := func(to time.Time) float64 { return to.Sub(days[0]).Hours() / 24 / 7 }
		mean := float64(cents) / 100 / max(1, float64(len(days)-1))
		rows[i] = fmt.Sprintf(`{"x":%d,"t_x":%.15g,"T":%.15g,"zbar":%.15g}`, len(days)-1, weeks(days[len(days)-1]), weeks(end), mean)
	}
	return `"customers":[` + strings.Join(rows, ",") + "]"
}

// A list of purchases gives the models that its table of customers gives, which the test sums
// up: merged by day, counted from the second day on, in weeks.
func TestPurchasesAsCustomers(t *testing.T) {
	all := aYear()
	end := time.Date(2027, 12, 31, 0, 0, 0, 0, time.UTC)
	byLog := answerOf(t, "/v1/purchase-fit", `{"unit":"week",`+asJSON(all)+`}`)
	byTable := answerOf(t, "/v1/purchase-fit", `{"unit":"week",`+summedUp(all, end)+`}`)
	if got := at(byLog, "inputs", "calibration_end"); got != "2027-12-31" {
		t.Fatalf("the last purchase is of %v", got)
	}
	models, others := list(byLog["models"]), list(byTable["models"])
	if len(models) != 4 || len(others) != 4 {
		t.Fatalf("%d and %d models", len(models), len(others))
	}
	for i := range models {
		for _, part := range []string{"model", "parameters", "standard_errors", "intervals", "log_likelihood", "frequencies", "new_customer"} {
			if got, want := written(t, at(models[i], part)), written(t, at(others[i], part)); got != want {
				t.Errorf("%s of %v: %s, from the table of customers %s", part, at(models[i], "model"), got, want)
			}
		}
	}
	for _, part := range []string{"scenario", "uncertain", "preferred"} {
		if got, want := written(t, byLog[part]), written(t, byTable[part]); got != want {
			t.Errorf("%s: %s, from the table of customers %s", part, got, want)
		}
	}
}

// spreadsheet writes purchases as a spreadsheet of the language saves them: byte-order mark,
// semicolons and decimal commas but in English, line ends of Windows.
func spreadsheet(all []purchased, l locale.Language) string {
	comma, mark := ";", ","
	if l == locale.English {
		comma, mark = ",", "."
	}
	text := "\ufeffcustomer" + comma + "date" + comma + "amount\r\n"
	for _, p := range all {
		text += p.customer + comma + p.day.Format(time.DateOnly) + comma + fmt.Sprintf("%d%s%02d", p.cents/100, mark, p.cents%100) + "\r\n"
	}
	return text
}

// Rows of a spreadsheet of each language, told or found out, and rows of JSON are one request:
// the fit and the cohorts are the same.
func TestRowsOfSpreadsheets(t *testing.T) {
	all := aYear()
	for _, c := range []struct{ path, part string }{{"/v1/cohorts", "cohorts"}, {"/v1/cohorts", "totals"}, {"/v1/purchase-fit", "models"}, {"/v1/purchase-fit", "scenario"}} {
		want := written(t, answerOf(t, c.path, `{`+asJSON(all)+`}`)[c.part])
		for _, l := range locale.Languages() {
			_, text := replied(c.path+"?lang="+string(l), "text/csv", spreadsheet(all, l))
			whole := decoded(t, text)
			if got := written(t, whole[c.part]); got != want {
				t.Errorf("%s of a file in %s: %.300s, from JSON %.300s", c.part, l, text, want)
			}
			if read := at(whole, "rows", "read"); written(t, read) != fmt.Sprint(len(all)) {
				t.Errorf("%v rows of %d were read in %s", read, len(all), l)
			}
		}
	}
}

// The link of the scenario opens the form, and asks the calculator for the scenario that the
// answer says: with a cost it is worth what its figures come to.
func TestLinkOfScenario(t *testing.T) {
	whole := answerOf(t, "/v1/purchase-fit", `{"currency":"SEK","period":"quarter","horizon":9,`+asJSON(aYear())+`}`)
	scenario := whole["scenario"].(node)
	link := scenario["link"].(string)
	basket := written(t, scenario["basket_value"])
	if _, text := replied(link, "", ""); !strings.Contains(text, "<form") || !strings.Contains(text, `value="`+basket+`"`) {
		t.Errorf("%s opens no form with a basket of %s", link, basket)
	}
	if status, text := replied(link+"&acquisition_cost=80", "", ""); status != http.StatusOK || !strings.Contains(text, "<form") {
		t.Errorf("with a cost: %d", status)
	}
	address, err := url.Parse(link)
	if err != nil || address.Path != "/" {
		t.Fatalf("%s: %v", link, err)
	}
	_, text := replied("/v1/lifetime-value?acquisition_cost=80&"+address.RawQuery, "", "")
	value := decoded(t, text)
	for _, name := range []string{"period", "horizon", "basket_value", "orders_per_period", "retention_curve"} {
		got, want := at(value, "inputs", name), scenario[name]
		if curve, is := want.([]any); is {
			for i := range curve {
				if exactly(t, curve[i]).Cmp(exactly(t, list(got)[i])) != 0 {
					t.Errorf("the curve is %v, in the answer %v", got, want)
				}
			}
			if len(curve) != 8 || len(list(got)) != 8 {
				t.Errorf("%d and %d rates of a horizon of 9", len(curve), len(list(got)))
			}
			continue
		}
		if a, b := strings.Trim(written(t, got), `"`), strings.Trim(written(t, want), `"`); a != b && exactly(t, a).Cmp(exactly(t, b)) != 0 {
			t.Errorf("%s is %s, in the answer %s", name, a, b)
		}
	}
	if at(value, "currency") != "SEK" {
		t.Errorf("the link is in %v", at(value, "currency"))
	}
}
