package api

import (
	"net/http"
	"slices"

	"blyant/internal/calculator"
	"blyant/internal/form"
	"blyant/internal/option"

	"github.com/labstack/echo/v4"
)

// route is one resource: a path, what it is given as, and who answers. GET
// brings HEAD with it, and every path answers OPTIONS.
type route struct {
	path   string
	offers []string         // formats, the preferred one first
	get    echo.HandlerFunc // nil where there is nothing but what is sent
	post   echo.HandlerFunc // nil where there is nothing to send
}

// routes are all resources: those of the calculators and of the pages follow
// from their lists.
func (s *server) routes() []route {
	return slices.Concat(s.calculatorRoutes(), []route{
		{batchPath, asRows, nil, s.batch},
		{"/v1/examples", asTables, s.examples, nil},
		{"/v1/examples/:name", asTables, s.example, nil},
		{"/v1/vocabulary", asTables, s.vocabulary, nil},
	}, s.pageRoutes(), s.readingRoutes(), []route{
		{form.AssetFolder + ":name", nil, s.asset, nil},
		{"/swagger", nil, s.toSwagger, nil},
		{"/swagger/", nil, s.toSwagger, nil},
		{"/swagger/*", nil, s.swagger, nil},
		{"/swagger/doc.json", nil, s.swaggerDocument, nil},
		{"/openapi.json", nil, s.openAPI, nil},
		{"/postman.json", nil, s.postman, nil},
		{"/llms.txt", nil, s.guide, nil},
		{toolsPath, nil, nil, s.tools()},
		{"/healthz", nil, s.alive, nil},
		{"/readyz", nil, s.ready, nil},
		{metricsPath, nil, s.tell, nil},
	})
}

func (s *server) calculatorRoutes() []route {
	var routes []route
	for _, calc := range calculator.All() {
		get, post := s.welcome(s.calculate(calc)), s.welcome(s.calculate(calc))
		if page, shown := form.PageAt(calc.Page); shown {
			get = s.orPage(page, get)
		}
		if calc.Limits.PostOnly {
			get = nil
		}
		routes = append(routes, route{calc.Path(), calc.Media(), get, post})
		if len(calc.Figures.All()) > 0 {
			routes = append(routes, route{calc.Path() + "/:figure", asText, s.welcome(s.calculateFigure(calc)), nil})
		}
	}
	return routes
}

func (s *server) pageRoutes() []route {
	routes := []route{{form.DataPath, asForm, s.dataPage, s.welcome(s.learnFromFile)}}
	for _, page := range form.Pages() {
		routes = append(routes, route{page.Path, asForm, s.welcome(s.page(page)), nil})
	}
	return routes
}

// register makes the route known.
func (r route) register(e *echo.Echo) {
	if r.get != nil {
		e.Add(http.MethodGet, r.path, offering(r.offers, r.get))
		e.Add(http.MethodHead, r.path, offering(r.offers, r.get))
	}
	if r.post != nil {
		offers := slices.DeleteFunc(slices.Clone(r.offers), func(name string) bool { return name == option.HTML })
		e.Add(http.MethodPost, r.path, offering(offers, r.post)) // a page has an address
	}
}

// offering lets the formats go with the request, for the handler and for errors.
func offering(offers []string, handle echo.HandlerFunc) echo.HandlerFunc {
	var value any = offers // once, not with each request
	return func(c echo.Context) error {
		c.Set(offersKey, value)
		return handle(c)
	}
}
