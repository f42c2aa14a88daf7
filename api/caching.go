package api

import (
	"net/http"

	"blyant/internal/locale"

	"github.com/labstack/echo/v4"
)

// Caching of answers: a day without asking, a week while asking.
const (
	cacheAnswers = "public, max-age=86400, stale-while-revalidate=604800"
	cacheNothing = "no-store"
	varyBy       = "Accept, Accept-Language, Accept-Encoding, Origin"
)

// cached sends an answer with what a cache needs to know about it.
func (s *server) cached(c echo.Context, r *request, body []byte) error {
	h := c.Response().Header()
	h[headerLanguage] = languageHeader(r.lang)
	switch {
	case r.tag == "":
		h[uncached.name] = uncached.value
	case heldAny(c.Request().Header):
		return &unchangedError{r.tag}
	default:
		setCaching(h, r.tag)
	}
	sent, err := s.holding.keep(len(body))
	if err != nil {
		return err
	}
	defer sent()
	return send(c, http.StatusOK, r.medium.ContentType(), body, !r.medium.Dense)
}

func setCaching(h http.Header, tag string) {
	h.Set("ETag", tag)
	h[kept.name] = kept.value
	h[varying.name] = varying.value
}

// Fields of answers that caches may keep, and of those that they may not.
var (
	uncached = shared(echo.HeaderCacheControl, cacheNothing)
	kept     = shared(echo.HeaderCacheControl, cacheAnswers)
	varying  = shared(echo.HeaderVary, varyBy)
)

const headerLanguage = "Content-Language"

// languages are the values of Content-Language.
var languages = func() map[locale.Language][]string {
	all := map[locale.Language][]string{}
	for _, l := range locale.Languages() {
		all[l] = shared(headerLanguage, string(l)).value
	}
	return all
}()

func languageHeader(l locale.Language) []string {
	if value, known := languages[l]; known {
		return value
	}
	return []string{string(l)}
}
