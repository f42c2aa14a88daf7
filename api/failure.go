package api

import (
	"fmt"
	"log/slog"
	"net/http"
	"runtime/debug"

	"github.com/labstack/echo/v4"
)

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
