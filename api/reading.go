package api

import (
	"net/http"
	"strings"

	"blyant/internal/form"
	"blyant/internal/guide"
	"blyant/internal/option"

	"github.com/labstack/echo/v4"
)

// readingRoutes are the pages to read: guides with the files they lead to, what
// every figure means, and what advice weighs.
func (s *server) readingRoutes() []route {
	return []route{
		{strings.TrimSuffix(guide.Folder, "/"), nil, s.toGuides, nil},
		{guide.Folder, asForm, s.reading(form.RenderGuides), nil},
		{guide.Folder + "*", asForm, s.guideOrFile, nil},
		{form.FiguresPath, asForm, s.reading(form.RenderFigures), nil},
		{form.AdvicePath, asForm, s.reading(form.RenderAdvice), nil},
		{"/favicon.ico", nil, s.favicon, nil},
	}
}

func (s *server) toGuides(c echo.Context) error {
	return c.Redirect(http.StatusMovedPermanently, guide.Folder)
}

// reading answers with a page to read. What else stands in the query is left
// alone: links are sent on with all sorts of things.
func (s *server) reading(render func(form.Reading) ([]byte, error)) echo.HandlerFunc {
	return func(c echo.Context) error {
		r, faults := s.readOptions(c)
		switch {
		case r == nil:
			return faults
		case r.medium == nil:
			return notAcceptable(r.Format, offersOf(c))
		}
		r.tag = s.entityTag(c, r)
		if tag, has := held(c.Request().Header, r.tag); has {
			setPageHeaders(c, r, tag)
			return c.NoContent(http.StatusNotModified)
		}
		body, err := render(s.readingOf(c, r))
		if err != nil {
			return err
		}
		return sendPage(c, r, false, body)
	}
}

func (s *server) readingOf(c echo.Context, r *request) form.Reading {
	return form.Reading{Lang: r.lang, Release: s.build.Version, Base: r.base, Path: c.Request().URL.Path}
}

// guideOrFile answers with a guide, or with a file that guides lead to, as text.
func (s *server) guideOrFile(c echo.Context) error {
	name := strings.TrimPrefix(c.Request().URL.Path, guide.Folder)
	if g, known := guide.Named(name); known {
		return s.reading(func(r form.Reading) ([]byte, error) { return form.RenderGuide(r, g) })(c)
	}
	if name, is := strings.CutSuffix(name, ".md"); is {
		if _, known := guide.Named(name); known {
			return c.Redirect(http.StatusMovedPermanently, guide.Folder+name)
		}
	}
	body, found := guide.File(name)
	if !found {
		return echo.ErrNotFound
	}
	tag := tagOf([]string{s.fingerprint, guide.Folder, name})
	if tag, has := held(c.Request().Header, tag); has {
		return &unchangedError{tag}
	}
	setCaching(c.Response().Header(), tag)
	return send(c, http.StatusOK, option.MediumNamed(option.Text).ContentType(), body, true)
}

// favicon is the mark of the service, for browsers that show an answer which is no page.
func (s *server) favicon(c echo.Context) error {
	h := c.Response().Header()
	h.Set(echo.HeaderCacheControl, "public, max-age=604800")
	icon := form.Favicon()
	return send(c, http.StatusOK, icon.Type, icon.Body, false)
}
