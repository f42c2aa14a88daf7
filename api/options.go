package api

import (
	"strings"

	"blyant/internal/chart"
	"blyant/internal/format"
	"blyant/internal/input"
	"blyant/internal/locale"
	"blyant/model"

	"github.com/shopspring/decimal"
)

// options are what a query says about the answer rather than about the customer.
type options struct {
	Format, Table, Decimal, Delimiter, Header, Download, Dialect, Lang, Errors string

	Width, Height model.Whole
}

// Size of a chart where none is asked for, and its limits, in pixels.
const (
	defaultWidth  = 800
	defaultHeight = 400
	leastSize     = 100
	largestSize   = 2000
)

// optionFields is the vocabulary of options. The format is not a choice here,
// because one that is not known is answered by 406.
var optionFields = []model.Field{
	{Name: "format", Kind: model.KindText, Unit: model.UnitChoice, Choices: mediumNames(), Default: "json"},
	{Name: "table", Kind: model.KindText, Unit: model.UnitText},
	choice("decimal", "point", "comma"),
	choice("delimiter", "comma", "semicolon", "tab"),
	choice("header", "on", "off"),
	choice("download", "off", "on"),
	choice("dialect", "plain", "excel"),
	choice("lang", "en", "nb", "nn", "no", "da", "sv"),
	choice("errors", "status", "inline"),
	size("width", defaultWidth),
	size("height", defaultHeight),
}

func mediumNames() []string {
	names := make([]string, len(mediums))
	for i, m := range mediums {
		names[i] = m.name
	}
	return names
}

func choice(name string, choices ...string) model.Field {
	return model.Field{Name: name, Kind: model.KindChoice, Unit: model.UnitChoice, Choices: choices}
}

func size(name string, pixels int64) model.Field {
	return model.Field{Name: name, Kind: model.KindWhole, Unit: model.UnitCount, Default: decimal.NewFromInt(pixels).String(),
		Min: decimal.NewFromInt(leastSize), Max: decimal.NewFromInt(largestSize)}
}

func optionNames() []string {
	names := make([]string, len(optionFields))
	for i, f := range optionFields {
		names[i] = f.Name
	}
	return names
}

// Slot makes options a model.Record.
func (o *options) Slot(name string) any {
	switch name {
	case "format":
		return &o.Format
	case "table":
		return &o.Table
	case "decimal":
		return &o.Decimal
	case "delimiter":
		return &o.Delimiter
	case "header":
		return &o.Header
	case "download":
		return &o.Download
	case "dialect":
		return &o.Dialect
	case "lang":
		return &o.Lang
	case "errors":
		return &o.Errors
	case "width":
		return &o.Width
	case "height":
		return &o.Height
	}
	return nil
}

// nordic tells whether the query names a language that writes a decimal comma.
func (o *options) nordic() bool {
	l, known := locale.Parse(o.Lang)
	return known && l != locale.English
}

// readsComma tells whether numbers in the request may have a decimal comma.
// Only the query can say so: Accept-Language never changes a number.
func (o *options) readsComma() bool {
	return o.Decimal == "comma" || (o.Decimal == "" && o.nordic())
}

// writesComma tells whether numbers in a table have a decimal comma.
func (o *options) writesComma() bool {
	return o.Decimal == "comma" || (o.Decimal == "" && o.Dialect == "excel" && o.nordic())
}

// delimiter is what stands between the columns of a table.
func (o *options) delimiter() byte {
	switch {
	case o.Delimiter == "comma":
		return ','
	case o.Delimiter == "semicolon":
		return ';'
	case o.Delimiter == "tab" || o.Format == "tsv":
		return '\t'
	case o.writesComma():
		return ';'
	}
	return ','
}

// conflicts returns options that exclude each other.
func (o *options) conflicts() model.Faults {
	if o.Delimiter == "comma" && o.writesComma() {
		return model.Faults{{Field: "delimiter", Code: model.CodeConflict, Reason: "both_commas", Hint: "semicolon", Value: o.Delimiter}}
	}
	if o.Format == "tsv" && o.Delimiter != "" && o.Delimiter != "tab" {
		return model.Faults{{Field: "delimiter", Code: model.CodeConflict, Reason: "delimiter_of_tsv", Hint: "tab", Value: o.Delimiter}}
	}
	return nil
}

func (r *request) dialect() format.Dialect {
	return format.Dialect{Comma: r.writesComma(), Delimiter: r.delimiter(), Header: r.Header != "off",
		Excel: r.Dialect == "excel", Lang: r.lang}
}

func (r *request) chart() chart.Options {
	o := chart.Options{Lang: r.lang, Width: defaultWidth, Height: defaultHeight}
	if r.Width.Valid {
		o.Width = r.Width.Int
	}
	if r.Height.Valid {
		o.Height = r.Height.Int
	}
	return o
}

// unknownTable is the fault of naming a table that the answer has not.
func unknownTable(name string, known []string) model.Faults {
	return model.Faults{{Field: "table", Code: model.CodeNotAChoice, Reason: "unknown_table",
		Args: []string{name, strings.Join(known, ", ")}, Hint: input.Nearest(name, known), Value: name}}
}
