package format

import (
	"strings"
	"testing"

	"blyant/internal/answer"
	"blyant/internal/locale"
	"blyant/model/vocabulary"
)

// month is a row of figures, whose places can be asked for one by one or together.
type month struct{ number, revenue, ratio vocabulary.Rounded }

type months struct{ list []month }

var monthFigures = []vocabulary.Figure{
	vocabulary.FigurePlace(vocabulary.PeriodNumber("month"), func(m *month) *vocabulary.Rounded { return &m.number }),
	vocabulary.FigurePlace(vocabulary.Amount("revenue").MayBeNull(), func(m *month) *vocabulary.Rounded { return &m.revenue }),
	vocabulary.FigurePlace(vocabulary.Ratio(strings.Repeat("long", 12), vocabulary.UnitRatio).MayBeNull(), func(m *month) *vocabulary.Rounded { return &m.ratio }),
}

var (
	monthsOneByOne = answer.RowsOf("months", "month", answer.Figures(monthFigures), func(r *months, yield func(any) bool) { answer.Yield(r.list, yield) })
	monthsTogether = answer.FiguresOf("months", "month", monthFigures, func(r *months) []month { return r.list },
		func(m *month, places []*vocabulary.Rounded) []*vocabulary.Rounded {
			return append(places, &m.number, &m.revenue, &m.ratio)
		})
)

func someMonths() *months {
	m := &months{}
	for i := range 150 {
		row := month{number: vocabulary.RoundedWhole(i), revenue: vocabulary.NewRounded(i%3 == 0, 0, uint64(i)*999_999_999, 2), ratio: vocabulary.NewRounded(i%2 == 0, uint64(i%5)/4, uint64(i), 6)}
		if i%7 == 0 {
			row.revenue = vocabulary.Rounded{}
		}
		m.list = append(m.list, row)
	}
	return m
}

// A row of figures whose places are known together is written as one whose are not,
// in JSON and in tables of every kind; nulls and long numbers among them.
func TestRowsOfFigures(t *testing.T) {
	for _, rows := range []*months{someMonths(), {}, {list: make([]month, 1)}} {
		one, all := monthsOneByOne.Table(rows, locale.English), monthsTogether.Table(rows, locale.English)
		if all.Numbers == nil || one.Numbers != nil {
			t.Fatal("the wrong section knows its figures together")
		}
		if want, got := string(appendJSONRows(nil, one)), string(appendJSONRows(nil, all)); got != want {
			t.Errorf("JSON\n%s\nis not\n%s", got, want)
		}
		for _, d := range []Dialect{{}, {Header: true, Delimiter: '\t'}, {Comma: true}, {Excel: true, Header: true, Comma: true, Delimiter: ';', Lang: locale.Norwegian}} {
			if want, got := string(CSV(one, d)), string(CSV(all, d)); got != want {
				t.Errorf("%+v\n%s\nis not\n%s", d, got, want)
			}
		}
	}
}

// Who writes rows is kept for the next table: written again, tables take no memory.
func TestRowsTakeNoMemory(t *testing.T) {
	rows, dst := someMonths(), make([]byte, 0, 64<<10)
	of := monthsTogether.Table(rows, locale.English)
	for name, write := range map[string]func(){
		"JSON": func() { dst = appendJSONRows(dst[:0], of) },
		"CSV":  func() { dst = AppendCSV(dst[:0], of, Dialect{Header: true}) },
	} {
		if got := testing.AllocsPerRun(100, write); got > 4 { // the long name has its text, and a pool may be emptied meanwhile
			t.Errorf("%s: %v allocations", name, got)
		}
	}
}

// A lone null figure is a line of its own, which readers would skip were it empty.
func TestLoneNullFigure(t *testing.T) {
	lone := answer.FiguresOf("months", "month", monthFigures[1:2], func(r *months) []month { return r.list },
		func(m *month, places []*vocabulary.Rounded) []*vocabulary.Rounded { return append(places, &m.revenue) })
	rows := &months{list: make([]month, 2)}
	rows.list[1].revenue = vocabulary.NewRounded(false, 0, 450, 2)
	if got := string(CSV(lone.Table(rows, locale.English), Dialect{})); got != "\"\"\n4.50\n" {
		t.Errorf("%q", got)
	}
}
