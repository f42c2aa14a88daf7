package chart

import (
	"math"

	"blyant/internal/locale"
	"blyant/model/purchase"
)

// Purchases is the picture of repeat purchases as they came and as each model
// expects them; of a table of customers, which has no calendar, that of how many
// customers made how many.
func Purchases(r *purchase.Result, lang locale.Language) Picture {
	for _, m := range r.Models {
		if len(m.Tracking) > 1 {
			return Picture{tracked(r, lang)}
		}
	}
	return Picture{frequent(r, lang)}
}

// tracked pictures cumulative repeat purchases over the calendar.
func tracked(r *purchase.Result, lang locale.Language) picture {
	unit := string(r.Request.Unit)
	p := picture{title: lang.Text("chart.title.tracking"), xTitle: lang.Text("chart.axis." + unit), perYear: int(math.Round(purchase.DaysPerYear / r.Request.Unit.Days())),
		yTitle: amounts(lang.Text("chart.axis.tracking")), alt: lang.Text("chart.alt.tracking")}
	for _, m := range r.Models {
		if m.Fitted == nil {
			continue
		}
		seen, expected := []point{{}}, []point{{}}
		for _, row := range m.Tracking {
			seen = append(seen, point{float64(row.Period), float64(row.CumulativeObserved)})
			expected = append(expected, point{float64(row.Period), row.CumulativeExpected})
		}
		if p.lines == nil {
			p.lines = []line{{name: lang.Label("observed"), points: seen}}
		}
		p.lines = append(p.lines, line{name: modelName(m.Name, r, lang), points: expected})
	}
	return p
}

// amounts is the title of an axis with the unit of its amounts behind it.
func amounts(title string) func(unit string) string {
	return func(unit string) string {
		if unit == "" {
			return title
		}
		return title + ", " + unit
	}
}

// frequent pictures customers by their repeat purchases.
func frequent(r *purchase.Result, lang locale.Language) picture {
	p := picture{title: lang.Text("chart.title.frequencies"), xTitle: lang.Text("chart.axis.repeats"), perYear: 1,
		yTitle: amounts(lang.Text("chart.axis.frequencies")), alt: lang.Text("chart.alt.frequencies")}
	for _, m := range r.Models {
		if m.Fitted == nil {
			continue
		}
		var seen, expected []point
		for _, f := range m.Frequencies {
			seen = append(seen, point{float64(f.X), float64(f.Observed)})
			expected = append(expected, point{float64(f.X), f.Expected})
		}
		if p.lines == nil {
			p.lines = []line{{name: lang.Label("observed"), points: seen}}
		}
		p.lines = append(p.lines, line{name: modelName(m.Name, r, lang), points: expected})
	}
	return p
}

// modelName is what the line of a model is called.
func modelName(model string, r *purchase.Result, lang locale.Language) string {
	if model == r.Preferred {
		return lang.TextWith("chart.legend.preferred", "name", lang.Label(model))
	}
	return lang.Label(model)
}
