package api

import (
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
	c.Set(leaveKey, left)
	return nil
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
