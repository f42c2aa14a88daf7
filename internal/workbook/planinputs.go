package workbook

import (
	"blyant/model/plan"
	"blyant/model/vocabulary"
)

// listColumn holds the periods of the list of new customers; its numbers stand
// beside them.
const listColumn = curveColumn + 3

// writePlanInputs writes the plan's own fields below those of the customer, and
// the list of new customers beside the retention curve.
func (p *businessPlan) writePlanInputs() {
	s, b, row := p.inputs, p.book, p.checks[1]+1
	for col := 1; col <= checkColumn; col++ {
		s.say(row, col, lookGroup, "")
	}
	s.say(row, 1, lookGroup, b.lang.Label("plan"))
	for _, f := range plan.Fields() {
		row++
		p.writePlanInput(f, row)
	}
	p.checks[1] = row
	s.widths = append(s.widths, 3, 10, 16)
}

func (p *businessPlan) writePlanInput(f vocabulary.Field, row int) {
	s, b := p.inputs, p.book
	cell := cellName(valueColumn, row)
	s.say(row, 1, lookLabel, b.lang.Label(f.Name))
	p.unit(s, row, f.Name, f.Unit)
	s.meaning(row, b.lang.Meaning(f.Name))
	s.say(row, nameColumn, lookName, f.Name)
	s.put(row, checkColumn, style{look: lookWarning}, p.at(s, p.planCheck(f, cell)), "")
	if f.Name == "new_customers" { // the named cells are those of the list itself
		p.writeList(f, row)
		return
	}
	var value any
	if v, given := f.Get(&p.planned.Request); given {
		value = v.Number.InexactFloat64()
	}
	s.put(row, valueColumn, style{lookInput, inputForm(f)}, "", value)
	b.define(nil, f.Name, s.address(valueColumn, row, valueColumn, row))
	if f.Name == "plan_periods" {
		s.whole(cell, 1, p.periods, b.text("validation.plan_periods"))
		s.note(row, valueColumn, b.text("note.plan_periods"))
		return
	}
	s.validate(f, p.rows, cell, "")
}

// writeList writes the cells of the list of new customers, one for each period
// of the plan. Those of a plan with a growth rate are empty, to be filled in.
func (p *businessPlan) writeList(f vocabulary.Field, row int) {
	s, b, top := p.inputs, p.book, p.checks[0]
	list := p.planned.Request.NewCustomers
	n, count := min(len(list), p.periods), ""
	if n > 0 {
		count = b.text("note.curve_count", "n", itoa(n), "column", letters(listColumn+1))
		s.printed = ""
	}
	live := b.text("note.curve_count", "n", `"&COUNT(@new_customers)&"`, "column", letters(listColumn+1))
	s.put(row, valueColumn, style{look: lookIntro}, p.at(s, `IF(COUNT(@new_customers)=0,"","`+live+`")`), count)
	s.say(top-1, listColumn, lookHeader, b.lang.Label("period"))
	s.say(top-1, listColumn+1, lookHeader, b.lang.Label(f.Name))
	for j := range p.periods {
		var value any
		if j < n {
			value = list[j].InexactFloat64()
		}
		s.put(top+j, listColumn, style{lookIntro, formWhole}, "", j+1)
		s.put(top+j, listColumn+1, style{lookInput, formGeneral}, "", value)
	}
	last := top + p.periods - 1
	s.validate(f, p.rows, cellName(listColumn+1, top)+":"+cellName(listColumn+1, last), "")
	s.note(top-1, listColumn+1, b.text("note.customers_cells"))
	b.define(nil, f.Name, s.address(listColumn+1, top, listColumn+1, last))
}

// planCheck returns the formula that says what is wrong with an input of the
// plan, as inputCheck does for the customer.
func (p *businessPlan) planCheck(f vocabulary.Field, cell string) string {
	b, number := p.book, p.numberCheck(f, cell)
	both := `IF(COUNT(@new_customers)>0,` + words(b.text("check.customers_both")) + `,` + number + `)`
	switch f.Name {
	case "plan_periods":
		wrong := words(b.rangeText(f, f.Min, f.Max))
		return `IF(ISNUMBER(` + cell + `),IF(` + cell + `>` + itoa(p.periods) + `,` + words(b.text("validation.plan_periods")) +
			`,IF((` + cell + `<1)+(` + cell + `<>INT(` + cell + `))>0,` + wrong + `,"")),` + wrong + `)`
	case "new_customers":
		return p.listCheck(f)
	case "new_customers_first":
		return `IF(ISBLANK(` + cell + `),IF(COUNT(@new_customers)=0,` + words(b.text("check.customers_neither")) + `,""),` + both + `)`
	case "new_customers_growth_rate":
		return `IF(ISBLANK(` + cell + `),"",` + both + `)`
	}
	if blankAllowed(f) {
		return `IF(ISBLANK(` + cell + `),"",` + number + `)`
	}
	return number
}

// listCheck checks that the list is filled from the top without gaps, with
// numbers of customers.
func (p *businessPlan) listCheck(f vocabulary.Field) string {
	wrong := words(p.book.text("check.list", "min", p.book.lang.Number(f.Min.String()), "max", p.book.lang.Number(f.Max.String())))
	top := cellName(listColumn+1, p.checks[0])
	return `IF(COUNTA(@new_customers)=0,"",IF(COUNT(@new_customers)<>COUNTA(@new_customers),` + wrong +
		`,IF(SUMPRODUCT(MAX((@new_customers<>"")*(ROW(@new_customers)-ROW(` + top + `)+1)))<>COUNT(@new_customers),` + wrong +
		`,IF(SUMPRODUCT((@new_customers<` + f.Min.String() + `)+(@new_customers>` + f.Max.String() + `))>0,` + wrong + `,""))))`
}
