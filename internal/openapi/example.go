package openapi

import (
	"encoding/json"
	"strings"

	"blyant/internal/answer"
	"blyant/internal/calculator"
	"blyant/internal/format"
	"blyant/internal/locale"

	"github.com/getkin/kin-openapi/openapi3"
)

// example is what the ready inputs of a calculator are in its operations: the
// first one in the parameters, all of them as bodies.
type example struct {
	bare        map[string]string // parameters of the query by name
	keyedValues map[string]any    // those written KEY.field
	form        map[string]any    // both
	bodies      openapi3.Examples
}

// exampleOf gathers the examples of a calculator.
func exampleOf(c *calculator.Calculator) example {
	e := example{bare: map[string]string{}, keyedValues: map[string]any{}, form: map[string]any{}, bodies: openapi3.Examples{}}
	for _, ready := range calculator.Examples() {
		if ready.Resource != c.Path() {
			continue
		}
		if len(e.bodies) == 0 {
			e.take(ready)
		}
		e.bodies[ready.Name] = &openapi3.ExampleRef{Value: &openapi3.Example{
			Summary: locale.English.Example(ready.Name + ".title"), Description: locale.English.Example(ready.Name + ".explanation"), Value: bodyOf(ready)}}
	}
	return e
}

// take puts the parameters of an example where they belong.
func (e *example) take(ready calculator.Example) {
	for _, p := range ready.Query(locale.English) {
		e.form[p.Name] = p.Value
		if strings.Contains(p.Name, ".") {
			e.keyedValues[p.Name] = p.Value
		} else {
			e.bare[p.Name] = p.Value
		}
	}
}

// bodyOf is the example as JSON, with the digits and the order that it has.
func bodyOf(ready calculator.Example) any {
	return json.RawMessage(format.JSON(answer.Answer{Body: ready.Body(locale.English)}))
}
