package calculator

import (
	"encoding/json"
	"fmt"

	"blyant/internal/answer"
	"blyant/internal/locale"
	"blyant/model/vocabulary"

	"github.com/shopspring/decimal"
)

// exampleReader reads the request of an example for a calculator.
type exampleReader struct {
	*json.Decoder
	lang locale.Language
	calc *Calculator
}

// node reads the next JSON value, a member of that name; it is nil for null. A
// name is {"word": KEY}, which becomes the word of the language.
func (r exampleReader) node(name string) (answer.Node, error) {
	token, err := r.Token()
	if err != nil {
		return nil, err
	}
	switch t := token.(type) {
	case json.Number:
		d, err := decimal.NewFromString(t.String())
		return answer.Number(d, vocabulary.UnitCount), err
	case string:
		return answer.String(t), nil
	case nil:
		return nil, nil
	case json.Delim:
		if t == '[' {
			return r.list(name)
		}
		return r.record()
	}
	return nil, fmt.Errorf("%v is neither text, number, list nor object", token)
}

func (r exampleReader) list(name string) (answer.Node, error) {
	list := answer.List{Item: r.calc.itemName(name)}
	for r.More() {
		node, err := r.node("")
		if err != nil {
			return nil, err
		}
		if node != nil {
			list.Nodes = append(list.Nodes, node)
		}
	}
	_, err := r.Token()
	return list, err
}

func (r exampleReader) record() (answer.Node, error) {
	var record answer.Record
	for r.More() {
		key, err := r.Token()
		if err != nil {
			return nil, err
		}
		name := fmt.Sprint(key)
		node, err := r.node(name)
		if err != nil {
			return nil, err
		}
		if node != nil { // null is a field that is not given
			record = append(record, answer.Member{Name: name, Value: node})
		}
	}
	_, err := r.Token()
	if key, named := answer.CellOf(record.Get("word")); named {
		return answer.String(r.lang.Example(key.String())), err
	}
	return record, err
}

// itemName is what an item of a list of the request is called in XML.
func (c *Calculator) itemName(list string) string {
	for _, m := range c.Request.Members {
		if m.Name == list {
			return m.Item
		}
	}
	return "value"
}
