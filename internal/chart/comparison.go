package chart

import (
	"strconv"
	"strings"

	"blyant/internal/locale"
	"blyant/model"
)

// comparison pictures scenarios side by side: one pencil against ten years of
// pencils. Each line ends where its scenario's horizon does.
func comparison(r model.ComparisonResult, lang locale.Language) picture {
	p := valuePicture(r.Scenarios[0].Scenario, lang)
	p.title = lang.Text("chart.title.comparison")
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
	return p
}

// scenarioName is what a scenario is called: by its name, its key, or its place.
func scenarioName(r model.ComparisonResult, i int, lang locale.Language) string {
	if name := r.Scenarios[i].Scenario.Name; name != "" {
		return name
	}
	place := strconv.Itoa(i + 1)
	if i < len(r.Names) && r.Names[i] != "" && r.Names[i] != place {
		return r.Names[i]
	}
	return lang.TextWith("chart.unnamed", "n", place)
}
