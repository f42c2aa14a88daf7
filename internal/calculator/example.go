package calculator

import (
	"bytes"
	_ "embed"
	"encoding/json"
	"fmt"
	"slices"
	"sync"

	"blyant/internal/answer"
	"blyant/internal/input"
	"blyant/internal/locale"
	"blyant/model/vocabulary"

	"github.com/shopspring/decimal"
)

//go:embed examples.json
var exampleFile []byte

// Example is a ready request. Its title, explanation and names are words of the
// locale, under its own name.
type Example struct {
	Name     string          `json:"name"`
	Resource string          `json:"resource"`
	Request  json.RawMessage `json:"request"`
}

// Examples reads the examples, once. The file is part of the program, so one
// that cannot be read is a fault of the program, which every test meets.
var Examples = sync.OnceValue(func() []Example {
	var all []Example
	if err := json.Unmarshal(exampleFile, &all); err != nil {
		panic(fmt.Errorf("examples: %w", err))
	}
	return all
})

// ExampleNamed returns the example of that name; false where there is none.
func ExampleNamed(name string) (Example, bool) {
	i := slices.IndexFunc(Examples(), func(e Example) bool { return e.Name == name })
	if i < 0 {
		return Example{}, false
	}
	return Examples()[i], true
}

// Query is the example as the parameters of a query, ready to GET.
func (e Example) Query(l locale.Language) input.Params {
	return asParams(At(e.Resource).Request, e.Body(l))
}

// Body is the example's request as an answer holds it: members in their order,
// numbers with their digits, names in the language.
func (e Example) Body(l locale.Language) answer.Record {
	r := exampleReader{json.NewDecoder(bytes.NewReader(e.Request)), l, At(e.Resource)}
	r.UseNumber()
	node, err := r.node("")
	record, ok := node.(answer.Record)
	if err != nil || !ok {
		panic(fmt.Errorf("example %s: its request is not an object: %w", e.Name, err))
	}
	return record
}

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
