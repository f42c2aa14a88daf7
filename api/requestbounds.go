package api

import (
	"context"
	"net/http"
	"strconv"
	"time"

	"github.com/labstack/echo/v4"
)

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
