package api

import (
	"context"
	"net/http"
	"sync"
	"time"

	"github.com/labstack/echo/v4"
)

// lastWords is how long a body that is being sent may still take when the server
// ends: what was sent whole has arrived by then.
const lastWords = time.Second

// arrivals are the requests whose bodies are being read: when the server ends they
// have little time left.
type arrivals struct {
	mutex sync.Mutex
	under map[*echo.Response]bool // those under way
	over  bool
}

func newArrivals(ending context.Context) *arrivals {
	a := &arrivals{under: map[*echo.Response]bool{}}
	context.AfterFunc(ending, a.hurry)
	return a
}

// hurry leaves those under way, and whoever comes, lastWords.
func (a *arrivals) hurry() {
	a.mutex.Lock()
	defer a.mutex.Unlock()
	a.over = true
	for r := range a.under {
		setReadDeadline(r, time.Now().Add(lastWords))
	}
}

func (a *arrivals) begin(r *echo.Response) {
	a.mutex.Lock()
	defer a.mutex.Unlock()
	a.under[r] = true
	if a.over {
		setReadDeadline(r, time.Now().Add(lastWords))
	}
}

// end is called when a body is read, whole or not. What is whole is answered.
func (a *arrivals) end(r *echo.Response, whole bool) {
	a.mutex.Lock()
	defer a.mutex.Unlock()
	delete(a.under, r)
	if a.over && whole {
		setReadDeadline(r, time.Time{})
	}
}

// setReadDeadline does nothing where a writer knows no such times.
func setReadDeadline(r *echo.Response, t time.Time) {
	_ = http.NewResponseController(r.Writer).SetReadDeadline(t)
}
