package api

import (
	"net/http"
	"slices"

	"blyant/docs"
	"blyant/internal/calculator"
	"blyant/internal/form"
	"blyant/internal/input"
	"blyant/internal/locale"
	"blyant/internal/option"
	"blyant/model/vocabulary"

	"github.com/labstack/echo/v4"
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
