package api

import (
	"net/http"

	"blyant/internal/form"
	"blyant/internal/option"

	"github.com/labstack/echo/v4"
)

// asForm is what the form is given as, whatever Accept says.
var asForm = []string{option.HTML}

// page answers with the form of one of the pages, filled in and worked out.
func (s *server) page(p form.Page) echo.HandlerFunc {
	return func(c echo.Context) error { return s.showPage(c, p) }
}

// orPage answers a GET that asks for HTML with the page, all else with the
// resource's own handler.
func (s *server) orPage(p form.Page, next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		if r, _ := s.readOptions(c); r == nil || r.medium == nil || r.medium.Name != option.HTML {
			return next(c)
		}
		return s.showPage(c, p)
	}
}

// showPage makes the page of a form, or of a resource whose answer it shows. A
// form tells what is wrong on the page and begins with an example; a resource
// is as strict as in every other format.
func (s *server) showPage(c echo.Context, p form.Page) error {
	r, faults := s.readOptions(c)
	switch {
	case r == nil:
		return faults
	case r.medium == nil:
		return notAcceptable(r.Format, offersOf(c))
	}
	isForm := c.Path() == p.Path
	if isForm {
		if answered, err := s.pressed(c, r, p); answered {
			return err
		}
	}
	r.tag = s.entityTag(c, r)
	if isForm {
		r.embed()
	}
	if tag, has := held(c.Request().Header, r.tag); has && len(faults) == 0 {
		setPageHeaders(c, r, tag)
		return c.NoContent(http.StatusNotModified)
	}
	defer leave(c)
	q, err := s.workOut(c, r, p, faults)
	switch {
	case err != nil:
		return err
	case len(q.Faults) > 0 && !isForm:
		return q.Faults
	}
	if len(q.Faults) == 0 && heldAny(c.Request().Header) {
		setPageHeaders(c, r, r.tag)
		return c.NoContent(http.StatusNotModified)
	}
	body, err := form.Render(q)
	if err != nil {
		return err
	}
	return sendPage(c, r, len(q.Faults) > 0 && !q.Wanting(), body)
}
