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

// behindLines tell in which periods a customer is behind the baseline.
var behindLines = []lineSpec{
	{name: "behind", form: formWhole,
		next: `IF([number]>@longest,0,IF([cumulative_present_value]-[baseline]<-@noise-@baseline_noise,[number],0))`},
}

// comparisonBook lays out the answer for several customers.
func comparisonBook(a answer.Answer, result model.ComparisonResult, lang locale.Language) *book {
	v := newValues(a, lang, result.Scenarios, result.Names, lang.Text("workbook.sheet.comparison"))
	v.title = v.text("property.comparison") + ": " + strings.Join(result.Names, ", ")
	v.comparison = &comparison{result: result, common: newScope(nil)}
	for _, c := range v.customers {
		c.outer = v.comparison.common
	}
	v.writeInputs()
	v.writeBaseline()
	v.placeCommon()
	v.writeWork()
	v.writeCommon()
	row := v.headResult(v.text("property.comparison"), v.text("note.null"))
	row = v.writeComparison(row)
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
	s.put(baselineRow, firstCustomer, style{lookInput, formWhole}, "", v.comparison.result.Baseline+1)
	s.whole(cellName(firstCustomer, baselineRow), 1, len(v.customers), v.text("check.baseline", "max", itoa(len(v.customers))))
	v.define(nil, "baseline", s.address(firstCustomer, baselineRow, firstCustomer, baselineRow))
	v.comparison.common.set("baseline", s, firstCustomer, baselineRow)
}

// comparisonFormulas hold a customer against the baseline.
//
//	net_difference = net_lifetime_value_i − net_lifetime_value_0
//	affordable_service_cost_per_order = net_difference ÷ Σ_t D_t·orders_t of i
var comparisonFormulas = map[string]figureFormula{
	"net_difference": {value: `@unrounded_net-@baseline_net`},
	"value_multiple": {value: `@unrounded_value/@baseline_value`,
		null: `IF(@baseline_value<=@baseline_noise,TRUE,ABS(@unrounded_value/@baseline_value)>1E+15)`},
	"overtakes_in_period":               {value: `@behind_until+1`, null: `@behind_until=@longest`},
	"affordable_service_cost_per_order": {value: `(@unrounded_net-@baseline_net)/@discounted_orders`, null: `@discounted_orders=0`},
	"affordable_acquisition_cost":       {value: `@new_customer_cost+(@unrounded_net-@baseline_net)`},
}

// writeComparison writes the figures of the comparison and returns the next row.
func (v *valuation) writeComparison(row int) int {
	s, c := v.result, v.comparison
	heading := v.text("title.comparison")
	name := c.common.at(s, `CHOOSE(@baseline_in_use,`) + v.eachName(s) + `)`
	v.groupRow(row, v.text("title.comparison", "baseline", c.result.Names[c.result.Baseline]), `SUBSTITUTE(`+words(heading)+`,"{baseline}",`+name+`)`)
	for _, f := range model.ComparisonFigures() {
		row++
		v.describeFigure(s, row, f)
		for i, one := range v.customers {
			formula := one.at(s, comparisonFormulas[f.Name].figure(f, `@decimals`, `AND(@comparable=1,@figures_ready=1,@baseline_ready=1)`))
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
