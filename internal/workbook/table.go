package workbook

import (
	"blyant/internal/answer"
	"blyant/internal/locale"
	"blyant/model/vocabulary"
)

// tableBook writes an answer that has no formulas: a sheet for each of its
// tables, as values, which the sheet says.
func tableBook(a answer.Answer, lang locale.Language) *book {
	b := newBook(lang, answerDecimals(a))
	b.answer = a
	b.title = lang.Label(a.Resource)
	if a.Title != "" {
		b.title += ": " + a.Title
	}
	for _, t := range a.Tables {
		s := b.sheet(lang.Label(t.Name))
		s.open = true
		s.say(titleRow, 1, lookTitle, b.title)
		s.say(introRow, 1, lookIntro, b.text("note.values"))
		var labels []string
		for _, column := range t.Columns {
			labels = append(labels, lang.Label(column.Name))
			s.widths = append(s.widths, 18)
		}
		s.header(labels...)
		s.heights = map[int]float64{headRow: 32}
		s.grid = true
		row := firstRow
		for record := range t.Each {
			for j, column := range t.Columns {
				s.putCell(row, j+1, column.Of(record))
			}
			row++
		}
	}
	return b
}

// putCell writes a cell of an answer as a value: numbers as numbers, words as
// words whatever they begin with.
func (s *sheet) putCell(row, col int, c answer.Cell) {
	switch c.Kind {
	case answer.Null:
		return
	case answer.Whole, answer.Decimal:
		s.put(row, col, style{lookCell, cellForm(c)}, "", c.Number.Float64())
		s.widths[col-1] = max(s.widths[col-1], float64(len(c.String())+6))
	case answer.Boolean:
		s.put(row, col, style{look: lookCell}, "", c.Words == "true")
	default:
		s.put(row, col, style{lookCell, formText}, "", c.String())
	}
}

func cellForm(c answer.Cell) form {
	switch {
	case c.Kind == answer.Whole:
		return formWhole
	case c.Unit == vocabulary.UnitMoney:
		return formMoney
	}
	return formSpare
}

// answerDecimals returns the decimals of the first amount of money there is.
func answerDecimals(a answer.Answer) int {
	for _, t := range a.Tables {
		for record := range t.Each {
			for _, column := range t.Columns {
				if c := column.Of(record); c.Unit == vocabulary.UnitMoney && c.Kind == answer.Decimal {
					return decimalsOf(c.String())
				}
			}
		}
	}
	return 2
}

func decimalsOf(number string) int {
	for i := range len(number) {
		if number[i] == '.' {
			return len(number) - i - 1
		}
	}
	return 0
}
