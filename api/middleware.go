package api

import (
	"context"
	"crypto/rand"
	"fmt"
	"log/slog"
	"net/http"
	"runtime/debug"
	"strconv"
	"time"

	"github.com/labstack/echo/v4"
)

// attend is what every request goes through. It is one middleware for all of it,
// since the framework makes a function of each with every request.
func (s *server) attend(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		identify(c)
		began := time.Now()
		s.metrics.inFlight.Inc()
		defer s.answered(c, began) // also of an answer that is broken off
		if err := s.guard(c, next); err != nil {
			c.Error(err)
		}
		s.log(c, began)
		return nil
	}
}

// guard lets in what may come in, and turns a panic into an error.
func (s *server) guard(c echo.Context, next echo.HandlerFunc) (err error) {
	defer recovered(&err)
	secure(c)
	if err := s.concise(c); err != nil {
		return err
	}
	if err := s.limit(c); err != nil {
		return err
	}
	return s.bound(c, next)
}

// identify gives the request an id: the client's, where it is a harmless one,
// else one of our own.
func identify(c echo.Context) {
	id := c.Request().Header.Get(echo.HeaderXRequestID)
	if !harmless(id) {
		id = rand.Text()
	}
	c.Response().Header()[echo.HeaderXRequestID] = []string{id}
}

// harmless reports whether an id is [A-Za-z0-9._-]{1,64}, so that it cannot break
// a log or a header.
func harmless(id string) bool {
	for i := range len(id) {
		b := id[i]
		if (b|0x20 < 'a' || b|0x20 > 'z') && (b < '0' || b > '9') && b != '.' && b != '_' && b != '-' {
			return false
		}
	}
	return id != "" && len(id) <= 64
}

// answered counts an answer.
func (s *server) answered(c echo.Context, began time.Time) {
	s.metrics.inFlight.Dec()
	s.metrics.answered(c, time.Since(began))
}

// log writes the access log: the route and never the query, which is the caller's
// own business.
func (s *server) log(c echo.Context, began time.Time) {
	level := slog.LevelInfo
	if isHealth(c.Path()) {
		level = slog.LevelDebug
	}
	ctx := c.Request().Context()
	if !s.Logger.Enabled(ctx, level) {
		return
	}
	s.Logger.LogAttrs(ctx, level, "answered",
		slog.String("method", cut(c.Request().Method)), slog.String("route", c.Path()), slog.Int("status", c.Response().Status),
		slog.Int64("bytes", c.Response().Size), slog.Duration("took", time.Since(began)),
		slog.String("request_id", c.Response().Header().Get(echo.HeaderXRequestID)))
}

// fail answers an error. What cannot be told to the caller goes to the log.
func (s *server) fail(err error, c echo.Context) {
	if c.Response().Committed {
		s.Logger.Warn("an answer broke off", slog.Any("error", err), slog.String("route", c.Path()))
		return
	}
	if tag, unchanged := isUnchanged(err); unchanged {
		setCaching(c.Response().Header(), tag)
		c.Response().WriteHeader(http.StatusNotModified)
		return
	}
	p := statusOf(err, c)
	if p.status == http.StatusInternalServerError {
		s.Logger.Error("internal error", slog.Any("error", err), slog.String("route", c.Path()),
			slog.String("request_id", c.Response().Header().Get(echo.HeaderXRequestID)))
	}
	tell := func() error { return s.sendProblem(c, p) }
	if p.reason == reasonUnknownPath && browses(c.Request()) {
		tell = func() error { return s.sendNowhere(c) }
	}
	if err := tell(); err != nil {
		s.Logger.Warn("an error could not be told", slog.Any("error", err))
	}
}

// recovered turns a panic into an error with its stack. The one by which an
// answer is broken off on purpose goes on. It is deferred.
func recovered(err *error) {
	switch r := recover(); r {
	case nil:
	case http.ErrAbortHandler:
		panic(r)
	default:
		*err = fmt.Errorf("panic: %v\n%s", r, debug.Stack())
	}
}

// Policies of content: an answer loads nothing; a page loads what the server
// has; the interactive documentation has its script and style inline. What is
// made to be embedded, and nothing else, may be shown in a frame: it has neither
// script nor form that somebody could be led to use unawares.
const (
	policyOfAnswers = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'"
	policyOfPages   = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; " +
		"form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
	policyOfSwagger = "default-src 'none'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; " +
		"img-src 'self' data:; font-src 'self'; connect-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'"
	policyOfEmbedded = "default-src 'none'; style-src 'self'; img-src 'self' data:; frame-ancestors *; base-uri 'none'; form-action 'none'"
)

