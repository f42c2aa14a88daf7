package api

import (
	"bytes"
	"context"
	"io/fs"
	"net/http"
	"path"
	"sync"

	"blyant/docs"
	"blyant/internal/form"
	"blyant/internal/format"
	"blyant/internal/locale"

	"github.com/labstack/echo/v4"
	echoswagger "github.com/swaggo/echo-swagger"
	swaggerfiles "github.com/swaggo/files/v2"
	"github.com/swaggo/swag"
)

// explorer serves the interactive documentation. It shows the OpenAPI 3
// document, by which every operation can be tried as it is prefilled: Swagger
// 2.0 has no parameters for the items of a list.
var explorer = echoswagger.EchoWrapHandler(func(c *echoswagger.Config) { c.URLs = []string{"../openapi.json"} })

// swagger2 is the description of the API as Swagger 2.0. It is read once, since
// the library writes to its own state while it reads.
var swagger2 = sync.OnceValues(func() (string, error) { return swag.ReadDoc() })

func (s *server) toSwagger(c echo.Context) error {
	to := "/swagger/index.html"
	if l, known := locale.Parse(looseOptions(c.Request()).Lang); known {
		to += "?lang=" + string(l)
	}
	return c.Redirect(http.StatusMovedPermanently, to)
}

// swagger serves the page of the interactive documentation and what it loads.
func (s *server) swagger(c echo.Context) error {
	file := path.Clean("/" + c.Param("*"))
	c.Response().Header().Set(echo.HeaderContentSecurityPolicy, policyOfSwagger)
	c.Response().Header().Set(echo.HeaderCacheControl, "public, max-age=3600")
	if part, known := explorerParts()[file]; known {
		return part.send(c)
	}
	if file != "/index.html" {
		c.Response().Header().Set(echo.HeaderContentSecurityPolicy, policyOfAnswers)
		return echo.ErrNotFound
	}
	l := languageOf(looseOptions(c.Request()).Lang, c.Request().Header)
	page, err := form.Explorer(explorerPage(), l)
	if err != nil {
		return err
	}
	c.Response().Header().Set(echo.HeaderVary, echo.HeaderAcceptEncoding+", Accept-Language")
	return send(c, http.StatusOK, echo.MIMETextHTMLCharsetUTF8, page, true)
}

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
		parts["/"+name] = explorerPart{kind, plain, compress(plain)}
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

// swaggerDocument godoc
//
//	@Summary		This description as Swagger 2.0
//	@Description	As much of this description as Swagger 2.0 can say.
//	@Tags			reference
//	@Produce		json
//	@Success		200	{object}	object
//	@Router			/swagger/doc.json [get]
func (s *server) swaggerDocument(c echo.Context) error {
	document, err := swagger2()
	if err != nil {
		return err
	}
	return s.sendDocument(c, s.released([]byte(document)))
}

// openAPI godoc
//
//	@Summary		This description as OpenAPI 3
//	@Description	This description, for readers of OpenAPI 3.0 and generators of clients.
//	@Tags			reference
//	@Produce		json
//	@Success		200	{object}	object
//	@Router			/openapi.json [get]
func (s *server) openAPI(c echo.Context) error {
	return s.sendDocument(c, s.released(docs.OpenAPI))
}

// postman godoc
//
//	@Summary		This description as a collection for Postman
//	@Description	Every operation with inputs that work, in the form of Postman 2.1, which its relatives read too. The variable baseUrl is the address of the server.
//	@Tags			reference
//	@Produce		json
//	@Success		200	{object}	object
//	@Router			/postman.json [get]
func (s *server) postman(c echo.Context) error {
	return s.sendDocument(c, s.released(docs.Postman))
}

// interfaceVersion is what the documents that are kept with the sources say of their
// version: that of the interface.
const interfaceVersion = `"version": "1"`

// released is a document with the release that answers as its version.
func (s *server) released(document []byte) []byte {
	version := format.AppendJSONString([]byte(`"version": `), s.build.Version)
	return bytes.Replace(document, []byte(interfaceVersion), version, 1)
}

// sendDocument gives a document that is the same for everyone.
func (s *server) sendDocument(c echo.Context, document []byte) error {
	return s.sendReference(c, echo.MIMEApplicationJSON, document)
}

// sendReference gives what the release says of itself.
func (s *server) sendReference(c echo.Context, contentType string, text []byte) error {
	tag := tagOf([]string{s.release, s.baseURL(c), c.Path()})
	if held, has := held(c.Request().Header, tag); has {
		return &unchangedError{held}
	} else if heldAny(c.Request().Header) {
		return &unchangedError{tag}
	}
	setCaching(c.Response().Header(), tag)
	return send(c, http.StatusOK, contentType, text, true)
}
