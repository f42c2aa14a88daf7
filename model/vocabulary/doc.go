// Package vocabulary is the language in which requests and answers are
// described: fields and figures with their units, ranges, defaults and places,
// the checks that follow from them, faults and notes, currencies, and the
// rounded number that stands in an answer.
//
// A field or figure is declared once, where the record that holds it is
// declared, with the place in that record. Query, JSON, CSV header, form,
// workbook, /v1/vocabulary and the generated documents are derived from the
// declaration.
package vocabulary
