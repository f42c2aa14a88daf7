package api

import (
	"strconv"
	"strings"

	"blyant/internal/answer"
	"blyant/internal/input"
	"blyant/internal/locale"
	"blyant/model"
	"blyant/model/plan"
	"blyant/model/service"

	"github.com/labstack/echo/v4"
	"github.com/shopspring/decimal"
)

// fieldsOf lists the fields by what they belong to.
func fieldsOf() []partOf[model.Field] {
	return []partOf[model.Field]{
		{"scenario", model.ScenarioFields()},
		{"comparison", []model.Field{baselineField, ofField}},
		{"service-promise", service.PromiseFields()},
		{"programmes", append(service.ProgrammesFields(), service.ProgrammeFields()...)},
		{"plan", plan.Fields()},
		{"options", optionFields},
	}
}

// figuresOf lists the figures by what they belong to.
func figuresOf() []partOf[model.Figure] {
	return []partOf[model.Figure]{
		{"summary", model.SummaryFigures()},
		{"schedule", model.ScheduleFigures()},
		{"comparison", model.ComparisonFigures()},
		{"service-promise", service.PromiseFigures()},
		{"levers", service.LeverFigures()},
		{"programmes", append(service.ProgrammesFigures(), service.ProgrammeFigures()...)},
		{"plan", plan.SummaryFigures()},
		{"plan schedule", plan.ScheduleFigures()},
	}
}

// partOf gathers entries of the vocabulary that belong together.
type partOf[T any] struct {
	part    string
	entries []T
}

// vocabulary godoc
//
//	@Summary		Every name and what it means
//	@Description	Every field of a request and every figure of an answer: unit, range, default, and what it is called and means in English, Norwegian, Danish and Swedish.
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
	r, err := s.read(c, input.Shape{}, input.Target{})
	if err != nil {
		return err
	}
	var fields, figures entries
	for _, p := range fieldsOf() {
		for _, f := range p.entries {
			fields.add(fieldRecord(p.part, f))
		}
	}
	for _, p := range figuresOf() {
		for _, f := range p.entries {
			figures.add(figureRecord(p.part, f))
		}
	}
	return s.respond(c, r, answer.Answer{
		Resource: "vocabulary",
		Body:     answer.Record{{Name: "fields", Value: fields.list("field")}, {Name: "figures", Value: figures.list("figure")}},
		Tables:   []answer.Table{fields.table("fields"), figures.table("figures")},
	})
}

func fieldRecord(part string, f model.Field) answer.Record {
	r := answer.Record{
		{Name: "name", Value: answer.String(f.Name)},
		{Name: "part_of", Value: answer.String(part)},
		{Name: "kind", Value: answer.String(kindNames[f.Kind])},
		{Name: "unit", Value: answer.String(string(f.Unit))},
		{Name: "group", Value: optional(string(f.Group))},
		{Name: "minimum", Value: limit(f, f.Min)},
		{Name: "maximum", Value: limit(f, f.Max)},
		{Name: "maximum_length", Value: count(f.MaxLength)},
		{Name: "percent", Value: boolean(f.TakesPercent())},
		{Name: "default", Value: optional(f.Default)},
		{Name: "default_field", Value: optional(f.DefaultField)},
		{Name: "required", Value: boolean(f.Required)},
		{Name: "alternative", Value: optional(f.Alternative)},
		{Name: "choices", Value: words(f.Choices)},
	}
	return append(r, inWords(f.Name)...)
}

func figureRecord(part string, f model.Figure) answer.Record {
	r := answer.Record{
		{Name: "name", Value: answer.String(f.Name)},
		{Name: "part_of", Value: answer.String(part)},
		{Name: "unit", Value: answer.String(string(f.Unit))},
		{Name: "decimals", Value: answer.String(roundingNames[f.Rounding])},
		{Name: "nullable", Value: boolean(f.Nullable)},
	}
	return append(r, inWords(f.Name)...)
}

// kindNames are the forms that a field's value may have.
var kindNames = map[model.Kind]string{
	model.KindText: "text", model.KindChoice: "choice", model.KindWhole: "whole number", model.KindNumber: "number",
	model.KindNumbers: "list of numbers", model.KindNames: "list of names",
}

// roundingNames are the decimals of a figure: a number, or the currency's.
var roundingNames = map[model.Rounding]string{
	model.RoundMoney: "currency", model.RoundRatio: strconv.Itoa(model.RatioDecimals), model.RoundWhole: "0",
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
		return answer.Cell{Kind: answer.Null, Unit: model.UnitText}
	}
	return answer.String(text)
}

func count(n int) answer.Cell {
	if n == 0 {
		return answer.Cell{Kind: answer.Null, Unit: model.UnitCount}
	}
	return answer.Int(n)
}

func boolean(b bool) answer.Cell {
	return answer.Cell{Kind: answer.Boolean, Text: strconv.FormatBool(b), Unit: model.UnitChoice}
}

func limit(f model.Field, d decimal.Decimal) answer.Cell {
	if !f.Numeric() && f.Kind != model.KindNumbers {
		return answer.Cell{Kind: answer.Null, Unit: f.Unit}
	}
	return answer.Cell{Kind: answer.Decimal, Text: answer.Digits(d), Unit: f.Unit}
}

func words(list []string) answer.List {
	out := answer.List{Item: "choice", Nodes: []answer.Node{}}
	for _, w := range list {
		out.Nodes = append(out.Nodes, answer.String(w))
	}
	return out
}

// entries gathers records for a list and for a table of the same.
type entries []answer.Record

func (e *entries) add(r answer.Record) { *e = append(*e, r) }

func (e entries) list(item string) answer.List {
	list := answer.List{Item: item}
	for _, r := range e {
		list.Nodes = append(list.Nodes, r)
	}
	return list
}

// table flattens the records: label.nb becomes the column label_nb, a list one
// cell with spaces between its values.
func (e entries) table(name string) answer.Table {
	t := answer.Table{Name: name}
	for _, r := range e {
		var flat answer.Record
		for _, m := range r {
			flat = append(flat, flatten(m)...)
		}
		one := answer.TableOf(name, flat)
		t.Columns, t.Rows = one.Columns, append(t.Rows, one.Rows...)
	}
	return t
}

func flatten(m answer.Member) answer.Record {
	switch v := m.Value.(type) {
	case answer.Record:
		var out answer.Record
		for _, inner := range v {
			out = append(out, answer.Member{Name: m.Name + "_" + inner.Name, Value: inner.Value})
		}
		return out
	case answer.List:
		var texts []string
		for _, node := range v.Nodes {
			texts = append(texts, node.(answer.Cell).Text) // a list of words
		}
		return answer.Record{{Name: m.Name, Value: answer.String(strings.Join(texts, " "))}}
	}
	return answer.Record{m}
}
