package purchase_test

import (
	"encoding/csv"
	"io"
	"math"
	"os"
	"path/filepath"
	"strconv"
	"testing"

	"blyant/model/purchase"
	"blyant/model/spend"

	"github.com/shopspring/decimal"
)

// near fails unless got is want to the digits printed: half a unit of the last.
func near(t testing.TB, what string, got, want, unit float64) {
	t.Helper()
	if !(math.Abs(got-want) <= unit/2*1.0001) {
		t.Errorf("%s: got %.12g, want %.12g within %g", what, got, want, unit/2)
	}
}

// rows reads a file of the public data; without them the test says that it
// skips.
func rows(t testing.TB, name string) [][]string {
	t.Helper()
	folder := os.Getenv("BLYANT_DATA")
	if folder == "" {
		t.Skip("BLYANT_DATA is not set: no public data")
	}
	file, err := os.Open(filepath.Join(folder, name))
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = file.Close() }()
	reader := csv.NewReader(file)
	var out [][]string
	for {
		row, err := reader.Read()
		if err == io.EOF {
			return out[1:]
		}
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, row)
	}
}

func number(t testing.TB, text string) float64 {
	t.Helper()
	x, err := strconv.ParseFloat(text, 64)
	if err != nil {
		t.Fatal(err)
	}
	return x
}

// summary is the rounded CDNOW summary.
func summary(t testing.TB) []purchase.Customer {
	t.Helper()
	var out []purchase.Customer
	for _, row := range rows(t, "cdnow_summary.csv") {
		out = append(out, purchase.Customer{Name: row[0], X: int(number(t, row[1])), TX: number(t, row[2]),
			T: number(t, row[3]), ZBar: number(t, row[4]), Count: 1})
	}
	return out
}

// transactions is the CDNOW log.
func transactions(t testing.TB) *purchase.Log {
	t.Helper()
	log := new(purchase.Log)
	for _, row := range rows(t, "cdnow_transactions.csv") {
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

func day(t testing.TB, text string) purchase.Date {
	t.Helper()
	d, err := purchase.ParseDate(text)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// cdnow is the log's calibration: 39 weeks from 1 January 1997.
func cdnow(t testing.TB) []purchase.Customer {
	t.Helper()
	c := transactions(t).Calibrate(day(t, "1997-09-30"), purchase.Week)
	if len(c.Customers) != 2357 {
		t.Fatalf("%d customers, want 2357", len(c.Customers))
	}
	return c.Customers
}

// Estimates from the CDNOW log as published by Fader & Hardie (BG/NBD,
// Pareto/NBD, Gamma-Gamma) and by the package BTYDplus (MBG/NBD).
func TestPublishedEstimates(t *testing.T) {
	customers := cdnow(t)
	for _, c := range []struct {
		model         string
		parameters    []float64
		units         []float64
		logLikelihood float64
	}{
		{purchase.ModelBGNBD, []float64{.2426, 4.4136, .7929, 2.4259}, []float64{1e-4, 1e-4, 1e-4, 1e-4}, -9582.429},
		{purchase.ModelParetoNBD, []float64{.5533, 10.578, .6062, 11.669}, []float64{1e-4, 1e-3, 1e-4, 1e-3}, -9594.976},
		{purchase.ModelMBGNBD, []float64{.525, 6.183, .891, 1.614}, []float64{1e-3, 1e-3, 1e-3, 1e-3}, -9582.136},
	} {
		got, err := purchase.FitModel(c.model, customers)
		if err != nil {
			t.Errorf("%s: %v", c.model, err)
			continue
		}
		for i, p := range got.Model.Parameters() {
			near(t, c.model+" "+purchase.ParameterNames(c.model)[i], p, c.parameters[i], c.units[i])
		}
		near(t, c.model+" log-likelihood", got.LogLikelihood, c.logLikelihood, 1e-3)
	}
}

// From the rounded summary the log-likelihood differs in the third decimal.
func TestPublishedEstimatesFromSummary(t *testing.T) {
	customers := summary(t)
	got, err := purchase.FitModel(purchase.ModelBGNBD, customers)
	if err != nil {
		t.Fatal(err)
	}
	near(t, "BG/NBD log-likelihood", got.LogLikelihood, -9582.4256, 1e-4)
	value, err := spend.Fit(values(customers))
	if err != nil {
		t.Fatal(err)
	}
	near(t, "p", value.Model.P, 6.249, 1e-3)
	near(t, "q", value.Model.Q, 3.745, 1e-3)
	near(t, "γ", value.Model.Gamma, 15.448, 1e-3)
	near(t, "Gamma-Gamma log-likelihood", value.LogLikelihood, -4055.923, 1e-3)
}

func values(customers []purchase.Customer) []spend.Customer {
	var out []spend.Customer
	for _, c := range customers {
		out = append(out, spend.Customer{X: c.X, Mean: c.ZBar, Count: c.Count})
	}
	return out
}

// Gamma-Gamma from the log (Fader & Hardie 2013).
func TestPublishedSpend(t *testing.T) {
	value, err := spend.Fit(values(cdnow(t)))
	if err != nil {
		t.Fatal(err)
	}
	near(t, "p", value.Model.P, 6.25, 1e-2)
	near(t, "q", value.Model.Q, 3.74, 1e-2)
	near(t, "γ", value.Model.Gamma, 15.44, 1e-2)
	near(t, "log-likelihood", value.LogLikelihood, -4055.918, 1e-3)
}

// Figures at given parameters. The tolerance is the digits given.
func TestPublishedFigures(t *testing.T) {
	bg := purchase.BGNBD{R: .243, Alpha: 4.414, A: .793, B: 2.426}
	pareto := purchase.ParetoNBD{R: .5534, Alpha: 10.5802, S: .6061, Beta: 11.6562}
	regular := purchase.Customer{X: 2, TX: 30.43, T: 38.86}
	heavy := purchase.Customer{X: 26, TX: 30.86, T: 31}
	extreme := purchase.Customer{X: 254, TX: 97.14286, T: 97.28571}
	for _, c := range []struct {
		what            string
		got, want, unit float64
	}{
		{"E[X(52)]", bg.Expected(52), 1.4460506, 1e-7},
		{"P(alive)", bg.ProbabilityAlive(regular), .7265786, 1e-7},
		{"expected in 39 weeks", bg.ExpectedAfter(regular, 39), 1.2260282, 1e-7},
		{"Pareto/NBD P(alive)", pareto.ProbabilityAlive(heavy), .9979178, 1e-7},
		{"Pareto/NBD expected in 52 weeks", pareto.ExpectedAfter(heavy, 52), 25.4549, 1e-4},
		{"a + b < 1, x = 0", purchase.BGNBD{R: .11, Alpha: 2.24, A: .31, B: .50}.ExpectedAfter(purchase.Customer{T: 1}, 30), .5645886, 1e-7},
		{"a = 1", purchase.BGNBD{R: .243, Alpha: 4.414, A: 1, B: 2.426}.Expected(52), 1.2899883, 1e-7},
		{"254 purchases", purchase.ParetoNBD{R: .5143, Alpha: 2.8845, S: .2856, Beta: 14.1087}.ProbabilityAlive(extreme), .9995582, 1e-7},
	} {
		near(t, c.what, c.got, c.want, c.unit)
	}
}
