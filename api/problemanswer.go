package api

import (
	"bytes"
	"encoding/json"
	"net/http"
	"strconv"
	"strings"

	"blyant/internal/input"
	"blyant/internal/option"

	"github.com/labstack/echo/v4"
)

// errorOffers are the formats of an error: a problem unless text is preferred.
var errorOffers = []string{"json", "text", "csv", "tsv"}

// sendProblem answers with the problem: as a document, or as text where the
// format asked for is text; as the text of a good answer where a spreadsheet
// cell is to show it.
func (s *server) sendProblem(c echo.Context, p *problem) error {
	o := looseOptions(c.Request())
	l := languageOf(o.Lang, c.Request().Header)
	h := c.Response().Header()
	h.Set(echo.HeaderCacheControl, cacheNothing)
	h.Set("Content-Language", string(l))
	if p.retry > 0 {
		h.Set(echo.HeaderRetryAfter, strconv.Itoa(p.retry))
	}
	text := option.MediumNamed(option.Text).ContentType()
	if o.Errors == "inline" && p.status < http.StatusInternalServerError && p.status != http.StatusTooManyRequests {
		return send(c, http.StatusOK, text, []byte("#ERR "+p.lines(l)[0]), true)
	}
	if asksForText(o.Format, c.Request().Header) {
		return send(c, p.status, text, []byte(strings.Join(p.lines(l), "\n")+"\n"), true)
	}
	var body bytes.Buffer
	encoder := json.NewEncoder(&body)
	encoder.SetEscapeHTML(false)
	if err := encoder.Encode(p.document(l, cut(c.Request().URL.EscapedPath()))); err != nil {
		return err
	}
	return send(c, p.status, "application/problem+json", body.Bytes(), true)
}

func asksForText(name string, h http.Header) bool {
	if name != "" {
		return name == "text" || name == "csv" || name == "tsv"
	}
	m := negotiate(strings.Join(h.Values(echo.HeaderAccept), ","), errorOffers)
	return m != nil && m.Name != option.JSON
}

// looseOptions are the options as far as an error needs them, of a query that
// may be wrong in every way.
func looseOptions(r *http.Request) option.Options {
	params, _ := input.ParseQuery(r.URL.RawQuery)
	var o option.Options
	for _, p := range params {
		value := input.Trim(p.Value)
		switch p.Name {
		case "format":
			o.Format = value
		case "lang":
			o.Lang = value
		case "errors":
			o.Errors = value
		}
	}
	return o
}

// longestEcho bounds what an error repeats of the request, in bytes.
const longestEcho = mostEcho

func cut(text string) string {
	return strings.ToValidUTF8(within(text, longestEcho), "")
}
