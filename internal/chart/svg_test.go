package chart

import (
	"bytes"
	"encoding/xml"
	"strings"
	"testing"

	"blyant/internal/locale"
)

// A strict content security policy allows no style attribute, no style element
// and no script, and a reader who cannot see the chart is told what it shows.
func TestSVGIsStrictAndAccessible(t *testing.T) {
	for name, p := range allPictures(t, locale.Norwegian) {
		for _, inline := range []bool{false, true} {
			o := sized(600, 400)
			o.Inline = inline
			svg := SVG(p, o)
			checkStrict(t, name, svg, inline)
			checkAccessible(t, name, svg)
		}
	}
}

func checkStrict(t *testing.T, name string, svg []byte, inline bool) {
	t.Helper()
	for _, forbidden := range []string{"style", "<script", "NaN", "Inf", "e+", `=""`} {
		if bytes.Contains(svg, []byte(forbidden)) {
			t.Errorf("%s holds %q", name, forbidden)
		}
	}
	if got := !bytes.HasPrefix(svg, []byte("<?xml")) && !bytes.Contains(svg, []byte(`<rect width="100%"`)); got != inline {
		t.Errorf("%s: inline is %v, want %v", name, got, inline)
	}
}

func checkAccessible(t *testing.T, name string, svg []byte) {
	t.Helper()
	var doc struct {
		XMLName xml.Name
		Role    string `xml:"role,attr"`
		Label   string `xml:"aria-label,attr"`
		ViewBox string `xml:"viewBox,attr"`
		Title   string `xml:"title"`
		Desc    string `xml:"desc"`
	}
	if err := xml.Unmarshal(svg, &doc); err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	if doc.XMLName.Space != "http://www.w3.org/2000/svg" || doc.Role != "img" || doc.ViewBox != "0 0 600 400" {
		t.Errorf("%s: %+v", name, doc)
	}
	if doc.Title == "" || doc.Desc == "" || !strings.Contains(doc.Label, doc.Title) || !strings.Contains(doc.Label, doc.Desc) {
		t.Errorf("%s: title %q, desc %q, label %q", name, doc.Title, doc.Desc, doc.Label)
	}
}

func TestAlternativeText(t *testing.T) {
	tests := []struct {
		sample string
		want   []string
	}{
		{"ten years", []string{"\u221250.00 NOK", "202.79 NOK", "10 years", "1.2 years"}},
		{"one pencil", []string{"\u221246.00 NOK", "not earned back"}},
		{"pencils", []string{"Én blyant: \u221246.00 NOK", "Ti år med blyanter: 202.79 NOK after 10 years"}},
		{"all zero", []string{" 0.00 NOK"}},
	}
	for _, test := range tests {
		p := pictureOf(t, locale.English, samples()[test.sample]...).of
		for _, want := range test.want {
			if !strings.Contains(p.alt, want) || strings.Contains(p.alt, "\u22120.00") || strings.Contains(p.alt, "-") {
				t.Errorf("%s: %q is not in %q", test.sample, want, p.alt)
			}
		}
	}
}

// A long horizon makes no heavy page.
func TestSVGStaysSmall(t *testing.T) {
	all := allPictures(t, locale.Norwegian)
	for name, most := range map[string]int{"1200 months": 12_000, "plan: 600 months": 40_000} {
		svg := SVG(all[name], sized(1200, 800))
		if len(svg) > most {
			t.Errorf("%s: %d bytes", name, len(svg))
		}
	}
}

// The style sheet has a rule for every class that a chart may carry.
func TestStyleNamesEveryClass(t *testing.T) {
	for _, p := range []Picture{pictureOf(t, locale.Norwegian, groups(20, "Gruppe %d")...), planPicture(t, "a year", locale.Norwegian)} {
		svg := SVG(p, sized(1200, 800))
		var doc struct {
			Elements []struct {
				XMLName xml.Name
				Class   string `xml:"class,attr"`
			} `xml:",any"`
		}
		if err := xml.Unmarshal(svg, &doc); err != nil {
			t.Fatal(err)
		}
		classes := 0
		for _, e := range doc.Elements {
			if e.Class == "" && (e.XMLName.Local == "path" || e.XMLName.Local == "text") {
				t.Errorf("a %s has no class", e.XMLName.Local)
			}
			for _, dark := range []bool{false, true} {
				if e.Class != "" && !strings.Contains(Style(dark), ".chart ."+e.Class+"{") {
					t.Errorf("no rule for %q", e.Class)
				}
			}
			if e.Class != "" {
				classes++
			}
		}
		if classes < 50 {
			t.Errorf("%d elements have a class", classes)
		}
	}
	if Style(true) == Style(false) {
		t.Error("the dark style is the light one")
	}
}
