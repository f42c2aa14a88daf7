// Package format writes an answer in the formats that hold figures: JSON, XML,
// CSV, TSV and the text of a single figure. (Workbooks and pictures have
// packages of their own.)
//
// A number is written with the digits of its cell, never parsed and never
// rounded here, so that every format shows the same figure. None holds a
// grouping mark, a unit, an exponent or a sign other than '-'. The decimal mark
// is a point, except where a caller asks text or a table for a comma.
//
// A figure that is null is null in JSON, empty in XML, CSV and TSV, and #N/A as
// text: an empty text would count as 0 in a spreadsheet.
//
// Whatever text an answer holds, what is written is well formed: bytes that are
// not UTF-8 and characters that a format cannot hold become U+FFFD.
package format

import (
	"strings"

	"blyant/internal/answer"
)

// notAvailable is what a spreadsheet shows for a figure that does not exist.
const notAvailable = "#N/A"

// Text writes one figure for a spreadsheet cell: #N/A for null, and with a
// decimal comma where decimalComma says so. Words are written as they are.
func Text(c answer.Cell, decimalComma bool) string {
	if c.Kind == answer.Null {
		return notAvailable
	}
	return mark(c, decimalComma)
}

// mark returns the cell's text, in numbers with the decimal mark asked for.
func mark(c answer.Cell, decimalComma bool) string {
	if decimalComma && hasMark(c) {
		return strings.Replace(c.String(), ".", ",", 1)
	}
	return c.String()
}

// hasMark reports whether the cell is a number that may have a decimal mark.
func hasMark(c answer.Cell) bool { return c.Kind == answer.Decimal || c.Kind == answer.Percent }
