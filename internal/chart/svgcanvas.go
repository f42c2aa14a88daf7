package chart

import (
	"bytes"
	"encoding/xml"
	"image"
	"image/color"
	"math"
	"strconv"
	"strings"

	"gonum.org/v1/plot/font"
	"gonum.org/v1/plot/vg"
)

// svgCanvas draws vector graphics as SVG with presentation attributes only. The
// canvas of vgsvg was not taken because it writes style attributes and a
// transformation around every text. What a chart does not use is not there:
// turning, scaling and images do nothing.
type svgCanvas struct {
	dst     []byte
	classes map[color.Color]string
	height  float64 // SVG counts downwards
	color   color.RGBA
	width   vg.Length
	dash    []vg.Length
}

func newSVGCanvas(t theme) *svgCanvas {
	c := &svgCanvas{classes: map[color.Color]string{}}
	for _, r := range t.roles() {
		c.classes[r.color] = r.class
	}
	return c
}

// open writes the beginning of the document: its size, what it is called and
// what it shows, for those who cannot see it, and the background.
func (c *svgCanvas) open(p picture, o Options) {
	width, height := strconv.Itoa(o.Width), strconv.Itoa(o.Height)
	c.height = float64(o.Height)
	title, description := escape(clean(p.title)), escape(clean(p.alt))
	label := title + ". " + description
	if p.subject != "" && p.subject != p.title {
		label = escape(clean(p.subject)) + ". " + label
	}
	if !o.Inline {
		c.add(`<?xml version="1.0" encoding="UTF-8"?>`, "\n")
	}
	c.add(`<svg xmlns="http://www.w3.org/2000/svg" class="chart" lang="`, string(o.Lang), `" role="img" aria-label="`, label, `" viewBox="0 0 `, width, ` `, height, `"`)
	if o.Inline {
		c.add(` width="100%"`)
	} else {
		c.add(` width="`, width, `" height="`, height, `"`)
	}
	c.add(` font-family="Liberation Sans, Arial, Helvetica, sans-serif" fill="none" stroke-linejoin="round">`, "\n",
		`<title>`, title, "</title>\n<desc>", description, "</desc>\n")
	if !o.Inline {
		c.add(`<rect width="100%" height="100%" fill="`, hex(themeOf(o.Dark).background), "\"/>\n")
	}
}

// cut leaves out what is empty at the foot of a drawing in a page: below that height.
func (c *svgCanvas) cut(o Options, foot vg.Length) {
	if foot < 1 {
		return
	}
	box := func(height int) []byte {
		return []byte(` viewBox="0 0 ` + strconv.Itoa(o.Width) + ` ` + strconv.Itoa(height) + `"`)
	}
	c.dst = bytes.Replace(c.dst, box(o.Height), box(o.Height-int(foot)), 1)
}

func (c *svgCanvas) add(parts ...string) {
	for _, part := range parts {
		c.dst = append(c.dst, part...)
	}
}

// escape makes text fit to stand in an element or an attribute.
func escape(s string) string {
	var b bytes.Buffer
	_ = xml.EscapeText(&b, []byte(s)) // a buffer takes everything
	return b.String()
}

// number appends a number with at most two decimals.
func (c *svgCanvas) number(x float64) {
	c.dst = strconv.AppendFloat(c.dst, math.Round(x*100)/100+0, 'f', -1, 64)
}

func (c *svgCanvas) point(command byte, p vg.Point) {
	c.dst = append(c.dst, command)
	c.number(float64(p.X))
	c.dst = append(c.dst, ' ')
	c.number(c.height - float64(p.Y))
}

// FillString writes a text. Its width is fixed, so that it takes the room it
// was given in whatever font the reader has.
func (c *svgCanvas) FillString(f font.Face, at vg.Point, text string) {
	c.add(`<text x="`)
	c.number(float64(at.X))
	c.add(`" y="`)
	c.number(c.height - float64(at.Y))
	c.add(`" font-size="`)
	c.number(float64(f.Font.Size))
	if f.Font.Weight > 0 {
		c.add(`" font-weight="bold`)
	}
	c.add(`" textLength="`)
	c.number(float64(advance(f, text)))
	c.add(`" lengthAdjust="spacingAndGlyphs" class="`, c.classes[c.color], `" fill="`, hex(c.color), `">`, escape(text), "</text>\n")
}

