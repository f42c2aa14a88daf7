package input

import (
	"slices"
	"strings"

	"blyant/internal/locale"
	"blyant/model/vocabulary"

	"github.com/shopspring/decimal"
)

// Dialect says how the texts of a request have their numbers. Its zero value is
// a decimal point that nobody has asked for.
type Dialect struct {
	Comma bool // a decimal comma, and semicolons between the values of a list
	// Said is set where the request itself says which decimal mark it has, so
	// that 0,1 is a list of two or a number, and not in doubt.
	Said bool
	// Percent is set where bare numbers of fields that take a percent sign are
	// percentages: 75 is 75 %.
	Percent bool
}

// Parse reads a number of the field from a text. The error is a
// locale.NumberFault.
func (d Dialect) Parse(f vocabulary.Field, text string) (locale.Parsed, error) {
	parsed, err := locale.ParseNumber(text, d.Comma, f.TakesPercent())
	if err == nil && d.Percent && f.TakesPercent() && !parsed.Percent {
		return locale.Parsed{Decimal: parsed.Decimal.Shift(-2), Percent: true}, nil
	}
	return parsed, err
}

// separator separates the values of a list of numbers in a text.
func (d Dialect) separator() string {
	if d.Comma {
		return ";"
	}
	return ","
}

// written writes a number as it would be typed for the field, with its digits.
func (d Dialect) written(x locale.Parsed) string {
	number, sign := x.Decimal, ""
	if x.Percent {
		number, sign = number.Shift(2), "%"
	}
	return d.marked(number.StringFixed(max(0, -number.Exponent()))) + sign
}

// marked gives a plain number the decimal mark.
func (d Dialect) marked(plain string) string {
	if d.Comma {
		return strings.Replace(plain, ".", ",", 1)
	}
	return plain
}

// worded writes what a check found out of range as the request has its numbers:
// hints as one would type them, limits in percent where bare numbers are. JSON's
// own numbers have no dialect.
func (d Dialect) worded(f vocabulary.Field, v value, faults vocabulary.Faults) vocabulary.Faults {
	if v.form != formText {
		return faults
	}
	out := slices.Clone(faults)
	for i, fault := range faults {
		if fault.Code == vocabulary.CodeOutOfRange {
			out[i].Hint, out[i].Args = d.hint(f, fault.Hint), d.limits(f, fault)
		}
	}
	return out
}

// hint rewrites a hint, numbers in plain form parted by " or ". The point stays
// where it is read as one.
func (d Dialect) hint(f vocabulary.Field, plain string) string {
	var all []string
	doubt := false
	for text := range strings.SplitSeq(plain, " or ") {
		number, isPercentage := strings.CutSuffix(text, "%")
		x, err := decimal.NewFromString(number)
		switch {
		case err != nil: // none, or words
			return plain
		case d.Percent && f.TakesPercent() && !isPercentage:
			text = x.Shift(2).String()
		case d.Percent && f.TakesPercent():
			text = number
		}
		_, err = locale.ParseNumber(text, d.Comma, true)
		doubt = doubt || err != nil
		if !slices.Contains(all, text) {
			all = append(all, text)
		}
	}
	hint := strings.Join(all, " or ")
	if doubt {
		return strings.ReplaceAll(hint, ".", ",")
	}
	return hint
}

// limits are the arguments of a fault, all but the value itself in percent where
// bare numbers are.
func (d Dialect) limits(f vocabulary.Field, fault vocabulary.Fault) []string {
	if !d.Percent || !f.TakesPercent() {
		return fault.Args
	}
	out := slices.Clone(fault.Args)
	for i, arg := range fault.Args {
		if x, err := decimal.NewFromString(arg); err == nil && arg != fault.Value {
			out[i] = x.Shift(2).String() + "%"
		}
	}
	return out
}
