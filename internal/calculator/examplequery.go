package calculator

import (
	"slices"
	"strconv"
	"strings"

	"blyant/internal/answer"
	"blyant/internal/input"
	"blyant/internal/locale"
)

// paramsOf writes a request as the parameters of a query: the scenario's fields
// and defaults bare, those of an item of a list behind its key.
func paramsOf(request answer.Record, s input.Shape) input.Params {
	var params input.Params
	for _, m := range request {
		switch v := m.Value.(type) {
		case answer.Cell:
			params = append(params, input.Param{Name: m.Name, Value: v.String()})
		case answer.Record:
			params = append(params, paramsOf(v, s)...)
		case answer.List:
			if hasRows(s, m.Name) {
				continue // rows stand in a body only
			}
			params = append(params, paramsOfList(m.Name, v, s)...)
		}
	}
	return params
}

// hasRows reports whether a member is a long list, which no query holds.
func hasRows(s input.Shape, member string) bool {
	return slices.ContainsFunc(s.Members, func(m input.Member) bool { return m.Name == member && m.Form == input.Table })
}

// bareField is the field that an item of a list of lists is.
func bareField(s input.Shape, list string) string {
	for _, m := range s.Members {
		if m.Name == list {
			return m.Bare
		}
	}
	return list
}

// paramsOfList writes a list of values as one parameter, each item of a list of
// records behind a key made of its name, and each list of a list behind its
// number.
func paramsOfList(name string, list answer.List, s input.Shape) input.Params {
	var params input.Params
	var values []string
	keys := keysOf(list)
	for i, node := range list.Nodes {
		if bare, ok := node.(answer.List); ok {
			for _, p := range paramsOfList(bareField(s, name), bare, s) {
				params = append(params, input.Param{Name: strconv.Itoa(i+1) + "." + p.Name, Value: p.Value})
			}
			continue
		}
		item, keyed := node.(answer.Record)
		if !keyed {
			values = append(values, node.(answer.Cell).String()) // a list holds records or cells
			continue
		}
		for _, p := range paramsOf(item, s) {
			params = append(params, input.Param{Name: keys[i] + "." + p.Name, Value: p.Value})
		}
	}
	if len(values) > 0 {
		params = append(params, input.Param{Name: name, Value: listed(values)})
	}
	return params
}

// keysOf are the keys of a list's items: made of their names, or the numbers by
// which those without a name are called, where the names do not tell them apart.
func keysOf(list answer.List) []string {
	keys, taken := make([]string, len(list.Nodes)), map[string]bool{"": true}
	for i, node := range list.Nodes {
		item, _ := node.(answer.Record)
		keys[i] = locale.ASCII(locale.FileStem(item.Cell("name").String()))
		if taken[keys[i]] {
			for n := range keys {
				keys[n] = strconv.Itoa(n + 1)
			}
			return keys
		}
		taken[keys[i]] = true
	}
	return keys
}

// listed writes values as a list of a query. Whole numbers alone could be one
// number with its thousands apart, which a space after each comma rules out.
func listed(values []string) string {
	mark := ","
	if !strings.Contains(strings.Join(values, ""), ".") {
		mark = ", "
	}
	return strings.Join(values, mark)
}
