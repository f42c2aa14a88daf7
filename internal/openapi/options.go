package openapi

import (
	"blyant/model"

	"github.com/shopspring/decimal"
)

// Media types of answers.
const (
	mediaJSON    = "application/json"
	mediaProblem = "application/problem+json"
	mediaForm    = "application/x-www-form-urlencoded"
	mediaText    = "text/plain"
	mediaCSV     = "text/csv"
	mediaTSV     = "text/tab-separated-values"
	mediaXML     = "application/xml"
	mediaHTML    = "text/html"
	mediaXLSX    = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
	mediaPNG     = "image/png"
	mediaSVG     = "image/svg+xml"
)

// formats are the names of media types in format=, in the order of preference.
var formats = []struct{ media, name string }{
	{mediaJSON, "json"}, {mediaCSV, "csv"}, {mediaTSV, "tsv"}, {mediaXML, "xml"}, {mediaText, "text"},
	{mediaXLSX, "xlsx"}, {mediaPNG, "png"}, {mediaSVG, "svg"}, {mediaHTML, "html"},
}

// option is a query parameter about the answer rather than about the customer.
// A test holds the table against what the service says of itself.
type option struct {
	field model.Field
	text  string
	media []string // the media types that it is about; none: all
}

var options = []option{
	{choice("lang", "en", "nb", "nn", "no", "da", "sv"), "Language of labels and messages; nn and no are nb. Default: Accept-Language, else en. " +
		"A Nordic one given here also lets numbers in the request have a decimal comma.", nil},
	{choice("decimal", "point", "comma"), "Decimal mark: of numbers in the request, and of those in text and tables of the answer. " +
		"With a comma, values of lists are separated by semicolons. It beats lang.", nil},
	{choice("errors", "status", "inline"), "With inline, a faulty request is answered 200 with the text #ERR and the first fault, so that a spreadsheet cell can show why.", nil},
	{model.Field{Name: "table", Kind: model.KindText}, "Which table of the answer; with xml its rows alone. Default: the first, with xml the whole answer.", []string{mediaCSV, mediaTSV, mediaXML}},
	{choice("delimiter", "comma", "semicolon", "tab"), "What separates the columns. Default: a comma, or a semicolon where the decimal mark is a comma.", []string{mediaCSV, mediaTSV}},
	{choice("header", "on", "off"), "Whether the table has a header row. Default: on.", []string{mediaCSV, mediaTSV}},
	{choice("dialect", "plain", "excel"), "With excel, the table is as Excel opens it on a double click in the language: byte-order mark, CRLF, " +
		"labels in words and, for the Nordic languages, semicolons and decimal commas. Default: plain.", []string{mediaCSV, mediaTSV}},
	{choice("download", "off", "on"), "With on, the answer comes as a file with a telling name. Default: off.", []string{mediaCSV, mediaXLSX}},
	{pixels("width", "800"), "Width of the chart in pixels.", []string{mediaPNG, mediaSVG}},
	{pixels("height", "400"), "Height of the chart in pixels.", []string{mediaPNG, mediaSVG}},
}

func choice(name string, choices ...string) model.Field {
	return model.Field{Name: name, Kind: model.KindChoice, Choices: choices}
}

func pixels(name, usual string) model.Field {
	return model.Field{Name: name, Kind: model.KindWhole, Default: usual, Min: decimal.NewFromInt(100), Max: decimal.NewFromInt(2000)}
}

// formatField is the option format= of a resource that is given as these.
func formatField(produces []string) model.Field {
	f := model.Field{Name: "format", Kind: model.KindChoice}
	for _, known := range formats {
		for _, media := range produces {
			if media == known.media {
				f.Choices = append(f.Choices, known.name)
			}
		}
	}
	return f
}
