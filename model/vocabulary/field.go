package vocabulary

import "github.com/shopspring/decimal"

// Field describes one input: the single source from which query, JSON, CSV
// header, form, workbook, vocabulary and generated documents take its name,
// unit, range and default. Fields are made by the functions of declare.go.
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
	DefaultYears int      // the default in years, of a number of periods whose length DefaultField says
	Required     bool     // must be given (see also Alternatives)
	Alternatives []string // the fields that may be given instead of this one
	// Way names what the field gives where several fields give the same in ways
	// that exclude each other: a rate, a curve.
	Way string
	// Conditional is set where the field has its default only while nothing else
	// in the request takes its place.
	Conditional bool
	// OwnOnly is set where no level of a request takes the field from the one above.
	OwnOnly bool
	// Partner is the field without which this one says nothing.
	Partner   string
	Choices   []string // of KindChoice
	MaxLength int      // characters of KindText, values of KindNumbers

	sorted   bool  // the choices are in the order of their bytes
	low      limit // Min and Max, in words
	high     limit
	fallback Value                 // Default, read once
	place    func(record any) any  // where a record keeps the value
	unit     func(record any) Unit // what it is measured in, where the record says it
}

// In returns where the record, a pointer to the type that the field was
// declared for, keeps the field's value: a *string, *Whole,
// *decimal.NullDecimal, *[]decimal.Decimal or *[]string.
func (f Field) In(record any) any { return f.place(record) }

// Within returns the field of a record that holds the one it was declared for;
// to finds that.
func (f Field) Within(to func(record any) any) Field {
	place, unit := f.place, f.unit
	f.place = func(record any) any { return place(to(record)) }
	if unit != nil {
		f.unit = func(record any) Unit { return unit(to(record)) }
	}
	return f
}

// Measured reports whether another field of the record says what the field is
// measured in, as the field solved for does of the limits of the search.
func (f Field) Measured() bool { return f.unit != nil }

// For returns the field with the unit that it has in the record.
func (f Field) For(record any) Field {
	if f.unit == nil {
		return f
	}
	if unit := f.unit(record); unit != "" {
		f.Unit = unit
	}
	return f
}

// TakesPercent reports whether a text input of the field may carry a percent sign.
func (f Field) TakesPercent() bool {
	return f.Unit == UnitShare || f.Unit == UnitSharePerPeriod || f.Unit == UnitSharePerYear || f.Unit == UnitAsNamed
}

// Numeric reports whether the field holds one number.
func (f Field) Numeric() bool { return f.Kind == KindNumber || f.Kind == KindWhole }

// FieldNamed returns the field of that name.
func FieldNamed(fields []Field, name string) (Field, bool) {
	for i := range fields { // by index: a field is long
		if fields[i].Name == name {
			return fields[i], true
		}
	}
	return Field{}, false
}
