package workbook

import (
	"fmt"

	"blyant/internal/answer"
	"blyant/internal/locale"
	"blyant/model"
	"blyant/model/plan"
)

// LifetimeValue writes what a customer is worth as a workbook whose figures are
// live formulas, in the words of the language.
func LifetimeValue(a answer.Answer, lang locale.Language) ([]byte, error) {
	return file(a, lifetimeValueBook(a, *a.Result.(*model.Result), lang))
}

// Comparison writes scenarios against one another, likewise.
func Comparison(a answer.Answer, lang locale.Language) ([]byte, error) {
	return file(a, comparisonBook(a, *a.Result.(*model.ComparisonResult), lang))
}

// Plan writes a business plan, likewise.
func Plan(a answer.Answer, lang locale.Language) ([]byte, error) {
	return file(a, planBook(a, *a.Result.(*plan.Result), lang))
}

// Tables writes the tables of any answer as values.
func Tables(a answer.Answer, lang locale.Language) ([]byte, error) {
	return file(a, tableBook(a, lang))
}

func file(a answer.Answer, b *book) ([]byte, error) {
	data, err := b.bytes()
	if err != nil {
		return nil, fmt.Errorf("workbook of %s: %w", a.Resource, err)
	}
	return data, nil
}
