// Command ask asks for the figures of README.md with the generated client and
// prints them.
package main

import (
	"context"
	"fmt"
	"net/http"
	"os"

	"ask/client"
)

func main() {
	c, err := client.NewClientWithResponses(os.Args[1])
	if err == nil {
		err = ask(context.Background(), c)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func ask(ctx context.Context, c *client.ClientWithResponses) error {
	for _, question := range []func(context.Context, *client.ClientWithResponses) error{netValue, room, thirdPeriod, revenue} {
		if err := question(ctx, c); err != nil {
			return err
		}
	}
	return nil
}

// netValue asks as a cell does.
func netValue(ctx context.Context, c *client.ClientWithResponses) error {
	answer, err := c.GetLifetimeValueFigureWithResponse(ctx, client.GetLifetimeValueFigureFigureNetLifetimeValue, &client.GetLifetimeValueFigureParams{
		AcquisitionCost: ptr("50"), BasketValue: "10", MarginRate: ptr("0.4"), OrdersPerPeriod: ptr("12"), RepeatPurchaseRate: ptr("0.9"),
		BasketGrowthRate: ptr("0.05"), ServiceCostPerOrder: ptr("0.5"), AnnualDiscountRate: ptr("0.08")})
	if err != nil {
		return err
	}
	fmt.Println("net_lifetime_value", string(answer.Body))
	return nil
}

// room compares two customers in a query, of which only the fields of each are
// written KEY.field, and in a body.
func room(ctx context.Context, c *client.ClientWithResponses) error {
	cell, err := c.GetComparisonFigureWithResponse(ctx, client.GetComparisonFigureFigureAffordableServiceCostPerOrder, &client.GetComparisonFigureParams{
		AcquisitionCost: ptr("50"), BasketValue: ptr("10"), MarginRate: ptr("0.4"), AnnualDiscountRate: ptr("0.08"),
		KEYField: &map[string]string{"one.repeat_purchase_rate": "0", "ten.repeat_purchase_rate": "0.9", "ten.orders_per_period": "12",
			"ten.basket_growth_rate": "0.05", "ten.service_cost_per_order": "0.5"}})
	if err != nil {
		return err
	}
	var one, ten client.ScenarioPart
	one.RepeatPurchaseRate, ten.RepeatPurchaseRate = rate("0"), rate("90%")
	body := client.ComparisonRequest{Defaults: common(), Scenarios: []client.ScenarioPart{one, ten}}
	last := &body.Scenarios[1]
	last.OrdersPerPeriod, last.BasketGrowthRate, last.ServiceCostPerOrder = new(client.ScenarioPart_OrdersPerPeriod), new(client.ScenarioPart_BasketGrowthRate), new(client.ScenarioPart_ServiceCostPerOrder)
	if err := first(last.OrdersPerPeriod.FromScenarioPartOrdersPerPeriod0(12), last.BasketGrowthRate.FromScenarioPartBasketGrowthRate0(0.05), last.ServiceCostPerOrder.FromNumberText("0.5")); err != nil {
		return err
	}
	answer, err := c.PostComparisonWithResponse(ctx, nil, body)
	switch {
	case err != nil:
		return err
	case answer.JSON200 == nil:
		return fmt.Errorf("%s: %s", answer.Status(), answer.Body)
	}
	figure := *answer.JSON200.Comparison[1].AffordableServiceCostPerOrder
	if fmt.Sprint(figure) != string(cell.Body) {
		return fmt.Errorf("in the body %v, in the query %s", figure, cell.Body)
	}
	fmt.Println("affordable_service_cost_per_order", figure)
	return nil
}

// common is what both customers have.
func common() *client.ScenarioPart {
	s := client.ScenarioPart{AcquisitionCost: new(client.ScenarioPart_AcquisitionCost), BasketValue: new(client.ScenarioPart_BasketValue),
		MarginRate: new(client.ScenarioPart_MarginRate), AnnualDiscountRate: new(client.ScenarioPart_AnnualDiscountRate)}
	err := first(s.AcquisitionCost.FromScenarioPartAcquisitionCost0(50), s.BasketValue.FromScenarioPartBasketValue0(10),
		s.MarginRate.FromPercentText("40%"), s.AnnualDiscountRate.FromScenarioPartAnnualDiscountRate0(0.08))
	if err != nil {
		panic(err)
	}
	return &s
}

func rate(text string) *client.ScenarioPart_RepeatPurchaseRate {
	r := new(client.ScenarioPart_RepeatPurchaseRate)
	if err := r.FromPercentText(text); err != nil {
		panic(err)
	}
	return r
}

// thirdPeriod asks for a schedule.
func thirdPeriod(ctx context.Context, c *client.ClientWithResponses) error {
	s := client.Scenario{AcquisitionCost: new(client.Scenario_AcquisitionCost), MarginRate: new(client.Scenario_MarginRate), OrdersPerPeriod: new(client.Scenario_OrdersPerPeriod),
		RepeatPurchaseRate: new(client.Scenario_RepeatPurchaseRate), BasketGrowthRate: new(client.Scenario_BasketGrowthRate),
		ServiceCostPerOrder: new(client.Scenario_ServiceCostPerOrder), AnnualDiscountRate: new(client.Scenario_AnnualDiscountRate), Horizon: new(client.Scenario_Horizon)}
	err := first(s.BasketGrowthRate.FromPercentText("5%"), s.ServiceCostPerOrder.FromScenarioServiceCostPerOrder0(0.5), s.AnnualDiscountRate.FromPercentText("8%"),
		s.AcquisitionCost.FromScenarioAcquisitionCost0(50), s.BasketValue.FromScenarioBasketValue0(10), s.MarginRate.FromPercentText("40%"),
		s.OrdersPerPeriod.FromScenarioOrdersPerPeriod0(12), s.RepeatPurchaseRate.FromScenarioRepeatPurchaseRate0(0.9), s.Horizon.FromScenarioHorizon0(3))
	if err != nil {
		return err
	}
	value, err := post(ctx, c, s)
	if err != nil {
		return err
	}
	fmt.Println("cumulative_present_value", value.Schedule[2].CumulativePresentValue)
	return nil
}

// revenue has more digits than single precision.
func revenue(ctx context.Context, c *client.ClientWithResponses) error {
	s := client.Scenario{Currency: ptr(client.CurrencyNOK), Period: ptr(client.PeriodMonth), Timing: ptr(client.TimingMid),
		AcquisitionCost: new(client.Scenario_AcquisitionCost), RepeatPurchaseRate: new(client.Scenario_RepeatPurchaseRate), Horizon: new(client.Scenario_Horizon)}
	err := first(s.AcquisitionCost.FromScenarioAcquisitionCost0(0), s.BasketValue.FromScenarioBasketValue0(1476764382.10),
		s.RepeatPurchaseRate.FromScenarioRepeatPurchaseRate0(0), s.Horizon.FromNumberText("1"))
	if err != nil {
		return err
	}
	value, err := post(ctx, c, s)
	if err != nil {
		return err
	}
	fmt.Printf("lifetime_revenue %.2f\n", value.Summary.LifetimeRevenue)
	return nil
}

func post(ctx context.Context, c *client.ClientWithResponses, s client.Scenario) (*client.LifetimeValue, error) {
	answer, err := c.PostLifetimeValueWithResponse(ctx, &client.PostLifetimeValueParams{Lang: ptr(client.LangEn)}, s)
	switch {
	case err != nil:
		return nil, err
	case answer.StatusCode() != http.StatusOK || answer.JSON200 == nil:
		return nil, fmt.Errorf("%s: %s", answer.Status(), answer.Body)
	}
	return answer.JSON200, nil
}

// first is the first error.
func first(errs ...error) error {
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return nil
}

func ptr[T any](x T) *T { return &x }
