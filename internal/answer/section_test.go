package answer_test

import (
	"fmt"
	"strings"
	"testing"

	"blyant/internal/answer"
	"blyant/internal/locale"
	"blyant/model/vocabulary"

	"github.com/shopspring/decimal"
)

// firm is a result with a section of every kind.
type firm struct {
	name   string
	asked  request
	totals totals
	goods  []goods
	notes  []vocabulary.Note
}

type request struct {
	scope  string
	shares []decimal.Decimal
	orders vocabulary.Whole
	limits []totals
}

type totals struct{ revenue, ratio vocabulary.Rounded }

type goods struct {
	name   string
	totals totals
	months []totals
}

var (
	figures = []vocabulary.Figure{
		vocabulary.FigurePlace(vocabulary.Amount("revenue"), func(t *totals) *vocabulary.Rounded { return &t.revenue }),
		vocabulary.FigurePlace(vocabulary.Ratio("ratio", vocabulary.UnitRatio).MayBeNull(), func(t *totals) *vocabulary.Rounded { return &t.ratio }),
	}
	limit  = vocabulary.Place(vocabulary.Text("limit", 9), func(*totals) any { return new(string) })
	fields = []vocabulary.Field{
		vocabulary.Place(vocabulary.Text("scope", 9), func(q *request) any { return &q.scope }),
		vocabulary.Place(vocabulary.Numbers("shares", vocabulary.UnitShare, decimal.New(1, 0), 9), func(q *request) any { return &q.shares }),
		vocabulary.Place(vocabulary.WholeNumber("orders", vocabulary.UnitOrders, 0, 9), func(q *request) any { return &q.orders }),
	}

	name   = answer.Words("name", func(s *firm) string { return s.name })
	total  = answer.GroupOf("totals", answer.Figures(figures), func(s *firm) any { return &s.totals })
	months = answer.RowsOf("months", "month", answer.Figures(figures), func(g *goods, yield func(any) bool) { answer.Yield(g.months, yield) })
	kinds  = answer.NestedOf("goods", "kind", []answer.Section{
		answer.Single(answer.Words("name", func(g *goods) string { return g.name })),
		answer.GroupOf("totals", answer.Figures(figures), func(g *goods) any { return &g.totals }),
		months,
	}, func(s *firm, yield func(any) bool) { answer.Yield(s.goods, yield) })
	rows = answer.RowsOf("best", "row", append([]answer.Column{answer.Words("name", func(g *goods) string { return g.name })},
		answer.Inside(answer.Figures(figures), func(g *goods) any { return &g.totals })...), func(s *firm, yield func(any) bool) { answer.Yield(s.goods, yield) })
	asked = answer.InputsOf(fields, func(s *firm) any { return &s.asked },
		answer.RowsOf("limits", "limit", answer.Fields([]vocabulary.Field{limit}), func(q *request, yield func(any) bool) { answer.Yield(q.limits, yield) }))
	remarks = answer.NotesOf(func(s *firm) []vocabulary.Note { return s.notes })
)

func money(text string) vocabulary.Rounded {
	return vocabulary.RoundedDecimal(decimal.RequireFromString(text))
}

func sample() *firm {
	return &firm{
		name:   "Blyant",
		asked:  request{shares: []decimal.Decimal{decimal.RequireFromString("0.50"), decimal.RequireFromString("0.6")}, orders: vocabulary.Count(3), limits: make([]totals, 2)},
		totals: totals{revenue: money("12.50"), ratio: money("0.500000")},
		goods: []goods{{name: "pencil", totals: totals{revenue: money("10.00")}, months: []totals{{revenue: money("4.00")}, {revenue: money("6.00")}}},
			{name: "eraser", totals: totals{revenue: money("2.50"), ratio: money("0.250000")}}},
		notes: []vocabulary.Note{{Code: "margin_assumed", Field: "margin_rate"}},
	}
}

// node writes a node in one line, rows in brackets.
func node(n answer.Node) string {
	if c, is := answer.CellOf(n); is {
		return fmt.Sprintf("%q", c.String())
	}
	var parts []string
	switch n := n.(type) {
	case answer.Record:
		for _, m := range n {
			parts = append(parts, m.Name+" "+node(m.Value))
		}
		return "{" + strings.Join(parts, ", ") + "}"
	case answer.List:
		for _, item := range n.Nodes {
			parts = append(parts, node(item))
		}
		return n.Item + "[" + strings.Join(parts, ", ") + "]"
	case answer.Table:
		for _, r := range n.Records() {
			parts = append(parts, node(r))
		}
		return n.Item + "[" + strings.Join(parts, ", ") + "]"
	}
	return "?"
}

