package chart

import (
	"fmt"
	"image/color"
	"strings"
	"sync"

	"codeberg.org/go-fonts/liberation/liberationsansbold"
	"codeberg.org/go-fonts/liberation/liberationsansregular"
	stdfont "golang.org/x/image/font"
	"golang.org/x/image/font/opentype"
	"gonum.org/v1/plot/font"
	"gonum.org/v1/plot/vg"
)

// letters is the style of a text: its font with the size, and its colour.
type letters struct {
	face  font.Face
	color color.Color
}

// Parsed once: it takes a millisecond, and a parsed font is never changed.
var (
	regular = sync.OnceValue(func() *opentype.Font { return parse(liberationsansregular.TTF) })
	bold    = sync.OnceValue(func() *opentype.Font { return parse(liberationsansbold.TTF) })
)

// parse reads an embedded font; that it can be read is not a matter of input.
func parse(ttf []byte) *opentype.Font {
	f, err := opentype.Parse(ttf)
	if err != nil {
		panic(fmt.Errorf("chart: the embedded font cannot be read: %w", err))
	}
	return f
}

func plainLetters(size vg.Length, c color.Color) letters {
	return letters{font.Face{Font: font.Font{Typeface: "Liberation", Variant: "Sans", Size: size}, Face: regular()}, c}
}

func boldLetters(size vg.Length, c color.Color) letters {
	f := font.Font{Typeface: "Liberation", Variant: "Sans", Weight: stdfont.WeightBold, Size: size}
	return letters{font.Face{Font: f, Face: bold()}, c}
}

func (l letters) width(s string) vg.Length { return advance(l.face, s) }

// advance is the width of a text with its ones apart.
func advance(f font.Face, s string) vg.Length {
	var width vg.Length
	for _, piece := range apart(s) {
		width += f.Width(piece)
	}
	return width
}

// apart breaks a text between two ones. The font pulls 11 together so far that
// a number is hard to read; whatever is drawn piece by piece is not kerned
// across.
func apart(s string) []string {
	var pieces []string
	for {
		i := strings.Index(s, "11")
		if i < 0 {
			return append(pieces, s)
		}
		pieces, s = append(pieces, s[:i+1]), s[i+1:]
	}
}

// height is that of a line of text with the room above and below it.
func (l letters) height() vg.Length { return l.face.Font.Size * 1.25 }

// rise is from the baseline to the middle of a digit.
func (l letters) rise() vg.Length { return l.face.Font.Size * 0.35 }

// write draws a text whose baseline is at y. align is 0 where x is its left
// edge, ½ its middle, 1 its right edge.
func (l letters) write(c vg.Canvas, x, y vg.Length, align float64, s string) {
	c.SetColor(l.color)
	c.FillString(l.face, vg.Point{X: x - vg.Length(align)*l.width(s), Y: y}, s)
}
