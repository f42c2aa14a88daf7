package api

import (
	"bytes"
	"context"
	"io/fs"
	"net/http"
	"sync"

	"github.com/labstack/echo/v4"
	echoswagger "github.com/swaggo/echo-swagger"
	swaggerfiles "github.com/swaggo/files/v2"
)

// explorer serves the interactive documentation. It shows the OpenAPI 3
// document, by which every operation can be tried as it is prefilled: Swagger
// 2.0 has no parameters for the items of a list.
var explorer = echoswagger.EchoWrapHandler(func(c *echoswagger.Config) { c.URLs = []string{"../openapi.json"} })

// explorerPage is the page as the library makes it, which is the same for
// everyone; nothing where it makes none.
var explorerPage = sync.OnceValue(func() []byte {
	r, err := http.NewRequestWithContext(context.Background(), http.MethodGet, "/swagger/index.html", nil)
	if err != nil {
		return nil
	}
	r.RequestURI = r.URL.Path
	w := &page{header: http.Header{}}
	if err := explorer(echo.New().NewContext(r, w)); err != nil {
		return nil
	}
	return w.body.Bytes()
})

// page keeps what is written to it.
type page struct {
	header http.Header
	body   bytes.Buffer
}

func (p *page) Header() http.Header                { return p.header }
func (p *page) WriteHeader(int)                    {}
func (p *page) Write(part []byte) (n int, _ error) { return p.body.Write(part) }

// explorerPart is a file that the page loads, and the same compressed: the script
// has more than a megabyte.
type explorerPart struct {
	kind          string
	plain, packed []byte
}

// explorerParts are all that the page loads, by their paths. The package has five
// times as much: source maps, and the same script in other forms.
var explorerParts = sync.OnceValue(func() map[string]explorerPart {
	parts := map[string]explorerPart{}
	for name, kind := range map[string]string{
		"swagger-ui.css": "text/css; charset=utf-8", "swagger-ui-bundle.js": "text/javascript; charset=utf-8",
		"swagger-ui-standalone-preset.js": "text/javascript; charset=utf-8", "favicon-32x32.png": "image/png",
	} {
		plain, err := fs.ReadFile(swaggerfiles.FS, name)
		if err != nil {
			continue // the test of what the page loads misses it
		}
		plain, _, _ = bytes.Cut(plain, []byte("\n//# sourceMappingURL="))
		plain, _, _ = bytes.Cut(plain, []byte("\n/*# sourceMappingURL="))
		parts["/"+name] = explorerPart{kind, plain, compress(plain, compressorsFor(kind))}
	}
	return parts
})

func (p explorerPart) send(c echo.Context) error {
	h := c.Response().Header()
	h.Set(echo.HeaderVary, echo.HeaderAcceptEncoding)
	body := p.plain
	if len(p.packed) < len(p.plain) && acceptsGzip(c.Request().Header.Get(echo.HeaderAcceptEncoding)) {
		body = p.packed
		h.Set(echo.HeaderContentEncoding, "gzip")
	}
	return send(c, http.StatusOK, p.kind, body, false)
}
