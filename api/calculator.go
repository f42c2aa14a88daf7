package api

import (
	"net/url"
	"strings"

	"blyant/internal/answer"
	"blyant/internal/calculator"
	"blyant/internal/input"
	"blyant/internal/locale"
	"blyant/internal/option"
	"blyant/model/vocabulary"

	"github.com/labstack/echo/v4"
)

// calculate is the handler of all calculators: it reads the request, computes
// and answers in the format asked for.
func (s *server) calculate(calc *calculator.Calculator) echo.HandlerFunc {
	return func(c echo.Context) error {
		asked := calc.NewRequest()
		r, err := s.read(c, calc.Request, asked)
		if err != nil {
			return err
		}
		if err := s.admit(c, calc.Cost(asked, r.medium.Name, r.Pixels())); err != nil {
			return err
		}
		defer leave(c)
		a, err := calc.Outline(c.Request().Context(), asked, r.lang)
		if err != nil {
			return err
		}
		defer calc.Recycle(asked, a)
		return s.respond(c, r, calc, a)
	}
}

// calculateFigure is the handler of all figures that have an address: one figure
// as text, for the formula in a spreadsheet cell.
func (s *server) calculateFigure(calc *calculator.Calculator) echo.HandlerFunc {
	return func(c echo.Context) error {
		figure, err := figureOf(c, calc.Figures.All())
		if err != nil {
			return err
		}
		asked := calc.NewFigureRequest()
		r, err := s.read(c, calc.FigureShape(), asked)
		if err != nil {
			return err
		}
		if err := s.admit(c, calc.CostOfFigure(asked)); err != nil {
			return err
		}
		defer leave(c)
		cell, err := calc.Figure(c.Request().Context(), asked, figure)
		if err != nil {
			return err
		}
		return s.respondText(c, r, cell)
	}
}

// compute answers what parameters ask of a calculator, for a page.
func (s *server) compute(c echo.Context, calc *calculator.Calculator, asked input.Params, d input.Dialect, l locale.Language) (answer.Answer, error) {
	request := calc.NewRequest()
	if faults := input.FromParams(calc.Request, asked, d, request); len(faults) > 0 {
		return answer.Answer{}, faults
	}
	if err := s.admit(c, calc.Cost(request, option.HTML, 0)); err != nil {
		return answer.Answer{}, err
	}
	return calc.Answer(c.Request().Context(), request, l)
}

// figureOf returns the figure that the path names, or the problem of one that
// there is not.
func figureOf(c echo.Context, figures []vocabulary.Figure) (vocabulary.Figure, error) {
	name, err := nameInPath(c, "figure")
	if err != nil {
		return vocabulary.Figure{}, err
	}
	if f, known := vocabulary.FigureNamed(figures, name); known {
		return f, nil
	}
	return vocabulary.Figure{}, notFound("figure", "unknown_figure", name, figureNames(figures))
}

// nameInPath returns a name that is the last part of the path. The router lets
// it hold slashes; such a path is no resource.
func nameInPath(c echo.Context, parameter string) (string, error) {
	raw := c.Param(parameter)
	name, err := url.PathUnescape(raw)
	if err != nil || raw == "" || strings.Contains(raw, "/") {
		return "", echo.ErrNotFound
	}
	return name, nil
}

func figureNames(figures []vocabulary.Figure) []string {
	names := make([]string, len(figures))
	for i, f := range figures {
		names[i] = f.Name
	}
	return names
}
