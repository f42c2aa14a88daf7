package chart

import (
	"testing"

	"gonum.org/v1/plot/vg"
)

// Words stand beside a line that they would lie across, on the side where they belong.
func TestClearOfALine(t *testing.T) {
	for _, c := range []struct{ at, want vg.Length }{{50, 70}, {60, 70}, {70, 70}, {90, 90}, {49, 30}, {40, 30}, {30, 30}, {10, 10}} {
		if got := clearOf(c.at, 50, 20); got != c.want {
			t.Errorf("%v is put at %v, wanted %v", c.at, got, c.want)
		}
	}
}
