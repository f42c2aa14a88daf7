package model

import (
	"slices"

	"blyant/model/exact"

	"github.com/shopspring/decimal"
)

// largest is the power of ten above which a figure is not reported.
const largest = 15

// Report rounds figures, once each, as their Figure says. It collects the
// faults of figures too large to report and the notes of those that are null.
type Report struct {
	a      *exact.Arithmetic
	places int // decimals of money
	Faults Faults
	Notes  []Note
}

// NewReport returns a report whose money has so many decimals.
func NewReport(a *exact.Arithmetic, decimals int) *Report {
	return &Report{a: a, places: decimals}
}

// TooLarge tells whether x is of a magnitude above 1e15.
func (r *Report) TooLarge(x exact.Number) bool { return r.a.Exceeds(x, largest) }

// Money rounds an amount of money; one that is too large is a fault of the
// figure called name.
func (r *Report) Money(name string, x exact.Number) decimal.Decimal {
	return r.figure(name, x, r.places)
}

// Ratio rounds a share, factor, number of orders or duration likewise.
func (r *Report) Ratio(name string, x exact.Number) decimal.Decimal {
	return r.figure(name, x, RatioDecimals)
}

func (r *Report) figure(name string, x exact.Number, places int) decimal.Decimal {
	if r.TooLarge(x) {
		r.Faults = append(r.Faults, Fault{Field: name, Code: CodeResultOutOfRange, Reason: "result_out_of_range", Args: []string{name}})
		return decimal.Decimal{}
	}
	return r.a.Round(x, places)
}

// OptionalMoney rounds a figure that is null, with a note, where it is too large.
func (r *Report) OptionalMoney(name string, x exact.Number) decimal.NullDecimal {
	return r.optional(name, x, r.places)
}

// OptionalRatio rounds a ratio or rate likewise.
func (r *Report) OptionalRatio(name string, x exact.Number) decimal.NullDecimal {
	return r.optional(name, x, RatioDecimals)
}

func (r *Report) optional(name string, x exact.Number, places int) decimal.NullDecimal {
	if r.TooLarge(x) {
		return r.Null("figure_too_large", name)
	}
	return decimal.NewNullDecimal(r.a.Round(x, places))
}

// Null is a figure without a value; the note says why.
func (r *Report) Null(code, figure string, args ...string) decimal.NullDecimal {
	r.Note(code, figure, args...)
	return decimal.NullDecimal{}
}

// Note adds a note, unless it is there already.
func (r *Report) Note(code, field string, args ...string) {
	said := func(n Note) bool { return n.Code == code && n.Field == field && slices.Equal(n.Args, args) }
	if !slices.ContainsFunc(r.Notes, said) {
		r.Notes = append(r.Notes, Note{Code: code, Field: field, Args: args})
	}
}

// money and ratio are the same for figures that are never null.
func (r *Report) money(name string, x exact.Number) decimal.NullDecimal {
	return decimal.NewNullDecimal(r.Money(name, x))
}

func (r *Report) ratio(name string, x exact.Number) decimal.NullDecimal {
	return decimal.NewNullDecimal(r.Ratio(name, x))
}
