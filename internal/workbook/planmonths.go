package workbook

import (
	"regexp"
	"time"

	"blyant/model/plan"
	"blyant/model/vocabulary"
)

// writeAll writes the part of the workings that is about the whole plan, first of
// all, and returns the next row.
func (p *business) writeAll() int {
	c := &customer{scope: p.all, book: p.book, work: p.work, row: firstRow}
	c.twice(func() {
		c.heading(p.lang.Label("plan"), "")
		valid := itoa(len(p.kinds))
		c.derive("last_plan_period", formWhole, `IF(`+p.sum(`@inputs_valid`, p.work, 0)+`=`+valid+`,@plan_periods,0)`)
		c.derive("periods_per_year", formWhole, p.kinds[0].at(p.work, `@periods_per_year`))
		c.derive("season_length", formWhole, `COUNT(@seasonality)`)
		c.derive("fixed_length", formWhole, `COUNT(@fixed_costs)`)
		c.derive("by_mouth", formWhole, `IF(EXACT(@word_of_mouth,`+words(p.lang.Choice("word_of_mouth", plan.On))+`),1,0)`)
		c.derive("last_loss", formWhole, `MAX([loss:])`)
		c.derive("last_short", formWhole, `MAX([short:])`)
		c.derive("opened", formCustomers, `IF(@last_plan_period=0,0,`+p.sum(`@opening_customers`, p.work, 0)+`)`)
		c.derive("unrounded_equity", formGeneral, p.sum(`@kind_equity`, p.work, 0))
		c.derive("figures_ready", formWhole, p.ready())
		c.table(allLines, p.periods)
		c.table(seasonLines, p.ages+p.periods-1)
	})
	return c.row + 1
}

// ready reports whether the inputs are allowed and no figure is too large.
func (p *business) ready() string {
	var columns, totals string
	for _, spec := range p.monthLines() {
		if spec.name == "date" {
			continue
		}
		columns += `,[` + spec.name + `:]`
		if spec.total {
			totals += `,ABS(SUM([` + spec.name + `:]))`
		}
	}
	return `IF(@last_plan_period=0,0,IF(MAX(MAX(` + columns[1:] + `),-MIN(` + columns[1:] + `)` + totals + `,ABS(@unrounded_equity))>1E+15,0,1))`
}

// writeMonths writes the plan by period, whose cached values are the answer's.
func (p *business) writeMonths() {
	s, rows := p.months, p.planned.Schedule
	s.say(titleRow, 1, lookTitle, p.text("title.plan"))
	s.put(introRow, 1, style{look: lookIntro}, p.moneySentence(s), p.moneyCached())
	specs := p.monthLines()
	figures := make([]vocabulary.Figure, len(specs)) // none of the date
	for i := range specs {
		figures[i], _ = vocabulary.FigureNamed(plan.ScheduleFigures(), specs[i].name)
		specs[i].next = p.expand(specs[i].next, s)
		p.kinds[0].unit(s, firstRow+i, figures[i].Name, figures[i].Unit)
	}
	t := &table{p.all, s, firstRow, p.periods}
	t.write(specs, func(spec lineSpec) string { return p.lang.Label(spec.name) }, func(i, period int) any {
		switch {
		case period == 0:
			return p.planned.Request.OpeningCash.Decimal.InexactFloat64()
		case specs[i].name == "date":
			if period > len(rows) {
				return ""
			}
			return serial(rows[period-1].Date)
		case period <= len(rows):
			value := figures[i].Of(&rows[period-1])
			s.widenPeriods(short(value))
			return cached(value)
		case specs[i].name == "closing_cash":
			return cached(figures[i].Of(&rows[len(rows)-1]))
		}
		return 0
	})
	s.hideBeyond(firstRow, firstRow+len(specs)-1, p.all.at(s, `@last_plan_period`))
	s.shown, p.work.shown = len(rows), len(rows)
}

// serial is a date as a cell holds it, the number of the day; an empty text where
// there is none.
func serial(date string) any {
	day, err := vocabulary.ParseDate(date)
	if err != nil {
		return ""
	}
	return int((day.Unix() - dayZero.Unix()) / secondsPerDay) // a time.Duration ends after 292 years
}

const secondsPerDay = 24 * 60 * 60

// dayZero is from where spreadsheets count days.
var dayZero = time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)

// short is the figure as a plan shows it, for the width of its column.
func short(v vocabulary.Rounded) vocabulary.Rounded {
	if v.IsNull() {
		return v
	}
	return vocabulary.RoundedDecimal(v.Decimal().Round(1))
}

// braces hold the name of a line of the kinds.
var braces = regexp.MustCompile(`\{[a-z_]+\}`)

// expand puts the sum of a line of all kinds where {line} stands, in the first
// period.
func (p *business) expand(formula string, on *sheet) string {
	return braces.ReplaceAllStringFunc(formula, func(found string) string {
		return `(` + p.sum(`[`+found[1:len(found)-1]+`]`, on, periodColumn) + `)`
	})
}

// moneySentence says which currency the lines are in, as a formula.
func (p *business) moneySentence(s *sheet) string {
	return p.all.at(s, `SUBSTITUTE(`+words(p.text("note.money"))+`,"{currency}",@currency)`)
}

func (p *business) moneyCached() string {
	return p.text("note.money", "currency", string(p.kinds[0].scenario.Currency))
}
