package api

import (
	"strconv"

	"blyant/internal/answer"
	"blyant/internal/calculator"
	"blyant/internal/input"
	"blyant/internal/locale"
	"blyant/model/vocabulary"

	"github.com/labstack/echo/v4"
	"github.com/shopspring/decimal"
)

// vocabulary godoc
//
//	@Summary		Every name and what it means
//	@Description	Every field of a request and every figure of an answer: unit, range, default, and what it is called and means in every language.
//	@Tags			reference
//	@Produce		json,text/csv,text/tab-separated-values,application/xml,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet
//	@Success		200	{object}	Vocabulary
//	@Success		304	"the answer that the client has is still right"
//	@Failure		400	{object}	Problem
//	@Failure		406	{object}	Problem
//	@Failure		422	{object}	Problem
//	@Failure		429	{object}	Problem
//	@Failure		500	{object}	Problem
//	@Failure		503	{object}	Problem
//	@Router			/v1/vocabulary [get]
func (s *server) vocabulary(c echo.Context) error {
	r, err := s.read(c, input.Shape{}, nil)
	if err != nil {
		return err
	}
	var fields, figures []answer.Record
	for _, e := range calculator.Fields() {
		fields = append(fields, fieldRecord(e.Part, e.Term))
	}
	for _, e := range calculator.Figures() {
		figures = append(figures, figureRecord(e.Part, e.Term))
	}
	return s.respond(c, r, nil, answer.Answer{
		Resource: "vocabulary",
		Body:     answer.Record{{Name: "fields", Value: listOf("field", fields)}, {Name: "figures", Value: listOf("figure", figures)}},
		Tables:   []answer.Table{flatTable("fields", fields), flatTable("figures", figures)},
	})
}

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

// flatTable flattens the records: label.nb becomes the column label_nb.
func flatTable(name string, records []answer.Record) answer.Table {
	rows := make([]answer.Record, len(records))
	for i, r := range records {
		for _, m := range r {
			rows[i] = append(rows[i], flatten(m)...)
		}
	}
	return answer.Fixed(name, "row", rows)
}

func flatten(m answer.Member) answer.Record {
	inner, nested := m.Value.(answer.Record)
	if !nested {
		return answer.Record{m}
	}
	var out answer.Record
	for _, member := range inner {
		out = append(out, answer.Member{Name: m.Name + "_" + member.Name, Value: member.Value})
	}
	return out
}
