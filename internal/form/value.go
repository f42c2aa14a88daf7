package form

import (
	"slices"

	"blyant/model"
	"blyant/model/whatif"
)

// ValuePage is the page at / and of the resources lifetime-value and
// comparison: customers side by side.
func ValuePage() Page {
	shown := []Section{
		{Fields: []string{
			"acquisition_cost", "basket_value", "vat_rate", "margin_rate", "orders_per_period",
			"repeat_purchase_rate", "basket_growth_rate",
		}},
		frame,
	}
	return Page{
		Name:     "value",
		Path:     "/",
		Answers:  []string{"/v1/lifetime-value", "/v1/comparison"},
		Items:    model.ScenarioFields(),
		Alone:    true,
		Sections: append(shown, moreSections(shown, "name", "decimals")...),
		Sliders:  []Slider{share("repeat_purchase_rate"), growth("basket_growth_rate")},
		All:      model.SummaryFigures(),
		Compared: model.ComparisonFigures(),
		Figures: []string{
			"net_lifetime_value", "lifetime_value", "value_to_cost_ratio",
			"payback_periods", "payback_orders", "probability_of_profit",
			"net_difference", "affordable_service_cost_per_order",
		},
		Figure: "net_lifetime_value",
		Strip:  []string{"net_lifetime_value"},
		Wide:   Size{480, 330},
		Narrow: Size{300, 290},
		parts:  parts,
		tell:   (*viewer).tellValue,
		paste:  (*viewer).pasteCustomer,
	}
}

// tellValue puts on the page what customers are worth.
func (v *viewer) tellValue(p *pageView) {
	p.Best = bestOf(v.parts)
	p.Story = story(v.Lang, v.parts, baselineOf(v.Answer))
	p.Schedules = v.schedules(model.ScheduleFigures())
	p.Blocks = []blockView{v.figures()}
	if charts := v.charts(); len(charts) > 0 {
		p.Blocks = append(p.Blocks, blockView{ID: "chart", Title: v.Lang.Page("chart"), Charts: charts, Fold: v.chartTable()})
	}
	p.Blocks = append(p.Blocks, v.whatIf()...)
}

// whatIf is what it would take for the best customer, and which guess about them
// matters most.
func (v *viewer) whatIf() []blockView {
	best, name := bestOf(v.parts), ""
	if len(v.parts) > 1 {
		name = v.partName(v.parts[best], best)
	}
	about := v.guessed(v.entry.items[best])
	blocks := []blockView{v.wouldTake(about, name)}
	if a, worked := v.beside(whereSensitivity, about); worked {
		r := a.Result.(*whatif.SensitivityResult)
		tornado := v.tornado(about, r, v.drawn(whereSensitivity, a))
		tornado.Lines = append(tornado.Lines, lineView{Href: "/what-if?" + encode(with(about, "lang", string(v.Lang), "decimal", "point")), Link: v.Lang.Page("all_what_if")})
		blocks = append(blocks, tornado, v.twoGuesses(about, r))
	}
	return slices.DeleteFunc(blocks, blockView.empty)
}

// charts are the pictures of the answer.
func (v *viewer) charts() []chartView { return v.pictures(v.Charts) }
