package api

import (
	"bytes"
	"compress/gzip"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"sync"

	"blyant/internal/answer"
	"blyant/internal/calculator"
	"blyant/internal/format"
	"blyant/internal/input"
	"blyant/internal/locale"
	"blyant/model/vocabulary"

	"github.com/labstack/echo/v4"
)

// Caching of answers: a day without asking, a week while asking.
const (
	cacheAnswers = "public, max-age=86400, stale-while-revalidate=604800"
	cacheNothing = "no-store"
	varyBy       = "Accept, Accept-Language, Accept-Encoding, Origin"
)

// respond gives the answer in the format asked for. The calculator is nil where
// a reference answers.
func (s *server) respond(c echo.Context, r *request, calc *calculator.Calculator, a answer.Answer) error {
	if r.Table != "" {
		if _, known := a.Table(r.Table); !known {
			return unknownTable(r.Table, tableNames(a.Whole()))
		}
	}
	if r.Signs == "accounting" {
		a = a.Whole()
		if err := accounting(r, a); err != nil {
			return err
		}
	}
	a.Origin = s.origin(r, calc)
	body, err := r.write(c.Request().Context(), calc, a)
	if err != nil {
		return err
	}
	defer r.buffer.end(body)
	if r.Download == "on" {
		c.Response().Header().Set(echo.HeaderContentDisposition, disposition(a, r.medium.Name))
	}
	return s.cached(c, r, body)
}

// accounting puts the table that was asked for in the accountants' signs, where
// it has such.
func accounting(r *request, a answer.Answer) error {
	for i, t := range a.Tables {
		if t.Name == r.Table && t.Accounting != nil {
			a.Tables[i] = *t.Accounting
			return nil
		}
	}
	return vocabulary.Faults{{Field: "signs", Code: vocabulary.CodeConflict, Reason: "signs_of_table", Hint: "plain", Value: r.Signs}}
}

// origin is where a file says it comes from. A page shows the inputs of a query;
// those of a body have no address.
func (s *server) origin(r *request, calc *calculator.Calculator) answer.Origin {
	origin := answer.Origin{Release: s.build.Version, Date: s.build.Date}
	if calc == nil || calc.Page == "" || r.tag == "" {
		return origin
	}
	mark := "point"
	if r.ReadsComma() {
		mark = "comma"
	}
	query := append(r.params[:len(r.params):len(r.params)], input.Param{Name: "lang", Value: string(r.lang)}, input.Param{Name: "decimal", Value: mark})
	origin.Page = r.base + calc.Page + "?" + query.Encode()
	return origin
}

// respondText gives one figure as text, for a spreadsheet cell.
func (s *server) respondText(c echo.Context, r *request, figure answer.Cell) error {
	return s.cached(c, r, []byte(format.Text(figure, r.Decimal == "comma")))
}

// cached sends an answer with what a cache needs to know about it.
func (s *server) cached(c echo.Context, r *request, body []byte) error {
	h := c.Response().Header()
	h[headerLanguage] = languageHeader(r.lang)
	switch {
	case r.tag == "":
		h[uncached.name] = uncached.value
	case heldAny(c.Request().Header):
		return &unchangedError{r.tag}
	default:
		setCaching(h, r.tag)
	}
	sent, err := s.holding.keep(len(body))
	if err != nil {
		return err
	}
	defer sent()
	return send(c, http.StatusOK, r.medium.ContentType(), body, !r.medium.Dense)
}

func setCaching(h http.Header, tag string) {
	h.Set("ETag", tag)
	h[kept.name] = kept.value
	h[varying.name] = varying.value
}

// Fields of answers that caches may keep, and of those that they may not.
var (
	uncached = shared(echo.HeaderCacheControl, cacheNothing)
	kept     = shared(echo.HeaderCacheControl, cacheAnswers)
	varying  = shared(echo.HeaderVary, varyBy)
)

const headerLanguage = "Content-Language"

// languages are the values of Content-Language.
var languages = func() map[locale.Language][]string {
	all := map[locale.Language][]string{}
	for _, l := range locale.Languages() {
		all[l] = shared(headerLanguage, string(l)).value
	}
	return all
}()

func languageHeader(l locale.Language) []string {
	if value, known := languages[l]; known {
		return value
	}
	return []string{string(l)}
}

func tableNames(a answer.Answer) []string {
	names := make([]string, len(a.Tables))
	for i, t := range a.Tables {
		names[i] = t.Name
	}
	return names
}

// worthCompressing is the length from which a body is compressed when asked for.
const worthCompressing = 1024

// compressors are kept because one takes 800 KB to set up. The fastest level
// costs a fifth of the default one and makes a schedule hardly longer.
var compressors = sync.Pool{New: func() any {
	w, _ := gzip.NewWriterLevel(nil, gzip.BestSpeed) // the level is a valid one
	return w
}}

// send writes a whole body, compressed where that is asked for and worth it. A
// HEAD gets the same headers, the length among them, and no body.
func send(c echo.Context, status int, contentType string, body []byte, compressible bool) error {
	h := c.Response().Header()
	if compressible && len(body) >= worthCompressing && acceptsGzip(c.Request().Header.Get(echo.HeaderAcceptEncoding)) {
		body = compress(body)
		h.Set(echo.HeaderContentEncoding, "gzip")
		if tag := h.Get("ETag"); tag != "" {
			h.Set("ETag", gzipTag(tag))
		}
	}
	leave(c)                                             // whoever reads slowly holds up nobody's work
	of := []string{contentType, strconv.Itoa(len(body))} // one list for both
	h[echo.HeaderContentType], h[echo.HeaderContentLength] = of[:1:1], of[1:]
	c.Response().WriteHeader(status)
	if c.Request().Method == http.MethodHead {
		return nil
	}
	return writeAll(c, body)
}

func compress(body []byte) []byte {
	var out bytes.Buffer
	out.Grow(len(body) / 4)
	w := compressors.Get().(*gzip.Writer) // the pool holds nothing else
	defer compressors.Put(w)
	w.Reset(&out)
	_, _ = w.Write(body) // a buffer does not fail
	_ = w.Close()
	return out.Bytes()
}

// disposition is a Content-Disposition with a telling file name, once in ASCII
// and, where that loses letters, once in full (RFC 6266).
func disposition(a answer.Answer, extension string) string {
	if extension == "text" {
		extension = "txt"
	}
	full := strings.TrimPrefix(locale.Slug(a.Title)+"-"+a.Resource, "-") + "." + extension
	plain := locale.ASCII(full)
	if plain == full {
		return `attachment; filename="` + plain + `"`
	}
	return `attachment; filename="` + plain + `"; filename*=UTF-8''` + percentEncode(full)
}

// unknownTable is the fault of naming a table that the answer has not.
func unknownTable(name string, known []string) vocabulary.Faults {
	return vocabulary.Faults{{Field: "table", Code: vocabulary.CodeNotAChoice, Reason: "unknown_table",
		Args: []string{name, strings.Join(known, ", ")}, Hint: input.Nearest(name, known), Value: name}}
}

// percentEncode writes every byte that RFC 8187 does not allow as %XX.
func percentEncode(name string) string { return strings.ReplaceAll(url.QueryEscape(name), "+", "%20") }
