package format

import (
	"fmt"
	"strings"
	"testing"

	"blyant/internal/answer"
	"blyant/internal/calculator"
	"blyant/internal/locale"
	"blyant/model"
	"blyant/model/vocabulary"

	"github.com/shopspring/decimal"
)

// sample is an answer of the shape of a lifetime value, with a schedule of as
// many rows as asked for: one pencil on an acquisition cost of 50.
func sample(rows int) answer.Answer {
	records := make([]answer.Record, rows)
	for i := range records {
		for _, c := range model.ScheduleFigures() {
			cell := number(fmt.Sprintf("%d.%02d", 1950+i, i%100))
			if c.Rounding == vocabulary.RoundWhole {
				cell = answer.Int(i + 1)
			}
			records[i] = append(records[i], answer.Member{Name: c.Name, Value: cell})
		}
	}
	schedule := answer.Fixed("schedule", "row", records)
	return answer.Answer{
		Resource: "lifetime-value",
		Body: answer.Record{
			{Name: "name", Value: answer.String("Æble & <blåbær>")},
			{Name: "inputs", Value: answer.Record{
				{Name: "acquisition_cost", Value: number("50")},
				{Name: "basket_value", Value: number("10")},
				{Name: "horizon", Value: answer.Int(1950)},
				{Name: "retention_curve", Value: answer.Cell{Kind: answer.Several, Item: "value", List: []answer.Cell{number("0.5"), number("0.60")}}},
			}},
			{Name: "summary", Value: answer.Record{
				{Name: "lifetime_value", Value: number("4.00")},
				{Name: "net_lifetime_value", Value: number("-46.00")},
				{Name: "payback_periods", Value: answer.Cell{Kind: answer.Null}},
			}},
			{Name: "schedule", Value: schedule},
			{Name: "notes", Value: answer.List{Item: "note"}},
		},
		Tables: []answer.Table{schedule},
	}
}

func number(text string) answer.Cell {
	return answer.Number(decimal.RequireFromString(text), vocabulary.UnitMoney)
}

// pencils is the answer about ten years of pencils: worth 202.79 net over ten
// periods (golden value), here over as many as asked for.
func pencils(t testing.TB, horizon int) answer.Answer {
	t.Helper()
	c := calculator.Named("lifetime-value")
	q := c.NewRequest().(*model.Scenario)
	*q = model.Scenario{
		Name: "Ti år med blyanter", Horizon: vocabulary.Whole{Int: horizon, Valid: horizon > 0},
		AcquisitionCost: vocabulary.Given("50"), BasketValue: vocabulary.Given("10"), MarginRate: vocabulary.Given("0.4"),
		OrdersPerPeriod: vocabulary.Given("12"), RepeatPurchaseRate: vocabulary.Given("0.9"), BasketGrowthRate: vocabulary.Given("0.05"),
		ServiceCostPerOrder: vocabulary.Given("0.5"), AnnualDiscountRate: vocabulary.Given("0.08"),
	}
	a, err := c.Answer(t.Context(), q, locale.English)
	if err != nil {
		t.Fatal(err)
	}
	return a
}

func TestEveryFormatHoldsTheFigure(t *testing.T) {
	a := pencils(t, 10)
	summary, found := a.Table("summary")
	if !found {
		t.Fatal("no table summary")
	}
	figure := a.Body.Get("summary").(answer.Record).Cell("net_lifetime_value")
	for format, got := range map[string]string{
		`"net_lifetime_value":202.79,`:                    string(JSON(a)),
		"<net_lifetime_value>202.79</net_lifetime_value>": string(XML(a)),
		",202.79,": string(CSV(summary, Dialect{})),
		"202.79":   Text(figure, false),
	} {
		if !strings.Contains(got, format) {
			t.Errorf("%s is not in %s", format, got)
		}
	}
}

func BenchmarkJSON120(b *testing.B) {
	a := pencils(b, 120)
	for b.Loop() {
		b.SetBytes(int64(len(JSON(a))))
	}
}

func BenchmarkXML120(b *testing.B) {
	a := pencils(b, 120)
	for b.Loop() {
		b.SetBytes(int64(len(XML(a))))
	}
}

func BenchmarkCSV120(b *testing.B) {
	a := pencils(b, 120)
	for b.Loop() {
		b.SetBytes(int64(len(CSV(a.Tables[0], Dialect{Header: true}))))
	}
}

func BenchmarkCSVExcel120(b *testing.B) {
	a := pencils(b, 120)
	for b.Loop() {
		b.SetBytes(int64(len(CSV(a.Tables[0], Dialect{Header: true, Excel: true, Comma: true, Delimiter: ';', Lang: locale.Norwegian}))))
	}
}
