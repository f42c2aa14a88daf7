package form

import (
	"blyant/internal/input"
	"blyant/model/vocabulary"
	"blyant/model/whatif"
)

// mostUncertain is how many guesses are drawn.
const mostUncertain = 3

// risk says how likely a loss is where the guesses that matter most are off.
func (v *viewer) risk(about input.Params, r *whatif.SensitivityResult) blockView {
	asked := with(about, "metrics", "net_lifetime_value")
	drawn := 0
	for i := range r.Rows {
		row := &r.Rows[i]
		if drawn == mostUncertain || !row.Low.Decimal().LessThan(row.High.Decimal()) || row.Field.NeedsPercent(row.High.Decimal()) {
			continue
		}
		asked = with(asked, "uncertain."+row.Field.Name, "triangular:"+row.Low.String()+","+row.Value.String()+","+row.High.String())
		drawn++
	}
	a, worked := v.beside(whereSimulation, asked)
	if !worked {
		return blockView{}
	}
	d := &a.Result.(*whatif.SimulationResult).Results[0]
	money := func(x vocabulary.Rounded) string { return v.metric("net_lifetime_value", x) }
	return blockView{ID: "risk", Title: v.Lang.Page("risk"), Charts: v.drawn(whereSimulation, a), Lines: []lineView{{Href: v.whole(whereSimulation, asked), Link: v.Lang.Page("whole"),
		Text: v.Lang.Page("risk.says", "change", said(v.Lang, r.Request.Change.Decimal), "loss", said(v.Lang, d.ProbabilityNegative.Decimal()), "low", money(d.P5), "high", money(d.P95))}}}
}
