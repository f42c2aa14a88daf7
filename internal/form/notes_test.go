package form

import (
	"slices"
	"strings"
	"testing"

	"blyant/internal/locale"
)

// A note that several customers have is there once and names them; one that all kinds
// of a plan have is there once.
func TestNotesAreGathered(t *testing.T) {
	got := gathered([]noteView{{"", "whole"}, {"A", "thin"}, {"A", "thin"}, {"A", "late"}, {"B", "thin"}, {"", "whole"}, {"", "thin"}, {"C", "thin"}})
	if want := []noteView{{"", "whole"}, {"A, B, C", "thin"}, {"A", "late"}, {"", "thin"}}; !slices.Equal(got, want) {
		t.Errorf("%q, wanted %q", got, want)
	}
	page := renderedOf(t, PlanPage(), locale.English, strings.NewReplacer("&annual_discount_rate=0.07", "", "&one.horizon=60", "", "&two.horizon=36", "").Replace(bakery), false)
	_, notes, _ := strings.Cut(page, `id="notes-title"`)
	notes, _, _ = strings.Cut(notes, "</ul>")
	if n := strings.Count(notes, "<li>No discount rate was given"); n != 1 {
		t.Errorf("that there is no discount rate is said %d times: %s", n, notes)
	}
}

// Figures side by side have a line each on a telephone where three columns, or two of
// long figures, have no room; periods side by side are scrolled.
func TestStackedTables(t *testing.T) {
	row := func(texts ...string) []tableRow {
		var values []valueView
		for _, text := range texts {
			values = append(values, valueView{Text: text})
		}
		return []tableRow{{Values: values}}
	}
	columns := func(n int) []columnView { return make([]columnView, n) }
	for name, c := range map[string]struct {
		table tableView
		want  bool
	}{
		"three":           {tableView{Columns: columns(3), Rows: row("1", "2", "3"), Beside: true}, true},
		"two":             {tableView{Columns: columns(2), Rows: row("1 946 618,98", "2"), Beside: true}, false},
		"two long":        {tableView{Columns: columns(2), Rows: row("11 946 618,98", "2"), Beside: true}, true},
		"one":             {tableView{Columns: columns(1), Rows: row("11 946 618,98"), Beside: true}, false},
		"more than asked": {tableView{Columns: columns(mostItems + 1), Rows: row("1"), Beside: true}, false},
		"periods":         {tableView{Columns: columns(3), Rows: row("1", "2", "3")}, false},
	} {
		if got := c.table.Stacked(); got != c.want {
			t.Errorf("%s: stacked is %v", name, got)
		}
	}
}
