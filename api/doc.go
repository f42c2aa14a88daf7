// Package api is the HTTP face of blyant: the only one that knows the web
// framework. A request goes through the middleware to its route, is read
// (internal/input), computed (model), and answered (internal/answer, and the
// format asked for).
//
// The calculators are values (internal/calculator): calculator.go has the one
// handler of all of them, of their figures and of what pages ask. Beside them
// there are the references (examples, vocabulary, documents), the pages and
// health.
//
// A GET is a pure function of its URL, the language and the release, and is
// cached as such. Every error is a problem (RFC 9457) that lists all faults of
// the request at once; problem.go holds the only table from error to status.
package api
