package chart

import (
	"bytes"
	"context"
	"image/png"
	"sync"

	"gonum.org/v1/plot/font"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/vgimg"
)

// PNG draws the picture as a PNG of the size asked for, times its scale. It stops
// with the context's error where that ends first.
func PNG(ctx context.Context, p Picture, o Options) ([]byte, error) {
	const pointIsPixel = 72
	canvas := vgimg.NewWith(vgimg.UseWH(vg.Length(o.Width), vg.Length(o.Height)), vgimg.UseDPI(pointIsPixel*max(o.Scale, 1)),
		vgimg.UseBackgroundColor(themeOf(o.Dark).background))
	paint(stopping{piecewise{canvas}, ctx.Err}, p.of, o)
	out := cancelled{ended: ctx.Err}
	encoder := png.Encoder{BufferPool: &encoders}
	if err := encoder.Encode(&out, canvas.Image()); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}

// encoders are kept, whose compressors are larger than most pictures.
var encoders pool

// pool is one of encoders.
type pool struct{ sync.Pool }

// Get returns an encoder's memory, nil where there is none.
func (p *pool) Get() *png.EncoderBuffer {
	b, _ := p.Pool.Get().(*png.EncoderBuffer)
	return b
}

// Put gives it back.
func (p *pool) Put(b *png.EncoderBuffer) { p.Pool.Put(b) }

// piecewise writes each text in the pieces that letters.width counts.
type piecewise struct{ vg.Canvas }

// FillString writes the pieces of a text one after the other.
func (c piecewise) FillString(f font.Face, at vg.Point, text string) {
	for _, piece := range apart(text) {
		c.Canvas.FillString(f, at, piece)
		at.X += f.Width(piece)
	}
}

// stopping draws nothing more once nobody waits for the picture.
type stopping struct {
	vg.Canvas
	ended func() error // why nobody waits, nil as long as somebody does
}

// Stroke draws a line.
func (c stopping) Stroke(p vg.Path) {
	if c.ended() == nil {
		c.Canvas.Stroke(p)
	}
}

// Fill fills an area.
func (c stopping) Fill(p vg.Path) {
	if c.ended() == nil {
		c.Canvas.Fill(p)
	}
}

// FillString writes a text.
func (c stopping) FillString(f font.Face, at vg.Point, text string) {
	if c.ended() == nil {
		c.Canvas.FillString(f, at, text)
	}
}

// cancelled is a buffer that takes nothing more once the context has ended: the
// encoder hands over what it has compressed a few rows at a time.
type cancelled struct {
	bytes.Buffer
	ended func() error
}

// Write keeps the bytes, or returns why nobody waits for them.
func (c *cancelled) Write(b []byte) (int, error) {
	if err := c.ended(); err != nil {
		return 0, err
	}
	return c.Buffer.Write(b)
}
