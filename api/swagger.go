package api

import (
	"bytes"
	"net/http"
	"path"
	"sync"

	"blyant/docs"
	"blyant/internal/form"
	"blyant/internal/format"
	"blyant/internal/locale"

	"github.com/labstack/echo/v4"
	"github.com/swaggo/swag"
)

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
	return s.sendDocument(c, s.withVersion([]byte(document)))
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
	return s.sendDocument(c, s.withVersion(docs.OpenAPI))
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
	return s.sendDocument(c, s.withVersion(docs.Postman))
}

// interfaceVersion is what the documents that are kept with the sources say of their
// version: that of the interface.
const interfaceVersion = `"version": "1"`

// withVersion is a document with the version of the build that answers as its own.
func (s *server) withVersion(document []byte) []byte {
	version := format.AppendJSONString([]byte(`"version": `), s.build.Version)
	return bytes.Replace(document, []byte(interfaceVersion), version, 1)
}

// sendDocument gives a document that is the same for everyone.
func (s *server) sendDocument(c echo.Context, document []byte) error {
	return s.sendReference(c, echo.MIMEApplicationJSON, document)
}

// sendReference gives what the build says of itself.
func (s *server) sendReference(c echo.Context, contentType string, text []byte) error {
	tag := tagOf([]string{s.fingerprint, s.baseURL(c), c.Path()})
	if held, has := held(c.Request().Header, tag); has {
		return &unchangedError{held}
	} else if heldAny(c.Request().Header) {
		return &unchangedError{tag}
	}
	setCaching(c.Response().Header(), tag)
	return send(c, http.StatusOK, contentType, text, true)
}
