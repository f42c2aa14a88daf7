package chart

import (
	"math"
	"strings"
	"testing"

	"blyant/internal/locale"
	"blyant/model"

	"gonum.org/v1/plot/vg"
)

// An axis counts in ones below ten thousand, then in thousands, millions, billions
// and trillions, whichever side of zero reaches further: three digits say its
// greatest amount. What would be rounded up to a thousand has the next unit.
func TestUnitsOfTheAxes(t *testing.T) {
	for _, c := range []struct {
		cost, basket string
		lang         locale.Language
		want         string
	}{
		{"9994", "0", locale.English, "Cumulative present value, NOK"},
		{"10000", "0", locale.English, "Cumulative present value, thousand NOK"},
		{"999499", "0", locale.English, "Cumulative present value, thousand NOK"},
		{"999500", "0", locale.English, "Cumulative present value, million NOK"},
		{"999499999", "0", locale.English, "Cumulative present value, million NOK"},
		{"1000000000", "0", locale.English, "Cumulative present value, billion NOK"},
		{"999499999999.99", "0", locale.English, "Cumulative present value, billion NOK"},
		{"1000000000000", "0", locale.English, "Cumulative present value, trillion NOK"},
		{"0", "9999", locale.English, "Cumulative present value, NOK"},
		{"0", "1000000", locale.English, "Cumulative present value, million NOK"},
		{"10", "999510", locale.English, "Cumulative present value, million NOK"},
		{"10", "999509", locale.English, "Cumulative present value, thousand NOK"},
		{"1000000", "1500000", locale.English, "Cumulative present value, million NOK"},
		{"0", "1000000000", locale.Norwegian, "Akkumulert nåverdi, milliarder NOK"},
		{"1000000000000", "0", locale.Swedish, "Ackumulerat nuvärde, biljoner NOK"},
	} {
		texts := textsDrawn(t, scenario("", 1, c.cost, c.basket, "0", "1", "1"), c.lang)
		if !strings.Contains(texts, " · "+c.want+"\n") {
			t.Errorf("%s for %s: %q is not among %s", c.basket, c.cost, c.want, texts)
		}
	}
}

// The axis of the customers has its unit too, and no currency.
func TestUnitsOfTheCustomers(t *testing.T) {
	for first, want := range map[string]string{"9999": "Active customers by when they came", "999499": "Active customers by when they came, thousand", "1000000": "Active customers by when they came, million"} {
		p := businessPlan(planResult(t, planOf(shop(), 1, first, "0", "0")), locale.English).second
		if got := p.yTitle(p.unit().title(p.currency, locale.English)); got != want {
			t.Errorf("%s customers: %q, want %q", first, got, want)
		}
	}
}

// textsDrawn are the texts of a chart, one on each line.
func textsDrawn(t *testing.T, s model.Scenario, lang locale.Language) string {
	t.Helper()
	svg := SVG(pictureOf(t, lang, s), Options{Lang: lang, Width: 600, Height: 400})
	all := "\n"
	for _, text := range textsOf(t, svg) {
		all += text.Words + "\n"
	}
	return all
}

// Lines have air of a twenty-fifth of their range above and below. Layers stand
// on the ground.
func TestAirAroundTheLines(t *testing.T) {
	five := planSamples()["five years"]
	most := 0.0
	for _, row := range planResult(t, five).Schedule {
		most = math.Max(most, row.ActiveCustomers.Float64())
	}
	started := planResult(t, planSamples()["from the start"])
	highest := started.Schedule[len(started.Schedule)-1].ClosingCash.Float64()
	for name, c := range map[string]struct {
		panel       *panel
		least, most float64
	}{
		"from −50 to −46, and zero": {panelOf(t, lifetimeValue(worthOf(t, onePencil()), locale.English)), -52, 2},
		"from −50 to 202.79":        {panelOf(t, lifetimeValue(worthOf(t, tenYears()), locale.English)), -50 - 252.79/25, 202.79 + 252.79/25},
		"layers":                    {panelOf(t, *businessPlan(planResult(t, five), locale.English).second), 0, most * 1.04},
		"a moment needs no room":    {panelOf(t, businessPlan(started, locale.English)), -highest / 25, highest * 1.04},
		"nothing":                   {panelOf(t, lifetimeValue(worthOf(t, scenario("", 2, "0", "0", "0", "1", "1")), locale.English)), -1.08, 1.08},
	} {
		if scale := c.most - c.least; math.Abs(c.panel.least-c.least) > 1e-6*scale || math.Abs(c.panel.most-c.most) > 1e-6*scale {
			t.Errorf("%s: from %v to %v, want %v to %v", name, c.panel.least, c.panel.most, c.least, c.most)
		}
	}
}

// Below a point that is marked is room for two lines of words, though the line
// itself would leave less.
func TestRoomBelowAMark(t *testing.T) {
	p := panelOf(t, lifetimeValue(worthOf(t, scenario("", 10, "1", "100", "0.9", "1", "1")), locale.English))
	if len(p.marks) != 1 || p.marks[0].y != 0 {
		t.Fatalf("marks %+v", p.marks)
	}
	room := vg.Length((p.marks[0].y-p.least)/(p.most-p.least)) * p.height()
	if math.Abs(float64(room-2.4*p.size)) > 1e-6 {
		t.Errorf("the room below the mark is %v letters high", float64(room/p.size))
	}
	deep := panelOf(t, businessPlan(planResult(t, planSamples()["never"]), locale.English))
	mark := deep.marks[0]
	room = vg.Length((mark.y-deep.least)/(deep.most-deep.least)) * (deep.height() - deep.axisHeight())
	if mark.fall == 0 || math.Abs(float64(room-2.4*deep.size)) > 1e-6 {
		t.Errorf("the room below the greatest need is %v letters high", float64(room/deep.size))
	}
}

func worthOf(t *testing.T, s model.Scenario) model.Result {
	t.Helper()
	r, err := model.LifetimeValue(s)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// panelOf is where the lines of the picture are drawn.
func panelOf(t *testing.T, p picture) *panel {
	t.Helper()
	p.second = nil
	return arrange(newSVGCanvas(themeOf(false)), p, Options{Lang: locale.English, Width: 600, Height: 400}).layOut()[0].panel
}
