package whatif

import (
	"blyant/model/internal/exact"
	"blyant/model/internal/worth"
	"blyant/model/plan"
	"blyant/model/vocabulary"
)

func planFigure(name string) vocabulary.Figure {
	f, _ := plan.FigureNamed(name)
	return f
}

func netPresentValue(_ *planProblem, c *plan.Course) (exact.Number, worth.Absence) {
	return c.NetPresentValue, worth.Absence{}
}

func closingCash(_ *planProblem, c *plan.Course) (exact.Number, worth.Absence) {
	return c.Closing, worth.Absence{}
}

func peakFunding(p *planProblem, c *plan.Course) (exact.Number, worth.Absence) {
	return c.PeakFunding(p.a), worth.Absence{}
}

func paybackPeriod(p *planProblem, c *plan.Course) (exact.Number, worth.Absence) {
	return c.PaybackPeriod(p.a)
}

// off is by how much a figure misses the target.
func off(figure func(*planProblem, *plan.Course) (exact.Number, worth.Absence)) func(*planProblem, *plan.Course) [][]exact.Number {
	return func(p *planProblem, c *plan.Course) [][]exact.Number {
		x, _ := figure(p, c)
		return [][]exact.Number{{p.a.Sub(x, p.target)}}
	}
}

func isZero(_ *planProblem, signs []int) bool { return signs[0] == 0 }

// shortfall is what is left of the target in each period.
func shortfall(p *planProblem, c *plan.Course) [][]exact.Number {
	left := make([]exact.Number, len(c.Surplus))
	for j, x := range c.Surplus {
		left[j] = p.a.Add(x, p.target)
	}
	return [][]exact.Number{left}
}

func isShort(p *planProblem, signs []int) bool {
	switch p.request.Target.Decimal.Sign() {
	case 0:
		return signs[0] >= 0
	case 1:
		return signs[0] == 0
	}
	return false
}

// sinceThen are the periods from the one asked for, and the one before it.
func sinceThen(p *planProblem, c *plan.Course) [][]exact.Number {
	k := p.request.Target.Decimal
	if !k.IsInteger() || k.Sign() <= 0 || k.IntPart() > int64(len(c.Surplus)) {
		return nil
	}
	from := int(k.IntPart()) - 1
	if from == 0 {
		return [][]exact.Number{c.Surplus}
	}
	return [][]exact.Number{c.Surplus[from:], c.Surplus[from-1 : from]}
}

func isSinceThen(_ *planProblem, signs []int) bool {
	return len(signs) > 0 && signs[0] >= 0 && (len(signs) == 1 || signs[1] < 0)
}
