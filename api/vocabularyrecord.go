package api

import (
	"strconv"

	"blyant/internal/answer"
	"blyant/internal/locale"
	"blyant/model/vocabulary"

	"github.com/shopspring/decimal"
)

func fieldRecord(part string, f vocabulary.Field) answer.Record {
	r := answer.Record{
		{Name: "name", Value: answer.String(f.Name)},
		{Name: "part_of", Value: answer.String(part)},
		{Name: "kind", Value: answer.String(kindNames[f.Kind])},
		{Name: "unit", Value: answer.String(string(f.Unit))},
		{Name: "group", Value: optional(string(f.Group))},
		{Name: "minimum", Value: limit(f, f.Min)},
		{Name: "maximum", Value: limit(f, f.Max)},
		{Name: "maximum_length", Value: count(f.MaxLength)},
		{Name: "percent", Value: answer.Bool(f.TakesPercent())},
		{Name: "default", Value: optional(f.Default)},
		{Name: "default_field", Value: optional(f.DefaultField)},
		{Name: "required", Value: answer.Bool(f.Required)},
		{Name: "alternative", Value: optional(firstOf(f.Alternatives))},
		{Name: "alternatives", Value: words(f.Alternatives)},
		{Name: "choices", Value: words(f.Choices)},
	}
	return append(r, inWords(f.Name)...)
}

func figureRecord(part string, f vocabulary.Figure) answer.Record {
	r := answer.Record{
		{Name: "name", Value: answer.String(f.Name)},
		{Name: "part_of", Value: answer.String(part)},
		{Name: "unit", Value: answer.String(string(f.Unit))},
		{Name: "decimals", Value: answer.String(roundingNames[f.Rounding])},
		{Name: "nullable", Value: answer.Bool(f.Nullable)},
	}
	return append(r, inWords(f.Name)...)
}

// firstOf is the first of some names, empty where there is none.
func firstOf(names []string) string {
	if len(names) == 0 {
		return ""
	}
	return names[0]
}

// kindNames are the forms that a field's value may have.
var kindNames = map[vocabulary.Kind]string{
	vocabulary.KindText: "text", vocabulary.KindChoice: "choice", vocabulary.KindWhole: "whole number", vocabulary.KindNumber: "number",
	vocabulary.KindNumbers: "list of numbers", vocabulary.KindNames: "list of names", vocabulary.KindDate: "date",
}

// roundingNames are the decimals of a figure: a number, or the currency's.
var roundingNames = map[vocabulary.Rounding]string{
	vocabulary.RoundMoney: "currency", vocabulary.RoundRatio: strconv.Itoa(vocabulary.RatioDecimals), vocabulary.RoundWhole: "0",
	vocabulary.RoundEstimate: strconv.Itoa(vocabulary.EstimateDigits) + " significant digits",
}

// inWords are label and meaning in every language.
func inWords(name string) answer.Record {
	var labels, meanings answer.Record
	for _, l := range locale.Languages() {
		labels = append(labels, answer.Member{Name: string(l), Value: answer.String(l.Label(name))})
		meanings = append(meanings, answer.Member{Name: string(l), Value: answer.String(l.Meaning(name))})
	}
	return answer.Record{{Name: "label", Value: labels}, {Name: "meaning", Value: meanings}}
}

func optional(text string) answer.Cell {
	if text == "" {
		return answer.Cell{Kind: answer.Null, Unit: vocabulary.UnitText}
	}
	return answer.String(text)
}

func count(n int) answer.Cell {
	if n == 0 {
		return answer.Cell{Kind: answer.Null, Unit: vocabulary.UnitCount}
	}
	return answer.Int(n)
}

func limit(f vocabulary.Field, d decimal.Decimal) answer.Cell {
	if !f.Numeric() && f.Kind != vocabulary.KindNumbers {
		return answer.Cell{Kind: answer.Null, Unit: f.Unit}
	}
	return answer.Number(d, f.Unit)
}

func words(list []string) answer.Cell { return answer.Strings("choice", list) }

func listOf(item string, records []answer.Record) answer.List {
	list := answer.List{Item: item}
	for _, r := range records {
		list.Nodes = append(list.Nodes, r)
	}
	return list
}
