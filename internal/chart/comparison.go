package chart

import (
	"strconv"
	"strings"

	"blyant/internal/locale"
	"blyant/model"
)

// comparison pictures scenarios side by side: one pencil against ten years of
// pencils. Each line ends where its scenario's horizon does; the strong one is that
// of the greatest net lifetime value.
func comparison(r model.ComparisonResult, lang locale.Language) picture {
	p := valuePicture(r.Scenarios[0].Scenario, lang)
	p.subject, p.strong = lang.Text("chart.title.comparison"), bestOf(r)
	alt := []string{lang.Text("chart.alt.comparison")}
	for i, scenario := range r.Scenarios {
		l := valueLine(scenario)
		l.name = scenarioName(r, i, lang)
		if i == r.Baseline {
			l.full = lang.TextWith("chart.legend.baseline", "name", l.name)
		}
		p.lines = append(p.lines, l)
		horizon := strconv.Itoa(len(scenario.Schedule))
		alt = append(alt, lang.TextWith("chart.alt.line", "name", l.name,
			"last", amount(scenario.Summary.NetLifetimeValue.Decimal(), p.decimals, lang), "currency", p.currency,
			"n", lang.Number(horizon), "periods", periodWord(horizon, scenario.Scenario.Period, lang)))
	}
	p.alt = strings.Join(alt, " ")
	p.name = p.lines[p.strong].name
	p.title = p.comparisonSays(r, lang)
	p.marks = p.paybacks(r, lang)
	p.stops = p.stopsByPeriod(r.Scenarios[0].Scenario.Period, lang)
	return p
}

// bestOf returns the scenario of the greatest net lifetime value, the first of
// equal ones.
func bestOf(r model.ComparisonResult) int {
	best := 0
	for i, s := range r.Scenarios {
		if s.Summary.NetLifetimeValue.Decimal().GreaterThan(r.Scenarios[best].Summary.NetLifetimeValue.Decimal()) {
			best = i
		}
	}
	return best
}

// comparisonSays says which scenario is worth most, or loses least where all lose.
func (p picture) comparisonSays(r model.ComparisonResult, lang locale.Language) string {
	best := r.Scenarios[p.strong].Summary.NetLifetimeValue
	equal := 0
	for _, s := range r.Scenarios {
		if s.Summary.NetLifetimeValue.Decimal().Equal(best.Decimal()) {
			equal++
		}
	}
	key, value := "chart.says.most", best.Float64()
	if best.Sign() < 0 {
		key, value = "chart.says.least", -value
	}
	switch {
	case equal == len(r.Scenarios):
		key += ".all"
	case equal > 1:
		key += ".some"
	}
	return lang.TextWith(key, "name", p.name, "amount", p.money(value, lang), "count", lang.Number(strconv.Itoa(equal-1)))
}

// paybacks marks where the lines cross zero, the strong line first, since the first
// have their words. Of lines that cross at the same moment one is marked.
func (p picture) paybacks(r model.ComparisonResult, lang locale.Language) []mark {
	order := []int{p.strong}
	for i := range r.Scenarios {
		if i != p.strong {
			order = append(order, i)
		}
	}
	var marks []mark
	seen := map[float64]bool{}
	for _, i := range order {
		for _, m := range crossings(r.Scenarios[i], func(_, n string) string { return n }, lang) {
			if m.of = i + 1; !seen[m.x] {
				marks, seen[m.x] = append(marks, m), true
			}
		}
	}
	return marks
}

// scenarioName is what a scenario is called: by its name, its key, or its place, which
// those without a name have for one.
func scenarioName(r model.ComparisonResult, i int, lang locale.Language) string {
	place := strconv.Itoa(i + 1)
	if name := r.Scenarios[i].Scenario.Name; name != "" && name != place {
		return name
	}
	if i < len(r.Names) && r.Names[i] != "" && r.Names[i] != place {
		return r.Names[i]
	}
	return lang.TextWith("chart.unnamed", "n", place)
}
