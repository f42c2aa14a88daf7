package openapi

import (
	"bytes"
	"encoding/csv"
	"slices"
	"strings"

	"blyant/internal/answer"
	"blyant/internal/calculator"
	"blyant/internal/format"
	"blyant/internal/locale"

	"github.com/getkin/kin-openapi/openapi3"
)

// describeRows gives a body of rows, in each of its media types, the ready
// inputs of the first calculator as an example. Other bodies stay as they are.
func describeRows(body *openapi3.RequestBodyRef) {
	if body == nil {
		return
	}
	delete(body.Value.Extensions, "x-originalParamName")
	for name, media := range body.Value.Content {
		switch {
		case strings.Contains(name, "json"):
			media.Example = exampleLines()
		case strings.HasSuffix(name, "csv"):
			media.Example = exampleTable(',')
		case strings.HasSuffix(name, "tab-separated-values"):
			media.Example = exampleTable('\t')
		}
	}
}

// exampleRows are the ready inputs of the first calculator, each a row.
func exampleRows() []calculator.Example {
	var rows []calculator.Example
	for _, e := range calculator.Examples() {
		if e.Resource == calculator.All()[0].Path() {
			rows = append(rows, e)
		}
	}
	return rows
}

// exampleLines are the rows as NDJSON.
func exampleLines() string {
	var lines []byte
	for _, e := range exampleRows() {
		row := append(answer.Record{{Name: "id", Value: answer.String(e.Name)}}, e.Body(locale.English)...)
		lines = append(lines, format.JSON(answer.Answer{Body: row})...)
	}
	return string(lines)
}

// exampleTable are the rows as a table whose header has all of their fields.
func exampleTable(separator rune) string {
	header := []string{"id"}
	for _, e := range exampleRows() {
		for _, p := range e.Query(locale.English) {
			if !slices.Contains(header, p.Name) && p.Name != "decimal" {
				header = append(header, p.Name)
			}
		}
	}
	var out bytes.Buffer
	w := csv.NewWriter(&out)
	w.Comma = separator
	rows := [][]string{header}
	for _, e := range exampleRows() {
		row := make([]string, len(header))
		row[0] = e.Name
		for _, p := range e.Query(locale.English) {
			if i := slices.Index(header, p.Name); i >= 0 {
				row[i] = p.Value
			}
		}
		rows = append(rows, row)
	}
	_ = w.WriteAll(rows) // a buffer does not fail
	return out.String()
}
