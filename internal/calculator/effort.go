package calculator

import (
	"slices"

	"blyant/internal/option"
	"blyant/model"
	"blyant/model/plan"
	"blyant/model/service"
	"blyant/model/whatif"
)

// effort is how much there is to do for a request, before any of it is done:
// periods, scenarios, draws and rows, times what one of them took when it was
// measured (docs/performance.md). An answer that needs a dearer arithmetic takes
// longer; that is for its deadline to bound.
type effort struct {
	work   float64 // microseconds of one core until there is a result
	rows   float64 // of its longest tables, which a format writes
	sheets float64 // of a workbook with formulas, beside the first ones
	held   float64 // numbers that are kept meanwhile
}

// What formats take, in microseconds: for a row, and whatever the answer.
var (
	perRow  = map[string]float64{option.JSON: 5, option.XML: 10, option.CSV: 1, option.TSV: 1, option.XLSX: 36, option.HTML: 20, option.SVG: 1, option.PNG: 1}
	perFile = map[string]float64{option.XLSX: 15_000, option.HTML: 5_000, option.SVG: 2_000, option.PNG: 2_000, option.JSON: 50}
)

// effortBy is an estimate as the description of a calculator has it.
func effortBy[Q any](of func(*Q) effort) func(any) effort {
	return func(request any) effort { return of(request.(*Q)) }
}

// periods is the horizon.
func periods(s *model.Scenario) float64 {
	if s.Horizon.Valid {
		return float64(s.Horizon.Int)
	}
	full := s.WithDefaults()
	return float64(full.Horizon.Int)
}

func effortOfValue(s *model.Scenario) effort {
	n := periods(s)
	return effort{work: 3 * n, rows: n}
}

func effortOfComparison(q *comparisonRequest) effort {
	var n float64
	for i := range q.Scenarios {
		n += periods(&q.Scenarios[i])
	}
	return effort{work: 2 * n, rows: n}
}

func effortOfPromise(p *service.Promise) effort { return effort{work: 20 * periods(&p.Scenario)} }

func effortOfProgrammes(q *service.ProgrammesRequest) effort {
	n := periods(&q.Scenario)
	return effort{work: (5 + float64(len(q.Programmes))) * n, rows: float64(len(q.Programmes))}
}

func effortOfPlan(q *plan.Request) effort {
	n, kinds := float64(q.Periods.Int), float64(max(1, len(q.Segments)))
	return effort{work: 33 * n * kinds, rows: n * kinds, sheets: kinds}
}

// effortOfBreakEven of a plan is that of a few plans where its cash is a straight
// line of the input, of some hundred where it has to be searched for.
func effortOfBreakEven(q *whatif.BreakEvenRequest) effort {
	if q.OfPlan() {
		plans := 4.0
		if slices.Contains(searchedFor, q.SolveFor) || q.Plan.WordOfMouth == plan.On {
			plans = 200
		}
		return effort{work: plans * (effortOfPlan(&q.Plan).work + 3*periods(&q.Scenario))}
	}
	return effort{work: 500 + 200*periods(&q.Scenario)}
}

// searchedFor are the inputs by which the cash of a plan is no straight line.
var searchedFor = []string{"repeat_purchase_rate", "basket_growth_rate", "order_growth_rate", "annual_discount_rate", "basket_value", "basket_cap"}

// effortOfSensitivity knows which metrics have a closed form to vary by. The
// others are worked out period by period, with as many digits as there are
// periods.
func effortOfSensitivity(q *whatif.SensitivityRequest) effort {
	n, all := periods(&q.Scenario), float64(len(whatif.VariableNames()))
	share := 1.0
	if len(q.Fields) > 0 {
		share = float64(len(q.Fields)) / all
	}
	work := 4_000 + 9*n
	switch q.Metric {
	case "internal_rate_of_return":
		work = 30_000 + 28*n*n
	case "payback_periods", "payback_orders":
		work = 10_000 + 6.8*n*n
	case "probability_of_profit":
		work = 4_000 + 350*n
	}
	return effort{work: share * work, rows: share * all}
}

func effortOfGrid(q *whatif.GridRequest) effort {
	cells := values(&q.X) * values(&q.Y)
	return effort{work: 30 * cells, rows: cells}
}

func values(a *whatif.Axis) float64 {
	if len(a.Values) > 0 {
		return float64(len(a.Values))
	}
	return float64(max(1, a.Steps.Int))
}

// effortOfSimulation: each draw has its metrics, of which a rate of return is
// searched for; they are then sorted, as the inputs are.
func effortOfSimulation(q *whatif.SimulationRequest) effort {
	draws, metrics := 10_000.0, 2.0
	if q.Draws.Valid {
		draws = float64(q.Draws.Int)
	}
	if len(q.Metrics) > 0 {
		metrics = float64(len(q.Metrics))
	}
	fields := float64(len(q.Uncertain))
	each := 0.4*metrics + 0.05*fields
	if slices.Contains(q.Metrics, "internal_rate_of_return") {
		each += 4 + 0.02*periods(&q.Scenario)
	}
	return effort{work: draws * each, rows: 50 * metrics, held: draws * (fields + metrics + 3)}
}
