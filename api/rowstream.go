package api

import (
	"errors"
	"io"
	"net/http"
	"time"

	"blyant/internal/batch"

	"github.com/labstack/echo/v4"
)

// rowReader reads a body whose sender may take a while, but not for ever: between
// one row and the next.
type rowReader struct {
	body    io.Reader
	control *http.ResponseController
}

func (r *rowReader) Read(b []byte) (int, error) {
	n, err := r.body.Read(b)
	if errors.Is(err, io.EOF) { // the server waits on for the client to go away, without an end
		_ = r.control.SetReadDeadline(time.Time{})
		return n, err
	}
	for i := n - 1; i >= 0; i-- {
		if b[i] == '\n' {
			_ = r.control.SetReadDeadline(time.Now().Add(streamPatience))
			break
		}
	}
	return n, err
}

// rowWriter begins the answer with the first bytes of it, so that faults of the
// stream as a whole have a status of their own.
type rowWriter struct {
	c           echo.Context
	control     *http.ResponseController
	contentType string
	began       bool
}

func (w *rowWriter) begin() {
	if w.began {
		return
	}
	w.began = true
	h := w.c.Response().Header()
	h.Set(echo.HeaderContentType, w.contentType)
	h.Set(echo.HeaderCacheControl, cacheNothing)
	h.Set("X-Accel-Buffering", "no") // a proxy passes on what there is
	w.c.Response().WriteHeader(http.StatusOK)
}

func (w *rowWriter) Write(b []byte) (int, error) {
	w.begin()
	_ = w.control.SetWriteDeadline(time.Now().Add(streamPatience))
	return w.c.Response().Write(b)
}

func (w *rowWriter) flush() error { return w.control.Flush() }

// ended turns what ended the stream into what ends the answer. A stream that was
// stopped has said so in its last row; of any other that broke off the
// connection breaks off too, or whoever reads might take it for whole.
func (w *rowWriter) ended(err error) error {
	if err == nil || !w.began {
		return err
	}
	_ = w.flush()
	if errors.Is(err, batch.ErrStopped) {
		return nil
	}
	panic(http.ErrAbortHandler)
}
