// Package workbook writes an answer as a spreadsheet in which everything can be
// seen: inputs in marked cells, a formula in every other cell, nothing hidden.
//
// # What a workbook holds
//
// The answer for one customer has the sheets inputs, summary, schedule and
// workings, and a chart. Every input cell and every figure's cell has a defined
// name equal to the field's or figure's own name, so that a formula reads as the
// specification does. A comparison has these sheets for each customer, with
// names scoped to the customer's own sheet, and a sheet that holds them against
// each other. A business plan has inputs, summary, the plan, one of its customers
// and workings. An answer without formulas has its tables as values and says so.
//
// # Numbers
//
// The cached values of figures are the answer's own, exact and rounded once. The
// formulas reckon in binary floating point of about 15 digits: a schedule's
// cells are not rounded, figures are rounded at the end as they are reported.
// Factors that no answer can have are held at 1e20 or 1e200, so that no cell
// overflows into an error. Comparisons that decide something (is it earned back,
// does a sum converge, has a sign changed) allow for the noise of that
// arithmetic.
//
// Only functions that every spreadsheet has had since 2007 are used. A figure
// without a value has a cell with an empty text. When an input is not allowed
// its row says why, and all figures are empty: no cell shows an error.
//
// # Sameness
//
// Write is a pure function of its arguments, to the byte: dates are fixed and
// the parts of the file are sorted.
package workbook
