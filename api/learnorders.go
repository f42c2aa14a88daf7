package api

import (
	"bytes"
	"errors"
	"slices"
	"strings"

	"blyant/internal/answer"
	"blyant/internal/calculator"
	"blyant/internal/chart"
	"blyant/internal/form"
	"blyant/internal/input"
	"blyant/internal/locale"
	"blyant/internal/option"
	"blyant/model/vocabulary"

	"github.com/labstack/echo/v4"
)

// The resources whose answers the page about one's own orders shows.
const (
	cohortsPath  = "/v1/cohorts"
	purchasePath = "/v1/purchase-fit"
)

// Fields of the form that the resources take, each those it has.
var (
	formOfCohorts  = []string{"customer", "date", "amount", "currency", "date_order"}
	formOfPurchase = append([]string{"period"}, formOfCohorts...)
)

// learnOrders asks the resources about a file: first the cohorts, then what the
// models learn, which may be nothing.
func (s *server) learnOrders(c echo.Context, q *form.DataRequest, file []byte) error {
	calc := calculator.At(cohortsPath)
	cohorts, err := s.askOrders(c, calc, formOfCohorts, q, file)
	if err != nil {
		q.Faults, err = faultsIn(err)
		return err
	}
	q.Cohorts, q.Heat = &cohorts, dataCharts(calc, cohorts, q.Lang)
	calc = calculator.At(purchasePath)
	fit, err := s.askOrders(c, calc, formOfPurchase, q, file)
	if err != nil {
		q.Doubt, err = faultsIn(err)
		return err
	}
	q.Fit, q.Tracked = &fit, dataCharts(calc, fit, q.Lang)
	return nil
}

// faultsIn are the faults that an error has for the page to show, or the error
// where it has none.
func faultsIn(err error) (vocabulary.Faults, error) {
	if faults, _ := errors.AsType[vocabulary.Faults](err); len(faults) > 0 {
		return faults, nil
	}
	return nil, err
}

// askOrders asks a resource about a file. A page that asks twice is let in once.
func (s *server) askOrders(c echo.Context, calc *calculator.Calculator, fields []string, q *form.DataRequest, file []byte, more ...input.Param) (answer.Answer, error) {
	asked, err := readOrders(calc, fields, q, file, more...)
	if err != nil {
		return answer.Answer{}, err
	}
	if c.Get(leaveKey) == nil {
		if err := s.admit(c, calc.Cost(asked, option.HTML, 0)); err != nil {
			return answer.Answer{}, err
		}
	}
	return calc.Answer(c.Request().Context(), asked, q.Lang)
}

// readOrders reads a file into a request to a resource, with what the form says
// beside it.
func readOrders(calc *calculator.Calculator, fields []string, q *form.DataRequest, file []byte, more ...input.Param) (any, error) {
	asked := calc.NewRequest()
	params := slices.Clone(more)
	for _, name := range fields {
		if value := strings.TrimSpace(q.Given[name]); value != "" {
			params = append(params, input.Param{Name: name, Value: value})
		}
	}
	if faults := input.FromParams(calc.Request, params, input.Dialect{}, asked); len(faults) > 0 {
		return nil, faults
	}
	dialect := request{Options: option.Options{Decimal: q.Given["decimal"]}}
	return asked, calc.Request.Rows(asked, bytes.NewReader(file), dialect.rowDialect())
}

// dataCharts draws an answer for wide and narrow screens.
func dataCharts(calc *calculator.Calculator, a answer.Answer, l locale.Language) []form.Chart {
	picture := calc.Chart(a, l)
	var all []form.Chart
	for i, size := range []form.Size{{Width: 560, Height: 380}, {Width: 340, Height: 340}} {
		all = append(all, form.Chart{Narrow: i > 0, SVG: chart.SVG(picture, chart.Options{Lang: l, Width: size.Width, Height: size.Height, Inline: true})})
	}
	return all
}
