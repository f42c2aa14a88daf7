package chart

import (
	"fmt"
	"image/color"
	"math"
	"testing"
)

// linear is a colour as amounts of light, 0 to 1.
type linear [3]float64

func linearOf(c color.RGBA) linear {
	var out linear
	for i, v := range []uint8{c.R, c.G, c.B} {
		x := float64(v) / 255
		if x <= 0.04045 {
			out[i] = x / 12.92
		} else {
			out[i] = math.Pow((x+0.055)/1.055, 2.4)
		}
	}
	return out
}

// contrast is the ratio of WCAG 2.2.
func contrast(a, b color.RGBA) float64 {
	luminance := func(c color.RGBA) float64 {
		l := linearOf(c)
		return 0.2126*l[0] + 0.7152*l[1] + 0.0722*l[2]
	}
	low, high := luminance(a), luminance(b)
	if low > high {
		low, high = high, low
	}
	return (high + 0.05) / (low + 0.05)
}

// visions are ways of seeing colours: the matrices of Machado, Oliveira and
// Fernandes (2009) for severity 1.
var visions = map[string][3][3]float64{
	"normal":       {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}},
	"protanopia":   {{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}},
	"deuteranopia": {{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}},
	"tritanopia":   {{1.255528, -0.076749, -0.178779}, {-0.078411, 0.930809, 0.147602}, {0.004733, 0.691367, 0.303900}},
}

func seen(c color.RGBA, m [3][3]float64) linear {
	in := linearOf(c)
	var out linear
	for i, row := range m {
		out[i] = math.Min(math.Max(row[0]*in[0]+row[1]*in[1]+row[2]*in[2], 0), 1)
	}
	return out
}

// oklab is the space of Ottosson (2020), in which distances are as seen.
func oklab(c linear) [3]float64 {
	l := math.Cbrt(0.4122214708*c[0] + 0.5363325363*c[1] + 0.0514459929*c[2])
	m := math.Cbrt(0.2119034982*c[0] + 0.6806995451*c[1] + 0.1073969566*c[2])
	s := math.Cbrt(0.0883024619*c[0] + 0.2817188376*c[1] + 0.6299787005*c[2])
	return [3]float64{
		0.2104542553*l + 0.7936177850*m - 0.0040720468*s,
		1.9779984951*l - 2.4285922050*m + 0.4505937099*s,
		0.0259040371*l + 0.7827717662*m - 0.8086757660*s,
	}
}

func distance(a, b [3]float64) float64 {
	return math.Sqrt((a[0]-b[0])*(a[0]-b[0]) + (a[1]-b[1])*(a[1]-b[1]) + (a[2]-b[2])*(a[2]-b[2]))
}

func TestSeriesAreToldApart(t *testing.T) {
	for _, dark := range []bool{false, true} {
		theme := themeOf(dark)
		for name, m := range visions {
			for _, colours := range [][]color.RGBA{theme.series, theme.layers} {
				for i, a := range colours {
					for _, b := range colours[:i] {
						if d := distance(oklab(seen(a, m)), oklab(seen(b, m))); d < 0.1 {
							t.Errorf("%s, dark %v: %s and %s are %.3f apart", name, dark, hex(a), hex(b), d)
						}
					}
				}
			}
		}
	}
}

func TestColoursStandOut(t *testing.T) {
	for _, dark := range []bool{false, true} {
		theme := themeOf(dark)
		for _, c := range []color.RGBA{theme.ink, theme.muted} {
			if x := contrast(c, theme.background); x < 4.5 {
				t.Errorf("dark %v: letters %s have a contrast of %.2f", dark, hex(c), x)
			}
		}
		for _, c := range append(theme.series, theme.zero) {
			if x := contrast(c, theme.background); x < 3 {
				t.Errorf("dark %v: line %s has a contrast of %.2f", dark, hex(c), x)
			}
		}
	}
}

// The older a layer, the more it stands out from the background, so that their
// order is seen without any colour; the ground stands out for itself.
func TestLayersFadeInOrder(t *testing.T) {
	for _, dark := range []bool{false, true} {
		theme := themeOf(dark)
		if x := contrast(theme.layers[0], theme.background); x < 3 {
			t.Errorf("dark %v: the ground has a contrast of %.2f", dark, x)
		}
		for i, c := range theme.layers[2:] {
			older := theme.layers[i+1]
			if contrast(older, theme.background) < 1.35*contrast(c, theme.background) {
				t.Errorf("dark %v: %s fades too little from %s", dark, hex(c), hex(older))
			}
		}
	}
}

// An SVG names the role of a colour, so no colour may have two.
func TestColoursOfAThemeDiffer(t *testing.T) {
	for _, dark := range []bool{false, true} {
		names := map[color.RGBA]string{}
		for _, r := range themeOf(dark).roles() {
			if other, taken := names[r.color]; taken {
				t.Errorf("%s and %s are both %s", r.class, other, hex(r.color))
			}
			names[r.color] = r.class
		}
	}
}

// Twenty lines differ in the pair of colour and pattern, whichever is the strong
// one; only that has a colour, all others are grey.
func TestTwentyLinesDiffer(t *testing.T) {
	for strong := range 20 {
		seen, strongs := map[string]int{}, 0
		for i := range 20 {
			pen := themeOf(false).seriesPen(Place(i, strong), 12)
			look := fmt.Sprint(pen.color, pen.dash)
			if j, taken := seen[look]; taken {
				t.Errorf("lines %d and %d look the same", i, j)
			}
			seen[look] = i
			if pen.color == themeOf(false).series[0] {
				strongs++
			}
			if (pen.color == themeOf(false).series[0]) != (i == strong) || (pen.dash == nil && i == strong) != (i == strong) {
				t.Errorf("line %d of %d: %+v", i, strong, pen)
			}
		}
		if strongs != 1 {
			t.Errorf("%d strong lines", strongs)
		}
	}
}

// Greys are grey: what little tint they have could be read as nothing.
func TestOnlyTheStrongLineHasAColour(t *testing.T) {
	chroma := func(c color.RGBA) float64 {
		lab := oklab(linearOf(c))
		return math.Hypot(lab[1], lab[2])
	}
	for _, dark := range []bool{false, true} {
		for i, c := range themeOf(dark).series {
			if coloured := chroma(c) > 0.1; coloured != (i == 0) || i > 0 && chroma(c) > 0.02 {
				t.Errorf("dark %v: %s has a chroma of %.3f", dark, hex(c), chroma(c))
			}
		}
	}
}
