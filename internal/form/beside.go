package form

import (
	"context"
	"strings"

	"blyant/internal/answer"
	"blyant/internal/calculator"
	"blyant/internal/chart"
	"blyant/internal/input"
)

// Where the what-if calculators are.
const (
	whereBreakEven   = "/v1/break-even"
	whereSensitivity = "/v1/sensitivity"
	whereGrid        = "/v1/grid"
	whereSimulation  = "/v1/simulation"
)

// guessed is the scenario of an item, as the calculators take it.
func (v *viewer) guessed(it item) input.Params {
	var p input.Params
	for _, param := range v.alone(it) {
		if _, of := named(customerFields, param.Name); of && param.Name != "name" {
			p = append(p, param)
		}
	}
	return p
}

// with adds parameters, given as pairs.
func with(p input.Params, pairs ...string) input.Params {
	p = p[:len(p):len(p)]
	for i := 0; i+1 < len(pairs); i += 2 {
		p = append(p, input.Param{Name: pairs[i], Value: pairs[i+1]})
	}
	return p
}

// beside works out another answer about the same customer; false where there is
// none, as where no value solves it. It takes some milliseconds at the most.
func (v *viewer) beside(path string, p input.Params) (answer.Answer, bool) {
	calc := calculator.At(path)
	request := calc.NewRequest()
	if faults := input.FromParams(calc.Request, p, input.Dialect{Said: true}, request); len(faults) > 0 {
		return answer.Answer{}, false
	}
	a, err := calc.Answer(context.Background(), request, v.Lang)
	return a, err == nil
}

// whole is the address of another answer on this server.
func (v *viewer) whole(path string, p input.Params) string {
	return strings.TrimPrefix(v.address(path, p, "decimal", "point", "lang", string(v.Lang)), v.Base)
}

// drawn are the pictures of another answer, for wide and narrow screens.
func (v *viewer) drawn(path string, a answer.Answer) []chartView {
	picture := calculator.At(path).Chart(a, v.Lang)
	var all []Chart
	for i, size := range []Size{{480, 340}, {300, 340}} {
		all = append(all, Chart{Narrow: i > 0, SVG: chart.SVG(picture, chart.Options{Lang: v.Lang, Width: size.Width, Height: size.Height, Inline: true})})
	}
	return v.pictures(all)
}
