package chart

import (
	"math"
	"strings"
	"testing"

	"blyant/internal/locale"

	"gonum.org/v1/plot/vg"
	"pgregory.net/rapid"
)

// A simplified line has the same ends, only points of the original, and misses
// none by more than the tolerance.
func TestSimplify(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		heights := rapid.SliceOfN(rapid.Float64Range(-50, 50), 1, 80).Draw(t, "heights")
		points := make([]vg.Point, len(heights))
		for i, h := range heights {
			points[i] = vg.Point{X: vg.Length(i), Y: vg.Length(h)}
		}
		tolerance := vg.Length(rapid.Float64Range(0, 5).Draw(t, "tolerance"))
		got := simplify(points, tolerance)
		if got[0] != points[0] || got[len(got)-1] != points[len(points)-1] {
			t.Fatalf("other ends: %v", got)
		}
		next := 0
		for i := 1; i < len(got); i++ {
			for ; points[next] != got[i]; next++ {
				if d := offLine(points[next], got[i-1], got[i]); d > tolerance+1e-9 {
					t.Fatalf("%v is missed by %v", points[next], d)
				}
			}
		}
	})
}

func TestSimplifyLeavesOutWhatLiesOnTheLine(t *testing.T) {
	points := []vg.Point{{X: 0, Y: 0}, {X: 1, Y: 1}, {X: 2, Y: 2}, {X: 3, Y: 0}}
	if got := simplify(points, 0.1); len(got) != 3 {
		t.Errorf("got %v", got)
	}
}

// Blocks that have room enough stand in their order, none over another, within
// the bounds, and where they wish when nothing is in the way.
func TestSpread(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		count := rapid.IntRange(1, 20).Draw(t, "count")
		const bottom, top = 10, 410
		blocks := make([]block, count)
		wish := vg.Length(500)
		for i := range blocks {
			wish -= vg.Length(rapid.Float64Range(0, 60).Draw(t, "step"))
			blocks[i] = block{wish: wish, height: 20}
		}
		spread(blocks, bottom, top)
		limit := vg.Length(top)
		for i, b := range blocks {
			if b.top > limit+1e-9 || b.top-b.height < bottom-1e-9 {
				t.Fatalf("block %d of %+v", i, blocks)
			}
			limit = b.top - b.height
		}
	})
	alone := []block{{wish: 300, height: 20}, {wish: 100, height: 20}}
	if spread(alone, 0, 400); alone[0].top != 300 || alone[1].top != 100 {
		t.Errorf("got %+v", alone)
	}
}

func TestTouches(t *testing.T) {
	box := vg.Rectangle{Min: vg.Point{X: 10, Y: 10}, Max: vg.Point{X: 20, Y: 20}}
	tests := []struct {
		a, b vg.Point
		want bool
	}{
		{vg.Point{X: 0, Y: 15}, vg.Point{X: 30, Y: 15}, true},
		{vg.Point{X: 0, Y: 0}, vg.Point{X: 30, Y: 30}, true},
		{vg.Point{X: 0, Y: 25}, vg.Point{X: 30, Y: 25}, false},
		{vg.Point{X: 0, Y: 0}, vg.Point{X: 9, Y: 100}, false},
		{vg.Point{X: 15, Y: 0}, vg.Point{X: 15, Y: 100}, true},
		{vg.Point{X: 15, Y: 21}, vg.Point{X: 15, Y: 100}, false},
		{vg.Point{X: 0, Y: 0}, vg.Point{X: 20, Y: 12}, true},
		{vg.Point{X: 0, Y: 12}, vg.Point{X: 15, Y: -20}, false},
	}
	for _, test := range tests {
		if got := touches(test.a, test.b, box); got != test.want {
			t.Errorf("%v to %v: %v", test.a, test.b, got)
		}
	}
}

// The mark stands where the line crosses zero: the discounted payback is that
// of contributions that accrue evenly within a period (MODEL.md §4).
func TestPaybackIsWhereTheLineCrossesZero(t *testing.T) {
	marked := 0
	for name, scenarios := range samples() {
		if len(scenarios) > 1 {
			continue
		}
		p := pictureOf(t, locale.English, scenarios...).of
		for _, m := range p.marks {
			marked++
			if y, most := p.lines[0].at(m.x), math.Max(-p.lines[0].points[0].Y, 0.01); math.Abs(y) > most*1e-3 {
				t.Errorf("%s: the line is at %v where the mark is", name, y)
			}
		}
		if said := strings.Contains(p.title, "will not pay back"); said != (len(p.marks) == 0 && p.lines[0].points[0].Y < 0) {
			t.Errorf("%s: nothing is said of the payback", name)
		}
	}
	if marked < 8 {
		t.Errorf("only %d marks", marked)
	}
}

// at is the amount of the line at a moment, straight between two points.
func (l line) at(x float64) float64 {
	i := min(int(x), len(l.points)-2)
	a, b := l.points[i], l.points[i+1]
	return a.Y + (b.Y-a.Y)*(x-a.X)
}

func TestShortDuration(t *testing.T) {
	for given, want := range map[string]string{"1.234567": "1.2", "16.500000": "16.5", "0.834000": "0.83", "0.100000": "0.10", "0.001734": "0.0017", "0.000020": "0.000020", "0.000001": "0.000001"} {
		if got := shortDuration(amountOf(given).Decimal); got != want {
			t.Errorf("%s: got %s, want %s", given, got, want)
		}
	}
}
