package api

import (
	"bytes"
	"errors"
	"io"
	"mime"
	"net/http"
	"slices"
	"strings"

	"blyant/docs"
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

// orderForm is what the page was sent. The file is held until it is answered.
type orderForm struct {
	given map[string]string
	file  []byte
	named bool // a file was chosen
}

// Bounds of the form's own fields.
const (
	mostFormParts = 20
	mostFormField = 400
)

// dataPage shows the page, with the answer that the sample gives where that is
// asked for.
func (s *server) dataPage(c echo.Context) error {
	r, faults := s.readOptions(c)
	switch {
	case r == nil:
		return faults
	case r.medium == nil:
		return notAcceptable(r.Format, offersOf(c))
	}
	sample := slices.ContainsFunc(r.params, func(p input.Param) bool { return p.Name == "sample" && p.Value == "on" })
	q := form.DataRequest{Lang: r.lang, Sample: sample, Given: map[string]string{}}
	r.tag = s.entityTag(c, r)
	if tag, has := held(c.Request().Header, r.tag); has {
		setPageHeaders(c, r, tag)
		return c.NoContent(http.StatusNotModified)
	}
	if sample {
		if err := s.learnOrders(c, &q, docs.Orders); err != nil {
			return err
		}
	}
	return s.showData(c, r, q)
}

// learnFromFile answers a file sent by the page: with the page, or with what the
// button says is to be taken along.
func (s *server) learnFromFile(c echo.Context) error {
	c.Set(offersKey, asForm)
	sent, err := s.readOrderForm(c)
	if err != nil {
		return err
	}
	l, known := locale.Parse(sent.given["lang"])
	if !known {
		l = languageOf("", c.Request().Header)
	}
	r := &request{lang: l, medium: option.MediumNamed(option.HTML), base: s.baseURL(c)}
	q := form.DataRequest{Lang: l, Given: sent.given}
	if !sent.named || len(sent.file) == 0 {
		q.Faults = vocabulary.Faults{{Field: "file", Code: vocabulary.CodeRequired, Reason: "file_empty"}}
		return s.showData(c, r, q)
	}
	if do := sent.given["do"]; do == "customers" || do == "workbook" {
		return s.takeOrders(c, r, q, sent.file)
	}
	if err := s.learnOrders(c, &q, sent.file); err != nil {
		return err
	}
	return s.showData(c, r, q)
}

// showData sends the page. What came from a file is kept nowhere.
func (s *server) showData(c echo.Context, r *request, q form.DataRequest) error {
	q.Release = s.build.Version
	body, err := form.RenderData(q)
	if err != nil {
		return err
	}
	if r.tag != "" {
		return sendPage(c, r, false, body)
	}
	setPageHeaders(c, r, "")
	h := c.Response().Header()
	h.Del("ETag")
	h.Set(echo.HeaderCacheControl, cacheNothing)
	status := http.StatusOK
	if len(q.Faults) > 0 {
		status = http.StatusUnprocessableEntity
	}
	return send(c, status, r.medium.ContentType(), body, true)
}

// readOrderForm takes the form apart, part by part: nothing of it is written to a
// disk.
func (s *server) readOrderForm(c echo.Context) (*orderForm, error) {
	kind, _, _ := mime.ParseMediaType(c.Request().Header.Get(echo.HeaderContentType))
	parts, err := c.Request().MultipartReader()
	if err != nil {
		return nil, &problem{status: http.StatusUnsupportedMediaType, faults: refusedKind(kind, []string{echo.MIMEMultipartForm, echo.MIMEMultipartForm})}
	}
	sent := &orderForm{given: map[string]string{}}
	err = s.untilEnding(c, func() error {
		for range mostFormParts {
			part, err := parts.NextPart()
			switch {
			case errors.Is(err, io.EOF):
				return nil
			case err != nil:
				return err
			case part.FormName() == "file":
				sent.named = part.FileName() != ""
				sent.file, err = io.ReadAll(part)
			default:
				var text []byte
				text, err = io.ReadAll(io.LimitReader(part, mostFormField))
				sent.given[part.FormName()] = strings.ToValidUTF8(string(text), "")
			}
			if err != nil {
				return err
			}
		}
		return nil
	})
	if large, is := errors.AsType[*http.MaxBytesError](err); is {
		return nil, large
	}
	if err != nil {
		return nil, vocabulary.Faults{{Code: vocabulary.CodeMalformed, Reason: "unreadable_body"}}
	}
	return sent, nil
}

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

// takeOrders answers with a file: each customer as CSV, or all tables as a
// workbook.
func (s *server) takeOrders(c echo.Context, r *request, q form.DataRequest, file []byte) error {
	calc := calculator.At(purchasePath)
	var more []input.Param
	r.medium, r.Format = option.MediumNamed(option.XLSX), option.XLSX
	if q.Given["do"] == "customers" {
		r.medium, r.Format, r.Table = option.MediumNamed(option.CSV), option.CSV, "customers"
		more = []input.Param{{Name: "per_customer", Value: "on"}}
	}
	a, err := s.askOrders(c, calc, formOfPurchase, &q, file, more...)
	if err != nil {
		if q.Faults, err = faultsIn(err); err != nil {
			return err
		}
		r.medium = option.MediumNamed(option.HTML)
		return s.showData(c, r, q)
	}
	r.Download = "on"
	return s.respond(c, r, calc, a)
}
