package chart

import (
	"context"
	"math"
	"slices"
	"testing"

	"blyant/internal/locale"
	"blyant/model"

	"gonum.org/v1/plot/vg/recorder"
	"pgregory.net/rapid"
)

// worthAt is the cumulative present value of a scenario with one rate at a moment,
// in floating point: contributions accrue evenly within a period (MODEL.md §4).
func worthAt(s model.Scenario, x float64) float64 {
	f := func(d interface{ InexactFloat64() float64 }) float64 { return d.InexactFloat64() }
	sum, left := -f(s.AcquisitionCost.Decimal), x
	stay, orders, discount := 1.0, f(s.OrdersPerPeriod.Decimal), 1.0
	for left > 0 {
		part := math.Min(left, 1)
		sum += part * stay * discount * (orders*f(s.MarginRate.Decimal)*f(s.BasketValue.Decimal) - f(s.ServiceCostPerPeriod.Decimal))
		left -= part
		stay *= f(s.RepeatPurchaseRate.Decimal)
		orders *= 1 + f(s.OrderGrowthRate.Decimal)
		discount /= 1 + f(s.AnnualDiscountRate.Decimal)
	}
	return sum
}

// crossedBetween finds by halving where the worth is zero between two moments.
func crossedBetween(s model.Scenario, low, high float64) float64 {
	for range 60 {
		middle := (low + high) / 2
		if (worthAt(s, middle) < 0) == (worthAt(s, low) < 0) {
			low = middle
		} else {
			high = middle
		}
	}
	return low
}

// Each line of a comparison is marked where its worth, worked out in another way,
// changes its sign.
func TestCrossingsAreWhereTheWorthIsZero(t *testing.T) {
	if n := checkCrossings(t, append(groups(19, "%d"), reversed())); n < 15 {
		t.Errorf("only %d crossings were looked at", n)
	}
	rapid.Check(t, func(t *rapid.T) {
		checkCrossings(t, []model.Scenario{drawn(t, "one"), drawn(t, "two"), drawn(t, "three")})
	})
}

// checkCrossings compares all marks of a comparison with the moments found by
// halving, and returns how many there are. A worth that is nearly zero at the end of a
// period may be on either side once it is rounded to the hundredth; such a line says
// nothing here.
func checkCrossings(t rapid.TB, scenarios []model.Scenario) int {
	r, err := model.Compare(context.Background(), model.ComparisonRequest{Scenarios: scenarios})
	if err != nil {
		t.Fatal(err)
	}
	marks, looked := comparison(r, locale.English).marks, 0
	for i, s := range scenarios {
		want, sure := signChanges(s)
		if !sure {
			continue
		}
		for _, x := range want { // lines that cross together have one mark
			if !slices.ContainsFunc(marks, func(m mark) bool { return near(s, m.x, x) }) {
				t.Fatalf("%s: marks at %v, want %v", s.Name, marks, want)
			}
			looked++
		}
		for _, m := range marks {
			if m.of == i+1 && !slices.ContainsFunc(want, func(x float64) bool { return near(s, m.x, x) }) {
				t.Fatalf("%s: marks at %v, want %v", s.Name, marks, want)
			}
		}
	}
	return looked
}

// near reports whether a mark is where the worth is zero: the schedule is rounded to
// hundredths.
func near(s model.Scenario, mark, x float64) bool {
	return math.Abs(mark-x) < 0.001 || math.Abs(mark-x) < 0.1 && math.Abs(worthAt(s, mark)) < 0.02
}

// signChanges are the first moments at which the worth changes its sign, and whether
// it is far enough from zero at the end of every period to be sure.
func signChanges(s model.Scenario) (moments []float64, sure bool) {
	for k := range s.Horizon.Int {
		a, b := worthAt(s, float64(k)), worthAt(s, float64(k+1))
		if math.Abs(a) < 0.05 || math.Abs(b) < 0.05 {
			return nil, false
		}
		if (a < 0) != (b < 0) && len(moments) < mostCrossings {
			moments = append(moments, crossedBetween(s, float64(k), float64(k+1)))
		}
	}
	return moments, true
}

// A dot in the colour of its line is drawn on the line at zero, at its period.
func TestCrossingsAreDrawn(t *testing.T) {
	p := pictureOf(t, locale.English, onePencil(), tenYears()).of
	a := arrange(new(recorder.Canvas), p, Options{Lang: locale.English, Width: 600, Height: 400})
	panel := a.layOut()[0].panel
	if len(p.marks) != 1 || p.marks[0].of != 2 {
		t.Fatalf("%+v", p.marks)
	}
	at := panel.at(p.marks[0])
	scale := float64(panel.Max.X-panel.Min.X) / 10
	if want := float64(panel.Min.X) + p.marks[0].x*scale; math.Abs(float64(at.X)-want) > 1e-9 || at.Y != panel.y(0) {
		t.Errorf("the dot is at %v, want %v", at, want)
	}
	if caption := panel.captions()[0]; len(caption.rows) != 1 || caption.rows[0] != "1.2"+noBreakSpace+"years" {
		t.Errorf("it says %q", caption.rows)
	}
	if colour := panel.pen(p.marks[0].of - 1).color; colour != panel.theme.series[0] {
		t.Errorf("the best is drawn in %v", colour)
	}
}

// A customer who pays back and is lost again has both moments marked.
func TestLostAgainIsMarked(t *testing.T) {
	s := reversed()
	p := pictureOf(t, locale.Norwegian, s).of
	if len(p.marks) != 2 {
		t.Fatalf("%+v", p.marks)
	}
	for i, m := range p.marks {
		if y := worthAt(s, m.x); math.Abs(y) > 0.05 {
			t.Errorf("mark %d at %v: the worth is %v", i, m.x, y)
		}
	}
	if p.marks[1].text[:12] != "Tapt igjen e" {
		t.Errorf("the second says %q", p.marks[1].text)
	}
}

// Lines that cross at the same moment have one mark, the strong one's.
func TestCrossingsTogetherAreOne(t *testing.T) {
	if p := pictureOf(t, locale.English, alike(20)...).of; len(p.marks) != 1 || p.marks[0].of != 1 {
		t.Errorf("%+v", p.marks)
	}
}
