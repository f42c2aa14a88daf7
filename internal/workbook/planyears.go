package workbook

import (
	"slices"

	"blyant/model/plan"
	"blyant/model/vocabulary"
)

// stocks are the lines that stand by year as in the year's last period.
var stocks = []string{"active_customers", "closing_cash"}

// writeYears writes the plan by year: flows added up, stocks as at its end.
func (p *business) writeYears() {
	s, row := p.years, firstRow
	s.say(titleRow, 1, lookTitle, p.text("title.plan_years"))
	s.put(introRow, 1, style{look: lookIntro}, p.moneySentence(s), p.moneyCached())
	year := `IF(NOT(ISNUMBER(@start)),[number],YEAR(@start)+[number]-1)`
	s.say(row, labelColumn, lookLabel, p.text("work.year"))
	s.share(row, periodColumn, p.yearColumns(), style{lookCell, formWhole}, p.all.render(parse(year), s, periodColumn), func(int) any { return nil })
	row++
	for _, spec := range p.monthLines() {
		figure, _ := vocabulary.FigureNamed(plan.ScheduleFigures(), spec.name)
		if spec.name == "period" || spec.name == "date" {
			continue
		}
		p.kinds[0].unit(s, row, spec.name, figure.Unit)
		s.say(row, labelColumn, lookLabel, p.lang.Label(spec.name))
		by := "year"
		if slices.Contains(stocks, spec.name) {
			by = "year_end"
		} else {
			s.put(row, totalColumn, style{lookTotal, spec.form}, `SUM(`+cellName(periodColumn, row)+`:`+cellName(periodColumn+p.yearColumns()-1, row)+`)`, nil)
		}
		flow := `SUMIF([` + by + `:],` + year + `,[` + spec.name + `:])`
		p.all.lines["year_"+spec.name] = line{s, row, periodColumn, periodColumn + p.yearColumns() - 1}
		s.share(row, periodColumn, p.yearColumns(), style{lookCell, spec.form}, p.all.render(parse(flow), s, periodColumn), func(int) any { return nil })
		row++
	}
	s.hideBeyond(firstRow, row-1, p.all.at(s, `IF(@last_plan_period=0,0,MAX([year:])-INDEX([year:],1,1)+1)`))
	s.shown, s.perColumn = len(p.planned.Years), p.months.perColumn+2
}

// yearColumns is how many years have a column: see valuation.yearColumns.
func (p *business) yearColumns() int {
	perYear := p.kinds[0].scenario.Period.PerYear()
	return max((p.periods+perYear-1)/perYear, leastPeriods)
}
