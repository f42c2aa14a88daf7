package calculator

import (
	"context"

	"blyant/internal/answer"
	"blyant/model/vocabulary"
)

// Rows computes figures that have addresses for one request after another, and
// nothing else of the answers: of several things side by side those of the last.
// It keeps its memory for the next request, so it is not for several goroutines at
// once.
type Rows struct {
	calculator *Calculator
	figures    []vocabulary.Figure
	request    any
	result     any // kept from row to row, where the calculator works into one
	cells      []answer.Cell
}

// Rows returns what computes rows of these figures.
func (c *Calculator) Rows(figures []vocabulary.Figure) *Rows {
	r := &Rows{calculator: c, figures: figures, request: c.fresh(), cells: make([]answer.Cell, len(figures))}
	if c.into != nil {
		r.result = c.freshResult()
	}
	return r
}

// Request returns an empty request, to be read into; the one before is gone.
func (r *Rows) Request() any {
	r.calculator.clear(r.request)
	return r.request
}

// Checks reports whether Answer finds all that the shape's Check finds, so that
// the request need not be checked before.
func (r *Rows) Checks() bool { return r.calculator.into != nil }

// Answer computes the figures for the request. The cells are good until the next
// answer. The error is that of Calculator.Answer; a row that costs more than any
// request may has a fault. What can be worked out briefly never does.
func (r *Rows) Answer(ctx context.Context) ([]answer.Cell, error) {
	c := r.calculator
	if c.into == nil {
		if c.brief == nil {
			if err := c.affordable(r.request); err != nil {
				return nil, err
			}
		}
		result, err := c.briefly(ctx, r.request)
		if err != nil {
			return nil, err
		}
		r.result = result
	} else if err := c.into(r.request, r.result); err != nil {
		return nil, err
	}
	return r.cells, c.fill(r.cells, r.result, "", r.figures)
}

// fill puts figures of a result into cells.
func (c *Calculator) fill(cells []answer.Cell, result any, of string, figures []vocabulary.Figure) error {
	if c.Figures.part != nil {
		record := c.Figures.part(result)
		for i := range figures {
			cells[i].SetFigure(&figures[i], figures[i].Of(record))
		}
		return nil
	}
	for i, f := range figures {
		record, f, err := c.Figures.find(result, f, of)
		if err != nil {
			return err
		}
		cells[i].SetFigure(&f, f.Of(record))
	}
	return nil
}
