package chart

import (
	"math"
	"strconv"

	"blyant/internal/locale"
	"blyant/model"
	"blyant/model/purchase"

	"github.com/shopspring/decimal"
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
	p := picture{subject: lang.Text("chart.title.tracking"), xTitle: lang.Text("chart.axis." + unit), perYear: int(math.Round(purchase.DaysPerYear / r.Request.Unit.Days())),
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
		if n := len(m.Tracking); n > 0 && (m.Name == r.Preferred || p.title == "") {
			end := m.Tracking[n-1]
			p.title = lang.TextWith("chart.says.tracking", "came", lang.Number(strconv.Itoa(end.CumulativeObserved)), "model", lang.Label(m.Name), "expected", customers(decimal.NewFromFloat(end.CumulativeExpected), lang))
		}
	}
	p.stops = p.stopsAt(func(x float64) string { return atPeriod(x, model.Period(unit), lang) }, counted(lang))
	return p
}

// counted writes a number of purchases or customers, which of a model need not be
// whole.
func counted(lang locale.Language) func(float64) string {
	return func(y float64) string { return trimmed(decimal.NewFromFloat(y).Round(1), lang) }
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
	p := picture{subject: lang.Text("chart.title.frequencies"), xTitle: lang.Text("chart.axis.repeats"), perYear: 1,
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
	p.title = cameBack(p.lines, lang)
	p.stops = p.stopsAt(func(x float64) string { return lang.Text("chart.axis.repeats") + noBreakSpace + fixed(x, 0) }, counted(lang))
	return p
}

// cameBack says which share of the customers who were seen made a repeat purchase.
func cameBack(lines []line, lang locale.Language) string {
	all, once := 0.0, 0.0
	for _, l := range lines[:min(len(lines), 1)] {
		for _, p := range l.points {
			if all += p.Y; p.X == 0 {
				once = p.Y
			}
		}
	}
	if all == 0 {
		return lang.Text("chart.title.frequencies")
	}
	return lang.TextWith("chart.says.frequencies", "share", percent((all-once)/all, lang))
}

// modelName is what the line of a model is called.
func modelName(model string, r *purchase.Result, lang locale.Language) string {
	if model == r.Preferred {
		return lang.TextWith("chart.legend.preferred", "name", lang.Label(model))
	}
	return lang.Label(model)
}
