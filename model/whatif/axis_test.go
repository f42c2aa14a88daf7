package whatif

import (
	"context"
	"errors"
	"slices"
	"strings"
	"testing"

	"blyant/model"
	"blyant/model/vocabulary"

	"github.com/shopspring/decimal"
)

// axis goes from one value to another in steps, or has values of its own.
func axis(field, from, to string, steps int) Axis {
	return Axis{Field: field, From: vocabulary.Given(from), To: vocabulary.Given(to), Steps: vocabulary.Count(steps)}
}

func valued(field string, values ...string) Axis {
	x := Axis{Field: field}
	for _, v := range values {
		x.Values = append(x.Values, decimal.RequireFromString(v))
	}
	return x
}

// The values of an axis are even steps, both ends among them, rounded as its field
// is reported: money to four decimals, the rest to six, half away from zero.
func TestPointsOfAxis(t *testing.T) {
	for _, c := range []struct {
		x    Axis
		want string
	}{
		{axis("repeat_purchase_rate", "0", "1", 5), "0 0.25 0.5 0.75 1"},
		{axis("repeat_purchase_rate", "0", "1", 4), "0 0.333333 0.666667 1"},
		{axis("repeat_purchase_rate", "0.9", "0.1", 3), "0.9 0.5 0.1"},
		{axis("basket_value", "0", "1", 4), "0 0.3333 0.6667 1"},
		{axis("basket_value", "10", "10.0001", 3), "10 10.0001 10.0001"},           // 10.00005 goes up
		{axis("basket_growth_rate", "-0.000001", "0", 3), "-0.000001 -0.000001 0"}, // −0.0000005 goes down
		{axis("horizon", "1", "9", 3), "1 5 9"},
		{axis("margin_rate", "0.5", "0.5", 2), "0.5 0.5"},
		{valued("margin_rate", "0.3", "0.1234567", "0.3"), "0.3 0.1234567 0.3"},
	} {
		var got []string
		for _, d := range c.x.points() {
			got = append(got, d.String())
		}
		if strings.Join(got, " ") != c.want {
			t.Errorf("%+v: %v, want %s", c.x, got, c.want)
		}
	}
}

