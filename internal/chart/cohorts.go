package chart

import (
	"math"

	"blyant/internal/locale"
	"blyant/model"
	"blyant/model/cohort"
)

// Cohorts is the heat map of a cohort table: the share of each cohort that
// bought, by age.
func Cohorts(r *cohort.Result, lang locale.Language) Picture {
	h := &cohortMap{}
	for _, c := range r.Cohorts {
		row := make([]float64, len(c.Ages))
		for age, cell := range c.Ages {
			row[age] = math.NaN()
			if cell != nil {
				row[age] = cell.ActiveShare.InexactFloat64()
				h.ages = max(h.ages, age+1)
				if age > 0 {
					h.most = max(h.most, row[age])
				}
			}
		}
		h.names, h.shares = append(h.names, c.Name), append(h.shares, row)
	}
	p := picture{figure: h, subject: lang.Text("chart.title.cohorts"),
		yTitle: func(string) string { return lang.Text("chart.axis.cohorts." + string(r.Period)) }}
	p.alt = lang.TextWith("chart.alt.cohorts", "n", lang.Number(fixed(float64(len(h.names)), 0)))
	p.title = p.subject
	if n := len(r.Average); n > 1 {
		p.title = lang.TextWith("chart.says.cohorts", "share", percent(r.Average[1].ActiveShare.InexactFloat64(), lang), "n", periods("1", model.Period(r.Period), lang))
		p.alt += " " + lang.TextWith("chart.alt.cohorts_average", "share", lang.Number(fixed(r.Average[1].ActiveShare.InexactFloat64()*100, 1)))
	}
	return Picture{p}
}
