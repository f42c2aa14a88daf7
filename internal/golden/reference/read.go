package reference

import (
	"math/big"
	"strings"
)

// decimalsOf are the minor units of the currencies that cases use.
var decimalsOf = map[string]int{"ISK": 0, "JPY": 0, "KWD": 3}

// read takes a request apart as the specification has its defaults.
func read(request map[string]any) *customer {
	given := func(name, otherwise string) *big.Float {
		text, ok := request[name].(string)
		if !ok {
			text = otherwise
		}
		if share, percent := strings.CutSuffix(text, "%"); percent {
			return quo(number(share), whole(100))
		}
		return number(text)
	}
	count := func(name string, otherwise int) int {
		if n, ok := request[name].(float64); ok {
			return int(n)
		}
		return otherwise
	}
	net := add(whole(1), given("vat_rate", "0"))
	c := &customer{
		a: given("acquisition_cost", "0"), b: quo(given("basket_value", "0"), net), g: given("basket_growth_rate", "0"), m: given("margin_rate", "1"),
		n: given("orders_per_period", "1"), f: given("order_growth_rate", "0"), s: given("service_cost_per_order", "0"), k: given("service_cost_per_period", "0"),
		d: given("annual_discount_rate", "0"), rho: given("referrals_per_period", "0"), delta: given("deterred_per_lost_customer", "0"),
		p: map[any]int{nil: 1, "year": 1, "quarter": 4, "month": 12, "week": 52}[request["period"]], halves: map[any]int{nil: 0, "start": 0, "mid": 1, "end": 2}[request["timing"]],
	}
	c.v = quo(mul(given("add_on_rate", "0"), given("add_on_value", "0")), net)
	c.mv = mul(c.v, c.m)
	if _, own := request["add_on_margin_rate"]; own {
		c.mv = mul(c.v, given("add_on_margin_rate", "0"))
	}
	if _, limited := request["basket_cap"]; limited {
		c.ceiling = quo(given("basket_cap", "0"), net)
	}
	if _, prospects := request["cost_per_prospect"]; prospects {
		c.a = quo(given("cost_per_prospect", "0"), given("conversion_rate", "1"))
	}
	c.rates = list(request["retention_curve"])
	if len(c.rates) == 0 {
		c.rates = []*big.Float{given("repeat_purchase_rate", "0")}
	}
	c.survival = list(request["survival_curve"])
	currency, _ := request["currency"].(string)
	digits, known := decimalsOf[currency]
	if !known {
		digits = 2
	}
	c.horizon, c.decimals = count("horizon", 10*c.p), count("decimals", digits)
	return c
}

func list(given any) []*big.Float {
	texts, _ := given.([]any)
	numbers := make([]*big.Float, len(texts))
	for i, text := range texts {
		numbers[i] = number(text.(string))
	}
	return numbers
}
