package workbook

import (
	"blyant/model"
	"blyant/model/vocabulary"
)

// writeCurve writes the cells of the retention curve, one for each period, under
// the one defined name. Those of a customer with a constant rate are empty, to be
// filled in.
func (c *customer) writeCurve() {
	s, b := c.inputs, c.book
	f, _ := vocabulary.FieldNamed(model.ScenarioFields(), "retention_curve")
	top := c.checks[0]
	s.say(top-1, curveColumn, lookHeader, b.lang.Label("period"))
	s.say(top-1, curveColumn+1, lookHeader, b.lang.Label(f.Name))
	for i := range c.ages {
		var value any
		if i < len(c.result.Scenario.RetentionCurve) {
			value = c.result.Scenario.RetentionCurve[i].InexactFloat64()
		}
		s.put(top+i, curveColumn, style{lookIntro, formWhole}, "", i+1)
		s.put(top+i, curveColumn+1, style{lookInput, formRate}, "", value)
	}
	last := top + c.ages - 1
	s.validate(f, c.rows, cellName(curveColumn+1, top)+":"+cellName(curveColumn+1, last), "")
	s.note(top-1, curveColumn+1, b.text("note.curve_cells"))
	b.define(c.names, f.Name, s.address(curveColumn+1, top, curveColumn+1, last))
}

// curveCheck checks that the curve is filled from the top without gaps, with
// shares.
func (c *customer) curveCheck(f vocabulary.Field) string {
	least, most := c.limits(f)
	wrong := words(c.book.text("check.curve", "min", c.book.lang.Number(least.String()), "max", c.book.lang.Number(most.String())))
	top := cellName(curveColumn+1, c.checks[0])
	return `IF(COUNTA(@retention_curve)=0,"",IF(COUNT(@retention_curve)<>COUNTA(@retention_curve),` + wrong +
		`,IF(SUMPRODUCT(MAX((@retention_curve<>"")*(ROW(@retention_curve)-ROW(` + top + `)+1)))<>COUNT(@retention_curve),` + wrong +
		`,IF(SUMPRODUCT((@retention_curve<` + least.String() + `)+(@retention_curve>` + most.String() + `))>0,` + wrong + `,""))))`
}