// The body of an answer follows from its sections.
func TestMembers(t *testing.T) {
	got := node(answer.Members([]answer.Section{answer.Single(name), asked, total, kinds, rows}, sample(), locale.English))
	want := `{name "Blyant", ` +
		`inputs {limits limit[{limit ""}, {limit ""}], scope "", shares "0.50 0.6", orders "3"}, ` +
		`totals {revenue "12.50", ratio "0.500000"}, ` +
		`goods kind[{name "pencil", totals {revenue "10.00", ratio ""}, months month[{revenue "4.00", ratio ""}, {revenue "6.00", ratio ""}]}, ` +
		`{name "eraser", totals {revenue "2.50", ratio "0.250000"}, months month[]}], ` +
		`best row[{name "pencil", revenue "10.00", ratio ""}, {name "eraser", revenue "2.50", ratio "0.250000"}]}`
	if got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

// So do its tables: a group is one row, the inputs have a row for each field,
// those of a list's item under its path.
func TestTables(t *testing.T) {
	for _, c := range []struct {
		section answer.Section
		want    string
	}{
		{answer.Single(name), `[{name "Blyant"}]`},
		{total, `[{revenue "12.50", ratio "0.500000"}]`},
		{rows, `row[{name "pencil", revenue "10.00", ratio ""}, {name "eraser", revenue "2.50", ratio "0.250000"}]`},
		{asked, `row[{field "limits[0].limit", value ""}, {field "limits[1].limit", value ""}, ` +
			`{field "scope", value ""}, {field "shares", value "0.50 0.6"}, {field "orders", value "3"}]`},
	} {
		table := c.section.Table(sample(), locale.English)
		if got := node(table); got != c.want || table.Name != c.section.Name {
			t.Errorf("%s:\n%s\nwant\n%s", table.Name, got, c.want)
		}
	}
}

// Notes are in the words of the language; nothing else is.
func TestNotesInWords(t *testing.T) {
	for _, l := range locale.Languages() {
		record := remarks.Table(sample(), l).Records()[0]
		if got, want := record.Cell("message").String(), l.Note(vocabulary.Note{Code: "margin_assumed", Field: "margin_rate"}); got != want || got == "" {
			t.Errorf("%s: %q, want %q", l, got, want)
		}
		if got := node(record[:2]); got != `{code "margin_assumed", field "margin_rate"}` {
			t.Errorf("%s: %s", l, got)
		}
	}
}

// Rows are made as they are asked for, and no more of them.
func TestRowsAreMadeOneByOne(t *testing.T) {
	made := 0
	counted := answer.RowsOf("goods", "kind", answer.Figures(figures), func(s *firm, yield func(any) bool) {
		answer.Yield(s.goods, func(g any) bool { made++; return yield(&g.(*goods).totals) })
	})
	for range counted.Table(sample(), locale.English).Each {
		break
	}
	if made != 1 {
		t.Errorf("%d rows were made for one", made)
	}
}

// A list of a field's values has a cell each, and knows what one is called.
func TestSeveral(t *testing.T) {
	c := answer.FieldCell(fields[1], &sample().asked)
	if len(c.List) != 2 || c.List[0].String() != "0.50" || c.Item != "value" || c.String() != "0.50 0.6" {
		t.Errorf("the list is %+v", c)
	}
	if c := answer.FieldCell(fields[2], &request{}); c.Kind != answer.Null || c.String() != "" {
		t.Errorf("what is not given is %+v", c)
	}
}

// Rows of figures know all figures of a row at once: those that the columns know
// one by one.
func TestFiguresOfRows(t *testing.T) {
	section := answer.FiguresOf("months", "month", figures, func(g *goods) []totals { return g.months },
		func(m *totals, places []*vocabulary.Rounded) []*vocabulary.Rounded {
			return append(places, &m.revenue, &m.ratio)
		})
	table := section.Table(&sample().goods[0], locale.English)
	if table.Name != "months" || table.Item != "month" || len(table.Columns) != len(figures) {
		t.Fatalf("%+v", table)
	}
	rows := 0
	for record := range table.Each {
		places := table.Numbers(nil, record)
		if len(places) != len(table.Columns) {
			t.Fatalf("%d figures for %d columns", len(places), len(table.Columns))
		}
		for i := range table.Columns {
			if places[i] != table.Columns[i].Number(record) {
				t.Errorf("row %d: %s stands elsewhere", rows, table.Columns[i].Name)
			}
		}
		rows++
	}
	if rows != 2 {
		t.Errorf("%d rows", rows)
	}
	if other := months.Table(&sample().goods[0], locale.English); other.Numbers != nil {
		t.Error("rows of columns know their figures at once")
	}
}

// Who needs no more rows gets none.
func TestYieldEnds(t *testing.T) {
	got := 0
	answer.Yield([]int{1, 2, 3}, func(record any) bool { got += *record.(*int); return got < 3 })
	if got != 3 {
		t.Errorf("%d", got)
	}
}
