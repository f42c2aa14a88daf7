package calculator

import (
	"context"
	"errors"
	"slices"

	"blyant/internal/answer"
	"blyant/internal/input"
	"blyant/model/vocabulary"
)

// Addressed are the figures that can be asked for one by one, as cells do.
type Addressed struct {
	Own  []vocabulary.Figure // of the answer itself; none where there are only those of items
	Item []vocabulary.Figure // of one of several things side by side, which of= names
	// find returns the record that holds the figure, of the item called of or of
	// the answer itself, and the figure as it stands there. The error is of type
	// vocabulary.Faults, or a *NoFigureError.
	find func(result any, figure vocabulary.Figure, of string) (any, vocabulary.Figure, error)
	part func(result any) any // the record of all of them, where it is one
}

// NoFigureError is the error of asking an item for a figure that only the whole
// answer has.
type NoFigureError struct {
	Name  string
	Known []string // the figures that it has
}

// Error names the figure.
func (e *NoFigureError) Error() string { return "no figure " + e.Name }

// FigureRequest is a request for one figure: of several things side by side it
// says which one.
type FigureRequest struct {
	of      string
	request any
}

var ofField = vocabulary.Place(vocabulary.Text("of", 80).Under(vocabulary.GroupCalculator), func(q *FigureRequest) any { return &q.of })

// NewFigureRequest returns an empty request for a figure.
func (c *Calculator) NewFigureRequest() *FigureRequest { return &FigureRequest{request: c.fresh()} }

// FigureShape is what is asked beside the figure in the path.
func (c *Calculator) FigureShape() input.Shape { return c.figureShape }

// newFigureShape is the request, and where there are items the one that is meant.
func (c *Calculator) newFigureShape() input.Shape {
	var beside []vocabulary.Field
	if len(c.Figures.Item) > 0 {
		beside = append(beside, ofField)
	}
	return c.Request.With(func(record any) any { return record.(*FigureRequest).request }, beside...)
}

// Figure computes one figure.
func (c *Calculator) Figure(ctx context.Context, asked *FigureRequest, f vocabulary.Figure) (answer.Cell, error) {
	result, err := c.briefly(ctx, asked.request)
	tooLarge, others := outOfRange(err)
	if result == nil || others {
		return answer.Cell{}, err
	}
	var cell [1]answer.Cell
	if err := c.fill(cell[:], result, asked.of, []vocabulary.Figure{f}); err != nil {
		return answer.Cell{}, err
	}
	if cell[0].Kind == answer.Null {
		return cell[0], about(tooLarge, f.Name).OrNil()
	}
	return cell[0], nil
}

// outOfRange are the faults of figures that are too large, and whether the error
// is another.
func outOfRange(err error) (faults vocabulary.Faults, others bool) {
	if err == nil || !errors.As(err, &faults) {
		return nil, err != nil
	}
	others = slices.ContainsFunc(faults, func(f vocabulary.Fault) bool { return f.Code != vocabulary.CodeResultOutOfRange })
	return faults, others
}

// about is the fault of a figure, none where it has none: of several things side
// by side each may have it.
func about(faults vocabulary.Faults, figure string) vocabulary.Faults {
	i := slices.IndexFunc(faults, func(f vocabulary.Fault) bool { return f.Field == figure })
	if i < 0 {
		return nil
	}
	return faults[i : i+1]
}

func (c *Calculator) briefly(ctx context.Context, request any) (any, error) {
	if c.brief != nil {
		return c.brief(ctx, request)
	}
	result, _, err := c.work(ctx, request)
	return result, err
}

// All are the figures with addresses, each name once.
func (a Addressed) All() []vocabulary.Figure {
	all := slices.Clone(a.Own)
	for _, f := range a.Item {
		if _, known := vocabulary.FigureNamed(all, f.Name); !known {
			all = append(all, f)
		}
	}
	return all
}

// whole finds figures that all stand in one part of the result.
func whole[R any](figures []vocabulary.Figure, part func(*R) any) Addressed {
	record := func(result any) any { return part(result.(*R)) }
	return Addressed{Own: figures, part: record, find: func(result any, f vocabulary.Figure, _ string) (any, vocabulary.Figure, error) {
		return record(result), f, nil
	}}
}
