package form

import (
	"slices"

	"blyant/internal/answer"
	"blyant/model"
	"blyant/model/vocabulary"
	"blyant/model/whatif"
)

// WhatIfPage is the page about one customer whose numbers are guesses: what it
// would take, which guess matters most, two of them at once, and the chance of a
// loss. Its query is that of the sensitivity; the others are asked beside it.
func WhatIfPage() Page {
	shown := []Section{
		{Fields: []string{"acquisition_cost", "basket_value", "vat_rate", "margin_rate", "orders_per_period", "repeat_purchase_rate", "basket_growth_rate"}},
		{Title: "whatif.guess", Fields: []string{"change", "metric"}},
		frame,
	}
	swing, _ := vocabulary.FigureNamed(whatif.SensitivityFigures(), "swing") // of the first row, the guess that matters most
	return Page{
		Name:     "whatif",
		Path:     "/what-if",
		Answers:  []string{whereSensitivity},
		Fields:   append(model.ScenarioFields(), chosenFields("change", "metric")...),
		Sections: append(shown, moreSections(shown, "decimals")...),
		Sliders:  []Slider{share("repeat_purchase_rate"), growth("basket_growth_rate")},
		All:      []vocabulary.Figure{swing},
		Figure:   "swing",
		Strip:    []string{"base"},
		Table:    "rows",
		Rows:     "rows",
		Wide:     Size{480, 360},
		Narrow:   Size{300, 380},
		parts:    partsOfWhole,
		tell:     (*viewer).tellWhatIf,
	}
}

// tellWhatIf puts the four answers on the page.
func (v *viewer) tellWhatIf(p *pageView) {
	about := v.guessed(v.entry.items[0])
	tornado := v.Answer.Result.(*whatif.SensitivityResult)
	p.Story = v.whatIfStory(tornado)
	blocks := []blockView{v.wouldTake(about, ""), v.tornado(about, tornado, v.charts()), v.twoGuesses(about, tornado), v.risk(about, tornado)}
	blocks[2].Table, blocks[2].Fold = blocks[2].Fold, tableView{}
	p.Blocks = slices.DeleteFunc(blocks, blockView.empty)
}

// empty reports whether there is nothing to show but the title.
func (b blockView) empty() bool {
	return len(b.Lines) == 0 && len(b.Charts) == 0 && len(b.Table.Rows) == 0 && len(b.Fold.Rows) == 0
}

// whatIfStory names the guess that matters most.
func (v *viewer) whatIfStory(r *whatif.SensitivityResult) [][]phrase {
	if len(r.Rows) == 0 || r.Rows[0].Swing.IsNull() {
		return [][]phrase{{{Text: v.Lang.Page("tornado.nothing")}}}
	}
	first := strong(v.Lang.Page("tornado.most", "field", emphasised), v.Lang.Label(r.Rows[0].Field.Name))
	return [][]phrase{first, {{Text: v.swings(r)}}}
}

// swings says what the guess that matters most does to the figure.
func (v *viewer) swings(r *whatif.SensitivityResult) string {
	top := r.Rows[0]
	return v.Lang.Page("tornado.swings", "metric", v.Lang.Label(r.Request.Metric), "change", said(v.Lang, r.Request.Change.Decimal),
		"low", v.metric(r.Request.Metric, top.MetricAtLow), "high", v.metric(r.Request.Metric, top.MetricAtHigh))
}

// chosenFields are fields of the sensitivity, in that order.
func chosenFields(names ...string) []vocabulary.Field {
	var fields []vocabulary.Field
	for _, name := range names {
		f, _ := named(whatif.SensitivityFields(), name)
		fields = append(fields, f)
	}
	return fields
}

// partsOfWhole takes an answer that is one part, with its figures beside its
// inputs.
func partsOfWhole(a answer.Answer) []part {
	p := partOf(a.Body)
	p.summary = a.Body
	return []part{p}
}
