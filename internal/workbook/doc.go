// Package workbook writes an answer as a spreadsheet in which everything can be
// seen: inputs in marked cells, a formula in every other cell, nothing hidden.
//
// # What a workbook holds
//
// A book is made in the manner of financial models: inputs apart, a column for
// each customer or kind of customers; one calculation a line, time across; a
// number stands in no formula that belongs in an input; sums that must be zero.
// Sheets: start, inputs, summary, schedule (of a plan: the plan), years,
// workings, checks. There is room for leastPeriods, so that a horizon or a plan
// is lengthened where it is. Cells of formulas are locked without a password.
//
// Every input cell and every figure's cell has a defined name equal to the
// field's or figure's own name; of several customers it names the row. An answer
// without formulas has its tables as values and says so.
//
// The file is excelize's but for the cells, the defined names and the document's
// properties: see cells.go and parts.go.
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
// Only functions that every spreadsheet has had since 2007 are used, INDEX with
// row and column, and in a SUMPRODUCT over lines operators only: Gnumeric works
// functions out for one cell of a line. A figure
// without a value has a cell with an empty text. When an input is not allowed
// its row says why, and all figures are empty: no cell shows an error.
//
// # Sameness
//
// A workbook is a pure function of the answer and the language, to the byte:
// dates are fixed or come with the answer, and the parts of the file are sorted.
package workbook
