package model

import (
	"strconv"

	"github.com/shopspring/decimal"
)

// Record is a request whose fields are reached by name. Slot returns a pointer
// to where the field's value is kept (*string, *Period, *Timing, *Currency,
// *Whole, *decimal.NullDecimal, *[]decimal.Decimal or *[]string), or nil for a
// name the record does not have.
type Record interface {
	Slot(name string) any
}

// Whole is a whole number that may be absent.
type Whole struct {
	Int   int
	Valid bool
}

// Value is a field's value on its way into a record or out of it: Text of text
// and choices, Number of numbers, Numbers and Names of lists.
type Value struct {
	Text    string
	Number  decimal.Decimal
	Numbers []decimal.Decimal
	Names   []string
}

// Assign puts v where slot points. It reports false where slot is nil or of a
// type no record has. Ranges are not looked at: that is Field.Check.
func Assign(slot any, v Value) bool {
	switch p := slot.(type) {
	case *string:
		*p = v.Text
	case *Currency:
		*p = Currency(v.Text)
	case *Period:
		*p = Period(v.Text)
	case *Timing:
		*p = Timing(v.Text)
	case *Whole:
		*p = Whole{Int: int(v.Number.IntPart()), Valid: true}
	case *decimal.NullDecimal:
		*p = decimal.NewNullDecimal(v.Number)
	case *[]decimal.Decimal:
		*p = v.Numbers
	case *[]string:
		*p = v.Names
	default:
		return false
	}
	return true
}

// Read returns what slot holds; false where the value is absent.
func Read(slot any) (Value, bool) {
	switch p := slot.(type) {
	case *string:
		return Value{Text: *p}, *p != ""
	case *Currency:
		return Value{Text: string(*p)}, *p != ""
	case *Period:
		return Value{Text: string(*p)}, *p != ""
	case *Timing:
		return Value{Text: string(*p)}, *p != ""
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

// FillDefaults gives every absent field of the record its constant default.
// Defaults that follow another field are the record's own affair.
func FillDefaults(r Record, fields []Field) {
	for _, f := range fields {
		if f.Default == "" {
			continue
		}
		slot := r.Slot(f.Name)
		if _, given := Read(slot); given {
			continue
		}
		v := Value{Text: f.Default}
		if f.Numeric() {
			v.Number = decimal.RequireFromString(f.Default)
		}
		Assign(slot, v)
	}
}
