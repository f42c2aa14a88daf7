package vocabulary

import "github.com/shopspring/decimal"

// checkNumber reports a number outside the field's range, with the share that
// was probably meant where a percentage was given as a bare number.
func (f Field) checkNumber(path string, x decimal.Decimal) Faults {
	broken := f.Kind == KindWhole && !x.IsInteger()
	if !broken && f.contains(x) {
		return nil
	}
	fault := Fault{Field: path, Code: CodeOutOfRange, Reason: "out_of_range",
		Args: []string{x.String(), f.Min.String(), f.Max.String()}, Value: x.String()}
	switch {
	case broken:
		fault.Reason = "not_whole"
	case f.TakesPercent():
		fault.Hint = f.percentHint(x)
	}
	return Faults{fault}
}

// NeedsPercent reports whether the number is in range but too large to be
// believed without a percent sign: an annual discount rate of 8 was meant as 8%.
func (f Field) NeedsPercent(x decimal.Decimal) bool {
	return !f.PercentAbove.IsZero() && compare(x, f.PercentAbove) > 0 && compare(x, f.Max) <= 0
}

// CheckBare reports a number that needs a percent sign and came without one.
func (f Field) CheckBare(x decimal.Decimal) Faults {
	if !f.NeedsPercent(x) {
		return nil
	}
	return Faults{{Field: f.Name, Code: CodeOutOfRange, Reason: "percent_sign_needed",
		Args: []string{x.String(), f.PercentAbove.String()}, Hint: f.percentHint(x), Value: x.String()}}
}

// percentHint is the share that a bare percentage was probably meant as, empty
// where a hundredth of it is out of range too. It is bare only where it may be.
func (f Field) percentHint(x decimal.Decimal) string {
	share, percentage := x.Shift(-2), x.String()+"%"
	switch {
	case share.LessThan(f.Min) || share.GreaterThan(f.Max):
		return ""
	case f.NeedsPercent(share):
		return percentage
	}
	return share.String() + " or " + percentage
}
