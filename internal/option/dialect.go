package option

import (
	"blyant/internal/locale"
)

// decimalComma reports whether the query names a language that writes a decimal
// comma.
func (o *Options) decimalComma() bool {
	l, known := locale.Parse(o.Lang)
	return known && l.DecimalComma()
}

// ReadsComma reports whether numbers in the request may have a decimal comma.
// Only the query can say so: Accept-Language never changes a number.
func (o *Options) ReadsComma() bool {
	return o.Decimal == "comma" || (o.Decimal == "" && o.decimalComma())
}

// WritesComma reports whether numbers in a table have a decimal comma.
func (o *Options) WritesComma() bool {
	return o.Decimal == "comma" || (o.Decimal == "" && o.Dialect == "excel" && o.decimalComma())
}

// Separator is what stands between the columns of a table.
func (o *Options) Separator() byte {
	switch {
	case o.Delimiter == "comma":
		return ','
	case o.Delimiter == "semicolon":
		return ';'
	case o.Delimiter == "tab" || o.Format == TSV:
		return '\t'
	case o.WritesComma():
		return ';'
	}
	return ','
}

// ReadsSeparator is what stands between the cells of a table that is read in that
// format.
func (o *Options) ReadsSeparator(format string) byte {
	read := Options{Format: format, Delimiter: o.Delimiter}
	if o.ReadsComma() {
		read.Decimal = "comma"
	}
	return read.Separator()
}
