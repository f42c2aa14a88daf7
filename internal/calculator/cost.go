package calculator

import (
	"strconv"

	"blyant/internal/admission"
	"blyant/internal/option"
	"blyant/model/vocabulary"
)

const (
	perPixel  = 0.034 // of a picture of dots
	perSheet  = 5_000
	ofUnknown = 20_000 // of a calculator that does not say
)

// Cost estimates what the answer to a request takes in a format; pixels are those
// of a picture. The request has no faults.
func (c *Calculator) Cost(request any, medium string, pixels int) admission.Cost {
	e := effort{work: ofUnknown}
	if c.effort != nil {
		e = c.effort(request)
	}
	in := perFile[medium] + perRow[medium]*e.rows
	switch medium {
	case option.PNG:
		in += perPixel * float64(pixels)
	case option.XLSX:
		in += perSheet * e.sheets
	}
	return admission.Of(e.work+in, int64(8*e.held))
}

// CostOfFigure estimates what one figure takes.
func (c *Calculator) CostOfFigure(asked *FigureRequest) admission.Cost {
	return c.Cost(asked.request, option.Text, 0)
}

// TooDear says in words that a request costs more than any may.
func TooDear(e *admission.TooDearError) vocabulary.Faults {
	return vocabulary.Faults{{Code: vocabulary.CodeTooMany, Reason: "too_dear", Args: []string{milliseconds(e.Cost), milliseconds(e.Most)}}}
}

func milliseconds(c admission.Cost) string { return strconv.FormatInt(int64(c+999)/1000, 10) }

// affordable refuses a row of a stream that costs more than any request may.
func (c *Calculator) affordable(request any) error {
	if cost := c.Cost(request, option.Text, 0); cost > admission.Most {
		return TooDear(&admission.TooDearError{Cost: cost, Most: admission.Most})
	}
	return nil
}
