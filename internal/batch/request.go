package batch

import (
	"blyant/internal/calculator"
	"blyant/internal/input"
	"blyant/model/vocabulary"
)

// Request is what is asked beside the rows.
type Request struct {
	Resource string   // the calculator's name; empty is usualResource
	Fields   []string // names of the figures of an answer; none are all
}

const usualResource = "lifetime-value"

// mostFields bounds the figures of an answer.
const mostFields = 100

// Shape is the request as a query has it.
func Shape() input.Shape { return input.Shape{Fields: fields} }

var fields = []vocabulary.Field{
	vocabulary.Place(vocabulary.Choice("resource", Resources()...).Defaults(usualResource), func(q *Request) any { return &q.Resource }),
	vocabulary.Place(vocabulary.Names("fields", mostFields), func(q *Request) any { return &q.Fields }),
}

// Resources are the calculators whose requests can be rows: those with figures
// that have addresses.
func Resources() []string {
	var names []string
	for _, c := range calculator.All() {
		if len(c.Figures.All()) > 0 {
			names = append(names, c.Name)
		}
	}
	return names
}

// Calculator is the calculator asked for, nil where there is none of that name.
func (q *Request) Calculator() *calculator.Calculator {
	if q.Resource == "" {
		return calculator.Named(usualResource)
	}
	return calculator.Named(q.Resource)
}

// Figures are the figures asked for, in the order in which they were; all of the
// calculator's unless told. Faults are names that it has not, and names given twice.
func (q *Request) Figures() ([]vocabulary.Figure, vocabulary.Faults) {
	calc := q.Calculator()
	if calc == nil {
		return nil, nil // a fault of the resource, which is known
	}
	all := calc.Figures.All()
	if len(q.Fields) == 0 {
		return all, nil
	}
	var figures []vocabulary.Figure
	var faults vocabulary.Faults
	for _, name := range q.Fields {
		f, known := vocabulary.FigureNamed(all, name)
		_, again := vocabulary.FigureNamed(figures, name)
		switch {
		case !known:
			faults = append(faults, vocabulary.Fault{Field: "fields", Code: vocabulary.CodeNotAChoice, Reason: "unknown_figure",
				Args: []string{input.Shown(name)}, Hint: input.Nearest(name, figureNames(all)), Value: input.Shown(name)})
		case again:
			faults = append(faults, vocabulary.Fault{Field: "fields", Code: vocabulary.CodeDuplicate, Reason: "duplicate", Args: []string{name}})
		default:
			figures = append(figures, f)
		}
	}
	return figures, faults
}

func figureNames(figures []vocabulary.Figure) []string {
	names := make([]string, len(figures))
	for i, f := range figures {
		names[i] = f.Name
	}
	return names
}
