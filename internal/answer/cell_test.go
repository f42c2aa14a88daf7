package answer_test

import (
	"math"
	"strings"
	"testing"

	"blyant/internal/answer"
	"blyant/internal/locale"
	"blyant/model/vocabulary"

	"github.com/shopspring/decimal"
)

// question is a record with a field of each kind.
type question struct {
	Name, Town, Day string
	Count           vocabulary.Whole
	Price, Rate     decimal.NullDecimal
	Shares          []decimal.Decimal
	Names           []string
}

var questionFields = []vocabulary.Field{
	vocabulary.Place(vocabulary.Text("name", 9), func(q *question) any { return &q.Name }),
	vocabulary.Place(vocabulary.Choice("town", "oslo", "bergen"), func(q *question) any { return &q.Town }),
	vocabulary.Place(vocabulary.Date("day"), func(q *question) any { return &q.Day }),
	vocabulary.Place(vocabulary.WholeNumber("count", vocabulary.UnitCount, 0, 9), func(q *question) any { return &q.Count }),
	vocabulary.Place(vocabulary.Money("price"), func(q *question) any { return &q.Price }),
	vocabulary.Place(vocabulary.Number("rate", vocabulary.UnitSharePerYear, decimal.NewFromInt(10)).NeedsPercentAbove(decimal.NewFromInt(1)), func(q *question) any { return &q.Rate }),
	vocabulary.Place(vocabulary.Numbers("shares", vocabulary.UnitShare, decimal.NewFromInt(1), 9), func(q *question) any { return &q.Shares }),
	vocabulary.Place(vocabulary.Names("names", 9), func(q *question) any { return &q.Names }),
}

// A field comes back as it was given: its digits, a rate that needs its percent sign
// with it, what is not given as null but for a text, which is empty.
func TestFieldCells(t *testing.T) {
	d := decimal.RequireFromString
	full := &question{"Ada", "oslo", "2027-01", vocabulary.Count(3), vocabulary.Given("12.50"), vocabulary.Given("2.5"), []decimal.Decimal{d("0.50"), d("1")}, []string{"a b", "c"}}
	for i, want := range []struct {
		kind  answer.Kind
		text  string
		empty answer.Kind
	}{
		{answer.Text, "Ada", answer.Text}, {answer.Text, "oslo", answer.Null}, {answer.Text, "2027-01", answer.Null}, {answer.Whole, "3", answer.Null},
		{answer.Decimal, "12.50", answer.Null}, {answer.Percent, "250%", answer.Null}, {answer.Several, "0.50 1", answer.Null}, {answer.Several, "a b c", answer.Null},
	} {
		f := questionFields[i]
		got, none := answer.FieldCell(f, full), answer.FieldCell(f, &question{})
		if got.Kind != want.kind || got.String() != want.text || got.Unit != f.Unit && f.Kind != vocabulary.KindNames || none.Kind != want.empty || none.String() != "" {
			t.Errorf("%s: %+v, not given %+v", f.Name, got, none)
		}
	}
	believed := answer.FieldCell(questionFields[5], &question{Rate: vocabulary.Given("1")})
	if believed.Kind != answer.Decimal || believed.String() != "1" {
		t.Errorf("a rate of 1 comes back as %+v", believed)
	}
	if names := answer.FieldCell(questionFields[7], full); names.Item != "name" || len(names.List) != 2 {
		t.Errorf("%+v", names)
	}
}

// The machine form of each kind of cell.
func TestCellsAppend(t *testing.T) {
	for _, c := range []struct {
		cell answer.Cell
		want string
	}{
		{answer.Cell{}, ""}, {answer.String("a;b"), "a;b"}, {answer.Int(-3), "-3"}, {answer.Bool(true), "true"}, {answer.Bool(false), "false"},
		{answer.Number(decimal.RequireFromString("-0.00"), vocabulary.UnitMoney), "0.00"}, {answer.Number(decimal.RequireFromString("1e3"), vocabulary.UnitMoney), "1000"},
		{answer.Strings("word", nil), ""}, {answer.Strings("word", []string{"a"}), "a"},
		{answer.Cell{Kind: answer.Several, List: []answer.Cell{answer.Int(1), {}, answer.String("x")}}, "1  x"},
		{answer.Cell{Kind: answer.Percent, Number: vocabulary.RoundedWhole(8)}, "8%"},
	} {
		if got := string(c.cell.Append([]byte("="))); got != "="+c.want || c.cell.String() != c.want {
			t.Errorf("%+v is %q", c.cell, got)
		}
	}
}

