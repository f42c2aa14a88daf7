package vocabulary

import (
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/shopspring/decimal"
)

// CheckRecord returns the faults of the record's fields taken one by one:
// required ones that are missing and values out of their range. ignore holds
// fields whose fault is known already.
func CheckRecord(record any, fields []Field, ignore ...string) Faults {
	var faults Faults
	for i := range fields {
		f := &fields[i]
		if slices.Contains(ignore, f.Name) {
			continue
		}
		switch place := f.place(record); {
		case !given(place):
			if f.Required {
				faults = append(faults, f.missing(record, fields, ignore)...)
			}
		case !f.plainlyGood(place):
			v, _ := f.Get(record)
			faults = append(faults, f.For(record).Check(v)...)
		}
	}
	return faults
}

// plainlyGood reports whether the value there has no fault that Check could find,
// without making a Value of it; where it reports false Check is the judge.
func (f *Field) plainlyGood(place any) bool {
	switch p := place.(type) {
	case *decimal.NullDecimal:
		return f.contains(p.Decimal)
	case *Whole:
		return f.Min.Exponent() == 0 && f.Max.Exponent() == 0 && int64(p.Int) >= f.Min.CoefficientInt64() && int64(p.Int) <= f.Max.CoefficientInt64()
	case *string:
		return f.Kind == KindChoice && f.chooses(*p)
	}
	return false
}

// contains reports whether the field's range does.
func (f *Field) contains(x decimal.Decimal) bool {
	if places := -int(x.Exponent()); places >= 0 && x.NumDigits() <= 18 {
		n := x.CoefficientInt64()
		least, known := f.low.at(places)
		most, alsoKnown := f.high.at(places)
		if known && alsoKnown {
			return n >= least && n <= most
		}
	}
	return compare(x, f.Min) >= 0 && compare(x, f.Max) <= 0
}

// chooses reports whether the text is one of the choices.
func (f *Field) chooses(text string) bool {
	if f.sorted {
		_, is := slices.BinarySearch(f.Choices, text)
		return is
	}
	return slices.Contains(f.Choices, text)
}

// missing is the fault of a required field that is absent, none where an
// alternative is there.
func (f Field) missing(record any, fields []Field, ignore []string) Faults {
	for _, name := range f.Alternatives {
		other, known := FieldNamed(fields, name)
		if slices.Contains(ignore, name) || known && other.Has(record) {
			return nil
		}
	}
	switch len(f.Alternatives) {
	case 0:
		return Faults{{Field: f.Name, Code: CodeRequired, Reason: "required"}}
	case 1:
		return Faults{{Field: f.Name, Code: CodeRequired, Reason: "required_either", Args: f.Alternatives}}
	}
	return Faults{{Field: f.Name, Code: CodeRequired, Reason: "required_one_of", Args: f.Alternatives}}
}

// Check returns the faults of a value for the field: out of range, not a
// choice, too long.
func (f Field) Check(v Value) Faults {
	switch f.Kind {
	case KindText:
		if n := utf8.RuneCountInString(v.Text); f.MaxLength > 0 && n > f.MaxLength {
			return Faults{{Field: f.Name, Code: CodeTooLong, Reason: "too_long", Args: []string{strconv.Itoa(n), strconv.Itoa(f.MaxLength)}}}
		}
	case KindChoice:
		return f.checkChoice(v.Text)
	case KindDate:
		return f.checkDate(v.Text)
	case KindWhole, KindNumber:
		return f.checkNumber(f.Name, v.Number)
	case KindNumbers:
		if len(v.Numbers) > f.MaxLength {
			return Faults{{Field: f.Name, Code: CodeTooMany, Reason: "too_many_values", Args: []string{strconv.Itoa(len(v.Numbers)), strconv.Itoa(f.MaxLength)}}}
		}
		var faults Faults
		for i, x := range v.Numbers {
			faults = append(faults, f.checkNumber(f.Name+"["+strconv.Itoa(i)+"]", x)...)
		}
		return faults
	}
	return nil
}

func (f Field) checkChoice(text string) Faults {
	if f.chooses(text) {
		return nil
	}
	fault := Fault{Field: f.Name, Code: CodeNotAChoice, Reason: "not_a_choice", Args: []string{text, strings.Join(f.Choices, ", ")}, Value: text}
	if upper := strings.ToUpper(text); slices.Contains(f.Choices, upper) {
		fault.Hint = upper
	} else if lower := strings.ToLower(text); slices.Contains(f.Choices, lower) {
		fault.Hint = lower
	}
	if len(f.Choices) > 50 { // the currencies: nobody reads a list of 160 codes
		fault.Reason, fault.Args = "not_a_currency", []string{text}
	}
	return Faults{fault}
}
