package calculator

import (
	"strings"

	"blyant/internal/answer"
	"blyant/internal/input"
	"blyant/internal/locale"
)

// paramsOf writes a request as the parameters of a query: the scenario's fields
// and defaults bare, those of an item of a list behind its key.
func paramsOf(request answer.Record) input.Params {
	var params input.Params
	for _, m := range request {
		switch v := m.Value.(type) {
		case answer.Cell:
			params = append(params, input.Param{Name: m.Name, Value: v.String()})
		case answer.Record:
			params = append(params, paramsOf(v)...)
		case answer.List:
			params = append(params, paramsOfList(m.Name, v)...)
		}
	}
	return params
}

// paramsOfList writes a list of values as one parameter, and each item of a
// list of records behind a key made of its name.
func paramsOfList(name string, list answer.List) input.Params {
	var params input.Params
	var values []string
	for _, node := range list.Nodes {
		item, keyed := node.(answer.Record)
		if !keyed {
			values = append(values, node.(answer.Cell).String()) // a list holds records or cells
			continue
		}
		key := locale.ASCII(locale.Slug(item.Cell("name").String()))
		for _, p := range paramsOf(item) {
			params = append(params, input.Param{Name: key + "." + p.Name, Value: p.Value})
		}
	}
	if len(values) > 0 {
		params = append(params, input.Param{Name: name, Value: strings.Join(values, ",")})
	}
	return params
}
