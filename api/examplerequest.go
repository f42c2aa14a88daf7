package api

import (
	"encoding/json"
	"fmt"
	"net/url"
	"strings"

	"blyant/internal/answer"
	"blyant/internal/input"
	"blyant/internal/locale"
	"blyant/model"
)

// paramsOf writes a request as the parameters of a query: the scenario's fields
// and defaults bare, those of an item of a list behind its key.
func paramsOf(request answer.Record) input.Params {
	var params input.Params
	for _, m := range request {
		switch v := m.Value.(type) {
		case answer.Cell:
			params = append(params, input.Param{Name: m.Name, Value: v.Text})
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
			values = append(values, node.(answer.Cell).Text) // a list holds records or cells
			continue
		}
		key := ascii(slug(item.Get("name").(answer.Cell).Text)) // a name is words
		for _, p := range paramsOf(item) {
			params = append(params, input.Param{Name: key + "." + p.Name, Value: p.Value})
		}
	}
	if len(values) > 0 {
		params = append(params, input.Param{Name: name, Value: strings.Join(values, ",")})
	}
	return params
}

// itemNames are what an item of a list is called in XML.
var itemNames = map[string]string{"scenarios": "scenario", "programmes": "programme"}

// request is the example's request as an answer holds it: members in their
// order, numbers with their digits, names in the language.
func (e example) request(l locale.Language) answer.Record {
	node, err := readNode(json.NewDecoder(strings.NewReader(string(e.Request))), l, "")
	record, ok := node.(answer.Record)
	if err != nil || !ok {
		panic(fmt.Errorf("example %s: its request is not an object: %w", e.Name, err))
	}
	return record
}

// readNode reads the next JSON value. An object of languages, as a name has it,
// becomes the word of the language.
func readNode(d *json.Decoder, l locale.Language, name string) (answer.Node, error) {
	d.UseNumber()
	token, err := d.Token()
	if err != nil {
		return nil, err
	}
	switch t := token.(type) {
	case json.Number:
		return answer.Cell{Kind: answer.Decimal, Text: t.String(), Unit: model.UnitCount}, nil
	case string:
		return answer.String(t), nil
	case json.Delim:
		if t == '[' {
			return readList(d, l, name)
		}
		return readRecord(d, l)
	}
	return nil, fmt.Errorf("%v is neither text, number, list nor object", token)
}

func readList(d *json.Decoder, l locale.Language, name string) (answer.Node, error) {
	list := answer.List{Item: itemNames[name]}
	if list.Item == "" {
		list.Item = "value"
	}
	for d.More() {
		node, err := readNode(d, l, "")
		if err != nil {
			return nil, err
		}
		list.Nodes = append(list.Nodes, node)
	}
	_, err := d.Token()
	return list, err
}

func readRecord(d *json.Decoder, l locale.Language) (answer.Node, error) {
	var record answer.Record
	for d.More() {
		key, err := d.Token()
		if err != nil {
			return nil, err
		}
		name := fmt.Sprint(key)
		node, err := readNode(d, l, name)
		if err != nil {
			return nil, err
		}
		record = append(record, answer.Member{Name: name, Value: node})
	}
	_, err := d.Token()
	if word := record.Get(string(l)); word != nil {
		return word, err
	}
	return record, err
}

// encode writes parameters as a query.
func encode(params input.Params) string {
	parts := make([]string, len(params))
	for i, p := range params {
		parts[i] = url.QueryEscape(p.Name) + "=" + url.QueryEscape(p.Value)
	}
	return strings.Join(parts, "&")
}
