package api

import (
	"net/http"
	"strings"

	"blyant/internal/form"

	"github.com/labstack/echo/v4"
)

// cachePages makes browsers ask each time: a page names its style and script,
// which change with a release. The entity tag makes that cheap.
const cachePages = "public, max-age=0, must-revalidate"

// cacheAssets is for ever, since the name of an asset changes with its contents.
const cacheAssets = "public, max-age=31536000, immutable"

// setPageHeaders goes with a page, and with the answer that it has not changed:
// a browser replaces the headers it has kept by those, the policy among them.
func setPageHeaders(c echo.Context, r *request, tag string) {
	h := c.Response().Header()
	h.Set("Content-Language", string(r.lang))
	h.Set(echo.HeaderContentSecurityPolicy, policyOfPages)
	if r.embedded {
		h.Set(echo.HeaderContentSecurityPolicy, policyOfEmbedded)
	}
	setCaching(h, tag)
	h.Set(echo.HeaderCacheControl, cachePages)
}

// sendPage sends a page. One that tells what is wrong is not kept.
func sendPage(c echo.Context, r *request, faulty bool, body []byte) error {
	setPageHeaders(c, r, r.tag)
	status := http.StatusOK
	if faulty {
		status = http.StatusUnprocessableEntity
		c.Response().Header().Del("ETag")
		c.Response().Header().Set(echo.HeaderCacheControl, cacheNothing)
	}
	return send(c, status, r.medium.ContentType(), body, true)
}

// asset gives a file that pages load.
func (s *server) asset(c echo.Context) error {
	a, found := form.FindAsset(strings.TrimPrefix(c.Request().URL.Path, form.AssetFolder))
	if !found {
		return echo.ErrNotFound
	}
	h := c.Response().Header()
	h.Set(echo.HeaderCacheControl, cacheAssets)
	h.Set(echo.HeaderVary, echo.HeaderAcceptEncoding)
	return send(c, http.StatusOK, a.Type, a.Body, true)
}
