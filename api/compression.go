package api

import (
	"bytes"
	"compress/gzip"
	"net/http"
	"strconv"
	"strings"
	"sync"

	"github.com/labstack/echo/v4"
)

// worthCompressing is the length from which a body is compressed when asked for.
const worthCompressing = 1024

// compressors are kept because one takes 800 KB to set up. The fastest level
// costs a fifth of the default one and makes a schedule hardly longer; a page of many
// customers it makes a quarter longer, which people on telephones wait for.
var compressors, pageCompressors = compressorsOf(gzip.BestSpeed), compressorsOf(gzip.DefaultCompression)

func compressorsOf(level int) *sync.Pool {
	return &sync.Pool{New: func() any {
		w, _ := gzip.NewWriterLevel(nil, level) // the level is a valid one
		return w
	}}
}

// compressorsFor are those for a type: what browsers show to people is made as short
// as it gets.
func compressorsFor(contentType string) *sync.Pool {
	for _, shown := range []string{"text/html", "text/css", "text/javascript"} {
		if strings.HasPrefix(contentType, shown) {
			return pageCompressors
		}
	}
	return compressors
}

// send writes a whole body, compressed where that is asked for and worth it. A
// HEAD gets the same headers, the length among them, and no body.
func send(c echo.Context, status int, contentType string, body []byte, compressible bool) error {
	h := c.Response().Header()
	if compressible && len(body) >= worthCompressing && acceptsGzip(c.Request().Header.Get(echo.HeaderAcceptEncoding)) {
		body = compress(body, compressorsFor(contentType))
		h.Set(echo.HeaderContentEncoding, "gzip")
		if tag := h.Get("ETag"); tag != "" {
			h.Set("ETag", gzipTag(tag))
		}
	}
	leave(c)                                             // whoever reads slowly holds up nobody's work
	of := []string{contentType, strconv.Itoa(len(body))} // one list for both
	h[echo.HeaderContentType], h[echo.HeaderContentLength] = of[:1:1], of[1:]
	c.Response().WriteHeader(status)
	if c.Request().Method == http.MethodHead {
		return nil
	}
	return writeAll(c, body)
}

func compress(body []byte, from *sync.Pool) []byte {
	var out bytes.Buffer
	out.Grow(len(body) / 4)
	w := from.Get().(*gzip.Writer) // the pool holds nothing else
	defer from.Put(w)
	w.Reset(&out)
	_, _ = w.Write(body) // a buffer does not fail
	_ = w.Close()
	return out.Bytes()
}