// A cell that held a figure can hold another: null, whole or with decimals.
func TestSetFigure(t *testing.T) {
	var c answer.Cell
	money, period := vocabulary.Amount("revenue"), vocabulary.PeriodNumber("period")
	c.SetFigure(&money, vocabulary.RoundedTo(decimal.RequireFromString("2.5"), 2))
	if c.Kind != answer.Decimal || c.String() != "2.50" || c.Unit != vocabulary.UnitMoney {
		t.Errorf("%+v", c)
	}
	if c.SetFigure(&period, vocabulary.RoundedWhole(4)); c.Kind != answer.Whole || c.String() != "4" || c.Unit != vocabulary.UnitPeriodNumber {
		t.Errorf("%+v", c)
	}
	if c.SetFigure(&money, vocabulary.Rounded{}); c.Kind != answer.Null || c.String() != "" {
		t.Errorf("%+v", c)
	}
}

// sheet is a record with what columns are made of.
type sheet struct {
	day    string
	x      float64
	list   []float64
	n      int
	figure vocabulary.Rounded
	unit   vocabulary.Unit
	inner  totals
}

// Columns make cells of what a record holds, rounded as their figure says.
func TestColumns(t *testing.T) {
	estimate, ratio, whole := vocabulary.Estimate("x", vocabulary.UnitNumber), vocabulary.Ratio("x", vocabulary.UnitShare), vocabulary.WholeFigure("x", vocabulary.UnitCount)
	of := func(s *sheet) float64 { return s.x }
	s := &sheet{day: "2027-01-31", x: 1234.56789, list: []float64{0.5, math.NaN()}, n: 7, figure: vocabulary.RoundedWhole(5), unit: vocabulary.UnitMoney, inner: totals{revenue: money("3.00")}}
	inside := answer.Inside(answer.Figures(figures), func(s *sheet) any { return &s.inner })
	for name, c := range map[string]struct {
		column answer.Column
		want   string
		kind   answer.Kind
	}{
		"six digits":        {answer.Floats(estimate, of), "1234.57", answer.Decimal},
		"six decimals":      {answer.Floats(ratio, of), "1234.567890", answer.Decimal},
		"no decimals":       {answer.Floats(whole, of), "1235", answer.Whole},
		"no number":         {answer.Floats(ratio, func(*sheet) float64 { return math.NaN() }), "", answer.Null},
		"a count":           {answer.Counts(whole, func(s *sheet) int { return s.n }), "7", answer.Whole},
		"worked out":        {answer.Computed(whole, func(s *sheet) vocabulary.Rounded { return s.figure }), "5", answer.Whole},
		"a series":          {answer.Series(ratio, func(s *sheet) []float64 { return s.list }), "0.500000 ", answer.Several},
		"no series":         {answer.Series(ratio, func(*sheet) []float64 { return nil }), "", answer.Null},
		"words":             {answer.Words("day", func(s *sheet) string { return s.day }), "2027-01-31", answer.Text},
		"a day":             {answer.Days("day", func(s *sheet) string { return s.day }), "2027-01-31", answer.Text},
		"no day":            {answer.Days("day", func(*sheet) string { return "" }), "", answer.Null},
		"its own unit":      {answer.Measured(ratio, func(s *sheet) vocabulary.Unit { return s.unit }, func(s *sheet) vocabulary.Rounded { return s.figure }), "5", answer.Decimal},
		"a part's figure":   {inside[0], "3.00", answer.Decimal},
		"a part's null one": {inside[1], "", answer.Null},
	} {
		if got := c.column.Of(s); got.String() != c.want || got.Kind != c.kind {
			t.Errorf("%s: %+v is %q", name, got, got.String())
		}
	}
	measured := answer.Measured(ratio, func(s *sheet) vocabulary.Unit { return s.unit }, func(s *sheet) vocabulary.Rounded { return s.figure })
	if cell := measured.Of(s); cell.Unit != vocabulary.UnitMoney {
		t.Errorf("measured in %s", cell.Unit)
	}
	if n := inside[0].Number(s); n == nil || *n != s.inner.revenue {
		t.Errorf("the digits of a part are %v", n)
	}
	days := answer.Days("day", func(s *sheet) string { return s.day })
	if days.Number(s) != nil || days.Of(s).Unit != vocabulary.UnitDate {
		t.Error("a day is a number")
	}
}

