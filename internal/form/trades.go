package form

import (
	"strconv"

	"blyant/internal/input"
	"blyant/internal/locale"

	"github.com/shopspring/decimal"
)

// trade is a customer to start from, such as shops of that kind have them. Amounts
// are in Norwegian or Swedish crowns, which buy about as much.
type trade struct {
	name   string // key of its words
	period string

	acquisition, basket, order, each int64 // costs to win, a basket, service for an order, service for a period
	margin, orders, repeat           string
}

// trades are guesses of ours at what is common, and only a start: each has a line
// that says between what such figures lie.
var trades = []trade{
	{"cafe", "month", 40, 95, 3, 0, "0.65", "3", "0.88"},
	{"hairdresser", "quarter", 200, 690, 20, 0, "0.5", "1.7", "0.85"},
	{"bakery", "month", 20, 110, 2, 0, "0.6", "4", "0.92"},
	{"gym", "month", 500, 449, 0, 90, "0.8", "1", "0.95"},
	{"webshop", "quarter", 180, 650, 59, 0, "0.4", "1.3", "0.75"},
	{"box", "month", 300, 349, 65, 0, "0.45", "1", "0.9"},
	{"bookshop", "quarter", 60, 380, 5, 0, "0.4", "1.8", "0.85"},
	{"craftsman", "year", 900, 12000, 300, 0, "0.3", "0.8", "0.7"},
	{"florist", "quarter", 70, 420, 10, 0, "0.55", "1.2", "0.84"},
}

// tradeView is a trade to start from: where it leads, and what to know of it.
type tradeView struct{ Name, Href, About string }

// tradeLinks fill the form with a customer of a trade.
func (v *viewer) tradeLinks() []tradeView {
	if !v.Page.compares() {
		return nil
	}
	views := make([]tradeView, len(trades))
	for i, t := range trades {
		views[i] = tradeView{
			Name: v.Lang.Page("trade." + t.name), About: v.Lang.Page("trade." + t.name + ".about"),
			Href: v.Page.Path + "?" + encode(with(t.customer(v.Lang), "lang", string(v.Lang), "decimal", "point")),
		}
	}
	return views
}

// customer is the trade's as parameters, in the currency of the language.
func (t trade) customer(l locale.Language) input.Params {
	p := input.Params{{Name: "name", Value: l.Page("trade." + t.name + ".customer")}}
	add := func(name, value string) {
		if value != "0" {
			p = append(p, input.Param{Name: name, Value: value})
		}
	}
	money := func(amount int64) string { return inCrowns(amount, l.Currency()) }
	add("currency", l.Currency())
	add("period", t.period)
	add("acquisition_cost", money(t.acquisition))
	add("basket_value", money(t.basket))
	add("margin_rate", t.margin)
	add("orders_per_period", t.orders)
	add("repeat_purchase_rate", t.repeat)
	add("service_cost_per_order", money(t.order))
	add("service_cost_per_period", money(t.each))
	add("annual_discount_rate", "0.08")
	return p
}

// inCrowns is an amount in a currency, Danish crowns being worth about half as much
// again, in two digits that count.
func inCrowns(amount int64, currency string) string {
	if currency != "DKK" {
		return strconv.FormatInt(amount, 10)
	}
	d := decimal.NewFromInt(amount).Mul(decimal.New(65, -2))
	return d.Round(2 - int32(len(d.Truncate(0).String()))).String() // at most five digits
}
