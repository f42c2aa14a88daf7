package chart

import (
	"bytes"
	"context"
	"errors"
	"image"
	"image/color"
	"image/png"
	"sync"
	"testing"

	"blyant/internal/locale"
)

func TestPNGHasTheSizeAndTheColours(t *testing.T) {
	for _, dark := range []bool{false, true} {
		o := sized(640, 300)
		o.Dark = dark
		data, err := PNG(t.Context(), pictureOf(t, o.Lang, onePencil(), tenYears()), o)
		if err != nil {
			t.Fatal(err)
		}
		img, err := png.Decode(bytes.NewReader(data))
		if err != nil {
			t.Fatal(err)
		}
		if b := img.Bounds(); b.Dx() != 640 || b.Dy() != 300 {
			t.Errorf("size %v", b)
		}
		theme := themeOf(dark)
		seen := map[color.Color]int{}
		for y := range 300 {
			for x := range 640 {
				seen[color.RGBAModel.Convert(img.At(x, y))]++
			}
		}
		if seen[theme.background] < 640*300*8/10 {
			t.Errorf("dark %v: the background is %d pixels", dark, seen[theme.background])
		}
		for _, c := range []color.RGBA{theme.ink, theme.zero, theme.grid, theme.series[0], theme.series[1]} {
			if seen[c] < 20 {
				t.Errorf("dark %v: %s is %d pixels", dark, hex(c), seen[c])
			}
		}
	}
}

// With a scale of two the layout is the same and every pixel is four: what the
// small picture has is the mean of the large one, but for the edges of letters.
func TestScaledPNGIsTheSameChart(t *testing.T) {
	o := sized(300, 200)
	small := decoded(t, pictureOf(t, o.Lang, onePencil(), tenYears()), o)
	o.Scale = 2
	large := decoded(t, pictureOf(t, o.Lang, onePencil(), tenYears()), o)
	if b := large.Bounds(); b.Dx() != 600 || b.Dy() != 400 {
		t.Fatalf("%v", b)
	}
	grey := func(c color.Color) int { return int(color.GrayModel.Convert(c).(color.Gray).Y) }
	off := 0
	for y := range 200 {
		for x := range 300 {
			mean := (grey(large.At(2*x, 2*y)) + grey(large.At(2*x+1, 2*y)) + grey(large.At(2*x, 2*y+1)) + grey(large.At(2*x+1, 2*y+1))) / 4
			if d := mean - grey(small.At(x, y)); d > 60 || d < -60 {
				off++
			}
		}
	}
	if off > 300*200/50 {
		t.Errorf("%d pixels differ", off)
	}
}

func decoded(t *testing.T, p Picture, o Options) image.Image {
	t.Helper()
	data, err := PNG(t.Context(), p, o)
	if err != nil {
		t.Fatal(err)
	}
	img, err := png.Decode(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	return img
}

// Who has gone away gets no picture, and one who goes while it is drawn ends it.
func TestPNGStopsWithItsContext(t *testing.T) {
	p := pictureOf(t, locale.Norwegian, groups(20, "Gruppe %d")...)
	gone, cancel := context.WithCancel(t.Context())
	cancel()
	if data, err := PNG(gone, p, sized(600, 400)); !errors.Is(err, context.Canceled) || data != nil {
		t.Errorf("%d bytes, %v", len(data), err)
	}
	looked := &leaving{Context: t.Context(), after: 20}
	if _, err := PNG(looked, p, sized(600, 400)); !errors.Is(err, context.Canceled) {
		t.Errorf("%v", err)
	}
}

// leaving is the context of a client that goes away once it was looked at so often.
type leaving struct {
	context.Context
	after int
}

func (l *leaving) Err() error {
	if l.after--; l.after < 0 {
		return context.Canceled
	}
	return nil
}

// The same answer gives the same bytes, also when many are drawn at a time.
func TestChartsAreDeterministic(t *testing.T) {
	p := pictureOf(t, locale.Norwegian, groups(8, "Gruppe %d")...)
	draw := func() (string, string) {
		picture, err := PNG(t.Context(), p, sized(320, 240))
		if err != nil {
			t.Error(err)
		}
		return string(picture), string(SVG(p, sized(320, 240)))
	}
	firstPNG, firstSVG := draw()
	var wait sync.WaitGroup
	for range 8 {
		wait.Go(func() {
			if png, v := draw(); png != firstPNG || v != firstSVG {
				t.Error("the bytes differ")
			}
		})
	}
	wait.Wait()
}

func BenchmarkPNG600x400(b *testing.B) {
	p := pictureOf(b, locale.Norwegian, inMonths(scenario("Abonnement på æøå", 120, "900", "99", "0.95", "0.6", "1")))
	for b.Loop() {
		if _, err := PNG(b.Context(), p, sized(600, 400)); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkPNG600x400OfTwenty(b *testing.B) {
	p := pictureOf(b, locale.Norwegian, groups(20, "Gruppe %d")...)
	for b.Loop() {
		if _, err := PNG(b.Context(), p, sized(600, 400)); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkPNG1200x800(b *testing.B) {
	p := pictureOf(b, locale.Norwegian, inMonths(scenario("Abonnement på æøå", 120, "900", "99", "0.95", "0.6", "1")))
	for b.Loop() {
		if _, err := PNG(b.Context(), p, sized(1200, 800)); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkSVG600x400(b *testing.B) {
	p := pictureOf(b, locale.Norwegian, inMonths(scenario("Abonnement på æøå", 120, "900", "99", "0.95", "0.6", "1")))
	for b.Loop() {
		SVG(p, sized(600, 400))
	}
}
