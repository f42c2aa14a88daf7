// Package api is the HTTP face of blyant: the only one that knows the web
// framework. A request goes through the middleware to its handler, which reads
// it (internal/input), computes (model), and answers (internal/answer, and the
// format asked for). A handler is about a dozen lines; a new calculator is one
// pure function, one answer and one line in routes.go.
//
// A GET is a pure function of its URL, the language and the release, and is
// cached as such. Every error is a problem (RFC 9457) that lists all faults of
// the request at once; problem.go holds the only table from error to status.
package api
