package api

import (
	"errors"
	"mime"
	"net/http"
	"slices"
	"strings"

	"blyant/internal/input"
	"blyant/model/vocabulary"

	"github.com/labstack/echo/v4"
)

// bodyKinds are the media types that the body of a request may have: JSON, CSV
// where it may be one of rows, and a form where it needs none.
func bodyKinds(s input.Shape) []string {
	kinds := []string{echo.MIMEApplicationJSON}
	if s.Rows != nil {
		kinds = append(kinds, mediaRows)
	}
	if !s.Tabular() {
		kinds = append(kinds, echo.MIMEApplicationForm)
	}
	return kinds
}

// jsonKinds are other media types that JSON is sent as: by functions of
// spreadsheets and generated clients, and by old ones.
var jsonKinds = []string{echo.MIMETextPlain, "text/json", "application/x-json"}

// bodyKind returns which of the media types the body has. The problem of one that
// is refused says whether for its media type, its charset or its coding, each
// that is wrong. The character set of rows is found from the rows, whatever the
// header says.
func bodyKind(h http.Header, s input.Shape) (string, error) {
	if h.Get(echo.HeaderContentType) == echo.MIMEApplicationJSON && h.Get(echo.HeaderContentEncoding) == "" {
		return echo.MIMEApplicationJSON, nil // as most say it, and every resource takes it
	}
	kind, parameters, err := mime.ParseMediaType(h.Get(echo.HeaderContentType))
	if err != nil && !errors.Is(err, mime.ErrInvalidMediaParameter) {
		kind = strings.TrimSpace(h.Get(echo.HeaderContentType))
	}
	if slices.Contains(jsonKinds, kind) || strings.HasPrefix(kind, "application/") && strings.HasSuffix(kind, "+json") {
		kind = echo.MIMEApplicationJSON
	}
	if kind == mediaRows {
		delete(parameters, "charset")
	}
	faults := slices.Concat(refusedKind(kind, bodyKinds(s)), refusedCharset(parameters["charset"]), refusedCoding(h.Get(echo.HeaderContentEncoding)))
	if len(faults) > 0 {
		return "", &problem{status: http.StatusUnsupportedMediaType, faults: faults}
	}
	return kind, nil
}

func refusedKind(kind string, taken []string) vocabulary.Faults {
	if slices.Contains(taken, kind) {
		return nil
	}
	fault := vocabulary.Fault{Field: echo.HeaderContentType, Code: vocabulary.CodeNotAChoice, Reason: "unsupported_media_type",
		Args: []string{cut(kind), strings.Join(taken, ", ")}, Hint: taken[0], Value: cut(kind)}
	switch kind {
	case "":
		fault.Code, fault.Reason = vocabulary.CodeRequired, "no_media_type"
	case echo.MIMEMultipartForm, echo.MIMEApplicationForm:
		fault.Hint = taken[1]
	}
	return vocabulary.Faults{fault}
}

// refusedCharset refuses what is not UTF-8, by its name or by that of people, or
// a part of it.
func refusedCharset(charset string) vocabulary.Faults {
	if slices.Contains([]string{"", "utf-8", "utf8", "us-ascii", "ascii"}, strings.ToLower(charset)) {
		return nil
	}
	return vocabulary.Faults{{Field: echo.HeaderContentType, Code: vocabulary.CodeNotAChoice, Reason: "unsupported_charset",
		Args: []string{cut(charset)}, Hint: "utf-8", Value: cut(charset)}}
}

// refusedCoding refuses compressed bodies, since a small one can expand to any
// size.
func refusedCoding(coding string) vocabulary.Faults {
	if coding == "" || strings.EqualFold(coding, "identity") {
		return nil
	}
	return vocabulary.Faults{{Field: echo.HeaderContentEncoding, Code: vocabulary.CodeNotAChoice, Reason: "unsupported_coding",
		Args: []string{cut(coding)}, Hint: "identity", Value: cut(coding)}}
}

// What a Content-Type should have been, as a hint.
const (
	hintJSON = echo.HeaderContentType + ": " + echo.MIMEApplicationJSON
	hintForm = echo.HeaderContentType + ": " + echo.MIMEApplicationForm
	hintRows = echo.HeaderContentType + ": text/csv"
)
