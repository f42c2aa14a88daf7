package workbook

import (
	"strings"

	"blyant/internal/answer"
	"blyant/internal/locale"
	"blyant/model"
)

// comparison is what a book of several customers has beside them: which of them
// the others are held against.
type comparison struct {
	result model.ComparisonResult
	common *scope
}

// baselineRow is where the baseline is chosen, on the sheet of inputs.
const baselineRow = statusRow

// againstLines tell in which periods a customer is behind the baseline.
var againstLines = []lineSpec{
	{name: "behind", form: formWhole,
		next: `IF([number]>@longest,0,IF([cumulative_present_value]-[baseline]<-@noise-@baseline_noise,[number],0))`},
}

// comparisonBook lays out the answer for several customers.
func comparisonBook(a answer.Answer, result model.ComparisonResult, lang locale.Language) *book {
	v := newValues(a, lang, result.Scenarios, result.Names, lang.Text("workbook.sheet.comparison"))
	v.title = v.text("property.comparison") + ": " + strings.Join(result.Names, ", ")
	v.compared = &comparison{result: result, common: newScope(nil)}
	for _, c := range v.customers {
		c.outer = v.compared.common
	}
	v.writeInputs()
	v.writeBaseline()
	v.placeCommon()
	v.writeWork()
	v.writeCommon()
	row := v.headResult(v.text("property.comparison"), v.text("note.null"))
	row = v.writeAgainst(row)
	v.groupRow(row, v.text("sheet.summary"), "")
	row = v.writeFigures(row + 1)
	v.drawValues(row + 1)
	v.writeNotes(row+1+chartRows, result.Notes)
	v.finish()
	return v.book
}

// writeBaseline writes the input that says which customer the others are held
// against: above the customers' names, by its place among them.
func (v *valuation) writeBaseline() {
	s := v.input
	s.say(baselineRow, labelColumn, lookLabel, v.text("title.baseline"))
	s.say(baselineRow, nameColumn, lookName, "baseline")
	s.put(baselineRow, firstCustomer, style{lookInput, formWhole}, "", v.compared.result.Baseline+1)
	s.whole(cellName(firstCustomer, baselineRow), 1, len(v.customers), v.text("check.baseline", "max", itoa(len(v.customers))))
	v.define(nil, "baseline", s.address(firstCustomer, baselineRow, firstCustomer, baselineRow))
	v.compared.common.set("baseline", s, firstCustomer, baselineRow)
}

// The block of what all customers have in common stands first in the workings.
var commonTerms = []string{"baseline_valid", "baseline_in_use", "comparable", "longest", "baseline_noise", "baseline_value", "baseline_net", "baseline_ready"}

// placeCommon tells where it stands.
func (v *valuation) placeCommon() {
	sc := v.compared.common
	for i, name := range commonTerms {
		sc.set(name, v.work, totalColumn, firstRow+1+i)
	}
	sc.lines["baseline"] = line{v.work, firstRow + 1 + len(commonTerms), periodColumn, periodColumn + v.periods - 1}
	v.workTop = firstRow + len(commonTerms) + 3
}

// each is a cell of every customer, as arguments.
func (v *valuation) each(name string) string {
	all := make([]string, len(v.customers))
	for i, c := range v.customers {
		all[i] = c.at(v.work, name)
	}
	return strings.Join(all, ",")
}

