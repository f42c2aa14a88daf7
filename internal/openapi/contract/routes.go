package contract

import (
	"net/http"
	"slices"
	"strings"
	"testing"
)

// Documented checks that the document and the routes are of one mind: it knows
// every route but the pages, and there is a route for all it knows. Routes and
// pages are written "GET /v1/examples/:name"; HEAD and OPTIONS go without
// saying.
func Documented(t testing.TB, routes, pages []string) {
	t.Helper()
	document, err := published()
	if err != nil {
		t.Fatal(err)
	}
	var documented []string
	for path, item := range document.Paths.Map() {
		for method := range item.Operations() {
			documented = append(documented, method+" "+path)
		}
	}
	var known []string
	for _, route := range routes {
		method, _, _ := strings.Cut(route, " ")
		if method == http.MethodHead || method == http.MethodOptions || slices.Contains(pages, route) {
			continue
		}
		known = append(known, asTemplate(route))
		if !slices.Contains(documented, asTemplate(route)) {
			t.Errorf("the document does not know %s", route)
		}
	}
	for _, operation := range documented {
		if !slices.Contains(known, operation) {
			t.Errorf("the document knows %s, for which there is no route", operation)
		}
	}
	for _, page := range pages {
		if !slices.Contains(routes, page) {
			t.Errorf("there is no route %s to leave out", page)
		}
	}
}

// asTemplate writes the parameters of a path as the document does.
func asTemplate(route string) string {
	parts := strings.Split(route, "/")
	for i, part := range parts {
		if name, isParameter := strings.CutPrefix(part, ":"); isParameter {
			parts[i] = "{" + name + "}"
		}
	}
	return strings.Join(parts, "/")
}
