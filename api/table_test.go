package api

import (
	"net/http"
	"strings"
	"testing"
)

// questions are one for each calculator.
var questions = map[string]string{
	value:            pencil + "&horizon=3",
	"/v1/comparison": one + "&horizon=3",
	promisePath: "acquisition_cost=50&basket_value=10&exceeded_share=0.2&met_share=0.7&missed_share=0.1" +
		"&repeat_rate_exceeded=0.9&repeat_rate_met=0.8&repeat_rate_missed=0.3",
	programmesPath: "acquisition_cost=50&basket_value=10&repeat_purchase_rate=0.8&card.rebate_rate=0.05&party.fixed_cost=100",
	planPath:       "acquisition_cost=50&basket_value=10&repeat_purchase_rate=0.8&plan_periods=4&new_customers=3,+2",
}

// Whoever names no table gets the one that the interface promises: the schedule
// where there is one, of a comparison and of programmes a row for each.
func TestTableUnlessNamed(t *testing.T) {
	h := New(Config{})
	for resource, want := range map[string]struct {
		table, begins string
		rows          int
	}{
		value:            {"schedule", "period,active_share,", 3},
		"/v1/comparison": {"comparison", "name,net_difference,", 2},
		promisePath:      {"summary", "perceived_exceeded,", 1},
		programmesPath:   {"programmes", "name,value_with,", 2},
		planPath:         {"schedule", "period,", 4},
	} {
		for _, format := range []string{"csv", "tsv"} {
			query := "?format=" + format + "&" + questions[resource]
			given := call(t, h, http.MethodGet, resource+query, "").Body.String()
			named := call(t, h, http.MethodGet, resource+query+"&table="+want.table, "").Body.String()
			if given != named {
				t.Errorf("%s as %s without a table is\n%s\nand its %s\n%s", resource, format, given, want.table, named)
			}
			header, rows, _ := strings.Cut(given, "\n")
			if !strings.HasPrefix(strings.ReplaceAll(header, "\t", ","), want.begins) || strings.Count(rows, "\n") != want.rows {
				t.Errorf("%s as %s: %s, and %d rows, want %s… and %d", resource, format, header, strings.Count(rows, "\n"), want.begins, want.rows)
			}
		}
	}
}

// A list in the table of inputs is one cell, its values parted by a space, which
// no dialect takes for a delimiter or a decimal mark.
func TestListsInTheTableOfInputs(t *testing.T) {
	h := New(Config{})
	const curved = "acquisition_cost=50&basket_value=10&retention_curve=0.6, 0.75, 0.8"
	for target, want := range map[string]string{
		value + "?format=csv&" + curved:                 "\nretention_curve,0.6 0.75 0.8\n",
		value + "?format=tsv&" + curved:                 "\nretention_curve\t0.6 0.75 0.8\n",
		planPath + "?format=csv&" + questions[planPath]: "\nnew_customers,3 2\n",
	} {
		if got := call(t, h, http.MethodGet, strings.ReplaceAll(target, " ", "%20")+"&table=inputs", "").Body.String(); !strings.Contains(got, want) {
			t.Errorf("%s: %q is not in\n%s", target, want, got)
		}
	}
}
