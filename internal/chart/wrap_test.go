package chart

import (
	"image/color"
	"slices"
	"strings"
	"testing"

	"gonum.org/v1/plot/vg"
	"pgregory.net/rapid"
)

func TestWrap(t *testing.T) {
	style := plainLetters(10, color.RGBA{})
	em := style.width("m")
	tests := []struct {
		text  string
		width vg.Length
		limit int
		want  []string
	}{
		{"", 10 * em, 2, nil},
		{"mm mm", 10 * em, 1, []string{"mm mm"}},
		{"mm mm", 3 * em, 2, []string{"mm", "mm"}},
		{"mm mm mm", 4.5 * em, 1, []string{"mm…"}},
		{"mmmmmm", 3.5 * em, 3, []string{"mmm", "mmm"}},
		{"mm  mm\tmm\n", 3 * em, 3, []string{"mm", "mm", "mm"}},
		{"m\u00a0m m", 3 * em, 2, []string{"m\u00a0m", "m"}},
	}
	for _, test := range tests {
		if got := wrap(test.text, style, test.width, test.limit); !slices.Equal(got, test.want) {
			t.Errorf("%q: got %q, want %q", test.text, got, test.want)
		}
	}
}

func TestWrapKeepsToItsRoom(t *testing.T) {
	style := plainLetters(11, color.RGBA{})
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringOfN(rapid.RuneFrom([]rune("æøåAVim 11 \u00a0…W.😀")), 0, 80, -1).Draw(t, "text")
		width := vg.Length(rapid.Float64Range(30, 300).Draw(t, "width"))
		limit := rapid.IntRange(1, 4).Draw(t, "limit")
		lines := wrap(text, style, width, limit)
		if len(lines) > limit {
			t.Fatalf("%d lines", len(lines))
		}
		for _, line := range lines {
			if style.width(line) > width {
				t.Fatalf("%q is %v wide, more than %v", line, style.width(line), width)
			}
		}
		whole := strings.ReplaceAll(text, " ", "")
		if got := strings.ReplaceAll(strings.Join(lines, ""), " ", ""); got != whole && !strings.HasPrefix(whole, strings.TrimSuffix(got, ellipsis)) {
			t.Fatalf("%q became %q", text, lines)
		}
	})
}