// An axis is given by its values or by steps, within the range of its field.
func TestAxisRefuses(t *testing.T) {
	half := axis("margin_rate", "0", "0.5", 3)
	both := half
	both.Values = []decimal.Decimal{decimal.New(1, -1)}
	for _, c := range []struct {
		name string
		x    Axis
		want string
	}{
		{"fine", half, ""},
		{"fine by values", valued("margin_rate", "-1", "1"), ""},
		{"nothing", Axis{Field: "margin_rate"}, "from required_either values ; to required_either values ; steps required_either values "},
		{"no field", axis("", "0", "1", 3), "field required  "},
		{"not of a scenario", axis("decimals", "0", "1", 2), "field not_a_choice decimals," + strings.Join(AxisNames(), ", ") + " "},
		{"both", both, "from values_or_steps from values; to values_or_steps to values; steps values_or_steps steps values"},
		{"one step", axis("margin_rate", "0", "1", 1), "steps out_of_range 1,2,51 "},
		{"too many", axis("margin_rate", "0", "1", 52), "steps out_of_range 52,2,51 "},
		{"from below", axis("repeat_purchase_rate", "-0.1", "1", 3), "from out_of_range -0.1,0,1 0"},
		{"to above", axis("repeat_purchase_rate", "0", "1.1", 3), "to out_of_range 1.1,0,1 1"},
		{"periods that are none", axis("horizon", "1", "4", 3), "steps points_not_whole 2.5,horizon "},
		{"values out of range", valued("repeat_purchase_rate", "0.5", "2", "-1"), "values[1] out_of_range 2,0,1 0.02 or 2%; values[2] out_of_range -1,0,1 "},
		{"half a period", valued("horizon", "1", "1.5"), "values[1] not_whole 1.5,1,1200 "},
	} {
		if got := reasons(c.x.Validate().OrNil()); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
	lost := Axis{Field: "margin_rate", To: vocabulary.Given("1"), Steps: vocabulary.Count(2)}
	if faults := lost.Validate("from"); faults != nil {
		t.Errorf("what could not be read is missing too: %v", faults)
	}
	if faults := (&Axis{Field: "margin_rate"}).Validate("values"); faults != nil {
		t.Errorf("values that could not be read: %v", faults)
	}
}

// Two axes are two inputs, and neither may be one that the scenario or the other
// axis excludes.
func TestGridRefuses(t *testing.T) {
	margin, basket := axis("margin_rate", "0.1", "0.2", 2), axis("basket_value", "1", "2", 2)
	for _, c := range []struct {
		name string
		req  GridRequest
		want string
	}{
		{"fine", GridRequest{Scenario: pencil(), X: margin, Y: basket}, ""},
		{"the same twice", GridRequest{Scenario: pencil(), X: margin, Y: margin}, "y.field named_twice margin_rate "},
		{"beside a curve", GridRequest{Scenario: curved(), X: axis("repeat_purchase_rate", "0", "1", 2), Y: margin}, "x.field cannot_vary_beside repeat_purchase_rate,retention_curve "},
		{"beside the other axis", GridRequest{Scenario: model.Scenario{BasketValue: vocabulary.Given("1"), RepeatPurchaseRate: vocabulary.Given("1")},
			X: axis("acquisition_cost", "0", "1", 2), Y: axis("cost_per_prospect", "0", "1", 2)},
			"x.field cannot_vary_beside acquisition_cost,cost_per_prospect cost_per_prospect; y.field cannot_vary_beside cost_per_prospect,acquisition_cost acquisition_cost"},
		{"a rate without prospects", GridRequest{Scenario: pencil(), X: margin, Y: axis("conversion_rate", "0.1", "1", 2)}, "y.field cannot_vary_beside conversion_rate,acquisition_cost acquisition_cost"},
		{"no such metric", GridRequest{Scenario: pencil(), X: margin, Y: basket, Metric: "joy"}, "metric not_a_choice joy," + strings.Join(Metrics(), ", ") + " "},
		{"an axis' own", GridRequest{Scenario: pencil(), X: margin, Y: axis("basket_value", "1", "2", 1)}, "y.steps out_of_range 1,2,51 "},
	} {
		if _, err := Grid(context.Background(), c.req); reasons(err) != c.want {
			t.Errorf("%s: %q, want %q", c.name, reasons(err), c.want)
		}
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := Grid(ctx, GridRequest{Scenario: pencil(), X: margin, Y: basket}); !errors.Is(err, context.Canceled) {
		t.Errorf("a client that has gone away: %v", err)
	}
}

// Each number of a grid is the figure of the scenario with both values, as a
// summary of it has it: a row for each y, in it a number for each x.
func TestGridIsOfScenarios(t *testing.T) {
	for _, metric := range Metrics() {
		req := GridRequest{Scenario: capped10(), Metric: metric, X: axis("repeat_purchase_rate", "0", "0.95", 3), Y: valued("basket_value", "5", "20", "21", "0")}
		req.Scenario.ReferralsPerPeriod, req.Scenario.ServiceCostPerPeriod = vocabulary.Given("0.1"), vocabulary.Given("1")
		got, err := Grid(context.Background(), req)
		if err != nil {
			t.Fatal(err)
		}
		figure, _ := vocabulary.FigureNamed(model.SummaryFigures(), metric)
		for j, y := range req.Y.Values {
			for i, x := range req.X.points() {
				s := req.Scenario
				s.RepeatPurchaseRate, s.BasketValue = decimal.NewNullDecimal(x), decimal.NewNullDecimal(y)
				want := vocabulary.Rounded{} // a basket above its cap
				if y.String() != "21" {
					r, err := model.Summarise(s)
					if err != nil {
						t.Fatal(err)
					}
					want = figure.Of(&r.Summary)
				}
				if got.Values[j][i] != want {
					t.Errorf("%s at %s and %s: %s, want %s", metric, x, y, got.Values[j][i], want)
				}
			}
		}
		if got.Request.X.Values == nil || got.Scenario.Horizon.Int != 10 || got.Request.Metric != metric {
			t.Errorf("%+v", got.Request)
		}
	}
}

// A figure above 1e15 is null here, with a note once, whatever a summary does.
func TestGridTooLarge(t *testing.T) {
	got, err := Grid(context.Background(), GridRequest{Scenario: pencil(), Metric: "lifetime_revenue", X: valued("basket_value", "1", "1000000000000"), Y: valued("orders_per_period", "1", "1000", "1000000")})
	if err != nil {
		t.Fatal(err)
	}
	null := 0
	for _, row := range got.Values {
		for _, x := range row {
			null += boolean(x.IsNull())
		}
	}
	notes := slices.DeleteFunc(got.Notes, func(n vocabulary.Note) bool { return n.Code != "figure_too_large" })
	if null != 2 || len(notes) != 1 || notes[0].Field != "values" {
		t.Errorf("%d null, %v", null, got.Notes)
	}
}
