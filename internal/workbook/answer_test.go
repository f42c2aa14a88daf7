package workbook_test

import (
	"encoding/json"
	"testing"

	"blyant/internal/answer"
	"blyant/internal/calculator"
	"blyant/internal/golden"
	"blyant/internal/input"
	"blyant/internal/locale"
	"blyant/internal/workbook"
)

// The tests inside the package ask the calculators for their answers, which the
// package itself cannot import.
func init() { workbook.Asked = asked }

func asked(t testing.TB, name string, request golden.Object, lang locale.Language) (answer.Answer, workbook.Book) {
	t.Helper()
	body, err := json.Marshal(request)
	if err != nil {
		t.Fatal(err)
	}
	c := calculator.Named(name)
	record := c.NewRequest()
	if faults := input.FromJSON(c.Request, body, input.Dialect{}, record); len(faults) > 0 {
		t.Fatal(faults)
	}
	a, err := c.Answer(t.Context(), record, lang)
	if err != nil {
		t.Fatal(err)
	}
	return a, c.Workbook
}
