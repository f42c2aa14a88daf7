package api

import (
	"context"
	"sync"
	"time"
)

// deadline is the context of a request that has until then. It sets no timer before
// somebody waits for its end: work that is done in a moment only asks whether it
// is time, and a timer costs more than the question.
type deadline struct {
	context.Context // the connection's

	mutex sync.Mutex
	until time.Time
	over  bool            // the request has ended
	timed context.Context // once somebody waits; nil before
	stop  context.CancelFunc
}

// newDeadline returns the context of a request that has so long.
func newDeadline(connection context.Context, most time.Duration) *deadline {
	return &deadline{Context: connection, until: time.Now().Add(most)}
}

// shorten leaves the request so long, if it had longer. Whoever waits already is
// told when the former time is over.
func (d *deadline) shorten(most time.Duration) {
	d.mutex.Lock()
	defer d.mutex.Unlock()
	until := time.Now().Add(most)
	if !until.Before(d.until) {
		return
	}
	d.until = until
	if d.timed != nil {
		before := d.stop
		timed, stop := context.WithDeadline(d.timed, until)
		d.timed, d.stop = timed, func() { stop(); before() }
	}
}

// end ends the request.
func (d *deadline) end() {
	d.mutex.Lock()
	defer d.mutex.Unlock()
	d.over = true
	if d.stop != nil {
		d.stop()
	}
}

// Deadline is when the request has to have ended.
func (d *deadline) Deadline() (time.Time, bool) {
	d.mutex.Lock()
	defer d.mutex.Unlock()
	if t, has := d.Context.Deadline(); has && t.Before(d.until) {
		return t, true
	}
	return d.until, true
}

// Done is closed when the request has ended or its time is over.
func (d *deadline) Done() <-chan struct{} {
	d.mutex.Lock()
	defer d.mutex.Unlock()
	if d.timed == nil {
		d.timed, d.stop = context.WithDeadline(d.Context, d.until)
		if d.over {
			d.stop()
		}
	}
	return d.timed.Done()
}

// Err says why nobody waits for the answer any more.
func (d *deadline) Err() error {
	d.mutex.Lock()
	defer d.mutex.Unlock()
	switch {
	case d.timed != nil:
		return d.timed.Err()
	case d.over:
		return context.Canceled
	case d.Context.Err() != nil:
		return d.Context.Err()
	case !time.Now().Before(d.until):
		return context.DeadlineExceeded
	}
	return nil
}

// Value also finds what the timer is, so that contexts made from this one need no
// goroutine each.
func (d *deadline) Value(key any) any {
	d.mutex.Lock()
	timed := d.timed
	d.mutex.Unlock()
	if timed != nil {
		return timed.Value(key)
	}
	return d.Context.Value(key)
}
