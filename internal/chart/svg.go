package chart

import (
	"image/color"
	"strconv"
	"strings"
)

// SVG draws the picture as an SVG without style attributes, which a
// strict content security policy forbids. Every shape and text has a class that
// says its role (chart-ink, chart-muted, chart-zero, chart-grid,
// chart-background, chart-series-1 to chart-series-7, chart-layer-1 to
// chart-layer-7, with -line behind it where the colour is that of a line), so that the style sheet of a page can give it
// other colours: see Style.
func SVG(p Picture, o Options) []byte {
	c := newSVGCanvas(themeOf(o.Dark))
	c.open(p.of, o)
	paint(c, p.of, o)
	return append(c.dst, "</svg>\n"...)
}

// Style is a style sheet that gives inline charts the colours of the light or
// the dark theme, whatever they were drawn with.
func Style(dark bool) string {
	var b strings.Builder
	theme := themeOf(dark)
	for _, role := range theme.roles() {
		b.WriteString(".chart ." + role.class + "-line{stroke:" + hex(role.color) + "}")
		b.WriteString(".chart ." + role.class + "{fill:" + hex(role.color) + "}\n")
	}
	return b.String()
}

// role is a colour with its class.
type role struct {
	class string
	color color.RGBA
}

func (t theme) roles() []role {
	list := []role{{"chart-background", t.background}, {"chart-ink", t.ink}, {"chart-muted", t.muted}, {"chart-zero", t.zero}, {"chart-grid", t.grid}}
	for i, c := range t.series {
		list = append(list, role{"chart-series-" + strconv.Itoa(i+1), c})
	}
	for i, c := range t.layers {
		list = append(list, role{"chart-layer-" + strconv.Itoa(i+1), c})
	}
	return list
}

func hex(c color.RGBA) string {
	const digits = "0123456789abcdef"
	return string([]byte{'#', digits[c.R>>4], digits[c.R&15], digits[c.G>>4], digits[c.G&15], digits[c.B>>4], digits[c.B&15]})
}
