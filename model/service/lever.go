package service

import (
	"blyant/model/internal/formula"
	"blyant/model/internal/worth"
	"blyant/model/vocabulary"

	"github.com/shopspring/decimal"
)

// Lever is one way to more: the step taken and what it gains a customer, before
// any cost of taking it.
type Lever struct {
	Name string
	Step vocabulary.Rounded
	Gain vocabulary.Rounded
}

// The levers, in the order of equal gains.
const (
	KeepMorePromises = "keep_more_promises" // missed → met
	ExceedMore       = "exceed_more"        // met → exceeded
	TellMore         = "tell_more"          // noticed_share up
	CorrectDoubt     = "correct_doubt"      // doubted_share down
)

// Levers returns the names of the levers.
func Levers() []string { return []string{KeepMorePromises, ExceedMore, TellMore, CorrectDoubt} }

// note says that the lever is the best one, where it gains anything: by the
// percentage point, or for what is left of it.
func (l Lever) note(r *worth.Report, currency vocabulary.Currency) {
	if l.Gain.Sign() <= 0 {
		return
	}
	about := "levers"
	if l.Step.Decimal().LessThan(point) {
		about = "step"
	}
	r.Note("best_lever", about, l.Name, l.Gain.String(), string(currency), l.Step.Decimal().Shift(2).String())
}

// point is one percentage point, the step of a lever.
var point = decimal.New(1, -2)

// move is a share moved by a percentage point, or by what is left of it, and how
// the promise is seen then.
type move struct {
	name string
	step decimal.Decimal
	formula.Perceived
}

func (f facts) moves(p Promise) []move {
	var all []move
	try := func(name string, left decimal.Decimal, moved func(step decimal.Decimal) facts) {
		step := decimal.Min(point, left)
		all = append(all, move{name, step, moved(step).perceive(p).Perceived})
	}
	try(KeepMorePromises, f.missed, func(s decimal.Decimal) facts {
		g := f
		g.missed, g.met = f.missed.Sub(s), f.met.Add(s)
		return g
	})
	try(ExceedMore, f.met, func(s decimal.Decimal) facts {
		g := f
		g.met, g.exceeded = f.met.Sub(s), f.exceeded.Add(s)
		return g
	})
	try(TellMore, one.Sub(f.noticed), func(s decimal.Decimal) facts {
		g := f
		g.noticed = f.noticed.Add(s)
		return g
	})
	try(CorrectDoubt, f.doubted, func(s decimal.Decimal) facts {
		g := f
		g.doubted = f.doubted.Sub(s)
		return g
	})
	return all
}

// levers reports the moves, the one with the highest gain first.
func levers(r *worth.Report, moves []move, promised *formula.Promised) []Lever {
	out := make([]Lever, len(moves))
	for place, i := range promised.Order {
		m := moves[i]
		out[place] = Lever{
			Name: m.name,
			Step: r.Rounded(stepFigure, formula.Round(m.step, vocabulary.RatioDecimals), worth.Absence{}),
			Gain: r.Rounded(gainFigure, promised.Gains[i], worth.Absence{}),
		}
	}
	return out
}
