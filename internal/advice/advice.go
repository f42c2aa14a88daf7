// Package advice weighs what shopkeepers are told: each saying has one call that
// puts a number to it, with a made-up shop whose guesses anyone may change. The
// figures are worked out by the calculators; the words stand in the locale.
package advice

import (
	"context"
	_ "embed"
	"encoding/json"
	"fmt"
	"sync"

	"blyant/internal/answer"
	"blyant/internal/calculator"
	"blyant/internal/input"
	"blyant/internal/locale"
	"blyant/model/vocabulary"
)

//go:embed advice.json
var file []byte

// Advice is a saying: its name, which is the key of its words, the call that
// weighs it, and the figures of the answer that do, one or two.
type Advice struct {
	Name     string          `json:"name"`
	Like     string          `json:"example"` // the example that is the call; empty where there is a request of its own
	Figures  []string        `json:"figures"`
	Resource string          `json:"resource"`
	Request  json.RawMessage `json:"request"`
}

// call is what weighs the advice, as an example.
func (a Advice) call() calculator.Example {
	return calculator.Example{Name: a.Name, Resource: a.Resource, Request: a.Request}
}

// read reads all advice, once. The file is part of the program, so one that
// cannot be read is a fault of the program, which every test meets.
var read = sync.OnceValue(func() []Advice {
	var all []Advice
	if err := json.Unmarshal(file, &all); err != nil {
		panic(fmt.Errorf("advice: %w", err))
	}
	for i, a := range all {
		if a.Like == "" {
			continue
		}
		example, known := calculator.ExampleNamed(a.Like)
		if !known {
			panic(fmt.Errorf("advice %s: no example %s", a.Name, a.Like))
		}
		all[i].Resource, all[i].Request = example.Resource, example.Request
	}
	return all
})

// Weighed is advice with its call and figures.
type Weighed struct {
	Name     string
	Resource string       // whom the call asks
	Params   input.Params // what it asks, with canonical numbers and names in the language
	Currency string
	Figures  []Figure
}

// Figure is a figure that weighs advice.
type Figure struct {
	Name string
	Cell answer.Cell
}

// In returns all advice, weighed, with names in the language. What it rests on
// never changes, so it is worked out once.
func In(l locale.Language) ([]Weighed, error) {
	works := weighed()[l]
	if works == nil {
		works = weighed()[locale.English]
	}
	return works()
}

var weighed = sync.OnceValue(func() map[locale.Language]func() ([]Weighed, error) {
	all := map[locale.Language]func() ([]Weighed, error){}
	for _, l := range locale.Languages() {
		all[l] = sync.OnceValues(func() ([]Weighed, error) { return weigh(l) })
	}
	return all
})

func weigh(l locale.Language) ([]Weighed, error) {
	var all []Weighed
	for _, a := range read() {
		w := Weighed{Name: a.Name, Resource: a.Resource, Params: a.call().Query(l)}
		for _, p := range w.Params {
			if p.Name == "currency" {
				w.Currency = p.Value
			}
		}
		for _, name := range a.Figures {
			cell, err := figure(calculator.At(a.Resource), w.Params, name)
			if err != nil {
				return nil, fmt.Errorf("advice %s, %s: %w", a.Name, name, err)
			}
			w.Figures = append(w.Figures, Figure{name, cell})
		}
		all = append(all, w)
	}
	return all, nil
}

// figure asks the calculator for one figure, as a cell of a spreadsheet does.
func figure(calc *calculator.Calculator, p input.Params, name string) (answer.Cell, error) {
	f, known := vocabulary.FigureNamed(calc.Figures.All(), name)
	if !known {
		return answer.Cell{}, fmt.Errorf("%s has no such figure", calc.Name)
	}
	asked := calc.NewFigureRequest()
	if faults := input.FromParams(calc.FigureShape(), p, input.Dialect{Said: true}, asked); len(faults) > 0 {
		return answer.Cell{}, faults
	}
	return calc.Figure(context.Background(), asked, f)
}