// Stroke draws the line of a path.
func (c *svgCanvas) Stroke(p vg.Path) {
	c.add(`<path class="`, c.classes[c.color], `-line" stroke="`, hex(c.color), `" stroke-width="`)
	c.number(float64(c.width))
	for i, d := range c.dash {
		if i == 0 {
			c.add(`" stroke-dasharray="`)
		} else {
			c.add(" ")
		}
		c.number(float64(d))
	}
	c.path(p)
}

// Fill draws the inside of a path.
func (c *svgCanvas) Fill(p vg.Path) {
	c.add(`<path class="`, c.classes[c.color], `" fill="`, hex(c.color))
	c.path(p)
}

// spots writes areas that cannot be seen. Each has its values as the title, which
// browsers show to a pointer, and the places of its dots for a script.
func (c *svgCanvas) spots(all []spot, about string) {
	c.add(`<g class="chart-spots" pointer-events="all" aria-label="`, escape(about), "\">\n")
	for _, s := range all {
		c.add(`<rect x="`)
		c.number(float64(s.Min.X))
		c.add(`" y="`)
		c.number(c.height - float64(s.Max.Y))
		c.add(`" width="`)
		c.number(float64(s.Max.X - s.Min.X))
		c.add(`" height="`)
		c.number(float64(s.Max.Y - s.Min.Y))
		for i, d := range s.dots {
			if i == 0 {
				c.add(`" data-dots="`)
			} else {
				c.add(" ")
			}
			c.number(float64(d.X))
			c.add(" ")
			c.number(c.height - float64(d.Y))
		}
		c.add(`"><title>`, escape(cleanLines(s.words)), "</title></rect>\n")
	}
	c.add("</g>\n")
}

// cleanLines cleans each line of a text.
func cleanLines(s string) string {
	lines := strings.Split(s, "\n")
	for i, line := range lines {
		lines[i] = clean(line)
	}
	return strings.Join(lines, "\n")
}

// path writes where a path goes. The only arcs of a chart are whole circles,
// which SVG wants in two halves.
func (c *svgCanvas) path(p vg.Path) {
	c.add(`" d="`)
	for _, step := range p {
		switch step.Type {
		case vg.MoveComp:
			c.point('M', step.Pos)
		case vg.LineComp:
			c.point('L', step.Pos)
		case vg.ArcComp:
			radius := strconv.FormatFloat(math.Round(float64(step.Radius)*100)/100, 'f', -1, 64)
			for _, side := range []vg.Length{-1, 1} {
				c.add("A", radius, " ", radius, " 0 1 1")
				c.point(' ', step.Pos.Add(vg.Point{X: side * step.Radius}))
			}
		case vg.CloseComp:
			c.add("Z")
		}
	}
	c.add("\"/>\n")
}

// SetColor sets the colour of what is drawn next.
func (c *svgCanvas) SetColor(clr color.Color) { c.color, _ = clr.(color.RGBA) }

// SetLineWidth sets the width of lines.
func (c *svgCanvas) SetLineWidth(w vg.Length) { c.width = w }

// SetLineDash sets the pattern of lines; their beginning is never shifted.
func (c *svgCanvas) SetLineDash(dash []vg.Length, _ vg.Length) { c.dash = dash }

// Push and the others make it a vg.Canvas; no chart uses them.
func (c *svgCanvas) Push() {}

// Pop does nothing, as Push.
func (c *svgCanvas) Pop() {}

// Rotate does nothing.
func (c *svgCanvas) Rotate(float64) {}

// Translate does nothing.
func (c *svgCanvas) Translate(vg.Point) {}

// Scale does nothing.
func (c *svgCanvas) Scale(float64, float64) {}

// DrawImage does nothing.
func (c *svgCanvas) DrawImage(vg.Rectangle, image.Image) {}
