package calculator_test

import (
	"math"
	"strconv"
	"strings"
	"testing"

	"blyant/internal/locale"

	"pgregory.net/rapid"
)

// leaving are counts of customers who leave, at least some in each of the first periods.
func leaving(t *rapid.T) []string {
	n := rapid.IntRange(500, 5000).Draw(t, "customers")
	counts := []string{strconv.Itoa(n)}
	for range rapid.IntRange(3, 8).Draw(t, "periods") {
		n -= 1 + n*rapid.IntRange(3, 40).Draw(t, "percent")/100
		counts = append(counts, strconv.Itoa(n))
	}
	return counts
}

// fitted is what a fit says, without what was asked.
func fitted(t failing, whole node) string {
	t.Helper()
	return written(t, withoutNotes(whole))
}

// Counts of one cohort give the same whichever way they come: active, cohorts with one in it,
// a query with and without a key, rows of each form.
func TestOneCohortEachWay(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		counts := leaving(t)
		plain := strings.Join(counts, ",")
		ask := func(body string) string { return fitted(t, answerOf(t, "/v1/retention-fit", body)) }
		want := ask(`{"active":[` + plain + `]}`)
		if got := ask(`{"cohorts":[[` + plain + `]]}`); got != want {
			t.Fatalf("%s as a cohort:\n%s\nas active:\n%s", plain, got, want)
		}
		spaced := asQuery("active", strings.Join(counts, ", "))
		for _, query := range []string{spaced, "spring." + spaced} {
			_, text := replied("/v1/retention-fit?"+query, "", "")
			if got := fitted(t, decoded(t, text)); got != want {
				t.Fatalf("%s: %s", query, got)
			}
		}
		_, text := replied("/v1/retention-fit", "text/csv", "active\n"+strings.Join(counts, "\n")+"\n")
		if got := fitted(t, decoded(t, text)); got != want {
			t.Fatalf("%s as rows: %s", plain, got)
		}
	})
}

// The geometric rate has a closed form: of all the renewals there could have been, those that
// there were. The table of survival begins with everybody, its observed column is the counts by
// the first.
func TestRetentionByHand(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		counts := leaving(t)
		active := make([]float64, len(counts))
		var chances, renewed float64
		for i, c := range counts {
			active[i], _ = strconv.ParseFloat(c, 64)
			if i > 0 {
				chances, renewed = chances+active[i-1], renewed+active[i]
			}
		}
		body := `{"active":[` + strings.Join(counts, ",") + `]}`
		models := list(answerOf(t, "/v1/retention-fit", body)["models"])
		r, _ := exactly(t, at(models[0], "parameters", "r")).Float64()
		if want := renewed / chances; math.Abs(r-want) > 5e-6 {
			t.Fatalf("%v renew at %v, counted %v", counts, r, want)
		}
		// the standard error of a share, from the second derivative of its likelihood
		se, _ := exactly(t, at(models[0], "standard_errors", "r")).Float64()
		if want := math.Sqrt(r * (1 - r) / chances); math.Abs(se-want) > 1e-4*want {
			t.Fatalf("%v: the standard error is %v, want %v", counts, se, want)
		}
		rows := tabled(t, "/v1/retention-fit?format=csv&table=survival", body)
		for i := range counts {
			if seen, _ := strconv.ParseFloat(rows[i]["observed"], 64); math.Abs(seen-active[i]/active[0]) > 5e-6 || rows[i]["period"] != strconv.Itoa(i) {
				t.Fatalf("observed %s of %v in row %d", rows[i]["observed"], counts, i)
			}
			if share, _ := strconv.ParseFloat(rows[i]["geometric"], 64); math.Abs(share-math.Pow(r, float64(i))) > 1e-4 {
				t.Fatalf("geometric %v in row %d, r is %v", share, i, r)
			}
		}
		if len(rows) != len(counts)+12 { // ages 0 to eleven beyond the number of values
			t.Fatalf("%d rows of %d counts", len(rows), len(counts))
		}
	})
}

// Of each model the criterion is twice its parameters less twice its likelihood; the preferred
// one has the least.
func TestPreferredHasTheLeastCriterion(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		whole := answerOf(t, "/v1/retention-fit", `{"active":[`+strings.Join(leaving(t), ",")+`]}`)
		best, least := "", math.Inf(1)
		for _, m := range list(whole["models"]) {
			parameters, _ := at(m, "parameters").(node)
			if len(parameters) == 0 {
				if at(m, "aic") != nil || at(m, "log_likelihood") != nil {
					t.Fatalf("a model without parameters has %v", m)
				}
				continue
			}
			aic, _ := exactly(t, at(m, "aic")).Float64()
			likelihood, _ := exactly(t, at(m, "log_likelihood")).Float64()
			if math.Abs(aic-2*float64(len(parameters))+2*likelihood) > 3e-6 {
				t.Fatalf("%v: %v of %d parameters and %v", at(m, "model"), aic, len(parameters), likelihood)
			}
			if aic < least {
				best, least = at(m, "model").(string), aic
			}
		}
		if whole["preferred"] != best {
			t.Fatalf("%v is preferred, %s has the least", whole["preferred"], best)
		}
	})
}

// A spreadsheet's file means the same in each language: byte-order mark, semicolons, line ends
// of Windows and a grouping space, decimal commas where the language has them.
func TestCountsOfSpreadsheets(t *testing.T) {
	want := fitted(t, answerOf(t, "/v1/retention-fit", `{"cohorts":[[1000,869,743.5],[1200,1020.25]]}`))
	for _, l := range locale.Languages() {
		mark := ","
		if l == locale.English {
			mark = "."
		}
		file := "\ufeffperiod;a;b\r\n0;1000;1200\r\n1;869;1020" + mark + "25\r\n2;743" + mark + "5;\r\n"
		target := "/v1/retention-fit?delimiter=semicolon&decimal=" + map[string]string{",": "comma", ".": "point"}[mark]
		status, text := replied(target+"&lang="+string(l), "text/csv", file)
		if got := fitted(t, decoded(t, text)); status != 200 || got != want {
			t.Errorf("%s: %d %.600s\nwant %.600s", l, status, got, want)
		}
	}
}
