// Package form makes the web form: the page that a shopkeeper opens, changes a
// number on and reads the answer of.
//
// A page is a pure function of its Request: the language, the parameters as
// they were typed, and the answer or the faults they led to. It works without
// JavaScript, as a GET form whose answer is the same page; the script only
// saves the press of a button by asking for the same page while one types.
//
// There are five pages, each a description (Page) and the telling of its
// answer: customers (value.go), what if (whatif.go), a service promise
// (promise.go), programmes that are to keep customers (programmes.go) and the
// business plan (plan.go), of one kind of customers or of several
// (plansegments.go).
//
// Beside them there are pages to read (reading.go): the guides, what every figure
// means (glossary.go), what advice weighs (advice.go), and that of an address at
// which there is nothing.
//
// The query of a page is the query of the API: on the first page one customer
// is that of /v1/lifetime-value, two or more that of /v1/comparison. Labels, units,
// ranges and hints come from the vocabulary (vocabulary.Field, vocabulary.Figure) and
// its words (locale); what the package adds is the order of the fields, the
// words around them and the telling of the answer.
//
// Nothing on a page stands inline: style and script are assets of their own,
// so that a Content-Security-Policy may forbid the rest.
package form
