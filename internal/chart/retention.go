package chart

import (
	"strings"

	"blyant/internal/locale"
	"blyant/model"
	"blyant/model/retention"
)

// Retention is the picture of customers counted and of the models fitted to them.
func Retention(r *retention.Result, period string, lang locale.Language) Picture {
	return Picture{survival(r, model.Period(period), lang)}
}

// survival pictures the customers still active, in per cent of those who began:
// as observed, and as each model has it.
func survival(r *retention.Result, period model.Period, lang locale.Language) picture {
	p := picture{
		subject: lang.Text("chart.title.retention"),
		xTitle:  lang.Text("chart.axis." + string(period)),
		yTitle:  func(string) string { return lang.Text("chart.axis.survival") },
		perYear: period.PerYear(), decimals: 1,
		lines: []line{{name: lang.Label("observed"), points: percents(r.Observed)}},
	}
	words := []string{lang.Text("chart.alt.retention")}
	for _, m := range r.Models {
		if m.Parameters == nil {
			continue
		}
		l := line{name: lang.Label(m.Model), points: percents(m.Survival)}
		if m.Model == r.Preferred {
			l.name = lang.TextWith("chart.legend.preferred", "name", l.name)
		}
		p.lines = append(p.lines, l)
		words = append(words, lang.TextWith("chart.alt.survival", "name", l.name, "n", lang.Number(fixed(l.last(), 1)),
			"periods", periods(fixed(float64(len(m.Survival)-1), 0), period, lang)))
	}
	p.alt = strings.Join(words, " ")
	last := len(r.Observed) - 1
	p.title = lang.TextWith("chart.says.retention", "share", percent(r.Observed[last], lang), "n", periods(fixed(float64(last), 0), period, lang))
	p.stops = p.stopsAt(func(x float64) string { return atPeriod(x, period, lang) }, func(y float64) string { return percent(y/100, lang) })
	return p
}

// percents are the points of a survival curve from period 0.
func percents(shares []float64) []point {
	points := make([]point, len(shares))
	for t, share := range shares {
		points[t] = point{X: float64(t), Y: share * 100}
	}
	return points
}
