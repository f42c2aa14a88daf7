package chart

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"blyant/internal/locale"
)

// The layers of a period are its active customers, whichever way they were
// divided; each lies on the one below it, and none is wider than the plan.
func TestLayersAddUpToTheActiveCustomers(t *testing.T) {
	for name, req := range planSamples() {
		r := planResult(t, req)
		p := customerLayers(r, locale.English)
		for _, row := range r.Schedule {
			want, top := row.ActiveCustomers.Float64(), math.Inf(1)
			for i, l := range p.lines {
				height, found := l.during(row.Period.Int())
				if !found {
					continue
				}
				if i == 0 && math.Abs(height-want) > (1+want)*1e-6*float64(len(r.Schedule)) {
					t.Errorf("%s: in period %d %v customers are drawn, %v are active", name, row.Period.Int(), height, want)
				}
				if height < 0 || height > top {
					t.Errorf("%s: layer %q is at %v in period %d, on it is %v", name, l.name, height, row.Period.Int(), top)
				}
				top = height
			}
		}
		if p.lines[0].look != total || len(p.lines) > mostGroups+2 {
			t.Errorf("%s: %d lines", name, len(p.lines))
		}
	}
}

// during is how high the layer is in a period, counted from 1.
func (l line) during(period int) (float64, bool) {
	i := slices.IndexFunc(l.points, func(p point) bool { return p.X == float64(period) })
	if i < 0 || l.points[0].X == float64(period) {
		return 0, false
	}
	return l.points[i].Y, true
}

// Customers who came at different times are in different layers.
func TestLayersAreNamedAfterTheirPeriods(t *testing.T) {
	tests := []struct {
		sample string
		lang   locale.Language
		want   string
	}{
		{"one period", locale.English, "In all 100 | Month 1"},
		{"three periods", locale.Norwegian, "I alt 316 | Måned 3 | Måned 2 | Måned 1"},
		{"five years", locale.Danish, "I alt 2.970 | Måned 49–60 | Måned 37–48 | Måned 25–36 | Måned 13–24 | Måned 1–12 | Kunder ved start"},
		{"600 weeks", locale.Swedish, "Sammanlagt 382 | Vecka 521–600 | Vecka 417–520 | Vecka 313–416 | Vecka 209–312 | Vecka 105–208 | Vecka 1–104 | Kunder vid starten"},
		{"dropping out", locale.Norwegian, "I alt 17,2 | År 9–10 | År 3–4 | År 1–2 | Kunder ved start"},
		{"opening only", locale.English, "In all 3.84 | Customers at the start"},
		{"nothing at all", locale.English, "In all 0"},
		{"tiny", locale.English, "In all 0.0484 | Year 21–24 | Year 16–20 | Year 11–15 | Year 6–10 | Year 1–5"},
	}
	for _, test := range tests {
		var names []string
		for _, l := range customerLayers(planResult(t, planSamples()[test.sample]), test.lang).lines {
			names = append(names, strings.ReplaceAll(l.name, "\u00a0", " "))
		}
		if got := strings.Join(names, " | "); got != test.want {
			t.Errorf("%s: %s, want %s", test.sample, got, test.want)
		}
	}
}

// A plan of several kinds has a layer for each, the largest at the bottom; of many
// the smallest are one.
func TestLayersOfSegments(t *testing.T) {
	for _, test := range []struct {
		sample string
		want   string
	}{
		{"segments", "In all 1,520 | small | middling | large"},
		{"many segments", "In all 2,800 | and 3 more | 4 | 5 | 6 | 7 | 8"},
	} {
		var names []string
		p := customerLayers(planResult(t, planSamples()[test.sample]), locale.English)
		for _, l := range p.lines {
			names = append(names, l.name)
		}
		if got := strings.Join(names, " | "); got != test.want || p.yTitle("") != "Active customers by kind" {
			t.Errorf("%s: %s under %q, want %s", test.sample, got, p.yTitle(""), test.want)
		}
	}
}

// Amounts have three digits that count, in the one unit that the axis names.
func TestOneUnitOfAPlan(t *testing.T) {
	p := businessPlan(planResult(t, planSamples()["a year"]), locale.English)
	for _, m := range p.marks {
		if !m.since && m.text != "Greatest funding need: 15.3 after 4\u00a0months" {
			t.Errorf("the mark says %q", m.text)
		}
	}
	if title, end := p.yTitle(p.unit().title(p.currency, locale.English)), p.label(p.lines[0].last(), p.unit(), locale.English); title != "Cash, thousand NOK" || end != "53.6" {
		t.Errorf("%s: %s at the end", title, end)
	}
}

// The need of money is marked where the line is lowest, and the plan breaks even
// where the line never falls again.
func TestMarksOfAPlan(t *testing.T) {
	needs, evens := 0, 0
	for name, req := range planSamples() {
		p := businessPlan(planResult(t, req), locale.English)
		cash := p.lines[0].points
		even := len(cash)
		for _, m := range p.marks {
			if m.since {
				even = int(m.x)
				evens++
				continue
			}
			needs++
			for _, point := range cash {
				if point.Y < m.y {
					t.Errorf("%s: %v at %v is below the mark at %v", name, point.Y, point.X, m.y)
				}
			}
			if y := p.lines[0].at(m.x); y != m.y && m.x < cash[len(cash)-1].X || math.Abs(m.y+m.fall-cash[0].Y) > 1e-6*m.fall {
				t.Errorf("%s: the mark is at %v and falls by %v, the line is at %v, from %v", name, m.y, m.fall, y, cash[0].Y)
			}
		}
		for i := even + 1; i < len(cash); i++ {
			if cash[i].Y < cash[i-1].Y {
				t.Errorf("%s: breaks even after %d, but falls to %v in %d", name, even, cash[i].Y, i)
			}
		}
		if said := strings.Contains(p.title, "not break even"); said != (even == len(cash)) {
			t.Errorf("%s: the title is %q", name, p.title)
		}
	}
	if needs < 10 || evens < 10 {
		t.Errorf("%d needs, %d moments of breaking even", needs, evens)
	}
}

