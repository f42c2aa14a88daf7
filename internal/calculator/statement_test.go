package calculator_test

import (
	"math/big"
	"net/http"
	"slices"
	"strconv"
	"strings"
	"testing"

	"blyant/internal/calculator"
)

var (
	statementLines = []string{"new_customers", "active_customers", "orders", "revenue", "cost_of_goods", "gross_margin", "service_cost", "contribution",
		"acquisition_cost", "fixed_cost", "initial_investment", "cash_flow", "closing_cash"}
	spentLines = []string{"cost_of_goods", "service_cost", "acquisition_cost", "fixed_cost", "initial_investment"}
	stockLines = []string{"active_customers", "closing_cash"} // as at the end, all others are flows
)

// planExamples are the plans among the examples.
func planExamples() []calculator.Example {
	return slices.DeleteFunc(slices.Clone(calculator.Examples()), func(e calculator.Example) bool { return e.Resource != "/v1/plan" })
}

// near wants a total that is rounded once and the sum of n rounded terms to differ by no more
// than the roundings.
func near(t *testing.T, where string, total, sum *big.Rat, unit string, n int) {
	t.Helper()
	most := new(big.Rat).Mul(exactly(t, unit), big.NewRat(int64(n+1), 2))
	if difference := new(big.Rat).Sub(total, sum); difference.Abs(difference).Cmp(most) > 0 {
		t.Errorf("%s: %s, the parts add up to %s", where, total.FloatString(6), sum.FloatString(6))
	}
}

// unitOf is the last digit of a figure.
func unitOf(figure string) string {
	_, decimals, _ := strings.Cut(figure, ".")
	return "1e-" + strconv.Itoa(len(decimals))
}

// added is the sum of a member of rows.
func added(t *testing.T, rows []any, name string) *big.Rat {
	t.Helper()
	sum := new(big.Rat)
	for _, row := range rows {
		sum.Add(sum, exactly(t, at(row, name)))
	}
	return sum
}

// The rows of a plan, and its years, add up to the totals of its summary; cash goes on from
// the opening cash row by row.
func TestPlanAddsUp(t *testing.T) {
	for _, e := range planExamples() {
		whole := answerOf(t, e.Resource, bodyOf(e))
		rows, years := list(whole["schedule"]), list(whole["years"])
		for _, line := range statementLines {
			if slices.Contains(stockLines, line) {
				continue
			}
			total := at(whole, "summary", line)
			unit := unitOf(written(t, total))
			near(t, e.Name+" rows "+line, exactly(t, total), added(t, rows, line), unit, len(rows))
			near(t, e.Name+" years "+line, exactly(t, total), added(t, years, line), unit, len(years))
		}
		last, end := rows[len(rows)-1], years[len(years)-1]
		for _, line := range stockLines {
			if at(last, line) != at(end, line) {
				t.Errorf("%s: %s is %v in the last period, %v in its year", e.Name, line, at(last, line), at(end, line))
			}
		}
		if at(last, "active_customers") != at(whole, "summary", "closing_customers") {
			t.Errorf("%s: closing customers %v", e.Name, at(whole, "summary", "closing_customers"))
		}
		cash := exactly(t, at(whole, "inputs", "opening_cash"))
		for i, row := range rows {
			cash.Add(cash, exactly(t, at(row, "cash_flow")))
			near(t, e.Name+" cash after "+strconv.Itoa(i+1), exactly(t, at(row, "closing_cash")), cash, unitOf(written(t, at(row, "cash_flow"))), i+1)
		}
	}
}

// A period belongs to the calendar year of its first day, without a start to the year of the
// plan.
func TestYearsOfPlan(t *testing.T) {
	for _, e := range planExamples() {
		whole := answerOf(t, e.Resource, bodyOf(e))
		byYear := map[string][]any{}
		for i, row := range list(whole["schedule"]) {
			year := strconv.Itoa(1 + i/12) // the examples' periods are months
			if date, is := at(row, "date").(string); is {
				year = date[:4]
			}
			byYear[year] = append(byYear[year], row)
		}
		years := list(whole["years"])
		if len(years) != len(byYear) {
			t.Errorf("%s has %d years, want %d", e.Name, len(years), len(byYear))
		}
		for _, year := range years {
			rows := byYear[written(t, at(year, "year"))]
			for _, line := range []string{"new_customers", "orders", "revenue", "cash_flow"} {
				near(t, e.Name+" "+line, exactly(t, at(year, line)), added(t, rows, line), unitOf(written(t, at(year, line))), len(rows))
			}
		}
	}
}

// The statement has the lines of the model, in its order, a column for each period headed by
// its date or number; with signs=accounting what is spent has a minus, and zero has none.
func TestStatementAndSigns(t *testing.T) {
	for _, e := range planExamples() {
		whole := answerOf(t, e.Resource, bodyOf(e))
		plain := tabled(t, e.Resource+"?format=csv&table=statement", bodyOf(e))
		signed := tabled(t, e.Resource+"?format=csv&table=statement&signs=accounting", bodyOf(e))
		for i, line := range statementLines {
			if plain[i]["line"] != line || signed[i]["line"] != line {
				t.Fatalf("%s: line %d is %s and %s, want %s", e.Name, i+1, plain[i]["line"], signed[i]["line"], line)
			}
			for _, row := range list(whole["schedule"]) {
				head, dated := at(row, "date").(string)
				if !dated {
					head = written(t, at(row, "period"))
				}
				want := written(t, at(row, line))
				if plain[i][head] != want {
					t.Errorf("%s: %s at %s is %s, in the schedule %s", e.Name, line, head, plain[i][head], want)
				}
				if slices.Contains(spentLines, line) && exactly(t, want).Sign() > 0 {
					want = "-" + want
				}
				if signed[i][head] != want {
					t.Errorf("%s: signed %s at %s is %s, want %s", e.Name, line, head, signed[i][head], want)
				}
			}
		}
		if len(plain) != len(statementLines) {
			t.Errorf("%s: %d lines", e.Name, len(plain))
		}
		if status, got := replied(e.Resource+"?format=csv&table=summary&signs=accounting", "application/json", bodyOf(e)); status != http.StatusUnprocessableEntity || !strings.HasPrefix(got, "signs: ") {
			t.Errorf("%s: signs of a summary: %d %s", e.Name, status, got)
		}
	}
}
