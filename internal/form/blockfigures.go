package form

import (
	"strconv"

	"blyant/internal/answer"
)

// figures writes the figures as formulas:
//
//	Σ S_t · D_t · [ n_t(m·b_t + mₐ·a·v − s) − k ],   t = 0 … N−1
//
// in one cell, as a sum over rows that counts those below N.
func (b *block) figures(p part) {
	acquisition, money := b.acquisition(), decimalPlaces(p)
	exact := b.put(b.lang.Page("block.exact"), "="+b.sum(b.value))
	b.rounded("lifetime_value", exact, money)
	b.rounded("net_lifetime_value", exact+"-"+acquisition, money)
	b.rounded("value_to_cost_ratio", exact+"/("+acquisition+")", ratioPlaces)
	b.rounded("expected_orders", b.sum(b.orders), ratioPlaces)
}

// ratioPlaces is how many decimals figures have that are no amounts.
const ratioPlaces = "6"

// decimalPlaces is how many decimals amounts have.
func decimalPlaces(p part) string {
	for _, figure := range []string{"net_lifetime_value", "total_gain"} {
		if c := p.figure(figure); c.Kind != answer.Null {
			return strconv.Itoa(int(decimalsOf(c)))
		}
	}
	return "2"
}

// rounded writes a figure under its name.
func (b *block) rounded(figure, formula, places string) {
	b.put(b.lang.Label(figure), "="+b.Round+"("+formula+b.separator+places+")")
}

// acquisition is what a new customer costs.
func (b *block) acquisition() string {
	if prospect, has := b.at["cost_per_prospect"]; has {
		return prospect + "/" + b.ref("conversion_rate", "1")
	}
	return b.ref("acquisition_cost", "0")
}

// ref is the cell of a field, or what it is where it is not given.
func (b *block) ref(name, otherwise string) string {
	if at, has := b.at[name]; has {
		return at
	}
	return otherwise
}

// sum adds up a value over the periods, weighted with the customers who are left.
func (b *block) sum(value func(t string) string) string {
	rows, n := b.over, b.ref("horizon", "1")
	t := "(" + b.Row + "($A$1:$A$" + strconv.Itoa(rows) + ")-" + b.Row + "($A$1))"
	enough := "/(" + n + "<=" + strconv.Itoa(rows) + ")"
	if b.curve == nil {
		below := "(" + t + "<" + n + ")"
		at := "(" + t + "*" + below + ")" // beyond the horizon nothing grows out of bounds
		return b.SumProduct + "(" + below + "*" + raised(b.ref("repeat_purchase_rate", "0"), at) + "*" + value(at) + ")" + enough
	}
	c := b.curve
	age := "(" + b.Row + "(" + c.left + ")-" + b.Row + "(" + c.first + "))"
	below := "(" + age + "<" + n + ")"
	rates := strconv.Itoa(c.rates)
	after := "(" + t + ">0)*(" + t + "+" + rates + "<" + n + ")"
	beyond := "(" + t + "*" + after + ")"
	return "(" + b.SumProduct + "(" + below + "*" + c.left + "*" + value("("+age+"*"+below+")") + ")+" +
		c.last + "*" + b.SumProduct + "(" + after + "*" + raised(c.rate, beyond) + "*" + value("("+rates+"+"+beyond+")") + "))" + enough
}

// raised is a rate to the power of a period, 0^0 being 1, which Excel refuses.
func raised(rate, t string) string {
	return "(" + rate + "+(" + rate + "=0)*(" + t + "=0))^" + t
}

// orders are those of one customer in a period, n_t.
func (b *block) orders(t string) string {
	n := b.ref("orders_per_period", "1")
	if f, grows := b.at["order_growth_rate"]; grows {
		return n + "*(1+" + f + ")^" + t
	}
	return n
}

// basket is b_t, without VAT and at most the cap.
func (b *block) basket(t string) string {
	value := b.net("basket_value") + "*(1+" + b.ref("basket_growth_rate", "0") + ")^" + t
	if _, capped := b.at["basket_cap"]; !capped {
		return value
	}
	limit := b.net("basket_cap")
	return "(" + value + "+" + limit + "-ABS(" + value + "-" + limit + "))/2"
}

// net is a price without VAT.
func (b *block) net(name string) string {
	if vat, has := b.at["vat_rate"]; has {
		return b.ref(name, "0") + "/(1+" + vat + ")"
	}
	return b.ref(name, "0")
}

// value is the present value of one customer in a period.
func (b *block) value(t string) string {
	margin := b.ref("margin_rate", "1")
	each := margin + "*" + b.basket(t) + "-" + b.ref("service_cost_per_order", "0")
	if add, has := b.at["add_on_rate"]; has {
		each += "+" + b.ref("add_on_margin_rate", margin) + "*" + add + "*" + b.net("add_on_value")
	}
	contribution := b.orders(t) + "*(" + each + ")"
	if k, has := b.at["service_cost_per_period"]; has {
		contribution += "-" + k
	}
	return "(" + contribution + ")*" + b.discount(t)
}

// discount is what money of a period is worth today, D_t.
func (b *block) discount(t string) string {
	return "(1+" + b.ref("annual_discount_rate", "0") + ")^(-(" + t + "+" + b.ref("offset", "0") + ")/" + b.at["periods"] + ")"
}
