package api

import (
	"net/url"
	"slices"
	"strings"

	"blyant/model"

	"github.com/labstack/echo/v4"
)

// figureOf returns the figure that the path names, or the problem of one that
// there is not.
func figureOf(c echo.Context, figures []model.Figure) (string, error) {
	name, err := nameInPath(c, "figure")
	if err != nil {
		return "", err
	}
	if slices.ContainsFunc(figures, func(f model.Figure) bool { return f.Name == name }) {
		return name, nil
	}
	return "", notFound("figure", "unknown_figure", name, figureNames(figures))
}

// nameInPath returns a name that is the last part of the path. The router lets
// it hold slashes; such a path is no resource.
func nameInPath(c echo.Context, parameter string) (string, error) {
	raw := c.Param(parameter)
	name, err := url.PathUnescape(raw)
	if err != nil || strings.Contains(raw, "/") {
		return "", echo.ErrNotFound
	}
	return name, nil
}

func figureNames(figures []model.Figure) []string {
	names := make([]string, len(figures))
	for i, f := range figures {
		names[i] = f.Name
	}
	return names
}
