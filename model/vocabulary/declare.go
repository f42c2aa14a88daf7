package vocabulary

import (
	"slices"

	"github.com/shopspring/decimal"
)

// Bounds shared by many fields.
var (
	one         = decimal.NewFromInt(1)
	largeMoney  = decimal.New(1, 12)
	leastGrowth = decimal.New(-99, -2)
)

// Place says where a record of type R keeps the field's value.
func Place[R any](f Field, at func(*R) any) Field {
	f.place = func(record any) any { return at(record.(*R)) }
	f.low, f.high = limitOf(f.Min), limitOf(f.Max)
	return f
}

// MeasuredBy makes the unit of the field the one that a record of type R says;
// empty where it does not say.
func MeasuredBy[R any](f Field, unit func(*R) Unit) Field {
	f.unit = func(record any) Unit { return unit(record.(*R)) }
	return f
}

// Text is a text of so many characters at the most.
func Text(name string, most int) Field {
	return Field{Name: name, Kind: KindText, Unit: UnitText, MaxLength: most}
}

// Choice is one of some words.
func Choice(name string, choices ...string) Field {
	return Field{Name: name, Kind: KindChoice, Unit: UnitChoice, Choices: choices, sorted: slices.IsSorted(choices)}
}

// Date is a day.
func Date(name string) Field { return Field{Name: name, Kind: KindDate, Unit: UnitDate} }

// Number is a decimal number from 0.
func Number(name string, unit Unit, most decimal.Decimal) Field {
	return Field{Name: name, Kind: KindNumber, Unit: unit, Max: most}
}

// WholeNumber is a number without decimals.
func WholeNumber(name string, unit Unit, least, most int64) Field {
	return Field{Name: name, Kind: KindWhole, Unit: unit, Min: decimal.NewFromInt(least), Max: decimal.NewFromInt(most)}
}

// Numbers is a list of so many numbers at the most, each from 0.
func Numbers(name string, unit Unit, most decimal.Decimal, length int) Field {
	return Field{Name: name, Kind: KindNumbers, Unit: unit, Max: most, MaxLength: length}
}

// Names is a list of names.
func Names(name string, length int) Field {
	return Field{Name: name, Kind: KindNames, Unit: UnitText, MaxLength: length}
}

// Money is an amount from 0 to 1e12.
func Money(name string) Field { return Number(name, UnitMoney, largeMoney) }

// Share is a share from 0 to 1.
func Share(name string) Field { return Number(name, UnitShare, one) }

// Growth is a rate of growth from one period to the next, −0.99 to 1.
func Growth(name string) Field { return Number(name, UnitSharePerPeriod, one).From(leastGrowth) }

// Under puts the field in a group.
func (f Field) Under(g Group) Field { f.Group = g; return f }

// From sets the least value.
func (f Field) From(least decimal.Decimal) Field { f.Min = least; return f }

// Must makes the field one that has to be given.
func (f Field) Must() Field { f.Required = true; return f }

// Or names the fields that may be given instead of this one.
func (f Field) Or(alternatives ...string) Field { f.Alternatives = alternatives; return f }

// OneWay makes the field one of several that give the same and exclude each other.
func (f Field) OneWay(way string) Field { f.Way = way; return f }

// Own makes the field one that no level of a request takes from the one above.
func (f Field) Own() Field { f.OwnOnly = true; return f }

// With names the field without which this one says nothing.
func (f Field) With(partner string) Field { f.Partner = partner; return f }

// Defaults sets the value of a field that is not given.
func (f Field) Defaults(text string) Field {
	f.Default, f.fallback = text, Value{Text: text}
	if f.Numeric() {
		f.fallback.Number = decimal.RequireFromString(text)
	}
	return f
}

// While makes the default one that the field has only while nothing takes its
// place.
func (f Field) While() Field { f.Conditional = true; return f }

// Follows names the field whose value is the default of this one.
func (f Field) Follows(field string) Field { f.DefaultField = field; return f }

// Years makes the default as many periods as make so many years.
func (f Field) Years(n int, period string) Field {
	f.DefaultYears, f.DefaultField = n, period
	return f
}

// NeedsPercentAbove sets the value above which a number needs a percent sign.
func (f Field) NeedsPercentAbove(x decimal.Decimal) Field { f.PercentAbove = x; return f }

// UnderAll puts fields in a group.
func UnderAll(g Group, fields []Field) []Field {
	for i := range fields {
		fields[i].Group = g
	}
	return fields
}