// matrix is a two-way table, crossed a table with records across.
var (
	matrix = answer.MatrixOf("values", "row", answer.Column{Name: "value"}, func(s *sheet) answer.Square {
		return answer.Square{Corner: "y", Heads: []string{"1", "2"}, Sides: []answer.Cell{answer.Int(10), answer.Int(20)},
			Rows: [][]answer.Cell{{answer.Int(s.n), answer.Int(2)}, {answer.Int(3), {}}}}
	})
	crossed = answer.CrossOf("statement", []answer.CrossLine{{Figure: figures[0]}, {Figure: figures[1], Spent: true}},
		func(t *totals) string { return "P" + t.ratio.String() }, func(s *firm, yield func(any) bool) { answer.Yield(s.goods[0].months, yield) })
	keyed = answer.KeyedOf("fields", answer.Column{Name: "value"}, func(s *sheet) answer.Record {
		return answer.Record{{Name: "rent", Value: answer.Int(s.n)}, {Name: "heat", Value: answer.Int(1)}}
	})
)

// A matrix is bare as a member and has its heads and sides as a table; records by
// name have a row each; lines with records across have the accountants' signs on the
// side.
func TestShapesOfSections(t *testing.T) {
	s := &sheet{n: 7}
	if got := node(matrix.Node(s, locale.English)); got != `row["7 2", "3 "]` {
		t.Error(got)
	}
	if got := node(matrix.Table(s, locale.English)); got != `row[{y "10", 1 "7", 2 "2"}, {y "20", 1 "3", 2 ""}]` {
		t.Error(got)
	}
	if got := node(keyed.Node(s, locale.English)); got != `{rent "7", heat "1"}` {
		t.Error(got)
	}
	if got := node(keyed.Table(s, locale.English)); got != `row[{field "rent", value "7"}, {field "heat", value "1"}]` {
		t.Error(got)
	}
	f := &firm{goods: []goods{{months: []totals{{revenue: money("4.00"), ratio: money("0.5")}, {revenue: money("6.00"), ratio: money("0.0")}}}}}
	plain := crossed.Table(f, locale.English)
	if got := node(plain); got != `row[{line "revenue", P0.5 "4.00", P0.0 "6.00"}, {line "ratio", P0.5 "0.5", P0.0 "0.0"}]` {
		t.Error(got)
	}
	if got := node(*plain.Accounting); got != `row[{line "revenue", P0.5 "4.00", P0.0 "6.00"}, {line "ratio", P0.5 "-0.5", P0.0 "0.0"}]` {
		t.Error(got)
	}
}

// A map has the members that there are in their order, and is null where it names
// none; a group that may be absent is no member where it is.
func TestMembersThatMayBeAbsent(t *testing.T) {
	columns := []answer.Column{answer.Counts(vocabulary.WholeFigure("a", vocabulary.UnitCount), func(s *sheet) int { return s.n }), answer.Words("b", func(s *sheet) string { return s.day })}
	inner := answer.GroupOf("c", answer.Figures(figures), func(s *sheet) any { return &s.inner })
	for keys, want := range map[string]string{"": `""`, "b a": `{a "1", b "d"}`, "c": `{c {revenue "", ratio ""}}`, "z": `{}`} {
		section := answer.MapOf("parameters", columns, []answer.Section{inner}, func(*sheet) []string {
			if keys == "" {
				return nil
			}
			return strings.Fields(keys)
		})
		if got := node(section.Node(&sheet{n: 1, day: "d"}, locale.English)); got != want {
			t.Errorf("%q: %s, want %s", keys, got, want)
		}
	}
	may := answer.GroupOf("inner", answer.Figures(figures), func(s *sheet) any {
		if s.n == 0 {
			return nil
		}
		return &s.inner
	}).MayBeAbsent()
	for n, want := range map[int]int{0: 1, 1: 2} {
		if got := answer.Members([]answer.Section{answer.Single(columns[1]), may}, &sheet{n: n}, locale.English); len(got) != want {
			t.Errorf("%d: %v", n, got)
		}
	}
	lists := answer.ListsOf("cohorts", "cohort", answer.Series(figures[1], func(s *sheet) []float64 { return s.list }), func(s *sheet, yield func(any) bool) { yield(s); yield(s) })
	if got := node(lists.Node(&sheet{list: []float64{1}}, locale.English)); got != `cohort["1.000000", "1.000000"]` {
		t.Error(got)
	}
}
