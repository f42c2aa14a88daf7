package model

import (
	"slices"

	"github.com/shopspring/decimal"
)

// Unit says what a number counts. Labels of units in four languages stand in
// the locale; here is the machine name, as /v1/vocabulary gives it.
type Unit string

// Units of fields and figures.
const (
	UnitText           Unit = "text"
	UnitChoice         Unit = "choice"
	UnitMoney          Unit = "money"
	UnitShare          Unit = "share"
	UnitSharePerPeriod Unit = "share per period"
	UnitSharePerYear   Unit = "share per year"
	UnitPeriods        Unit = "periods"
	UnitPeriodNumber   Unit = "period number"
	UnitOrders         Unit = "orders"
	UnitAddOns         Unit = "add-ons per order"
	UnitCustomers      Unit = "customers"
	UnitRatio          Unit = "ratio"
	UnitFactor         Unit = "factor"
	UnitCount          Unit = "count"
)

// Kind says what form a field's value has.
type Kind uint8

// Kinds of fields.
const (
	KindText    Kind = iota // free text, at most MaxLength characters
	KindChoice              // one of Choices
	KindWhole               // a whole number
	KindNumber              // a decimal number
	KindNumbers             // a list of decimal numbers, at most MaxLength of them
	KindNames               // a list of names
)

// Group gathers the fields that belong together on a form.
type Group string

// Groups of fields, in the order of a form.
const (
	GroupGeneral     Group = "general"
	GroupAcquisition Group = "acquisition"
	GroupBasket      Group = "basket"
	GroupLoyalty     Group = "loyalty"
	GroupAddOn       Group = "add_on"
	GroupService     Group = "service"
	GroupDiscounting Group = "discounting"
	GroupWordOfMouth Group = "word_of_mouth"
	GroupCalculator  Group = "calculator"
)

// Field describes one input: the single source from which query, JSON, CSV
// header, form, workbook, vocabulary and generated documents take its name,
// unit, range and default.
type Field struct {
	Name     string
	Kind     Kind
	Unit     Unit
	Group    Group
	Min, Max decimal.Decimal // inclusive; for KindNumbers those of each value
	// PercentAbove is the value above which a number needs a percent sign to
	// be believed; zero where there is no such limit.
	PercentAbove decimal.Decimal
	Default      string   // canonical text; empty where there is none
	DefaultField string   // the field whose value is the default, where one is
	Required     bool     // must be given (see also Alternative)
	Alternative  string   // the field that may be given instead of this one
	Choices      []string // of KindChoice
	MaxLength    int      // characters of KindText, values of KindNumbers
}

// TakesPercent tells whether a text input of the field may carry a percent sign.
func (f Field) TakesPercent() bool {
	return f.Unit == UnitShare || f.Unit == UnitSharePerPeriod || f.Unit == UnitSharePerYear
}

// Numeric tells whether the field holds one number.
func (f Field) Numeric() bool { return f.Kind == KindNumber || f.Kind == KindWhole }

// ScenarioFields returns the fields of a scenario in the order of the
// specification. The slice is the caller's own.
func ScenarioFields() []Field { return slices.Clone(scenarioFields) }

// ScenarioField returns the scenario field of that name.
func ScenarioField(name string) (Field, bool) {
	i := slices.IndexFunc(scenarioFields, func(f Field) bool { return f.Name == name })
	if i < 0 {
		return Field{}, false
	}
	return scenarioFields[i], true
}

// Bounds shared by many fields.
var (
	one         = decimal.NewFromInt(1)
	largeMoney  = decimal.New(1, 12)
	leastGrowth = decimal.New(-99, -2)
)

var scenarioFields = []Field{
	{Name: "name", Kind: KindText, Unit: UnitText, Group: GroupGeneral, MaxLength: 80},
	{Name: "currency", Kind: KindChoice, Unit: UnitChoice, Group: GroupGeneral, Default: "NOK", Choices: currencyCodes()},
	{Name: "period", Kind: KindChoice, Unit: UnitChoice, Group: GroupGeneral, Default: "year", Choices: periodNames()},
	{Name: "horizon", Kind: KindWhole, Unit: UnitPeriods, Group: GroupGeneral, Min: one, Max: decimal.NewFromInt(1200), Default: "10"},
	money("acquisition_cost", GroupAcquisition).required(),
	money("basket_value", GroupBasket).required(),
	growth("basket_growth_rate", GroupBasket),
	money("basket_cap", GroupBasket),
	share("margin_rate", GroupBasket, decimal.NewFromInt(-1), one).defaulting("1"),
	{Name: "orders_per_period", Kind: KindNumber, Unit: UnitOrders, Group: GroupBasket, Max: decimal.New(1, 6), Default: "1"},
	growth("order_growth_rate", GroupBasket),
	{Name: "repeat_purchase_rate", Kind: KindNumber, Unit: UnitShare, Group: GroupLoyalty, Max: one, Required: true, Alternative: "retention_curve"},
	{Name: "retention_curve", Kind: KindNumbers, Unit: UnitShare, Group: GroupLoyalty, Max: one, MaxLength: 1200},
	{Name: "add_on_rate", Kind: KindNumber, Unit: UnitAddOns, Group: GroupAddOn, Max: decimal.NewFromInt(100), Default: "0"},
	money("add_on_value", GroupAddOn).defaulting("0"),
	{Name: "add_on_margin_rate", Kind: KindNumber, Unit: UnitShare, Group: GroupAddOn, Min: decimal.NewFromInt(-1), Max: one, DefaultField: "margin_rate"},
	money("service_cost_per_order", GroupService).defaulting("0"),
	money("service_cost_per_period", GroupService).defaulting("0"),
	{Name: "annual_discount_rate", Kind: KindNumber, Unit: UnitSharePerYear, Group: GroupDiscounting, Min: leastGrowth, Max: decimal.NewFromInt(10), PercentAbove: one, Default: "0"},
	{Name: "timing", Kind: KindChoice, Unit: UnitChoice, Group: GroupDiscounting, Default: "start", Choices: timingNames()},
	{Name: "referrals_per_period", Kind: KindNumber, Unit: UnitCustomers, Group: GroupWordOfMouth, Max: decimal.New(1, 3), Default: "0"},
	{Name: "deterred_per_lost_customer", Kind: KindNumber, Unit: UnitCustomers, Group: GroupWordOfMouth, Max: decimal.New(1, 3), Default: "0"},
	{Name: "decimals", Kind: KindWhole, Unit: UnitCount, Group: GroupGeneral, Max: decimal.NewFromInt(10), DefaultField: "currency"},
}

func money(name string, group Group) Field {
	return Field{Name: name, Kind: KindNumber, Unit: UnitMoney, Group: group, Max: largeMoney}
}

func growth(name string, group Group) Field {
	return Field{Name: name, Kind: KindNumber, Unit: UnitSharePerPeriod, Group: group, Min: leastGrowth, Max: one, Default: "0"}
}

func share(name string, group Group, least, most decimal.Decimal) Field {
	return Field{Name: name, Kind: KindNumber, Unit: UnitShare, Group: group, Min: least, Max: most}
}

func (f Field) required() Field { f.Required = true; return f }

func (f Field) defaulting(text string) Field { f.Default = text; return f }
