//go:build e2e

package e2e

import (
	"fmt"
	"os"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// guideStep is a formula of the guide: the cell it goes into, and what the block
// after it says it shows, which may be nothing.
type guideStep struct {
	line          int
	cell, formula string
	shows         string
	table         map[string]string // cells of the table above it
}

// names of functions in Excel's other languages, by English name.
var translated = strings.NewReplacer(
	"NETTJENESTE", "WEBSERVICE", "WEBTJENESTE", "WEBSERVICE", "WEBBTJÄNST", "WEBSERVICE",
	"TALLVERDI", "NUMBERVALUE", "TALVÆRDI", "NUMBERVALUE", "TALVÄRDE", "NUMBERVALUE")

// guide runs every formula of the guide that Calc can run, typed as it stands
// on the page: those with semicolons in the Nordic locales, those with commas in
// the English one, those with a single argument in all. A table of cells above a
// formula is filled in first.
func (s *spreadsheet) guide() {
	steps, run := readGuide(s.t), 0
	s.blank()
	for _, step := range steps {
		outside := inQuotes.ReplaceAllString(step.formula, `""`)
		if strings.Contains(outside, ";") && !s.comma || strings.Contains(outside, ",") && s.comma {
			continue
		}
		run++
		for cell, text := range step.table {
			var value any = text
			if x, err := strconv.ParseFloat(text, 64); err == nil {
				value = x
			}
			s.write(place{Ref: cell}, value)
		}
		formula := translated.Replace(strings.ReplaceAll(step.formula, "http://127.0.0.1:8080", s.server))
		s.ask("write", map[string]any{"at": place{Ref: step.cell}, "local": formula}, nil)
		s.compareStep(step, s.read(place{Ref: step.cell})[0])
	}
	if run < 8 {
		s.t.Errorf("ran %d formulas of the guide, want at least 8", run)
	}
}

var inQuotes = regexp.MustCompile(`"[^"]*"`)

func (s *spreadsheet) compareStep(step guideStep, c cell) {
	s.t.Helper()
	where := fmt.Sprintf("docs/spreadsheets.md:%d", step.line)
	if c.Error != 0 {
		s.t.Errorf("%s: error %d (%s)", where, c.Error, c.Text)
		return
	}
	if x, err := strconv.ParseFloat(step.shows, 64); err == nil && !strings.HasPrefix(step.formula, "=WEBSERVICE") {
		if c.Value != x {
			s.t.Errorf("%s: shows %s (%v), want %s", where, c.Text, c.Value, step.shows)
		}
	} else if step.shows != "" && c.Text != step.shows {
		s.t.Errorf("%s: shows %q, want %q", where, c.Text, step.shows)
	}
}

// readGuide takes the formulas for Excel and Calc out of the page. A block is
// marked excel or calc, and may name the cell that the formula goes into.
func readGuide(t *testing.T) []guideStep {
	t.Helper()
	page, err := os.ReadFile("../../docs/spreadsheets.md")
	must(t, err)
	var steps []guideStep
	table, mark, inTable := map[string]string{}, "", false
	for i, line := range strings.Split(string(page), "\n") {
		if row, isRow := cellRow(line); isRow && mark == "" {
			if !inTable {
				table = map[string]string{}
			}
			for cell, text := range row {
				table[cell] = text
			}
		}
		inTable = strings.HasPrefix(line, "|")
		if strings.HasPrefix(line, "#") {
			table = map[string]string{}
		}
		if after, fence := strings.CutPrefix(line, "```"); fence {
			mark = after
			continue
		}
		language, cell, _ := strings.Cut(mark, " ")
		switch {
		case language == "excel" || language == "calc":
			if cell == "" {
				cell = "D" + strconv.Itoa(i)
			}
			steps = append(steps, guideStep{line: i + 1, cell: cell, formula: line, table: table})
		case language == "text" && len(steps) > 0 && steps[len(steps)-1].shows == "":
			steps[len(steps)-1].shows = line
		}
	}
	return steps
}

var tableRow = regexp.MustCompile(`^\| (\d+) \| (.*) \| (.*) \|$`)

// cellRow reads a row of a table that shows cells: its number, then columns A
// and B.
func cellRow(line string) (map[string]string, bool) {
	m := tableRow.FindStringSubmatch(line)
	if m == nil {
		return nil, false
	}
	return map[string]string{"A" + m[1]: m[2], "B" + m[1]: m[3]}, true
}
