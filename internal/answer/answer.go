// Package answer holds the one shape that every format prints: an answer is a
// tree of named members for JSON and XML, and named tables for the formats that
// are flat.
//
// A calculator describes its answer once, as Sections: what stands in it under
// which name, and where the result keeps it. The body, the tables and the
// documents follow from the sections; formats, languages and errors come
// without a line of the calculator's own.
package answer

import (
	"context"

	"blyant/internal/locale"
)

// Answer is what a calculator says: as an outline, which its sections fill in as a
// format writes them, or whole, with body and tables.
type Answer struct {
	Resource string  // the resource it is the answer of, as in its path: lifetime-value
	Title    string  // the scenario's name, for file names and headings; may be empty
	Body     Record  // the whole answer, for JSON and XML; nil of an outline
	Tables   []Table // the flat ones; the first is what csv and tsv give unless told; nil of an outline
	Result   any     // the model's own result, for the chart and the workbook
	Origin   Origin  // where a file says it comes from

	Sections []Section       // of the body, where the answer has come from some
	Flat     []Section       // those that are tables
	Wide     func() []Table  // the tables whose columns differ from answer to answer; may be nil
	Lang     locale.Language // of the words
	Until    context.Context // whoever waits for the answer; nil where nobody leaves
}

// Ended says why nobody waits for the answer any more, for formats that take long
// to write.
func (a Answer) Ended() error {
	if a.Until == nil {
		return nil
	}
	return a.Until.Err()
}

// Whole is the answer with its body and its tables.
func (a Answer) Whole() Answer {
	if a.Body != nil || a.Sections == nil {
		return a
	}
	a.Body = Members(a.Sections, a.Result, a.Lang)
	a.Tables = make([]Table, 0, len(a.Flat))
	for _, s := range a.Flat {
		a.Tables = append(a.Tables, s.Table(a.Result, a.Lang))
	}
	if a.Wide != nil {
		a.Tables = append(a.Tables, a.Wide()...)
	}
	return a
}

// Origin is where an answer comes from, for files that are kept. Whoever serves
// it fills it in; what is empty is not said.
type Origin struct {
	Page    string // full address of the page that shows the same inputs
	Release string // which release answered
	Date    string // when that was made, as 2006-01-02
}
