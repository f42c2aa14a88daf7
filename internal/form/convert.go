package form

import (
	"slices"
	"strings"

	"blyant/internal/answer"
	"blyant/internal/input"
	"blyant/model"

	"github.com/shopspring/decimal"
)

// Fields whose values depend on the length of a period: amounts and counts in
// each, how many there are, changes from one to the next, and how many of the
// customers of one are there in the next.
var (
	inEachPeriod = []string{
		"orders_per_period", "service_cost_per_period", "referrals_per_period", "new_customers_first", "fixed_cost_per_period",
		"cost_per_period", "referrals_change", "referrals_per_exceeded", "deterred_per_missed",
	}
	ofPeriods = []string{"horizon", "plan_periods"}
	toTheNext = []string{
		"basket_growth_rate", "order_growth_rate", "new_customers_growth_rate", "fixed_cost_growth_rate", "acquisition_cost_growth_rate",
	}
	staying = []string{"repeat_purchase_rate", "repeat_rate_exceeded", "repeat_rate_met", "repeat_rate_missed"}

	// buysAtOnce are counts and costs that one who never comes back has in the only
	// period there is, however long that is.
	buysAtOnce = []string{"orders_per_period", "service_cost_per_period", "referrals_per_period"}
)

var one = decimal.NewFromInt(1)

// conversion carries canonical values over to periods that are times as long, a
// twelfth from years to months:
//
//	r' = r^times     1 + g' = (1 + g)^times     n' = n·times     N' = N ÷ times
type conversion struct {
	page   Page
	times  decimal.Decimal
	places int32 // decimals of what is converted, shares being fractions
	all    input.Params
}

// between is the conversion from one length of period to another.
func between(page Page, from, to model.Period, places int32) conversion {
	times := decimal.NewFromInt(int64(from.PerYear())).Div(decimal.NewFromInt(int64(to.PerYear())))
	return conversion{page: page, times: times, places: places}
}

// of converts parameters. A text that is no number stays, and so does what does
// not depend on the length of a period.
func (c conversion) of(p input.Params) input.Params {
	if c.times.Equal(one) {
		return p
	}
	c.all = p
	out := slices.Clone(p)
	for i, param := range p {
		out[i].Value = c.value(param)
	}
	return out
}

func (c conversion) value(param input.Param) string {
	key, name := splitField(param.Name)
	if list, is := c.list(name, param.Value); is {
		return list
	}
	d, err := decimal.NewFromString(strings.TrimSuffix(param.Value, "%"))
	if err != nil || strings.HasSuffix(param.Value, "%") { // what needs its sign is the same for any length
		return param.Value
	}
	switch {
	case slices.Contains(inEachPeriod, name):
		if slices.Contains(buysAtOnce, name) && c.neverBack(key) {
			return param.Value
		}
		d = c.amount(name, d.Mul(c.times))
	case slices.Contains(ofPeriods, name):
		d = decimal.Max(d.Div(c.times).Round(6).Ceil(), one) // 12 ÷ (1 ÷ 12) is 144, not a hair more
	case slices.Contains(toTheNext, name):
		d = c.power(d.Add(one)).Sub(one).Round(c.places)
	case slices.Contains(staying, name):
		d = c.power(d).Round(c.places)
	case name == "repeat_purchase_rate_change":
		d = c.change("repeat_purchase_rate", decimal.Zero, d)
	case name == "basket_growth_rate_change":
		d = c.change("basket_growth_rate", one, d)
	default:
		return param.Value
	}
	return answer.Digits(trimmed(d))
}

// amount rounds what there is in each period: large amounts to hundredths, since
// nobody types more.
func (c conversion) amount(name string, d decimal.Decimal) decimal.Decimal {
	f, _ := c.page.field(name)
	if c.places > 2 && d.Abs().LessThan(decimal.NewFromInt(100)) {
		return d.Round(c.places - 2*moneyPlaces(f.Unit))
	}
	return d.Round(2)
}

// change converts a change that is added to the value of another field: from what
// it leads to, that from which it starts is taken. Where there is no such value,
// as with a curve, changes are small, and in proportion.
func (c conversion) change(field string, beside, by decimal.Decimal) decimal.Decimal {
	from, err := decimal.NewFromString(c.given("", field))
	switch {
	case err == nil:
	case beside.IsZero():
		return by.Mul(c.times).Round(c.places)
	default:
		from = decimal.Zero // a growth left blank is none
	}
	start := from.Add(beside)
	if end := start.Add(by); !end.IsNegative() {
		return c.power(end).Sub(c.power(start)).Round(c.places)
	}
	return by
}

// neverBack reports whether the customer of that key comes once only.
func (c conversion) neverBack(key string) bool {
	if len(c.page.Items) > 0 && !c.page.Alone {
		return false // a programme may bring back who would not
	}
	rate, err := decimal.NewFromString(c.given(key, "repeat_purchase_rate"))
	return err == nil && rate.IsZero()
}

// given is the text of a field, an item's own before that of all.
func (c conversion) given(key, field string) string {
	text := ""
	for _, param := range c.all {
		switch param.Name {
		case inputName(key, field):
			return param.Value
		case field:
			text = param.Value
		}
	}
	return text
}
