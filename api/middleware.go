package api

import (
	"log/slog"
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
