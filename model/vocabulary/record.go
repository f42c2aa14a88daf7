package vocabulary

import (
	"strconv"

	"github.com/shopspring/decimal"
)

// Whole is a whole number that may be absent.
type Whole struct {
	Int   int
	Valid bool
}

// Given is a decimal number written out, for scenarios in Go code. It panics
// where the text is no number, as regexp.MustCompile does.
func Given(text string) decimal.NullDecimal {
	return decimal.NewNullDecimal(decimal.RequireFromString(text))
}

// Count is a whole number, likewise.
func Count(n int) Whole { return Whole{Int: n, Valid: true} }

// Value is a field's value on its way into a record or out of it: Text of text
// and choices, Number of numbers, Numbers and Names of lists.
type Value struct {
	Text    string
	Number  decimal.Decimal
	Numbers []decimal.Decimal
	Names   []string
}

// Set puts v where the record keeps the field. Ranges are not looked at: that
// is Check.
func (f Field) Set(record any, v Value) { put(f.place(record), &v) }

// put puts v in the place that a record keeps it in.
func put(place any, v *Value) {
	switch p := place.(type) {
	case *string:
		*p = v.Text
	case *Whole:
		*p = Whole{Int: int(v.Number.IntPart()), Valid: true}
	case *decimal.NullDecimal:
		*p = decimal.NewNullDecimal(v.Number)
	case *[]decimal.Decimal:
		*p = v.Numbers
	case *[]string:
		*p = v.Names
	}
}

// Get returns what the record holds for the field; false where it is absent.
func (f Field) Get(record any) (Value, bool) {
	switch p := f.In(record).(type) {
	case *string:
		return Value{Text: *p}, *p != ""
	case *Whole:
		return Value{Number: decimal.NewFromInt(int64(p.Int)), Text: strconv.Itoa(p.Int)}, p.Valid
	case *decimal.NullDecimal:
		return Value{Number: p.Decimal}, p.Valid
	case *[]decimal.Decimal:
		return Value{Numbers: *p}, len(*p) > 0
	case *[]string:
		return Value{Names: *p}, len(*p) > 0
	}
	return Value{}, false
}

// Has reports whether the record has a value for the field.
func (f Field) Has(record any) bool { return given(f.place(record)) }

// given reports whether there is a value where a record keeps one.
func given(place any) bool {
	switch p := place.(type) {
	case *string:
		return *p != ""
	case *Whole:
		return p.Valid
	case *decimal.NullDecimal:
		return p.Valid
	case *[]decimal.Decimal:
		return len(*p) > 0
	case *[]string:
		return len(*p) > 0
	}
	return false
}

// FillDefaults gives every absent field of the record its constant default.
// Defaults that follow another field are the record's own affair.
func FillDefaults(record any, fields []Field) {
	for i := range fields {
		f := &fields[i]
		if f.Default == "" {
			continue
		}
		if place := f.place(record); !given(place) {
			put(place, &f.fallback)
		}
	}
}