// field is a header field that many answers share. Its list of values is never
// written to; what is added to it goes into another.
type field struct {
	name  string // as http.CanonicalHeaderKey has it
	value []string
}

func shared(name, value string) field {
	return field{http.CanonicalHeaderKey(name), []string{value}[:1:1]}
}

// safeHeaders are those of every answer.
var safeHeaders = [...]field{
	shared(echo.HeaderXContentTypeOptions, "nosniff"),
	shared(echo.HeaderReferrerPolicy, "no-referrer"),
	shared(echo.HeaderContentSecurityPolicy, policyOfAnswers),
	shared(echo.HeaderAccessControlAllowOrigin, "*"),
	shared(echo.HeaderAccessControlExposeHeaders, "ETag, Retry-After, X-Request-Id"),
}

// secure sets the headers that keep browsers from guessing and from telling.
// Any origin may read an answer, since there is nothing in it but what was asked.
func secure(c echo.Context) {
	h := c.Response().Header()
	for i := range safeHeaders {
		h[safeHeaders[i].name] = safeHeaders[i].value
	}
	if c.Request().Method == http.MethodOptions {
		h.Set(echo.HeaderAccessControlAllowMethods, "GET, HEAD, POST, OPTIONS")
		h.Set(echo.HeaderAccessControlAllowHeaders, "Accept, Accept-Language, Content-Type, If-None-Match, Mcp-Protocol-Version, X-Request-Id")
		h.Set(echo.HeaderAccessControlMaxAge, "86400")
		h.Set(echo.HeaderVary, varyBy)
	}
}

// Bounds of what stands before a body: an address and header fields. A curve of
// 1,200 values fits into one; Go's own server refuses what is twice as long.
const (
	maxAddress = 16 << 10
	maxFields  = 16 << 10
	maxHeader  = maxAddress + maxFields
)

// concise refuses a request whose address or header is too long, and closes the
// connection after its answer when the server is about to stop.
func (s *server) concise(c echo.Context) error {
	r := c.Request()
	if s.Stopping() {
		c.Response().Header().Set(echo.HeaderConnection, "close")
	}
	if n := len(r.URL.RawPath) + len(r.URL.Path) + len(r.URL.RawQuery); n > maxAddress {
		return &problem{status: http.StatusRequestURITooLong, reason: "uri_too_long", args: []string{strconv.Itoa(n), strconv.Itoa(maxAddress)}}
	}
	size := 0
	for name, values := range r.Header {
		for _, v := range values {
			size += len(name) + len(v) + len(": \r\n")
		}
	}
	if size > maxFields {
		return &problem{status: http.StatusRequestHeaderFieldsTooLarge, reason: "headers_too_large"}
	}
	return nil
}

// wait lets a long request arrive, and its answer leave, for longer than the
// connection would; a writer that knows no such times has none to lengthen.
func wait(w http.ResponseWriter, deadline time.Duration) {
	connection, now := http.NewResponseController(w), time.Now()
	_ = connection.SetReadDeadline(now.Add(deadline))
	_ = connection.SetWriteDeadline(now.Add(2 * deadline))
}

// Large bodies are held in memory while they are answered: a few at once, for
// which others wait.
const (
	uploadsAtOnce  = 3
	uploadPatience = 20 * time.Second
)

// enter waits for a place among those at once.
func enter(ctx context.Context, places chan struct{}) bool {
	ctx, cancel := context.WithTimeout(ctx, uploadPatience)
	defer cancel()
	select {
	case places <- struct{}{}:
		return true
	case <-ctx.Done():
		return false
	}
}

// bound limits what a request may take: bytes of its body, and time.
func (s *server) bound(c echo.Context, next echo.HandlerFunc) error {
	r := c.Request()
	if c.Path() == batchPath { // a stream has bounds of its own
		return next(c)
	}
	limits := s.limits[c.Path()]
	ctx := newDeadline(r.Context(), max(s.Deadline, limits.Deadline))
	defer ctx.end()
	if limits.Deadline > s.Deadline {
		wait(c.Response(), limits.Deadline)
	}
	if limits.Body > s.MaxBody && (r.ContentLength < 0 || r.ContentLength > s.MaxBody) {
		if !enter(ctx, s.uploads) {
			return &problem{status: http.StatusServiceUnavailable, reason: "unavailable", retry: 10}
		}
		defer func() { <-s.uploads }()
	}
	defer leave(c)
	r = r.WithContext(ctx)
	r.Body = http.MaxBytesReader(c.Response().Writer, r.Body, max(s.MaxBody, limits.Body))
	c.SetRequest(r)
	return next(c)
}