func TestPlanInWords(t *testing.T) {
	tests := []struct {
		sample string
		lang   locale.Language
		want   []string
	}{
		{"a year", locale.Norwegian, []string{"25 000,00 NOK ved starten", "53 628,64 NOK etter 12 måneder", "15 321,42 NOK, etter 4 måneder", "Planen går rundt fra måned 5.", "planen: 1 085."}},
		{"never", locale.English, []string{"0.00 NOK at the start", "\u2212453,561.09 NOK after 24 months", "453,561.09 NOK, after 24 months", "does not break even for good within 24 months", "1,416."}},
		{"from the start", locale.Danish, []string{"Ingen periode slutter med færre penge på kontoen end ved starten", "Planen løber rundt fra år 1.", "277."}},
		{"one period", locale.Swedish, []string{"\u22124 500,00 NOK efter 1 månad", "4 500,00 NOK, efter 1 månad", "inte varaktigt runt inom 1 månad", "100."}},
		{"no customers", locale.English, []string{"of the plan: 0."}},
	}
	for _, test := range tests {
		p := businessPlan(planResult(t, planSamples()[test.sample]), test.lang)
		for _, want := range test.want {
			if got := strings.ReplaceAll(p.alt, "\u00a0", " "); !strings.Contains(got, want) {
				t.Errorf("%s: %q is not in %q", test.sample, want, got)
			}
		}
	}
}

// Both panels are there where they can be read, above one another with every
// period at the same place, abreast where the chart is very wide; a small chart
// has the cash alone.
func TestPanelsOfAPlan(t *testing.T) {
	tests := []struct {
		width, height, panels int
		abreast               bool
	}{
		{600, 400, 2, false}, {1200, 800, 2, false}, {540, 350, 2, false}, {300, 900, 2, false}, {300, 380, 2, false},
		{1400, 350, 2, true}, {2000, 300, 2, true}, {320, 240, 1, false}, {300, 290, 1, false}, {700, 150, 1, false}, {100, 2000, 1, false},
	}
	for _, test := range tests {
		t.Run(fmt.Sprintf("%dx%d", test.width, test.height), func(t *testing.T) {
			p := businessPlan(planResult(t, planSamples()["five years"]), locale.Norwegian)
			a := arrange(newSVGCanvas(themeOf(false)), p, sized(test.width, test.height))
			if len(a.sheets) != test.panels || a.abreast && test.panels == 2 != test.abreast {
				t.Fatalf("%d panels, abreast: %v", len(a.sheets), a.abreast)
			}
			parts := a.layOut()
			if test.panels == 1 {
				return
			}
			cash, layers := parts[0], parts[1]
			if test.abreast {
				if cash.Max.X >= layers.Min.X || cash.Min.Y != layers.Min.Y || cash.Max.Y != layers.Max.Y {
					t.Errorf("%v and %v", cash.Rectangle, layers.Rectangle)
				}
			} else if cash.Min.Y <= layers.Max.Y || cash.x(17) != layers.x(17) || len(cash.xTicks) != len(layers.xTicks) {
				t.Errorf("%v and %v", cash.Rectangle, layers.Rectangle)
			}
			for _, part := range parts {
				if len(part.yTicks) < 2 || part.Max.Y-part.Min.Y < 4*part.size || part.Max.X-part.Min.X < 10*part.size {
					t.Errorf("too small: %v with %d ticks", part.Rectangle, len(part.yTicks))
				}
			}
		})
	}
}

// Wherever the words of the marks stand, all of them are said.
func TestWordsOfMarksAreNeverLost(t *testing.T) {
	for name, req := range planSamples() {
		for _, lang := range locale.Languages() {
			for _, size := range sizes() {
				if tooSmall(Options{Width: size[0], Height: size[1]}) {
					continue
				}
				p := businessPlan(planResult(t, req), lang)
				a := arrange(newSVGCanvas(themeOf(false)), p, Options{Lang: lang, Width: size[0], Height: size[1]})
				a.remarkMarks()
				captions := a.trial().layOut()[0].captions()
				for i, m := range p.marks {
					if inPanel := strings.Join(captions[i].rows, " ") == m.text; inPanel == strings.Contains(a.sheets[0].remark, m.text) {
						t.Errorf("%s %v %s: %q is in the panel: %v, remark %q", name, size, lang, m.text, inPanel, a.sheets[0].remark)
					}
				}
			}
		}
	}
}

func BenchmarkPlanPNG600x400(b *testing.B)  { benchmarkPlan(b, sized(600, 400)) }
func BenchmarkPlanPNG1200x800(b *testing.B) { benchmarkPlan(b, sized(1200, 800)) }

func benchmarkPlan(b *testing.B, o Options) {
	for _, name := range []string{"a year", "five years", "600 months"} {
		b.Run(name, func(b *testing.B) {
			p := planPicture(b, name, o.Lang)
			for b.Loop() {
				if _, err := PNG(b.Context(), p, o); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
