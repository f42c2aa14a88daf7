package api

import (
	"blyant/internal/answer"
	"blyant/internal/calculator"
	"blyant/internal/input"

	"github.com/labstack/echo/v4"
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
