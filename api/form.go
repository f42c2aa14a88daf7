package api

import (
	"net/http"
	"net/url"
	"strings"

	"blyant/internal/form"
	"blyant/internal/input"
	"blyant/internal/option"

	"github.com/labstack/echo/v4"
)

// asForm is what the form is given as, whatever Accept says.
var asForm = []string{option.HTML}

// cachePages makes browsers ask each time: a page names its style and script,
// which change with a release. The entity tag makes that cheap.
const cachePages = "public, max-age=0, must-revalidate"

// cacheAssets is for ever, since the name of an asset changes with its contents.
const cacheAssets = "public, max-age=31536000, immutable"

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
	return sendPage(c, r, len(q.Faults) > 0, body)
}

// embedParameter asks for the answer alone, to be shown within another page.
const embedParameter = "embed"

// embed takes that parameter out of the query. Another value than on and off
// stays, and is then a field that there is not.
func (r *request) embed() {
	asked, rest := r.params.Split(embedParameter)
	if len(asked) != 1 || (asked[0].Value != "on" && asked[0].Value != "off") {
		return
	}
	r.embedded, r.params = asked[0].Value == "on", rest
}

// pressed answers what a form adds to the query of its calculator, where that leads
// to another address; false where the page itself is the answer.
func (s *server) pressed(c echo.Context, r *request, p form.Page) (answered bool, err error) {
	if buttons, rest := r.params.Split(form.ButtonParameter); len(buttons) > 0 && !form.Opens(buttons[0].Value) {
		return true, s.edit(c, r, p, rest, buttons[0].Value)
	}
	if rest, same := form.TypedForSame(r.params); same {
		return true, redirect(c, r, p.Path, rest, "")
	}
	return false, nil
}

// edit answers a button that adds, copies or removes a customer: it leads to
// the page with that customer more or less, so that the page's address stays
// the API's query.
func (s *server) edit(c echo.Context, r *request, p form.Page, params input.Params, do string) error {
	if len(params) == 0 {
		params = form.AtHome(examplesOf(p, r.lang)[0].Params, r.lang)
	}
	edited, id := form.Edit(p, params, do, r.lang)
	return redirect(c, r, p.Path, edited, "#"+url.PathEscape(id))
}

// redirect leads to a page with parameters, read as those of the request are.
func redirect(c echo.Context, r *request, path string, params input.Params, anchor string) error {
	for _, option := range []input.Param{{Name: "lang", Value: r.Lang}, {Name: "decimal", Value: r.Decimal}, {Name: "percent", Value: r.Percent}} {
		if option.Value != "" {
			params = append(params, option)
		}
	}
	c.Response().Header().Set(echo.HeaderCacheControl, cacheNothing)
	return c.Redirect(http.StatusSeeOther, path+"?"+params.Encode()+anchor)
}

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
