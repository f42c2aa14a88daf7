package vocabulary

// Unit says what a number counts. Labels of units stand in the locale; here is
// the machine name, as /v1/vocabulary gives it.
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
	UnitAsNamed        Unit = "as the field or figure named beside it"
	UnitDate           Unit = "date"
	UnitYear           Unit = "year"
	UnitNumber         Unit = "number"
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
	KindDate                // a day: 2027-01-31, or 2027-01 for the first of a month
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
