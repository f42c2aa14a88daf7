package chart

import (
	"bytes"
	"image/png"
	"strings"
	"testing"

	"blyant/internal/locale"
	"blyant/model/cohort"
	"blyant/model/purchase"
)

// cohortSample is a table of three months of which the last is not over.
func cohortSample(t testing.TB) *cohort.Result {
	t.Helper()
	var log purchase.Log
	for _, p := range []struct {
		who  string
		m, d int
	}{{"a", 1, 2}, {"a", 2, 3}, {"b", 1, 5}, {"c", 2, 7}, {"c", 3, 1}, {"d", 3, 9}} {
		day, _ := purchase.NewDate(2027, p.m, p.d)
		if err := log.Add(p.who, day, purchase.Money{Units: 10}); err != nil {
			t.Fatal(err)
		}
	}
	r, err := cohort.Table(cohort.Request{Log: &log})
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// A heat map says each share that is known in its cell, is told in words, and
// is drawn at every size in every language.
func TestHeatMap(t *testing.T) {
	r := cohortSample(t)
	svg := string(SVG(Cohorts(r, locale.English), Options{Lang: locale.English, Width: 800, Height: 400}))
	for _, want := range []string{"2027-01", "2027-02", ">100<", ">50<", "Heat map of the cohorts, 3 in all"} {
		if !strings.Contains(svg, want) {
			t.Errorf("no %s in %s", want, svg)
		}
	}
	if n := strings.Count(svg, ">100<"); n != 2 { // January and February at age 0; March is not over
		t.Errorf("%d cells of 100 per cent", n)
	}
	for _, size := range [][2]int{{100, 100}, {300, 180}, {2000, 2000}} {
		for _, l := range locale.Languages() {
			data, err := PNG(t.Context(), Cohorts(r, l), Options{Lang: l, Width: size[0], Height: size[1]})
			if err != nil {
				t.Fatal(err)
			}
			if _, err := png.Decode(bytes.NewReader(data)); err != nil {
				t.Errorf("%s %v: %v", l, size, err)
			}
		}
	}
}
