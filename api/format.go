package api

import (
	"errors"
	"slices"

	"blyant/internal/answer"
	"blyant/internal/chart"
	"blyant/internal/format"
	"blyant/internal/workbook"
)

// medium is a format that an answer can be given in.
type medium struct {
	name  string                                            // as format= has it
	media string                                            // as Accept has it
	also  string                                            // another media type that stands for the same
	dense bool                                              // compressed already
	write func(r *request, a answer.Answer) ([]byte, error) // may be nil where a handler writes it
}

// mediums are all formats, the preferred one first.
var mediums = []medium{
	{name: "json", media: "application/json", also: "application/problem+json", write: writeJSON},
	{name: "csv", media: "text/csv", write: writeTable},
	{name: "tsv", media: "text/tab-separated-values", write: writeTable},
	{name: "xml", media: "application/xml", also: "text/xml", write: writeXML},
	{name: "text", media: "text/plain"},
	{name: "xlsx", media: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", dense: true, write: writeWorkbook},
	{name: "png", media: "image/png", dense: true, write: writePNG},
	{name: "svg", media: "image/svg+xml", write: writeSVG},
	{name: "html", media: "text/html", write: nil},
}

// What a resource can be asked for.
var (
	asPage       = []string{"json", "csv", "tsv", "xml", "xlsx", "png", "svg", "html"}
	asTables     = []string{"json", "csv", "tsv", "xml", "xlsx"}
	asTablesPage = []string{"json", "csv", "tsv", "xml", "xlsx", "html"}
	asText       = []string{"text"}
)

// mediumNamed returns the format of that name, nil where there is none.
func mediumNamed(name string) *medium {
	i := slices.IndexFunc(mediums, func(m medium) bool { return m.name == name })
	if i < 0 {
		return nil
	}
	return &mediums[i]
}

// contentType is the media type with its character set where it has one.
func (m *medium) contentType() string {
	switch m.name {
	case "csv", "tsv", "text", "html", "xml":
		return m.media + "; charset=utf-8"
	}
	return m.media
}

func writeJSON(_ *request, a answer.Answer) ([]byte, error) { return format.JSON(a), nil }

// writeXML writes the answer, or of a table that was asked for its rows alone:
// what a cell holds has 32,767 characters at most.
func writeXML(r *request, a answer.Answer) ([]byte, error) {
	if t, _ := a.Table(r.Table); r.Table != "" {
		a.Body = answer.Record{{Name: t.Name, Value: t.List("row")}}
	}
	return format.XML(a), nil
}

func writeTable(r *request, a answer.Answer) ([]byte, error) {
	t, _ := a.Table(r.Table)
	return format.CSV(t, r.dialect()), nil
}

func writeWorkbook(r *request, a answer.Answer) ([]byte, error) { return workbook.Write(a, r.lang) }

func writePNG(r *request, a answer.Answer) ([]byte, error) {
	return drawn(r)(chart.PNG(a, r.chart()))
}

func writeSVG(r *request, a answer.Answer) ([]byte, error) {
	return drawn(r)(chart.SVG(a, r.chart()))
}

// drawn turns the want of a chart into the problem of a format that there is not.
func drawn(r *request) func([]byte, error) ([]byte, error) {
	return func(picture []byte, err error) ([]byte, error) {
		if errors.Is(err, chart.ErrNone) {
			return nil, notAcceptable(r.medium.name, asTables)
		}
		return picture, err
	}
}
