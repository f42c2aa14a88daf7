package api

import (
	"bytes"
	"io"
	"net/http"
	"slices"
	"time"

	"blyant/internal/admission"

	"github.com/labstack/echo/v4"
	"golang.org/x/sync/semaphore"
)

// Bounds of what slow clients make the server hold.
const (
	smallBody   = 64 << 10 // a body or answer up to this counts for nothing
	largeBodies = 32       // at once, each up to the limit of its route
	heldAnswers = 64 << 20 // bytes of large answers that are being sent
	partTime    = 10 * time.Second
)

// holding bounds the memory that is filled while clients send or read.
type holding struct {
	bodies  chan struct{}
	answers *semaphore.Weighted
}

func newHolding() holding {
	return holding{make(chan struct{}, largeBodies), semaphore.NewWeighted(heldAnswers)}
}

const bodyKey = "body"

// readAll reads a body to its end. A large one needs one of the places for large
// bodies, which it has until its answer is there.
func (h holding) readAll(c echo.Context, body io.Reader) ([]byte, error) {
	first, err := io.ReadAll(io.LimitReader(body, smallBody))
	if err != nil || len(first) < smallBody {
		return first, err
	}
	select {
	case h.bodies <- struct{}{}:
		c.Set(bodyKey, func() { <-h.bodies })
	default:
		return nil, &admission.BusyError{After: time.Second}
	}
	whole := bytes.NewBuffer(first)
	_, err = whole.ReadFrom(body)
	return whole.Bytes(), err
}

// keep takes room for an answer of that length until it is sent.
func (h holding) keep(length int) (done func(), err error) {
	if length <= smallBody {
		return func() {}, nil
	}
	n := int64(min(length, heldAnswers))
	if !h.answers.TryAcquire(n) {
		return nil, &admission.BusyError{After: partTime}
	}
	return func() { h.answers.Release(n) }, nil
}

// writeAll writes a body. A long one is written part by part, each of which has to
// be taken within partTime: whoever reads slowly is waited for, who reads nothing
// is not.
func writeAll(c echo.Context, body []byte) error {
	if len(body) <= smallBody {
		_, err := c.Response().Write(body)
		return err
	}
	control := http.NewResponseController(c.Response().Writer)
	for part := range slices.Chunk(body, smallBody) {
		_ = control.SetWriteDeadline(time.Now().Add(partTime))
		if _, err := c.Response().Write(part); err != nil {
			return err
		}
	}
	return nil
}
