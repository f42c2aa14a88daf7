package orders_test

import (
	"errors"
	"strings"
	"testing"

	"blyant/internal/orders"
	"blyant/model/purchase"
)

// One pair of cohorts in every form that a table of counts may have.
func TestTablesOfCounts(t *testing.T) {
	const both = "2025: 1000 869 743; 2026: 900 700"
	for table, want := range map[string]string{
		"active\n1000\n869\n743\n":                                                            ": 1000 869 743",
		"period;active\n0;1000\n1;869\n":                                                      ": 1000 869",
		"\uFEFFperiod,2025,2026\n0,1000,900\n1,869,700\n2,743,\n":                             both,
		"2025\t2026\n1000\t900\n869\t700\n743\t\n":                                            both,
		"cohort,0,1,2\n2025,1000,869,743\n2026,900,700,\n":                                    both,
		"0,1,2\n1000,869,743\n900,700,\n":                                                     strings.NewReplacer("2025", "1", "2026", "2").Replace(both),
		"cohort,active\n2025,1000\n2026,900\n2025,869\n2026,700\n2025,743\n":                  both,
		"cohort,period,active\n2025,0,1000\n2025,1,869\n2025,2,743\n2026,0,900\n2026,1,700\n": both,
	} {
		cohorts, err := orders.ReadCounts(strings.NewReader(table), orders.Options{})
		if err != nil {
			t.Errorf("%q: %v", table, err)
			continue
		}
		if got := written(cohorts); got != want {
			t.Errorf("%q: %s, want %s", table, got, want)
		}
	}
	cohorts, err := orders.ReadCounts(strings.NewReader("active\n1000,5\n869\n"), orders.Options{Decimal: ',', Delimiter: ';'})
	if err != nil || written(cohorts) != ": 1000.5 869" {
		t.Errorf("%v %v", cohorts, err)
	}
}

func written(cohorts []orders.Counts) string {
	var all []string
	for _, c := range cohorts {
		line := c.Name + ":"
		for _, n := range c.Active {
			line += " " + n.String()
		}
		all = append(all, line)
	}
	return strings.Join(all, "; ")
}

// What cannot be read without guessing is refused, with its place.
func TestTablesOfCountsRefused(t *testing.T) {
	for table, want := range map[string]string{
		"":                                       "file required file_empty",
		"1000\n869\n":                            "file required header_missing",
		"1000,869,743\n":                         "file required header_missing",
		"a,a\n1,1\n":                             "a duplicate column_twice",
		"a,b\n1,x\n":                             "b.active[0] not_a_number not_a_number_in_row",
		"a,b\n10,9\n,8\n7,6\n":                   "a.active[1] required count_missing",
		"period,active\n0,10\n2,8\n":             "period out_of_range period_not_next",
		"cohort,0,1\nx,10,9\nx,8,7\n":            "x duplicate cohort_twice",
		"active\n10\nnine\n":                     "active[1] not_a_number not_a_number_in_row",
		"active;x\n10;1\n9,5;1\n":                "active[1] not_a_number not_a_number_in_row",
		"a,b\n10\n":                              "file malformed row_width",
		"active\n1e3\n":                          "active[0] not_a_number not_a_number_in_row",
		"active\n" + strings.Repeat("9\n", 3000): "file too_many too_many_rows",
		"active\n\x00":                           "file malformed not_text",
	} {
		_, err := orders.ReadCounts(strings.NewReader(table), orders.Options{})
		var faults purchase.Faults
		if !errors.As(err, &faults) || len(faults) != 1 {
			t.Errorf("%.40q: %v", table, err)
			continue
		}
		if got := faults[0].Field + " " + faults[0].Code + " " + faults[0].Reason; got != want {
			t.Errorf("%.40q: %s, want %s", table, got, want)
		}
	}
}
