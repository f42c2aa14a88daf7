//go:build e2e

package e2e

import (
	"encoding/json"
	"fmt"
	"net/url"
	"strconv"
	"strings"

	"blyant/model"
)

// csvFilter is Calc's reader of text files: the separator's code, quotes, UTF-8,
// from line 1, in the profile's own locale.
func csvFilter(separator byte) []string {
	return []string{"Text - txt - csv (StarCalc)", fmt.Sprintf("%d,34,76,1,,0,false,false", separator)}
}

// ownDialect is the query for the CSV of this profile's spreadsheets, and its
// separator: the default for an English one, Excel's for a Nordic one.
func (s *spreadsheet) ownDialect() (query string, separator byte) {
	if s.comma {
		return "&format=csv&dialect=excel&lang=" + s.lang, ';'
	}
	return "&format=csv", ','
}

// csv opens a schedule as a file: every cell is the API's number.
func (s *spreadsheet) csv() {
	query, separator := s.ownDialect()
	for _, c := range []string{pencil, "acquisition_cost=50&basket_value=1234567.89&repeat_purchase_rate=0.5&currency=EUR&lang=en",
		"acquisition_cost=1&basket_value=1950&repeat_purchase_rate=0&currency=JPY"} {
		c = strings.Replace(c, "&lang=en", "", 1)
		file := s.get("/v1/lifetime-value?" + c + query + "&decimal=" + s.mark())
		s.load("schedule.csv", file, csvFilter(separator)...)
		schedule, _ := decode(s.t, s.get("/v1/lifetime-value?"+c))["schedule"].([]any)
		last := 'A' + len(model.ScheduleFigures()) - 1
		rows := s.data("", fmt.Sprintf("A2:%c%d", last, 1+len(schedule)))
		for i, row := range rows {
			want, _ := schedule[i].(map[string]any)
			s.compareRow(c, row, want)
		}
	}
}

// mark is the decimal mark of the profile.
func (s *spreadsheet) mark() string {
	if s.comma {
		return "comma"
	}
	return "point"
}

// compareRow wants the row's numbers in the order of the schedule's columns.
func (s *spreadsheet) compareRow(where string, row []any, want map[string]any) {
	s.t.Helper()
	for i, f := range model.ScheduleFigures() {
		number, is := want[f.Name].(json.Number)
		if !is && row[i] == "" { // has no value
			continue
		}
		x, err := strconv.ParseFloat(string(number), 64)
		must(s.t, err)
		if row[i] != x {
			s.t.Errorf("%s: Calc reads %s as %v, want %s", where, f.Name, row[i], number)
		}
	}
}

// csvInjection wants customers' names to stay words in a file of text.
func (s *spreadsheet) csvInjection() {
	query, separator := s.ownDialect()
	var request strings.Builder
	for i, name := range dangerous {
		fmt.Fprintf(&request, "&c%d.name=%s&c%d.repeat_purchase_rate=0", i, url.QueryEscape(name), i)
	}
	file := s.get("/v1/comparison?acquisition_cost=50&basket_value=10" + request.String() + query + "&table=comparison&decimal=" + s.mark())
	s.load("names.csv", file, csvFilter(separator)...)
	var cells [][]cell
	s.ask("read", map[string]any{"at": place{Ref: fmt.Sprintf("A2:A%d", 1+len(dangerous))}}, &cells)
	for i, row := range cells {
		if row[0].Type != "TEXT" || !strings.Contains(row[0].Text, strings.TrimSpace(strings.TrimLeft(dangerous[i], "'"))) {
			s.t.Errorf("the name %q became %s %q", dangerous[i], row[0].Type, row[0].Text)
		}
	}
	var errors []string
	s.ask("errors", nil, &errors)
	if len(errors) > 0 {
		s.t.Error(errors)
	}
}
