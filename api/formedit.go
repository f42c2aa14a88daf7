package api

import (
	"net/http"
	"net/url"

	"blyant/internal/form"
	"blyant/internal/input"

	"github.com/labstack/echo/v4"
)

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
