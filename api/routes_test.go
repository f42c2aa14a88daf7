package api

import (
	"net/http"
	"testing"

	"blyant/internal/form"
	"blyant/internal/openapi/contract"
)

// pages are the routes that the document leaves out: those of its own pages, and
// that of a protocol which describes itself.
var pages = []string{"GET /swagger", "GET /swagger/", "GET /swagger/*", "POST /mcp",
	"GET /docs", "GET /docs/", "GET /docs/*", "GET " + form.FiguresPath, "GET " + form.AdvicePath, "GET /favicon.ico"}

// Every route is documented, and everything documented is a route.
func TestRoutesAreDocumented(t *testing.T) {
	var known []string
	left := append([]string{"GET " + form.AssetFolder + ":name", "GET " + form.DataPath, "POST " + form.DataPath}, pages...)
	for _, r := range (&server{}).routes() {
		if r.get != nil {
			known = append(known, http.MethodGet+" "+r.path)
		}
		if r.post != nil {
			known = append(known, http.MethodPost+" "+r.path)
		}
	}
	for _, p := range form.Pages() {
		left = append(left, "GET "+p.Path)
	}
	contract.Documented(t, known, left)
}
