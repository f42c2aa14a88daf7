package calculator

import (
	"context"
	"slices"

	"blyant/internal/answer"
	"blyant/internal/input"
	"blyant/model"
	"blyant/model/service"
	"blyant/model/vocabulary"
)

var (
	programmesInputs = answer.InputsOf(service.ProgrammesFields(), func(r *service.ProgrammesResult) any { return &r.Request },
		scenarioInputs(func(q *service.ProgrammesRequest) any { return &q.Scenario }),
		answer.RowsOf("programmes", "programme", answer.Fields(service.ProgrammeFields()),
			func(q *service.ProgrammesRequest, yield func(any) bool) { answer.Yield(q.Programmes, yield) }))
	programmesBase   = answer.GroupOf("base", answer.Figures(model.SummaryFigures()), func(r *service.ProgrammesResult) any { return &r.Base.Summary }).As("summary")
	programmesReturn = answer.Figures(service.ProgrammesFigures())
	programmesRows   = answer.RowsOf("programmes", "programme",
		append([]answer.Column{answer.Words("name", func(r *service.ProgrammeRow) string { return r.Name })}, answer.Figures(service.ProgrammeFigures())...),
		func(r *service.ProgrammesResult, yield func(any) bool) { answer.Yield(r.Programmes, yield) })
	programmesNotes = answer.NotesOf(func(r *service.ProgrammesResult) []vocabulary.Note { return r.Notes })
)

var programmes = computing(Calculator{
	Name:   "programmes",
	effort: effortBy(effortOfProgrammes),
	Request: input.Shape{
		Fields: service.ProgrammesFields(),
		Members: []input.Member{
			scenarioIn(func(q *service.ProgrammesRequest) any { return &q.Scenario }),
			input.Many("programmes", "programme", service.MostProgrammes, input.Shape{Fields: service.ProgrammeFields()}, func(q *service.ProgrammesRequest, key string) any {
				q.Keys = append(q.Keys, key)
				return input.Grow(&q.Programmes, service.MostProgrammes)
			}),
		},
	},
	Sections: append(heading(func(r *service.ProgrammesResult) *model.Scenario { return &r.Base.Scenario }),
		programmesInputs, programmesBase, answer.Single(programmesReturn[0]), programmesRows, programmesNotes),
	Tables: []answer.Section{
		programmesRows,
		answer.RowsOf("base", "row", slices.Concat(
			answer.Inside(answer.Figures(model.SummaryFigures()), func(r *service.ProgrammesResult) any { return &r.Base.Summary }), programmesReturn),
			func(r *service.ProgrammesResult, yield func(any) bool) { yield(r) }),
		programmesInputs,
		programmesNotes,
	},
	Figures: Addressed{Own: service.ProgrammesFigures(), Item: service.ProgrammeFigures(), find: findProgramme},
	Page:    "/programmes",
}, func(ctx context.Context, q *service.ProgrammesRequest) (service.ProgrammesResult, error) {
	return service.WeighProgrammes(ctx, *q)
}, func(r *service.ProgrammesResult) string { return r.Base.Scenario.Name })

// findProgramme finds a programme as the request has them, not as they rank.
func findProgramme(result any, f vocabulary.Figure, of string) (any, vocabulary.Figure, error) {
	r := result.(*service.ProgrammesResult)
	if _, own := vocabulary.FigureNamed(service.ProgrammesFigures(), f.Name); own {
		return r, f, nil
	}
	names := make([]string, len(r.Request.Programmes))
	for i := range names {
		names[i] = r.Request.Programmes[i].Name
	}
	i, err := chosen(of, names, r.Request.Keys, "unknown_programme")
	if err != nil {
		return nil, f, err
	}
	return &r.Programmes[slices.IndexFunc(r.Programmes, func(p service.ProgrammeRow) bool { return p.Name == names[i] })], f, nil
}
