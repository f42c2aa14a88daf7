package api

import (
	"net/http"
	"slices"
	"strings"

	"blyant/internal/calculator"
	"blyant/internal/form"
	"blyant/internal/option"

	"github.com/labstack/echo/v4"
)

// browses reports whether a browser asks for a page: it names HTML, and neither
// its path nor its query is one of a program. What is below /v1 is the API's,
// whose errors are problems: some programs name HTML too, Java's among them.
func browses(r *http.Request) bool {
	if (r.Method != http.MethodGet && r.Method != http.MethodHead) || strings.HasPrefix(r.URL.Path, resource) {
		return false
	}
	if o := looseOptions(r); o.Errors != "" || (o.Format != "" && o.Format != option.HTML) {
		return false
	}
	return wantsHTML(preferences(strings.Join(r.Header.Values(echo.HeaderAccept), ",")))
}

// wantsHTML reports whether text/html is named, as browsers do and nobody else.
func wantsHTML(wanted []preference) bool {
	return slices.ContainsFunc(wanted, func(p preference) bool { return p.value == "text/html" && p.quality > 0 })
}

// sendNowhere answers a browser that is at an address at which there is nothing.
func (s *server) sendNowhere(c echo.Context) error {
	path := c.Request().URL.Path
	l := languageOf(looseOptions(c.Request()).Lang, c.Request().Header)
	r := form.Reading{Lang: l, Release: s.build.Version, Base: s.baseURL(c), Path: "/"}
	body, err := form.RenderNowhere(r, cut(path), nearPage(path))
	if err != nil {
		return err
	}
	h := c.Response().Header()
	h.Set("Content-Language", string(l))
	h.Set(echo.HeaderContentSecurityPolicy, policyOfPages)
	h.Set(echo.HeaderCacheControl, cacheNothing)
	return send(c, http.StatusNotFound, option.MediumNamed(option.HTML).ContentType(), body, true)
}

// nearPage is the address that was probably meant, that of the page where there
// is one; empty where none is near.
func nearPage(path string) string {
	near := nearPath(path)
	if calc := calculator.At(near); calc != nil && calc.Page != "" {
		return calc.Page
	}
	return near
}
