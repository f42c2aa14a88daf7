package calculator

import (
	"slices"
	"strings"

	"blyant/internal/answer"
	"blyant/internal/input"
)

// asParams writes a request as the parameters of a query, members that have
// their names before their fields there as that wants them.
func asParams(s input.Shape, request answer.Record) input.Params {
	var params input.Params
	for _, m := range request {
		i := slices.IndexFunc(s.Members, func(member input.Member) bool { return member.Name == m.Name })
		record, is := m.Value.(answer.Record)
		switch {
		case is && i >= 0 && s.Members[i].Form == input.Named:
			for _, p := range paramsOf(record, s.Members[i].Shape) {
				params = append(params, input.Param{Name: m.Name + "." + p.Name, Value: p.Value})
			}
		case is && i >= 0 && s.Members[i].Form == input.Map:
			params = append(params, textsOf(s.Members[i], record)...)
		default:
			params = append(params, paramsOf(answer.Record{m}, s)...)
		}
	}
	return params
}

// textsOf writes each object of a map as a text.
func textsOf(m input.Member, objects answer.Record) input.Params {
	var params input.Params
	for _, object := range objects {
		record, _ := object.Value.(answer.Record)
		word := record.Cell(m.Text.Word).String()
		var values []string
		for _, name := range m.Text.Values(word) {
			values = append(values, record.Cell(name).String())
		}
		params = append(params, input.Param{Name: m.Name + "." + object.Name, Value: word + ":" + strings.Join(values, ",")})
	}
	return params
}
