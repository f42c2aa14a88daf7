package form

import (
	"slices"

	"blyant/internal/answer"
	"blyant/internal/locale"
	"blyant/model"
	"blyant/model/service"
	"blyant/model/vocabulary"

	"github.com/shopspring/decimal"
)

// PromisePage is the page about a service promise: is it time to deliver
// better, or to tell it better?
func PromisePage() Page {
	shares := []string{"exceeded_share", "met_share", "missed_share"}
	shown := []Section{
		{Title: "promise.kept", Fields: shares},
		{Title: "promise.seen", Fields: []string{"noticed_share", "doubted_share", "taken_as_standard_share"}},
		{Title: "promise.back", Fields: []string{"repeat_rate_exceeded", "repeat_rate_met", "repeat_rate_missed"}},
		{Title: "promise.talk", Fields: []string{"referrals_per_exceeded", "deterred_per_missed"}},
		{Title: "customer", Fields: []string{"acquisition_cost", "basket_value", "margin_rate", "orders_per_period"}},
		frame,
	}
	return Page{
		Name:     "promise",
		Path:     "/service-promise",
		Answers:  []string{"/v1/service-promise"},
		Fields:   append(withoutRate(), service.PromiseFields()...),
		Sections: append(shown, moreSections(shown, "decimals", "repeat_purchase_rate", "retention_curve", "referrals_per_period", "deterred_per_lost_customer")...),
		Sliders:  []Slider{share("noticed_share"), share("doubted_share")},
		Sum:      shares,
		All:      service.PromiseFigures(),
		Figures:  []string{"net_lifetime_value", "lifetime_value", "repeat_purchase_rate", "promise_word_of_mouth"},
		Figure:   "net_lifetime_value",
		Strip:    []string{"net_lifetime_value"},
		Table:    "summary",
		Rows:     "summary",
		parts:    func(a answer.Answer) []part { return []part{partOf(a.Body)} },
		tell:     (*viewer).tellPromise,
		paste:    (*viewer).pastePromise,
	}
}

// withoutRate are the fields of a scenario whose repeat-purchase rate follows
// from something else.
func withoutRate() []vocabulary.Field {
	return slices.DeleteFunc(model.ScenarioFields(), func(f vocabulary.Field) bool {
		return f.Name == "repeat_purchase_rate" || f.Name == "retention_curve"
	})
}

// tellPromise puts on the page what the promise is worth, how it is seen, and
// what would make it worth more.
func (v *viewer) tellPromise(p *pageView) {
	levers := records(v.Answer.Body.Get("levers"))
	p.Story = v.promiseStory(v.parts[0], levers)
	p.Notes = slices.DeleteFunc(p.Notes, func(n noteView) bool { return n.Message == v.bestLeverNote() }) // the story says it
	figures := v.figures()
	figures.Fold = tableView{} // the rest stands beside what was delivered
	p.Blocks = []blockView{figures, v.perception(), v.levers(levers)}
}

// perception holds what was delivered against what is perceived.
func (v *viewer) perception() blockView {
	b := blockView{ID: "perception", Title: v.word("perception")}
	b.Table = tableView{Caption: b.Title, Head: v.word("outcome"), Columns: []columnView{{Label: v.word("delivered")}, {Label: v.word("perceived")}}}
	part := v.parts[0]
	for i, outcome := range []string{"exceeded", "met", "missed"} {
		delivered := cell(part.inputs, v.Page.Sum[i])
		perceived := part.figure("perceived_" + outcome)
		row := tableRow{ID: "perceived_" + outcome, Head: v.Lang.Label(v.Page.Sum[i]), Meaning: v.Lang.Meaning("perceived_" + outcome)}
		for _, c := range []answer.Cell{delivered, perceived} {
			value := v.value(c)
			value.Bar = bar(number(c), decimal.NewFromInt(1))
			row.Values = append(row.Values, value)
		}
		b.Table.Rows = append(b.Table.Rows, row)
	}
	return b
}

// levers are what can be done, highest gain first.
func (v *viewer) levers(levers []answer.Record) blockView {
	b := blockView{ID: "levers", Title: v.word("levers"), Remark: v.word("levers.remark")}
	gain, _ := figureNamed(service.LeverFigures(), "gain")
	b.Table = tableView{Caption: b.Title, Head: v.Lang.Label("lever"), Columns: []columnView{{Label: v.Lang.Label("gain"), Term: "gain", Unit: v.figureUnit(gain.Unit)}}}
	most := number(cell(levers[0], "gain"))
	for _, l := range levers {
		value := v.value(cell(l, "gain"))
		value.Bar = bar(number(cell(l, "gain")), most)
		name := text(l, "lever")
		row := tableRow{ID: name, Head: v.Lang.Label(name), Meaning: v.Lang.Meaning(name), Values: []valueView{value}}
		if step := number(cell(l, "step")); step.LessThan(onePoint) {
			row.Unit = v.word("left", "points", points(v.Lang, step))
		}
		b.Table.Rows = append(b.Table.Rows, row)
	}
	return b
}

// onePoint is one percentage point, the step of a lever.
var onePoint = decimal.New(1, -2)

// points is a share in percentage points, with the digits it has.
func points(l locale.Language, share decimal.Decimal) string {
	return l.Number(answer.Digits(trimmed(share.Shift(2))))
}

// bar is as long as the value is of the most there may be; a value below zero
// has none.
func bar(value, most decimal.Decimal) *barView {
	if !most.IsPositive() || value.IsNegative() {
		return &barView{Length: "0"}
	}
	return &barView{Length: value.Shift(2).Div(most).StringFixed(1)}
}
