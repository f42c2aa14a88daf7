package workbook

import "strings"

// The block of what all customers have in common stands first in the workings.
var commonTerms = []string{"baseline_valid", "baseline_in_use", "comparable", "longest", "baseline_noise", "baseline_value", "baseline_net", "baseline_ready"}

// placeCommon tells where it stands.
func (v *valuation) placeCommon() {
	sc := v.comparison.common
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
	sc, n := v.comparison.common, itoa(len(v.customers))
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
