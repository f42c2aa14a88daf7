package api

import (
	"net"
	"net/http"
	"sync"
	"sync/atomic"
	"time"
)

// lastInLine is how long connections that are being made may take to get in line
// when the server ends.
const lastInLine = 20 * time.Millisecond

// drained is a listener that, when closed, still accepts whoever is in line. To
// close one as it is resets connections that the kernel has made and nobody has
// accepted, with the requests that were sent over them.
type drained struct {
	*net.TCPListener
	once    sync.Once
	closing atomic.Bool
	closed  chan struct{}
}

func drain(l *net.TCPListener) *drained { return &drained{TCPListener: l, closed: make(chan struct{})} }

// Accept returns the next connection, and once the listener is being closed the
// rest of those in line.
func (d *drained) Accept() (net.Conn, error) {
	if !d.closing.Load() {
		c, err := d.TCPListener.Accept()
		if err == nil || !d.closing.Load() {
			return c, err
		}
	}
	if c := inLine(d.TCPListener); c != nil {
		return c, nil
	}
	d.once.Do(func() {
		_ = d.TCPListener.Close()
		close(d.closed)
	})
	return nil, net.ErrClosed
}

// Close waits until those in line are accepted, which Accept does.
func (d *drained) Close() error {
	if !d.closing.Swap(true) {
		_ = refuseMore(d.TCPListener) // where that is not possible some may be lost
		_ = d.SetDeadline(time.Now().Add(lastInLine))
	}
	select {
	case <-d.closed:
	case <-time.After(time.Second): // nobody accepts
		d.once.Do(func() {
			_ = d.TCPListener.Close()
			close(d.closed)
		})
	}
	return nil
}

// newcomers counts connections of which nothing has been read yet. A server that
// shuts down drops what they send, whole or not.
type newcomers struct {
	n    atomic.Int64
	seen sync.Map // by connection
}

// watch is called with each state of a connection. Each begins as a new one, and
// leaves that state once, for any other.
func (w *newcomers) watch(c net.Conn, state http.ConnState) {
	if state == http.StateNew {
		w.n.Add(1)
		w.seen.Store(c, true)
		return
	}
	if _, isNew := w.seen.LoadAndDelete(c); isNew {
		w.n.Add(-1)
	}
}

// read waits until what newcomers have sent is read, if they have sent anything.
func (w *newcomers) read() {
	for began := time.Now(); w.n.Load() > 0 && time.Since(began) < lastWords; {
		time.Sleep(time.Millisecond)
	}
	time.Sleep(lastInLine) // from there to its handler
}
