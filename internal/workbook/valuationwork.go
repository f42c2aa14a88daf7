package workbook

import "blyant/model"

// writeWork writes what follows from the inputs: schedule, workings and years.
func (v *valuation) writeWork() {
	v.schedule.headPeriods(v.periods, v.text("head.label"), v.text("head.unit"), v.text("head.total"))
	v.work.headPeriods(v.periods, v.text("head.label"), "", v.text("head.value"))
	v.years.headPeriods(v.yearColumns(), v.text("head.label"), v.text("head.unit"), v.text("head.total"))
	v.schedule.say(titleRow, 1, lookTitle, v.text("title.schedule"))
	v.years.say(titleRow, 1, lookTitle, v.text("title.years"))
	v.work.say(titleRow, 1, lookTitle, v.text("title.workings"))
	v.work.say(introRow, 1, lookIntro, v.text("note.workings")+" "+v.text("note.precision"))
	row, scheduleRow, yearRow := max(v.workTop, firstRow), firstRow, firstRow
	for i, c := range v.customers {
		c.row = row
		(&table{c.scope, v.schedule, scheduleRow + 1, v.periods}).place(scheduleLines)
		c.twice(func() { v.block(c) })
		row = c.row + 1
		v.writeSchedule(c, i, scheduleRow)
		scheduleRow += len(scheduleLines) + 2
		yearRow = v.writeYears(c, yearRow)
	}
	v.schedule.put(introRow, 1, style{look: lookIntro}, v.moneySentence(v.schedule), v.moneyCached())
	v.years.put(introRow, 1, style{look: lookIntro}, v.moneySentence(v.years), v.moneyCached())
	v.workRow = row
}

// block is the part of the workings that belongs to one customer.
func (v *valuation) block(c *customer) {
	c.heading(c.name, c.nameFormula(v.work))
	col := letters(v.in.column(c.number - 1))
	c.writeTerms(v.check.quoted() + "!$" + col + "$" + itoa(firstRow) + ":$" + col + "$" + itoa(v.in.ends))
	c.writeFigureTerms()
	c.heading(v.text("title.by_period"), "")
	c.table(workLines, v.periods)
	c.writePerpetuity()
	c.writeRateOfReturn()
	if v.comparison != nil {
		c.heading(v.text("title.against"), "")
		c.table(behindLines, v.periods)
		c.derive("behind_until", formWhole, `MAX([behind:])`)
	}
}

// moneySentence says which currency the rows are in, as a formula.
func (v *valuation) moneySentence(s *sheet) string {
	return v.customers[0].at(s, `SUBSTITUTE(`+words(v.text("note.money"))+`,"{currency}",@currency)`)
}

func (v *valuation) moneyCached() string {
	return v.text("note.money", "currency", string(v.results[0].Scenario.Currency))
}

// writeSchedule writes the schedule of customer i, whose cached values are the
// answer's.
func (v *valuation) writeSchedule(c *customer, i, row int) {
	s, figures := v.schedule, model.ScheduleFigures()
	for col := 1; col <= startColumn; col++ {
		s.say(row, col, lookGroup, "")
	}
	s.put(row, 1, style{look: lookGroup}, c.nameFormula(s), c.name)
	t := &table{c.scope, s, row + 1, v.periods}
	rows := v.results[i].Schedule
	for j, f := range figures {
		c.unit(s, row+1+j, f.Name, f.Unit)
	}
	t.write(scheduleLines, func(spec lineSpec) string { return v.lang.Label(spec.name) }, func(j, period int) any {
		switch {
		case period == 0:
			return -v.results[i].Summary.CostPerNewCustomer.Float64()
		case period <= len(rows):
			value := figures[j].Of(&rows[period-1])
			s.widenPeriods(value)
			return cached(value)
		case scheduleLines[j].start != "":
			return cached(figures[j].Of(&rows[len(rows)-1]))
		}
		return 0
	})
	s.hideBeyond(row+1, row+len(scheduleLines), c.at(s, `@last_period`))
	v.printed(s, len(rows))
	v.printed(v.work, len(rows))
}

// printed has so many periods printed, and whole pages of them.
func (v *valuation) printed(s *sheet, periods int) { s.shown = max(s.shown, periods) }
