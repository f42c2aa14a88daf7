package calculator_test

import (
	"bytes"
	"encoding/json"
	"log/slog"
	"math"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"blyant/api"
)

// published reads a file of public data, of which there is no copy here.
func published(t *testing.T, name string) string {
	t.Helper()
	folder := os.Getenv("BLYANT_DATA")
	if folder == "" {
		t.Skip("BLYANT_DATA names no folder of public data")
	}
	data, err := os.ReadFile(filepath.Join(folder, name))
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// rowsOf asks with a body of rows and returns a table of the answer.
func rowsOf(t *testing.T, target, body string) [][]string {
	t.Helper()
	r := httptest.NewRequest(http.MethodPost, target, strings.NewReader(body))
	r.Header.Set("Content-Type", "text/csv")
	w := httptest.NewRecorder()
	api.New(api.Config{}).ServeHTTP(w, r)
	if w.Code != http.StatusOK {
		t.Fatalf("%s: %d %.500s", target, w.Code, w.Body)
	}
	var rows [][]string
	for line := range strings.Lines(w.Body.String()) {
		rows = append(rows, strings.Split(strings.TrimRight(line, "\n"), ","))
	}
	return rows
}

// The CDNOW data as published, from the log of purchases as CSV.
func TestPurchasesAsPublished(t *testing.T) {
	rows := rowsOf(t, "/v1/purchase-fit?unit=week&calibration_end=1997-09-30&format=csv&table=parameters", published(t, "cdnow_transactions.csv"))
	got := map[string]float64{}
	for _, row := range rows[1:] {
		for at, name := range map[int]string{2: row[1], 6: "log_likelihood"} {
			x, err := strconv.ParseFloat(row[at], 64)
			if err != nil {
				t.Fatal(row)
			}
			got[row[0]+" "+name] = x
		}
	}
	for name, want := range map[string]string{
		"bg_nbd r": ".2426", "bg_nbd alpha": "4.4136", "bg_nbd a": ".7929", "bg_nbd b": "2.4259", "bg_nbd log_likelihood": "-9582.429",
		"pareto_nbd r": ".5533", "pareto_nbd alpha": "10.578", "pareto_nbd s": ".6062", "pareto_nbd beta": "11.669", "pareto_nbd log_likelihood": "-9594.976",
		"mbg_nbd r": ".525", "mbg_nbd alpha": "6.183", "mbg_nbd a": ".891", "mbg_nbd b": "1.614", "mbg_nbd log_likelihood": "-9582.136",
		"gamma_gamma p": "6.25", "gamma_gamma q": "3.74", "gamma_gamma gamma": "15.44", "gamma_gamma log_likelihood": "-4055.918",
	} {
		x, _ := strconv.ParseFloat(want, 64)
		_, decimals, _ := strings.Cut(want, ".")
		if math.Abs(got[name]-x) > 0.6*math.Pow10(-len(decimals)) {
			t.Errorf("%s is %v, published %s", name, got[name], want)
		}
	}
}

// The cumulative repeat purchases of CDNOW in weeks 20 to 25, as published.
func TestTrackingAsPublished(t *testing.T) {
	rows := rowsOf(t, "/v1/purchase-fit?unit=week&calibration_end=1997-09-30&format=csv&table=tracking", published(t, "cdnow_transactions.csv"))
	want := map[string][]float64{"bg_nbd": {1312.5, 1387.3, 1460.4, 1531.7, 1601.4, 1669.6}, "pareto_nbd": {1308.9, 1385.3, 1459.9, 1532.9, 1604.3, 1674.3}}
	bought := []string{"1359", "1414", "1484", "1517", "1573", "1672"}
	compared := 0
	for _, row := range rows[1:] {
		week, _ := strconv.Atoi(row[1])
		if week < 20 || week > 25 || want[row[0]] == nil {
			continue
		}
		compared++
		expected, _ := strconv.ParseFloat(row[6], 64)
		if row[5] != bought[week-20] || expected < want[row[0]][week-20]-0.05 || expected >= want[row[0]][week-20]+0.1 { // some are published cut rather than rounded
			t.Errorf("%s, week %d: bought %s, expected %s, published %s and %v", row[0], week, row[5], row[6], bought[week-20], want[row[0]][week-20])
		}
	}
	if compared != 12 {
		t.Errorf("%d rows compared", compared)
	}
}

// The table of customers gives what was published too, as CSV and as JSON.
func TestTableOfCustomers(t *testing.T) {
	data := published(t, "cdnow_summary.csv")
	parameters := rowsOf(t, "/v1/purchase-fit?format=csv&table=parameters", data)
	if got := strings.Join(parameters[1], ","); !strings.HasPrefix(got, "bg_nbd,r,0.242") || !strings.HasSuffix(got, ",-9582.425561") { // published: .243, −9582.4256
		t.Errorf("from CSV: %s", got)
	}
	var list []map[string]any
	for line := range strings.Lines(data[strings.Index(data, "\n")+1:]) {
		cells := strings.Split(strings.TrimSpace(line), ",")
		list = append(list, map[string]any{"customer": json.Number(cells[0]), "x": json.Number(cells[1]), "t_x": json.Number(cells[2]), "T": json.Number(cells[3]), "zbar": json.Number(cells[4])})
	}
	body, err := json.Marshal(map[string]any{"customers": list})
	if err != nil {
		t.Fatal(err)
	}
	status, answer := post(t, "/v1/purchase-fit", "application/json", strings.ReplaceAll(string(body), `"customer":0`, `"customer":`))
	if status != http.StatusOK {
		t.Fatalf("%d %.300v", status, answer)
	}
	first := answer["models"].([]any)[0].(map[string]any)
	if got := first["log_likelihood"].(float64); got != -9582.425561 {
		t.Errorf("from JSON: %v", got)
	}
}

// There is no GET, and 405 says what there is.
func TestRowsArePostedOnly(t *testing.T) {
	for _, path := range []string{"/v1/purchase-fit", "/v1/cohorts"} {
		w := httptest.NewRecorder()
		api.New(api.Config{}).ServeHTTP(w, httptest.NewRequest(http.MethodGet, path+"?unit=week", nil))
		if allow := w.Header().Get("Allow"); w.Code != http.StatusMethodNotAllowed || !strings.Contains(allow, "POST") || strings.Contains(allow, "GET") {
			t.Errorf("GET %s: %d, Allow: %s", path, w.Code, allow)
		}
	}
}

const shop = "customer,date,amount\nada@example.com,2027-01-01,10.50\nada@example.com,2027-01-09,12\nbo@example.com,2027-01-02,9\nbo@example.com,2027-02-02,9\ncy@example.com,2027-01-20,30\ndi@example.com,2027-03-01,-5\n"

// Whoever's purchases they are is repeated only where each customer is asked
// for, and never logged.
func TestAddressesAreNotRepeated(t *testing.T) {
	var log bytes.Buffer
	h := api.New(api.Config{Logger: slog.New(slog.NewTextHandler(&log, &slog.HandlerOptions{Level: slog.LevelDebug}))})
	ask := func(target, kind, body string) *httptest.ResponseRecorder {
		r := httptest.NewRequest(http.MethodPost, target, strings.NewReader(body))
		r.Header.Set("Content-Type", kind)
		w := httptest.NewRecorder()
		h.ServeHTTP(w, r)
		return w
	}
	for _, c := range []struct{ target, kind, body string }{
		{"/v1/cohorts", "text/csv", shop},
		{"/v1/cohorts", "text/csv", strings.ReplaceAll(shop, "2027-02-02", "02/03/2027")},
		{"/v1/cohorts", "application/json", `{"transactions":[{"customer":"ada@example.com","date":"2027-02-30","amount":1},{"customer":"ada@example.com","date":"ada@example.com","amount":"ada@example.com"}]}`},
		{"/v1/purchase-fit", "text/csv", shop},
		{"/v1/purchase-fit", "text/csv", strings.ReplaceAll(shop, "12\n", "12,5\n")},
	} {
		w := ask(c.target, c.kind, c.body)
		if strings.Contains(w.Body.String(), "example.com") && !strings.Contains(c.body, `"date":"ada`) {
			t.Errorf("%s of %.40s: %d %s", c.target, c.body, w.Code, w.Body)
		}
	}
	if strings.Contains(log.String(), "example.com") {
		t.Errorf("logged: %s", log.String())
	}
}

// What is wrong with rows is said with its place.
func TestFaultsOfRows(t *testing.T) {
	for _, c := range []struct{ target, kind, body, want string }{
		{"/v1/cohorts", "application/json", `{}`, "transactions required"},
		{"/v1/cohorts", "application/json", `{"transactions":5}`, "transactions malformed"},
		{"/v1/cohorts", "application/json", `{"transactions":[5]}`, "transactions[0] malformed"},
		{"/v1/cohorts", "application/json", `{"transactions":[{"customer":"a","date":"2027-02-30","amount":1}]}`, "transactions[0].date out_of_range"},
		{"/v1/cohorts", "application/json", `{"transactions":[{"customer":"a","date":"2027-02-20 or so","amount":1},{"customer":"a","date":"2027-02-20T23:59:59+01:00","amount":1},{"customer":"a","date":"2027-02-20 9:15 PM","amount":1},{"customer":"a","date":"2027-0002-20","amount":1}]}`,
			"transactions[0].date out_of_range, transactions[3].date out_of_range"},
		{"/v1/cohorts", "application/json", `{"transactions":[{"customer":"a","date":"2027-02-20","amount":-1},{"costumer":"a"}]}`,
			"transactions[0].amount out_of_range, transactions[1].customer required, transactions[1].date required, transactions[1].amount required, transactions[1].costumer unknown_field"},
		{"/v1/cohorts", "application/json", `{"transactions":[{"customer":7,"date":"2027-02-20","amount":1}],"transactions":[]}`, "transactions duplicate"},
		{"/v1/cohorts", "application/json", `{"end":"2027-02-30","transactions":[]}`, "end out_of_range"},
		{"/v1/cohorts?end=2026-01-01", "text/csv", shop, "end out_of_range"},
		{"/v1/cohorts", "text/csv", "", "file required"},
		{"/v1/cohorts", "text/csv", "customer,date,amount\n\x00", "file malformed"},
		{"/v1/cohorts", "text/csv", "kunde;e-post;dato;beløp\na;a;2027-01-01;5\n", "customer required"},
		{"/v1/cohorts", "text/csv", "customer;date;amount\na;2027-01-01;1,5\nb;2027-01-01;1.5\n", "decimal conflict"},
		{"/v1/cohorts", "text/csv", "customer;date;amount\na;01/02/2027;5\n", "date ambiguous_number"},
		{"/v1/purchase-fit", "application/json", `{"customers":[{"x":1,"t_x":5,"T":3}]}`, "customers[0].t_x out_of_range"},
		{"/v1/purchase-fit", "application/json", `{"customers":[{"x":0,"t_x":0,"T":3,"count":9}]}`, "customers no_solution"},
		{"/v1/purchase-fit", "text/csv", "x,t_x,T\n1,five,9\n", "customers[0].t_x not_a_number"},
		{"/v1/purchase-fit?calibration_end=2020-01-01", "text/csv", shop, "calibration_end out_of_range"},
		{"/v1/purchase-fit?calibration_end=2027-01-31&observation_end=2027-01-01", "text/csv", shop, "observation_end out_of_range"},
	} {
		status, problem := post(t, c.target, c.kind, c.body)
		if got := faultsOf(problem); got != c.want || status != 422 && status != 400 {
			t.Errorf("%s %.60s: %d %s, want %s: %v", c.target, c.body, status, got, c.want, problem["detail"])
		}
	}
}
