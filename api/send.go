package api

import (
	"bytes"
	"errors"
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
	first, err := readSmall(body, c.Request().ContentLength)
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

// readSmall reads a body to its end, or as far as it is small, into memory of the
// length that it is said to have. It is not believed far: who says much may send
// nothing.
func readSmall(body io.Reader, said int64) ([]byte, error) {
	const unsaid, believed = 511, 4 << 10
	read := make([]byte, 0, min(max(said, unsaid)+1, believed))
	for len(read) < smallBody {
		if len(read) == cap(read) {
			read = slices.Grow(read, len(read))
		}
		n, err := body.Read(read[len(read):min(cap(read), smallBody)])
		read = read[:len(read)+n]
		if errors.Is(err, io.EOF) {
			return read, nil
		}
		if err != nil {
			return read, err
		}
	}
	return read, nil
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
