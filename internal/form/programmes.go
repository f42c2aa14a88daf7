package form

import (
	"blyant/internal/answer"
	"blyant/model"
	"blyant/model/service"

	"github.com/shopspring/decimal"
)

// ProgrammesPage is the page about programmes that are to keep customers: a
// bonus card, a VIP evening, a newsletter, side by side.
func ProgrammesPage() Page {
	shown := []Section{
		{Fields: []string{"repeat_purchase_rate_change", "basket_value_change", "orders_change", "participation_rate"}},
		{Title: "programmes.costs", Fields: []string{"cost_per_order", "cost_per_period", "enrolment_cost", "rebate_rate", "free_every", "redemption_rate", "fixed_cost"}},
		{Title: "programmes.today", Fields: []string{"customers", "acquisition_cost", "basket_value", "margin_rate", "orders_per_period", "repeat_purchase_rate"}},
		frame,
		{Title: "programmes.effects", Fields: []string{"basket_growth_rate_change", "add_on_rate_change", "referrals_change"}, More: true},
	}
	return Page{
		Name:     "programmes",
		Path:     "/programmes",
		Answers:  []string{"/v1/programmes"},
		Fields:   append(model.ScenarioFields(), service.ProgrammesFields()...),
		Items:    service.ProgrammeFields(),
		Sections: append(shown, moreSections(shown, "decimals")...),
		Sliders:  []Slider{growth("repeat_purchase_rate_change"), share("participation_rate"), share("repeat_purchase_rate")},
		All:      service.ProgrammeFigures(),
		Figures:  []string{"total_gain", "total_cost", "return_on_cost", "break_even_repeat_purchase_rate_change", "gain_per_participant", "word_of_mouth_gain"},
		Figure:   "total_gain",
		Strip:    []string{"total_gain"},
		Table:    "programmes",
		Rows:     "programmes",
		parts:    programmesOf,
		tell:     (*viewer).tellProgrammes,
		paste:    (*viewer).pasteProgramme,
	}
}

// programmesOf are the programmes of an answer, greatest total gain first.
func programmesOf(a answer.Answer) []part {
	base := partOf(a.Body)
	base.notes = nil // those of the whole answer
	var all []part
	for _, programme := range records(a.Body.Get("programmes")) {
		p := base
		p.name, p.summary = text(programme, "name"), programme
		all = append(all, p)
	}
	return all
}

// tellProgrammes puts on the page what the programmes bring, and holds keeping
// customers against finding new ones.
func (v *viewer) tellProgrammes(p *pageView) {
	p.Story = v.programmesStory()
	figures := v.figures()
	if len(v.parts) > 1 {
		figures.Title = v.word("ranked")
		figures.Table.Caption = figures.Title
	}
	p.Blocks = []blockView{figures, v.returns()}
}

// returns are the returns on what is spent, on each programme and on finding
// customers, and what such a customer is worth without a programme.
func (v *viewer) returns() blockView {
	b := blockView{ID: "returns", Title: v.word("returns"), Remark: v.word("returns.remark")}
	b.Table = tableView{Caption: b.Title, Head: v.word("spent_on"), Columns: []columnView{{Label: v.word("on_top", "hundred", hundred(v.Lang, v.currency()))}}}
	find := v.Answer.Body.Cell("return_on_acquisition")
	most := number(find)
	for _, p := range v.parts {
		most = decimal.Max(most, number(p.figure("return_on_cost")))
	}
	add := func(id, head, meaning string, c answer.Cell) {
		value := v.figureValue("return_on_cost", c)
		if c.Kind != answer.Null {
			value.Bar = bar(number(c), most)
		}
		b.Table.Rows = append(b.Table.Rows, tableRow{ID: id, Head: head, Meaning: meaning, Values: []valueView{value}})
	}
	for i, p := range v.parts {
		add("", v.partName(p, i), "", p.figure("return_on_cost"))
	}
	add("return_on_acquisition", v.word("finding"), v.Lang.Meaning("return_on_acquisition"), find)
	b.Fold = tableView{ID: "base", Caption: v.Lang.Label("base"), Head: v.Lang.Page("figure"), Columns: []columnView{{Label: v.Lang.Label("base")}}}
	base, _ := v.Answer.Body.Get("base").(answer.Record)
	for _, f := range model.SummaryFigures() {
		b.Fold.Rows = append(b.Fold.Rows, tableRow{ID: "base." + f.Name, Term: f.Name, Head: v.Lang.Label(f.Name), Unit: v.figureUnit(f.Unit), Meaning: v.Lang.Meaning(f.Name),
			Values: []valueView{v.value(cell(base, f.Name))}})
	}
	return b
}