// writeCommon writes it, when the customers' own numbers have their places.
func (v *valuation) writeCommon() {
	sc, n := v.compared.common, itoa(len(v.customers))
	var same []string
	for _, field := range []string{"currency", "period", "decimals"} {
		for _, one := range v.customers[1:] {
			same = append(same, v.customers[0].at(v.work, "@"+field)+"="+one.at(v.work, "@"+field))
		}
	}
	chosen := func(name string) string { return `CHOOSE(@baseline_in_use,` + v.each(name) + `)` }
	formulas := map[string]string{
		"baseline_valid":  `IF(ISNUMBER(@baseline),IF(OR(@baseline<1,@baseline>` + n + `,@baseline<>INT(@baseline)),0,1),0)`,
		"baseline_in_use": `IF(@baseline_valid=0,1,@baseline)`,
		"comparable":      `IF(@baseline_valid=0,0,IF(MIN(` + v.each("@inputs_valid") + `)=0,0,IF(AND(` + strings.Join(same, ",") + `),1,0)))`,
		"longest":         `MAX(` + v.each("@last_period") + `)`,
		"baseline_noise":  chosen("@noise"),
		"baseline_value":  chosen("@unrounded_value"),
		"baseline_net":    chosen("@unrounded_net"),
		"baseline_ready":  chosen("@figures_ready"),
	}
	v.work.say(firstRow, 1, lookGroup, v.text("title.all_customers"))
	for i, name := range commonTerms {
		v.work.say(firstRow+1+i, labelColumn, lookLabel, v.text("work."+name))
		v.work.put(firstRow+1+i, totalColumn, style{lookCell, formGeneral}, sc.at(v.work, formulas[name]), nil)
	}
	t := &table{sc, v.work, sc.lines["baseline"].row, v.periods}
	t.write([]lineSpec{{name: "baseline", form: formMoney, next: v.baselineLine()}}, func(lineSpec) string { return v.text("work.baseline") }, nothing)
}

// baselineLine is the cumulative present value of the baseline, in the first
// period: the customers' own cells to choose from.
func (v *valuation) baselineLine() string {
	all := make([]string, len(v.customers))
	for i, c := range v.customers {
		all[i] = c.render(parse(`[cumulative_present_value]`), v.work, periodColumn)
	}
	return `CHOOSE(@baseline_in_use,` + strings.Join(all, ",") + `)`
}

// againstFormulas hold a customer against the baseline.
//
//	net_difference = net_lifetime_value_i − net_lifetime_value_0
//	affordable_service_cost_per_order = net_difference ÷ Σ_t D_t·orders_t of i
var againstFormulas = map[string]figureFormula{
	"net_difference": {value: `@unrounded_net-@baseline_net`},
	"value_multiple": {value: `@unrounded_value/@baseline_value`,
		null: `IF(@baseline_value<=@baseline_noise,TRUE,ABS(@unrounded_value/@baseline_value)>1E+15)`},
	"overtakes_in_period":               {value: `@behind_until+1`, null: `@behind_until=@longest`},
	"affordable_service_cost_per_order": {value: `(@unrounded_net-@baseline_net)/@discounted_orders`, null: `@discounted_orders=0`},
	"affordable_acquisition_cost":       {value: `@new_customer_cost+(@unrounded_net-@baseline_net)`},
}

// writeAgainst writes the figures of the comparison and returns the next row.
func (v *valuation) writeAgainst(row int) int {
	s, c := v.result, v.compared
	heading := v.text("title.comparison")
	name := c.common.at(s, `CHOOSE(@baseline_in_use,`) + v.eachName(s) + `)`
	v.groupRow(row, v.text("title.comparison", "baseline", c.result.Names[c.result.Baseline]), `SUBSTITUTE(`+words(heading)+`,"{baseline}",`+name+`)`)
	for _, f := range model.ComparisonFigures() {
		row++
		v.describeFigure(s, row, f)
		for i, one := range v.customers {
			formula := one.at(s, againstFormulas[f.Name].figure(f, `@decimals`, `AND(@comparable=1,@figures_ready=1,@baseline_ready=1)`))
			value := f.Of(&c.result.Comparison[i])
			s.put(row, v.in.column(i), style{lookFigure, figureForm(f)}, formula, cached(value))
			s.widen(v.in.column(i), value)
		}
	}
	return row + 2
}

// eachName are the customers' names, as arguments.
func (v *valuation) eachName(on *sheet) string {
	all := make([]string, len(v.customers))
	for i := range v.customers {
		all[i] = on.seenHead(v.in.column(i))
	}
	return strings.Join(all, ",")
}

func (s *sheet) seenHead(col int) string { return fixed(col, headRow) }

// groupRow writes a heading on the sheet of figures, as a formula where there is
// one.
func (v *valuation) groupRow(row int, text, formula string) {
	for col := 1; col <= v.in.checkColumn(); col++ {
		v.result.say(row, col, lookGroup, "")
	}
	v.result.put(row, 1, style{look: lookGroup}, formula, text)
}
