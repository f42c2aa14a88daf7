package form

import (
	"blyant/internal/input"
	"blyant/model/whatif"

	"github.com/shopspring/decimal"
)

// lineView is a sentence of the answer, and where all of that answer is.
type lineView struct{ Text, Href, Link string }

// wouldTake answers the customary questions in words, about the customer of that
// name where there are several.
func (v *viewer) wouldTake(about input.Params, name string) blockView {
	b := blockView{ID: "would-take", Title: v.Lang.Page("would"), Remark: name}
	for _, question := range []string{"acquisition_cost", "repeat_purchase_rate", "service_cost_per_order", "three_to_one"} {
		asked := with(about, "question", question)
		line := lineView{Href: v.whole(whereBreakEven, asked), Link: v.Lang.Page("whole")}
		if a, solved := v.beside(whereBreakEven, asked); solved {
			line.Text = v.would(question, a.Result.(*whatif.BreakEvenResult))
		} else if question == "repeat_purchase_rate" && !takesRate(about) {
			continue // a curve says who comes back
		} else {
			line.Text = v.Lang.Page("would." + question + ".none")
		}
		b.Lines = append(b.Lines, line)
	}
	return b
}

func takesRate(about input.Params) bool {
	return !given(about, "retention_curve") && !given(about, "survival_curve")
}

// would is the answer to a question.
func (v *viewer) would(question string, r *whatif.BreakEvenResult) string {
	value := r.Value.Decimal()
	if question == "repeat_purchase_rate" {
		key := "would.repeat_purchase_rate"
		share := saidBy(decimal.Decimal.RoundCeil, v.Lang, value)
		if r.MetricAtTo.Sign() < 0 {
			key, share = key+".most", saidBy(decimal.Decimal.RoundFloor, v.Lang, value)
		}
		return v.Lang.Page(key, "share", share)
	}
	key := "would." + question
	if r.Request.SolveFor == "cost_per_prospect" {
		key += ".prospect"
	}
	return v.Lang.Page(key, "money", atMost(v.Lang, value.StringFixed(int32(r.Scenario.Decimals.Int)), string(r.Scenario.Currency)))
}
