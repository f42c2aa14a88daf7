package whatif

import (
	"context"
	"testing"

	"blyant/model"
	"blyant/model/vocabulary"

	"github.com/shopspring/decimal"
)

func tornado(t *testing.T, req SensitivityRequest) SensitivityResult {
	t.Helper()
	got, err := Tornado(context.Background(), req)
	if err != nil {
		t.Fatal(err)
	}
	return got
}

// A customer who comes once, for 10 kroner of which 4 are left, and costs 5: each
// input moves the net value of −1 by what a tenth of it is worth.
func TestTornadoByHand(t *testing.T) {
	s := pencil()
	s.RepeatPurchaseRate, s.MarginRate = vocabulary.Given("0"), vocabulary.Given("0.4")
	got := tornado(t, SensitivityRequest{Scenario: s})
	if got.Base.String() != "-1.00" || got.Request.Change.Decimal.String() != "0.1" || got.Request.Metric != "net_lifetime_value" {
		t.Errorf("base %s, %+v", got.Base, got.Request)
	}
	want := [][]string{ // the widest first, and equal ones in the order of the specification
		{"acquisition_cost", "5", "4.5", "5.5", "-0.50", "-1.50", "1.00", "5.000000"},
		{"basket_value", "10", "9", "11", "-1.40", "-0.60", "0.80", "-4.000000"},
		{"margin_rate", "0.4", "0.36", "0.44", "-1.40", "-0.60", "0.80", "-4.000000"},
		{"orders_per_period", "1", "0.9", "1.1", "-1.40", "-0.60", "0.80", "-4.000000"},
	}
	if len(got.Rows) != len(want) {
		t.Fatalf("%d rows: %v", len(got.Rows), got.Request.Fields)
	}
	for i, row := range got.Rows {
		figures := []string{row.Field.Name, row.Value.Decimal().String(), row.Low.Decimal().String(), row.High.Decimal().String(),
			row.MetricAtLow.String(), row.MetricAtHigh.String(), row.Swing.String(), row.Elasticity.String()}
		for j, x := range figures {
			if x != want[i][j] {
				t.Errorf("row %d: %v, want %v", i, figures, want[i])
				break
			}
		}
	}
}

// Where the figure is no money the elasticity is that of the exact one: a ratio to
// the cost moves by (1/1.01 − 1/0.99) ÷ 0.02 with it.
func TestTornadoOfARatio(t *testing.T) {
	for field, want := range map[string]string{"acquisition_cost": "-1.000100", "basket_value": "1.000000"} {
		row := tornado(t, SensitivityRequest{Scenario: pencil(), Metric: "value_to_cost_ratio", Fields: []string{field}}).Rows[0]
		if row.Elasticity.String() != want {
			t.Errorf("to %s: %s, want %s", field, row.Elasticity, want)
		}
	}
}

// An input is held within its range, a basket below its cap and the cap above the
// basket; a negative one swings as far, from below to above.
func TestTornadoHoldsInputs(t *testing.T) {
	s := capped10()
	s.BasketValue, s.BasketCap, s.RepeatPurchaseRate, s.OrderGrowthRate = vocabulary.Given("19"), vocabulary.Given("20"), vocabulary.Given("0.95"), vocabulary.Given("-0.2")
	want := map[string][2]string{"basket_value": {"17.1", "20"}, "basket_cap": {"19", "22"}, "repeat_purchase_rate": {"0.855", "1"}, "order_growth_rate": {"-0.22", "-0.18"}}
	rows := tornado(t, SensitivityRequest{Scenario: s, Metric: "lifetime_revenue", Fields: []string{"order_growth_rate", "basket_value", "basket_cap", "repeat_purchase_rate"}}).Rows
	for _, row := range rows {
		if got := [2]string{row.Low.Decimal().String(), row.High.Decimal().String()}; got != want[row.Field.Name] {
			t.Errorf("%s from %v, want %v", row.Field.Name, got, want[row.Field.Name])
		}
		if row.MetricAtHigh.Decimal().LessThan(row.MetricAtLow.Decimal()) || row.Swing.Sign() <= 0 {
			t.Errorf("%s: %s to %s, %s apart", row.Field.Name, row.MetricAtLow, row.MetricAtHigh, row.Swing)
		}
		if row.Field.Name == "order_growth_rate" && row.Elasticity.Sign() >= 0 {
			t.Errorf("a rate below 0 that rises to more revenue has the elasticity %s", row.Elasticity)
		}
	}
	if len(rows) != len(want) {
		t.Errorf("%d rows", len(rows))
	}
}

// Without a choice all inputs are varied that are there and not zero; the margin
// of add-ons only where it is given, since otherwise it follows the other.
func TestTornadoFields(t *testing.T) {
	fields := func(s model.Scenario, chosen ...string) map[string]bool {
		got := map[string]bool{}
		for _, name := range tornado(t, SensitivityRequest{Scenario: s, Fields: chosen}).Request.Fields {
			got[name] = true
		}
		return got
	}
	s := pencil()
	s.AddOnRate, s.AddOnValue, s.AnnualDiscountRate = vocabulary.Given("0.5"), vocabulary.Given("3"), vocabulary.Given("0")
	got := fields(s)
	for name, there := range map[string]bool{"acquisition_cost": true, "basket_value": true, "margin_rate": true, "orders_per_period": true, "repeat_purchase_rate": true,
		"add_on_rate": true, "add_on_value": true, "add_on_margin_rate": false, "annual_discount_rate": false, "vat_rate": false, "basket_cap": false, "horizon": false} {
		if got[name] != there {
			t.Errorf("%s is varied: %v", name, got[name])
		}
	}
	s.AddOnMarginRate = vocabulary.Given("0.5")
	if !fields(s)["add_on_margin_rate"] {
		t.Error("a margin of add-ons that is given is not varied")
	}
	if got := fields(s, "annual_discount_rate", "basket_value"); len(got) != 2 || !got["annual_discount_rate"] {
		t.Errorf("chosen: %v", got)
	}
	order := tornado(t, SensitivityRequest{Scenario: s, Fields: []string{"repeat_purchase_rate", "acquisition_cost"}}).Request.Fields
	if order[0] != "acquisition_cost" {
		t.Errorf("not in the order of the specification: %v", order)
	}
}

