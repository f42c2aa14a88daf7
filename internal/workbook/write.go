package workbook

import (
	"fmt"

	"blyant/internal/answer"
	"blyant/internal/locale"
	"blyant/model"
	"blyant/model/plan"
)

// Write returns the answer as an XLSX file in the words of the language: with
// live formulas where the calculator has them, else with its tables as values.
func Write(a answer.Answer, lang locale.Language) ([]byte, error) {
	var b *book
	switch result := a.Result.(type) {
	case model.Result:
		b = lifetimeValueBook(result, lang)
	case plan.Result:
		b = planBook(a, result, lang)
	case model.ComparisonResult:
		b = comparisonBook(result, lang)
	default:
		b = tableBook(a, lang)
	}
	file, err := b.bytes()
	if err != nil {
		return nil, fmt.Errorf("workbook of %s: %w", a.Resource, err)
	}
	return file, nil
}
