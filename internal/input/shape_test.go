package input

import (
	"slices"
	"testing"

	"blyant/model/vocabulary"

	"github.com/shopspring/decimal"
)

// figureOf is a record that holds another and says which of its items is meant,
// as a request for one figure does.
type figureOf struct {
	of    string
	asked programmes
}

var ofWhich = vocabulary.Place(vocabulary.Text("of", 5), func(f *figureOf) any { return &f.of })

func within(record any) any { return &record.(*figureOf).asked }

// A shape within another reads the same request, and what stands beside it.
func TestWithReadsWhatItHolds(t *testing.T) {
	shape := programmesShape.With(within, ofWhich)
	var byQuery, byJSON figureOf
	expect(t, "query", fromQuery(shape, &byQuery, pencil+"&customers=5&of=vip&card.rebate_rate=0&vip.rebate_rate=0.1", false))
	expect(t, "body", FromJSON(shape, []byte(`{"scenario": {"acquisition_cost": 50, "basket_value": 10, "repeat_purchase_rate": 0.9}, "of": "vip",
		"customers": 5, "programmes": [{"rebate_rate": 0}, {"rebate_rate": 0.1}]}`), Dialect{}, &byJSON))
	for _, got := range []*figureOf{&byQuery, &byJSON} {
		if got.of != "vip" || scenario(&got.asked.Scenario) != "- 50 10 0.9 - -" || len(got.asked.Items) != 2 || !got.asked.Customers.Decimal.Equal(decimal.NewFromInt(5)) {
			t.Errorf("read %+v", got)
		}
	}
	if byQuery.asked.Items[1].Name != "vip" || byJSON.asked.Items[1].Name != "" {
		t.Errorf("items are called %q and %q", byQuery.asked.Items[1].Name, byJSON.asked.Items[1].Name)
	}
}

// It refuses the same, its own Check included, and what stands beside it.
func TestWithRefusesWhatItHolds(t *testing.T) {
	shape := programmesShape.With(within, ofWhich)
	for query, want := range map[string][]string{
		"acquisition_cost=5&basket_value=x&repeat_purchase_rate=1&draws=5&of=123456&card.free_every=1": {"basket_value not_a_number not_a_number",
			"draws out_of_range out_of_range", "of too_long too_long", "card.free_every out_of_range out_of_range", "card.rebate_rate required required"},
		pencil + "&off=vip": {"off unknown_field unknown_field (of)"},
	} {
		expect(t, query, fromQuery(shape, &figureOf{}, query, false), want...)
	}
	checked := flat.With(func(record any) any { return &record.(*figureOf).asked.Scenario }, ofWhich)
	expect(t, "a scenario's own check", fromQuery(checked, &figureOf{}, pencil+"&basket_cap=5", false), "basket_cap out_of_range cap_below_basket (10)")
	expect(t, "what a check is to leave alone", checked.Check(&figureOf{of: "123456"}, "acquisition_cost", "basket_value", "of"),
		"repeat_purchase_rate required required_one_of")
}

// A shape is a value: another made of it leaves it as it was.
func TestWithLeavesTheShapeAlone(t *testing.T) {
	_ = programmesShape.With(within, ofWhich)
	var got programmes
	expect(t, "query", fromQuery(programmesShape, &got, pencil+"&card.rebate_rate=0", false))
	if len(got.Items) != 1 {
		t.Errorf("%d items", len(got.Items))
	}
	expect(t, "query", fromQuery(programmesShape, &programmes{}, pencil+"&of=x", false), "of unknown_field unknown_field")
}

// What an item may leave out is required of nobody twice: not of the defaults,
// which need not give it.
func TestSharedRequiresNothing(t *testing.T) {
	var got comparison
	expect(t, "query", fromQuery(comparisonShape, &got, "one.acquisition_cost=1&one.basket_value=1&one.repeat_purchase_rate=1&horizon=5", false))
	if got.Scenarios[0].Horizon.Int != 5 || got.Defaults.AcquisitionCost.Valid {
		t.Errorf("read %+v", got)
	}
}

// Items keep their addresses while others come, since they are filled out of turn.
func TestGrowNeverMoves(t *testing.T) {
	var list []programme
	var kept []*programme
	for range 5 {
		kept = append(kept, Grow(&list, 5))
	}
	kept[0].Name, kept[4].Name = "first", "last"
	if list[0].Name != "first" || list[4].Name != "last" || len(list) != 5 {
		t.Errorf("the list is %+v", list)
	}
	expect(t, "in turns", fromQuery(comparisonShape, &comparison{}, pencil+"&a.horizon=1&b.horizon=1&a.decimals=1&c.horizon=1&b.decimals=1", false))
}

// A member says where the record keeps it.
func TestInside(t *testing.T) {
	var p programmes
	if got := programmesShape.Members[0].Inside(&p); got != any(&p.Scenario) {
		t.Errorf("the scenario is at %v", got)
	}
	if forms := []Form{comparisonShape.Members[0].Form, comparisonShape.Members[1].Form, programmesShape.Members[0].Form}; !slices.Equal(forms, []Form{Defaults, List, Object}) {
		t.Errorf("the forms are %v", forms)
	}
}