// What is null has no swing and stands last; an elasticity is null where there is
// nothing to divide by.
func TestTornadoNulls(t *testing.T) {
	s := pencil()
	got := tornado(t, SensitivityRequest{Scenario: s, Metric: "payback_periods", Change: vocabulary.Given("1"), Fields: []string{"acquisition_cost", "basket_value", "repeat_purchase_rate"}})
	// At a basket of 0 it is never paid back; at twice the cost, of 10, it is at once.
	last := got.Rows[len(got.Rows)-1]
	if last.Field.Name != "basket_value" || !last.MetricAtLow.IsNull() || last.MetricAtHigh.IsNull() || !last.Swing.IsNull() || last.Elasticity.IsNull() {
		t.Errorf("%+v", last)
	}
	if first := got.Rows[0]; first.Field.Name != "acquisition_cost" || first.MetricAtLow.String() != "0.000000" || first.MetricAtHigh.String() != "1.000000" || first.Swing.String() != "1.000000" {
		t.Errorf("%+v", first)
	}
	s.RepeatPurchaseRate, s.AcquisitionCost = vocabulary.Given("0"), vocabulary.Given("10")
	even := tornado(t, SensitivityRequest{Scenario: s, Fields: []string{"basket_value", "repeat_purchase_rate"}})
	for _, row := range even.Rows {
		if !row.Elasticity.IsNull() { // of a metric of 0, and of an input of 0
			t.Errorf("%s: %s", row.Field.Name, row.Elasticity)
		}
	}
	if even.Rows[1].Field.Name != "repeat_purchase_rate" || even.Rows[1].Swing.String() != "0.00" {
		t.Errorf("%+v", even.Rows[1])
	}
}

// An input is given back with twenty decimals at the most, and as many as it has.
func TestShown(t *testing.T) {
	for text, want := range map[string]string{"0.5": "0.5", "1.50": "1.50", "0.123456789012345678905": "0.12345678901234567891", "1e3": "1000"} {
		if got := shown(decimal.RequireFromString(text)).String(); got != want {
			t.Errorf("%s is given back as %s", text, got)
		}
	}
}

// What may be off by so much is rounded only where that gives one digit.
func TestRoundSurely(t *testing.T) {
	for _, c := range []struct {
		x, off string
		places int32
		want   string
		sure   bool
	}{
		{"1.2349", "0.00009", 2, "1.23", true}, {"1.2349", "0.0001", 2, "", false}, {"1.2349", "0.0002", 2, "1.23", false}, {"1.235", "0.0001", 2, "", false}, {"1.235", "0", 2, "1.24", true},
		{"-1.2349", "0.00009", 2, "-1.23", true}, {"-1.2351", "0.0002", 2, "", false}, {"0", "0.004", 2, "0.00", true}, {"0", "0.005", 2, "", false},
	} {
		got, sure := roundSurely(decimal.RequireFromString(c.x), decimal.RequireFromString(c.off), c.places)
		if sure != c.sure || sure && got.String() != c.want {
			t.Errorf("%s ± %s to %d: %s, %v", c.x, c.off, c.places, got, sure)
		}
	}
}

// The bound of an elasticity is one: whatever the amounts truly are within what
// they may be off by, the digits are the same where it is said to be sure.
func TestElasticitySurely(t *testing.T) {
	at, near := decimal.RequireFromString, closelyTo(10, 2)
	for _, c := range []struct {
		moved, base, share, want string
		sure                     bool
	}{
		{"2", "100", "50", "1.000000", true},
		{"-2", "100", "50", "-1.000000", true},
		{"2", "-100", "-50", "1.000000", true},
		{"0.0000010001", "0.0001", "50", "", false},   // 0.5 give or take 5e-5
		{"2.000000999999995", "100", "50", "", false}, // on the middle between two millionths
		{"1000000000000000", "0.1", "1", "", false},   // above 1e15
	} {
		got, sure := near.elasticitySurely(at(c.moved), at(c.base), at(c.share))
		if sure != c.sure || sure && got.String() != c.want {
			t.Errorf("%s ÷ %s · %s: %s, %v", c.moved, c.base, c.share, got, sure)
			continue
		}
		for _, moved := range []decimal.Decimal{near.unitOff, near.unitOff.Neg()} {
			for _, base := range []decimal.Decimal{near.halfOff, near.halfOff.Neg()} {
				exactly := at(c.moved).Add(moved).DivRound(at(c.base).Add(base), 40).Mul(at(c.share))
				if sure && vocabulary.RoundedTo(exactly, 6) != got {
					t.Errorf("%s ÷ %s · %s may be %s", c.moved, c.base, c.share, exactly)
				}
			}
		}
	}
}
