package form

import (
	"regexp"
	"strings"
	"testing"

	"blyant/internal/locale"
)

// The chart of a page says its values without any script, and the key beside each
// customer is drawn as the line is: the strong one for the best.
func TestChartsCanBeReadWithoutScript(t *testing.T) {
	page := rendered(t, locale.English, pencil, false)
	if !strings.Contains(page, "<title>Year\u00a010&#xA;") || !strings.Contains(page, `<g class="chart-spots"`) {
		t.Error("the values of the chart are not in the page")
	}
	keys := regexp.MustCompile(`<svg class="key chart"[^>]*><path class="(chart-series-\d)-line"`).FindAllStringSubmatch(page, -1)
	if len(keys) < 4 || keys[0][1] != "chart-series-2" || keys[1][1] != "chart-series-1" {
		t.Errorf("the keys of one pencil and of ten years are %v", keys)
	}
	lines := regexp.MustCompile(`<path class="(chart-series-\d)-line" stroke="[^"]*" stroke-width="([^"]*)"( stroke-dasharray="[^"]*")?`).FindAllStringSubmatch(page, -1)
	strong := 0
	for _, l := range lines {
		if l[1] == "chart-series-1" {
			if strong++; l[3] != "" {
				t.Error("the strong line is broken")
			}
		}
	}
	if strong == 0 {
		t.Error("no line is strong")
	}
}

// Before there is an answer the first customer has the strong key, and twenty
// customers have keys that differ.
func TestKeysOfCustomers(t *testing.T) {
	page := rendered(t, locale.English, queries["faults"], true)
	keys := regexp.MustCompile(`<svg class="key chart"[^>]*><path class="(chart-series-\d)-line"`).FindAllStringSubmatch(page, -1)
	if len(keys) == 0 || keys[0][1] != "chart-series-1" {
		t.Errorf("%v", keys)
	}
	seen := map[keyView]int{}
	for place := 1; place <= 20; place++ {
		k := keyOf(place)
		if other, taken := seen[k]; taken || k.Class == "" || k.Width <= 0 {
			t.Errorf("%d is drawn as %d: %+v", place, other, k)
		}
		seen[k] = place
	}
}
