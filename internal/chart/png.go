package chart

import (
	"bytes"
	"image/png"

	"gonum.org/v1/plot/font"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/vgimg"
)

// PNG draws the picture as a PNG of the size asked for.
func PNG(p Picture, o Options) ([]byte, error) {
	const pointIsPixel = 72
	canvas := vgimg.NewWith(vgimg.UseWH(vg.Length(o.Width), vg.Length(o.Height)), vgimg.UseDPI(pointIsPixel),
		vgimg.UseBackgroundColor(themeOf(o.Dark).background))
	paint(piecewise{canvas}, p.of, o)
	var out bytes.Buffer
	if err := png.Encode(&out, canvas.Image()); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}

// piecewise writes each text in the pieces that letters.width counts.
type piecewise struct{ vg.Canvas }

// FillString writes the pieces of a text one after the other.
func (c piecewise) FillString(f font.Face, at vg.Point, text string) {
	for _, piece := range apart(text) {
		c.Canvas.FillString(f, at, piece)
		at.X += f.Width(piece)
	}
}
