package form

import (
	"slices"
	"strings"
	"testing"

	"blyant/internal/locale"
)

// planBlocksOf are the blocks of a plan, by spreadsheet, and the words where there is none.
func planBlocksOf(t *testing.T, l locale.Language, query string) (map[string]string, string) {
	t.Helper()
	r := requestOf(t, PlanPage(), l, query, false)
	v := &viewer{Request: r, entry: read(r.Page, r.Params), parts: r.Page.parts(r.Answer)}
	blocks := map[string]string{}
	use := v.take().Uses[0]
	for _, s := range use.Blocks {
		blocks[s.ID] = s.Text
	}
	return blocks, use.Remark
}

const smallPlan = "acquisition_cost=60&basket_value=50.5&margin_rate=0.4&repeat_purchase_rate=0.95&annual_discount_rate=0.08&period=month&plan_periods=12" +
	"&new_customers_first=100&new_customers_growth_rate=0.02&opening_customers=5&fixed_cost_per_period=900&opening_cash=1000"

// A plan of one kind has a block with a row for each period; all rows but the first are
// the same in every spreadsheet, which keeps the page small.
func TestPlanBlock(t *testing.T) {
	blocks, remark := planBlocksOf(t, locale.Norwegian, smallPlan)
	if len(blocks) != 7 || remark != "" {
		t.Fatalf("%d blocks, %q", len(blocks), remark)
	}
	for tool, want := range map[string][]string{
		"block_excel_nb":    {"\t50,5", "=SUMMERPRODUKT(", "=AVRUND(", "=HVIS("},
		"block_excel":       {"\t50.5", "=SUMPRODUCT(", ",2)"},
		"block_libreoffice": {"\t50,5", "=SUMPRODUCT(", ";2)"},
	} {
		for _, wanted := range want {
			if !strings.Contains(blocks[tool], wanted) {
				t.Errorf("%s: %q is not in\n%s", tool, wanted, blocks[tool])
			}
		}
	}
	rows := func(text string) []string {
		lines := strings.Split(text, "\n")
		first := slices.IndexFunc(lines, func(line string) bool { return strings.HasPrefix(line, "1\t") })
		return lines[first+1 : first+12]
	}
	for tool, text := range blocks {
		if got := rows(text); !slices.Equal(got, rows(blocks["block_excel"])) || !strings.HasPrefix(got[10], "12\t") {
			t.Errorf("%s has rows of its own: %q", tool, got)
		}
	}
}

// A plan whose rows do not follow from those before them says why there is no block.
func TestRicherPlansHaveNoBlock(t *testing.T) {
	for name, query := range map[string]string{
		"seasons": smallPlan + "&seasonality=1,2", "word of mouth": smallPlan + "&word_of_mouth=on", "a cap": smallPlan + "&basket_cap=60",
		"a curve":  strings.Replace(smallPlan, "repeat_purchase_rate=0.95", "retention_curve=0.9,0.95", 1),
		"survival": strings.Replace(smallPlan, "repeat_purchase_rate=0.95", "survival_curve=0.9,0.8", 1),
		"horizon":  smallPlan + "&horizon=11", "long": strings.Replace(smallPlan, "plan_periods=12", "plan_periods=61", 1), "kinds": bakery,
	} {
		blocks, remark := planBlocksOf(t, locale.Swedish, query)
		if len(blocks) > 0 || remark != locale.Swedish.Page("block.none") {
			t.Errorf("%s: %d blocks, %q", name, len(blocks), remark)
		}
	}
	if blocks, remark := planBlocksOf(t, locale.English, smallPlan+"&horizon=12&word_of_mouth=off&seasonality="); len(blocks) == 0 || remark != "" {
		t.Errorf("a plan as long as its horizon: %q", remark)
	}
}
