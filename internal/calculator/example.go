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
