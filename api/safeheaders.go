package api

import (
	"net/http"

	"github.com/labstack/echo/v4"
)

// Policies of content: an answer loads nothing; a page loads what the server
// has; the interactive documentation has its script and style inline. What is
// made to be embedded, and nothing else, may be shown in a frame: it has neither
// script nor form that somebody could be led to use unawares.
const (
	policyOfAnswers = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'"
	policyOfPages   = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; " +
		"form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
	policyOfSwagger = "default-src 'none'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; " +
		"img-src 'self' data:; font-src 'self'; connect-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'"
	policyOfEmbedded = "default-src 'none'; style-src 'self'; img-src 'self' data:; frame-ancestors *; base-uri 'none'; form-action 'none'"
)

// field is a header field that many answers share. Its list of values is never
// written to; what is added to it goes into another.
type field struct {
	name  string // as http.CanonicalHeaderKey has it
	value []string
}

func shared(name, value string) field {
	return field{http.CanonicalHeaderKey(name), []string{value}[:1:1]}
}

// safeHeaders are those of every answer.
var safeHeaders = [...]field{
	shared(echo.HeaderXContentTypeOptions, "nosniff"),
	shared(echo.HeaderReferrerPolicy, "no-referrer"),
	shared(echo.HeaderContentSecurityPolicy, policyOfAnswers),
	shared(echo.HeaderAccessControlAllowOrigin, "*"),
	shared(echo.HeaderAccessControlExposeHeaders, "ETag, Retry-After, X-Request-Id"),
}

// secure sets the headers that keep browsers from guessing and from telling.
// Any origin may read an answer, since there is nothing in it but what was asked.
func secure(c echo.Context) {
	h := c.Response().Header()
	for i := range safeHeaders {
		h[safeHeaders[i].name] = safeHeaders[i].value
	}
	if c.Request().Method == http.MethodOptions {
		h.Set(echo.HeaderAccessControlAllowMethods, "GET, HEAD, POST, OPTIONS")
		h.Set(echo.HeaderAccessControlAllowHeaders, "Accept, Accept-Language, Content-Type, If-None-Match, Mcp-Protocol-Version, X-Request-Id")
		h.Set(echo.HeaderAccessControlMaxAge, "86400")
		h.Set(echo.HeaderVary, varyBy)
	}
}
