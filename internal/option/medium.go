// Package option holds what a query says about the answer rather than about the
// customer: format, language, dialect, size of a chart. Each option and each
// media type is declared here, once, for reading, for the documents and for the
// entity tag alike: a cache serves wrong bytes where one of them forgets one.
package option

import "slices"

// Medium is a format that an answer can be given in.
type Medium struct {
	Name    string // as format= has it
	Type    string // as Accept has it
	Also    string // another media type that stands for the same
	Dense   bool   // compressed already
	Charset bool   // sent with its character set, UTF-8
	Binary  bool   // no text

	contentType string // as Content-Type has it
}

// Names of media.
const (
	JSON = "json"
	CSV  = "csv"
	TSV  = "tsv"
	XML  = "xml"
	Text = "text"
	XLSX = "xlsx"
	PNG  = "png"
	SVG  = "svg"
	HTML = "html"

	NDJSON = "ndjson"
)

// Media returns all formats, the preferred one first.
func Media() []Medium { return slices.Clone(media) }

var media = withContentTypes([]Medium{
	{Name: JSON, Type: "application/json", Also: "application/problem+json"},
	{Name: CSV, Type: "text/csv", Charset: true},
	{Name: TSV, Type: "text/tab-separated-values", Charset: true},
	{Name: XML, Type: "application/xml", Also: "text/xml", Charset: true},
	{Name: Text, Type: "text/plain", Charset: true},
	{Name: XLSX, Type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", Dense: true, Binary: true},
	{Name: PNG, Type: "image/png", Dense: true, Binary: true},
	{Name: SVG, Type: "image/svg+xml"},
	{Name: HTML, Type: "text/html", Charset: true},
	{Name: NDJSON, Type: "application/x-ndjson", Also: "application/ndjson"},
})

// withContentTypes joins media types and character sets once.
func withContentTypes(media []Medium) []Medium {
	for i := range media {
		m := &media[i]
		if m.contentType = m.Type; m.Charset {
			m.contentType += "; charset=utf-8"
		}
	}
	return media
}

// MediumNamed returns the format of that name, nil where there is none.
func MediumNamed(name string) *Medium {
	i := slices.IndexFunc(media, func(m Medium) bool { return m.Name == name })
	if i < 0 {
		return nil
	}
	return &media[i]
}

// ContentType is the media type with its character set where it has one.
func (m *Medium) ContentType() string {
	return m.contentType
}

func mediumNames() []string {
	names := make([]string, len(media))
	for i, m := range media {
		names[i] = m.Name
	}
	return names
}
