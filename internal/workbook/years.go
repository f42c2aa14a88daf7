package workbook

import (
	"blyant/model"
	"blyant/model/vocabulary"
)

// yearly are the lines of a statement by year; each adds up a line of the
// schedule over the periods of a year.
var yearly = []string{"orders", "revenue", "gross_margin", "service_cost", "contribution", "present_value"}

// writeYears writes the statement by year of a customer and returns the next row.
// Year k holds the periods from (k−1)·p + 1 to k·p.
func (v *valuation) writeYears(c *customer, row int) int {
	s := v.years
	for col := 1; col <= startColumn; col++ {
		s.say(row, col, lookGroup, "")
	}
	s.put(row, 1, style{look: lookGroup}, c.nameFormula(s), c.name)
	row++
	periods := v.numbers()
	for _, name := range yearly {
		form := formMoney
		if name == "orders" {
			form = formAmount
		}
		c.unit(s, row, name, unitOf(name))
		s.say(row, labelColumn, lookLabel, v.lang.Label(name))
		within := `SUMIF(` + periods + `,"<="&[number]*@periods_per_year,[` + name + `:])-SUMIF(` + periods + `,"<="&([number]-1)*@periods_per_year,[` + name + `:])`
		s.put(row, totalColumn, style{lookTotal, form}, `SUM(`+cellName(periodColumn, row)+`:`+cellName(periodColumn+v.yearColumns()-1, row)+`)`, nil)
		c.lines["year_"+name] = line{s, row, periodColumn, periodColumn + v.yearColumns() - 1}
		s.share(row, periodColumn, v.yearColumns(), style{lookCell, form}, c.render(parse(within), s, periodColumn), func(int) any { return nil })
		row++
	}
	s.hideBeyond(row-len(yearly), row-1, c.at(s, `ROUNDUP(@last_period/@periods_per_year,0)`))
	v.printed(s, (len(v.results[c.number-1].Schedule)+c.scenario.Period.PerYear()-1)/c.scenario.Period.PerYear())
	return row + 1
}

// unitOf is the unit of a figure of the schedule.
func unitOf(name string) vocabulary.Unit {
	for _, f := range model.ScheduleFigures() {
		if f.Name == name {
			return f.Unit
		}
	}
	return vocabulary.UnitText
}

// yearColumns is how many years have a column: all that there are, and as many as
// the least number of periods, since a period may become a year.
func (v *valuation) yearColumns() int {
	p := v.results[0].Scenario.Period.PerYear()
	return max((v.periods+p-1)/p, min(v.periods, leastPeriods))
}

// numbers is the range of the periods' numbers on the schedule.
func (v *valuation) numbers() string {
	return v.schedule.address(periodColumn, headRow, periodColumn+v.periods-1, headRow)
}
