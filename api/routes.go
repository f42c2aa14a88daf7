package api

import (
	"net/http"
	"slices"

	"blyant/internal/form"

	"github.com/labstack/echo/v4"
)

// route is one resource: a path, what it is given as, and who answers. GET
// brings HEAD with it, and every path answers OPTIONS.
type route struct {
	path   string
	offers []string // formats, the preferred one first
	get    echo.HandlerFunc
	post   echo.HandlerFunc // nil where there is nothing to send
}

// routes are all resources. A calculator is one line here.
func (s *server) routes() []route {
	return []route{
		{"/v1/lifetime-value", asPage, s.orPage(form.ValuePage(), askValue, s.lifetimeValue), s.postLifetimeValue},
		{"/v1/lifetime-value/:figure", asText, s.lifetimeValueFigure, nil},
		{"/v1/comparison", asPage, s.orPage(form.ValuePage(), askValue, s.comparison), s.postComparison},
		{"/v1/comparison/:figure", asText, s.comparisonFigure, nil},

		{"/v1/service-promise", asTablesPage, s.orPage(form.PromisePage(), askPromise, s.servicePromise), s.postServicePromise},
		{"/v1/programmes", asTablesPage, s.orPage(form.ProgrammesPage(), askProgrammes, s.programmesAnswer), s.postProgrammes},
		{"/v1/plan", asPage, s.orPage(form.PlanPage(), askPlan, s.plan), s.postPlan},

		{"/v1/examples", asTables, s.examples, nil},
		{"/v1/examples/:name", asTables, s.example, nil},
		{"/v1/vocabulary", asTables, s.vocabulary, nil},

		{form.ValuePage().Path, asForm, s.page(form.ValuePage(), askValue), nil},
		{form.PromisePage().Path, asForm, s.page(form.PromisePage(), askPromise), nil},
		{form.ProgrammesPage().Path, asForm, s.page(form.ProgrammesPage(), askProgrammes), nil},
		{form.PlanPage().Path, asForm, s.page(form.PlanPage(), askPlan), nil},
		{form.AssetFolder + ":name", nil, s.asset, nil},

		{"/swagger", nil, s.toSwagger, nil},
		{"/swagger/", nil, s.toSwagger, nil},
		{"/swagger/*", nil, s.swagger, nil},
		{"/swagger/doc.json", nil, s.swaggerDocument, nil},
		{"/openapi.json", nil, s.openAPI, nil},
		{"/healthz", nil, s.alive, nil},
		{"/readyz", nil, s.ready, nil},
	}
}

// register makes the route known.
func (r route) register(e *echo.Echo) {
	e.Add(http.MethodGet, r.path, offering(r.offers, r.get))
	e.Add(http.MethodHead, r.path, offering(r.offers, r.get))
	if r.post != nil {
		offers := slices.DeleteFunc(slices.Clone(r.offers), func(name string) bool { return name == "html" })
		e.Add(http.MethodPost, r.path, offering(offers, r.post)) // a page has an address
	}
}

// offering lets the formats go with the request, for the handler and for errors.
func offering(offers []string, handle echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		c.Set(offersKey, offers)
		return handle(c)
	}
}
