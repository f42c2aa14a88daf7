package api

import (
	"context"

	"blyant/internal/answer"
	"blyant/internal/calculator"
	"blyant/internal/chart"
	"blyant/internal/format"
	"blyant/internal/option"
	"blyant/internal/workbook"
)

// What references can be asked for, and a figure.
var (
	asTables = []string{option.JSON, option.CSV, option.TSV, option.XML, option.XLSX}
	asText   = []string{option.Text}
)

// write writes the answer in the format of the request.
func (r *request) write(ctx context.Context, calc *calculator.Calculator, a answer.Answer) ([]byte, error) {
	switch r.medium.Name {
	case option.CSV, option.TSV:
		t, _ := a.Table(r.Table)
		return format.AppendCSV(r.buffer.begin(), t, r.dialect()), nil
	case option.JSON:
		return format.AppendJSON(r.buffer.begin(), a), nil
	}
	switch a = a.Whole(); r.medium.Name {
	case option.XML:
		return format.XML(r.part(a)), nil
	case option.XLSX:
		if calc == nil {
			return workbook.Tables(a, r.lang)
		}
		return calc.Workbook(a, r.lang)
	case option.PNG:
		return chart.PNG(ctx, calc.Chart(a, r.lang), r.chart())
	case option.SVG:
		return chart.SVG(calc.Chart(a, r.lang), r.chart()), nil
	}
	return format.AppendJSON(r.buffer.begin(), a), nil
}

// part is the answer, or of a table that was asked for its rows alone: what a
// cell holds has 32,767 characters at most.
func (r *request) part(a answer.Answer) answer.Answer {
	if t, _ := a.Table(r.Table); r.Table != "" {
		t.Item = "row"
		a.Body = answer.Record{{Name: t.Name, Value: t}}
	}
	return a
}

func (r *request) dialect() format.Dialect {
	return format.Dialect{Comma: r.WritesComma(), Delimiter: r.Separator(), Header: r.Header != "off",
		Excel: r.Dialect == "excel", Lang: r.lang}
}

func (r *request) chart() chart.Options {
	width, height := r.Size()
	return chart.Options{Lang: r.lang, Width: width, Height: height, Dark: r.Theme == "dark", Scale: r.Scaled()}
}
