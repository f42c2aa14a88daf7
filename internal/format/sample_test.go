package format

import (
	"fmt"
	"strings"
	"testing"

	"blyant/internal/answer"
	"blyant/internal/locale"
	"blyant/model"

	"github.com/shopspring/decimal"
)

// sample is an answer of the shape of a lifetime value, with a schedule of as
// many rows as asked for: one pencil on an acquisition cost of 50.
func sample(rows int) answer.Answer {
	columns := model.ScheduleFigures()
	table := answer.Table{Name: "schedule"}
	for _, c := range columns {
		table.Columns = append(table.Columns, answer.Column{Name: c.Name, Unit: c.Unit})
	}
	schedule := answer.List{Item: "row"}
	for i := range rows {
		var record answer.Record
		var cells []answer.Cell
		for _, c := range columns {
			cell := answer.Cell{Kind: answer.Decimal, Text: fmt.Sprintf("%d.%02d", 1950+i, i%100), Unit: c.Unit}
			if c.Rounding == model.RoundWhole {
				cell = answer.Int(i + 1)
			}
			record = append(record, answer.Member{Name: c.Name, Value: cell})
			cells = append(cells, cell)
		}
		schedule.Nodes = append(schedule.Nodes, record)
		table.Rows = append(table.Rows, cells)
	}
	summary := answer.Record{
		{Name: "lifetime_value", Value: number("4.00")},
		{Name: "net_lifetime_value", Value: number("-46.00")},
		{Name: "payback_periods", Value: answer.Cell{Kind: answer.Null}},
	}
	return answer.Answer{
		Resource: "lifetime-value",
		Body: answer.Record{
			{Name: "name", Value: answer.String("Æble & <blåbær>")},
			{Name: "inputs", Value: answer.Record{
				{Name: "acquisition_cost", Value: number("50")},
				{Name: "basket_value", Value: number("10")},
				{Name: "horizon", Value: answer.Int(1950)},
				{Name: "retention_curve", Value: answer.List{Item: "value", Nodes: []answer.Node{number("0.5"), number("0.60")}}},
			}},
			{Name: "summary", Value: summary},
			{Name: "schedule", Value: schedule},
			{Name: "notes", Value: answer.List{Item: "note"}},
		},
		Tables: []answer.Table{table},
	}
}

func number(text string) answer.Cell { return answer.Cell{Kind: answer.Decimal, Text: text} }

// pencils is the answer about ten years of pencils: worth 202.79 net over ten
// periods (golden value), here over as many as asked for.
func pencils(t testing.TB, horizon int) answer.Answer {
	t.Helper()
	given := func(text string) decimal.NullDecimal { return decimal.NewNullDecimal(decimal.RequireFromString(text)) }
	r, err := model.LifetimeValue(model.Scenario{
		Name: "Ti år med blyanter", Horizon: model.Whole{Int: horizon, Valid: horizon > 0},
		AcquisitionCost: given("50"), BasketValue: given("10"), MarginRate: given("0.4"), OrdersPerPeriod: given("12"),
		RepeatPurchaseRate: given("0.9"), BasketGrowthRate: given("0.05"), ServiceCostPerOrder: given("0.5"), AnnualDiscountRate: given("0.08"),
	})
	if err != nil {
		t.Fatal(err)
	}
	return answer.LifetimeValue(r, locale.English)
}

func TestEveryFormatHoldsTheFigure(t *testing.T) {
	a := pencils(t, 10)
	summary, found := a.Table("summary")
	if !found {
		t.Fatal("no table summary")
	}
	figure, _ := a.Figures.Get("net_lifetime_value").(answer.Cell)
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
