package chart

import (
	"bytes"
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
