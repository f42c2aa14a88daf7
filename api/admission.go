package api

import (
	"context"
	"errors"
	"math"
	"net/http"
	"strconv"
	"time"

	"blyant/internal/admission"

	"github.com/labstack/echo/v4"
)

const leaveKey = "leave"

// admit waits until there is room for work of that cost. Whoever was let in leaves
// before the answer is sent, since a client may take its time to read.
func (s *server) admit(c echo.Context, cost admission.Cost) error {
	left, err := s.gate.Admit(c.Request().Context(), cost)
	s.metrics.asked(c, cost, outcomeOf(err))
	if err != nil {
		return err
	}
	most := max(deadlineOf(cost), s.limits[c.Path()].Deadline)
	if d, has := c.Request().Context().(*deadline); has {
		d.shorten(most)
		c.Set(leaveKey, func() { d.end(); left() })
		return nil
	}
	ctx, cancel := context.WithTimeout(c.Request().Context(), most) // of a tool's call, which has a context of its own
	c.SetRequest(c.Request().WithContext(ctx))
	c.Set(leaveKey, func() { cancel(); left() })
	return nil
}

// welcome refuses a request before it is read where so many wait that there can be
// no room for it: to read it would take time from those who were let in.
func (s *server) welcome(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		if err := s.gate.Crowded(); err != nil {
			s.metrics.asked(c, 0, shed)
			return err
		}
		return next(c)
	}
}

// deadlineOf is how long work of that cost may take once it was let in: many times
// what was expected, for answers that need a dearer arithmetic, and on machines
// that have other things to do. What learns from many rows has longer, by its route:
// it waits for its turn, and its cost does not say how long it takes.
func deadlineOf(cost admission.Cost) time.Duration {
	return 5*time.Second + 20*time.Duration(cost)*time.Microsecond
}

func outcomeOf(err error) string {
	if _, dear := errors.AsType[*admission.TooDearError](err); dear {
		return refused
	}
	if err != nil {
		return shed
	}
	return admitted
}

// leave gives back what the request holds: the room that it was let into, and the
// place of its body. It does nothing where that is given back already.
func leave(c echo.Context) {
	for _, key := range []string{leaveKey, bodyKey} {
		if left, holds := c.Get(key).(func()); holds {
			c.Set(key, nil)
			left()
		}
	}
}

// overloaded is the problem of a request for which there is no room.
func overloaded(after time.Duration) *problem {
	seconds := int(math.Ceil(after.Seconds()))
	return &problem{status: http.StatusServiceUnavailable, reason: "busy", args: []string{strconv.Itoa(seconds)}, retry: seconds}
}
