package answer_test

import (
	"testing"

	"blyant/internal/answer"
	"blyant/internal/locale"
	"blyant/model/vocabulary"

	"github.com/shopspring/decimal"
)

// A number is written with the digits it was given, without an exponent and, at
// zero, without a sign.
func TestDigits(t *testing.T) {
	for given, want := range map[string]string{
		"1950.00": "1950.00", "0.50": "0.50", "-0.00": "0.00", "-0": "0", "1e12": "1000000000000", "12e-3": "0.012", "-3.10": "-3.10", "007": "7",
	} {
		if got := answer.Digits(decimal.RequireFromString(given)); got != want {
			t.Errorf("%s is written %s, want %s", given, got, want)
		}
	}
	if got := answer.Digits(decimal.New(0, -2).Neg()); got != "0.00" {
		t.Errorf("nothing below zero is written %s", got)
	}
}

// A figure is null, a number that counts, or one that has decimals.
func TestFigureCell(t *testing.T) {
	money, period := vocabulary.Amount("revenue"), vocabulary.PeriodNumber("period")
	for _, c := range []struct {
		figure vocabulary.Figure
		value  vocabulary.Rounded
		kind   answer.Kind
		text   string
	}{
		{money, vocabulary.RoundedDecimal(decimal.New(1234, -2)), answer.Decimal, "12.34"},
		{money, vocabulary.Rounded{}, answer.Null, ""},
		{period, vocabulary.RoundedWhole(7), answer.Whole, "7"},
	} {
		if got := answer.FigureCell(c.figure, c.value); got.Kind != c.kind || got.String() != c.text || got.Unit != c.figure.Unit {
			t.Errorf("%s of %v is %+v", c.figure.Name, c.value, got)
		}
	}
}

// shop and till are a result with everything that a section may hold.
type shop struct {
	name  string
	best  till
	tills []till
}

type till struct {
	clerk string
	taken vocabulary.Rounded
}

var (
	takenColumns = append([]answer.Column{answer.Words("clerk", func(t *till) string { return t.clerk })}, answer.Figures([]vocabulary.Figure{
		vocabulary.FigurePlace(vocabulary.Amount("taken"), func(t *till) *vocabulary.Rounded { return &t.taken })})...)
	best     = answer.GroupOf("best", takenColumns, func(s *shop) any { return &s.best })
	tills    = answer.RowsOf("tills", "till", takenColumns, func(s *shop, yield func(any) bool) { answer.Yield(s.tills, yield) })
	sections = []answer.Section{answer.Single(answer.Words("name", func(s *shop) string { return s.name })), best, tills}
)

// The same sections make the tree of an answer and its tables.
func TestSectionsMakeBodyAndTables(t *testing.T) {
	taken := func(cents int64) vocabulary.Rounded { return vocabulary.RoundedDecimal(decimal.New(cents, -2)) }
	s := &shop{name: "corner", best: till{"Kari", taken(950)}, tills: []till{{"Kari", taken(950)}, {"Ola", vocabulary.Rounded{}}}}
	body := answer.Members(sections, s, locale.English)
	if got := body.Cell("name").String(); got != "corner" {
		t.Errorf("the name is %q", got)
	}
	if got := body.Get("best").(answer.Record).Cell("taken"); got.String() != "9.50" {
		t.Errorf("the best till has %v", got)
	}
	rows := body.Get("tills").(answer.Table).Records()
	if len(rows) != 2 || rows[1].Cell("clerk").String() != "Ola" || rows[1].Cell("taken").Kind != answer.Null {
		t.Errorf("the tills are %v", rows)
	}
	one := best.Table(s, locale.English)
	if records := one.Records(); len(records) != 1 || records[0].Cell("clerk").String() != "Kari" || one.Columns[1].Name != "taken" {
		t.Errorf("the table of one row is %v", records)
	}
	a := answer.Answer{Tables: []answer.Table{one, tills.Table(s, locale.English)}}
	for name, want := range map[string]string{"": "best", "best": "best", "tills": "tills"} {
		if got, found := a.Table(name); !found || got.Name != want {
			t.Errorf("the table %q is %q", name, got.Name)
		}
	}
	if got, found := a.Table("three"); found {
		t.Errorf("there is a table %+v", got)
	}
	if body.Get("nothing") != nil || body.Cell("nothing").Kind != answer.Null {
		t.Error("there is a member that nobody put there")
	}
}

// A list stands in one cell with spaces between its values, and fixed records
// make a table of those members that are cells.
func TestFixedRecords(t *testing.T) {
	record := answer.Record{{Name: "lever", Value: answer.String("tell_more")}, {Name: "all", Value: answer.List{Item: "x"}},
		{Name: "n", Value: answer.Int(3)}, {Name: "words", Value: answer.Strings("word", []string{"a", "b"})}}
	table := answer.Fixed("one", "row", []answer.Record{record, record})
	rows := table.Records()
	if len(table.Columns) != 3 || len(rows) != 2 || rows[1].Cell("words").String() != "a b" || rows[1].Cell("n").String() != "3" {
		t.Errorf("%v", rows)
	}
}
