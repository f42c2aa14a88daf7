package api

import (
	"bytes"
	"context"
	"image/color"
	"image/png"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
)

// A chart comes in the size, the fineness and the colours asked for.
func TestChartOptions(t *testing.T) {
	h := New(Config{})
	picture := func(options string) (width, height int, corner color.Color) {
		t.Helper()
		w := call(t, h, http.MethodGet, value+"?"+pencil+"&format=png&width=200&height=150"+options, "")
		img, err := png.Decode(bytes.NewReader(w.Body.Bytes()))
		if err != nil {
			t.Fatalf("%s: %d, %v", options, w.Code, err)
		}
		return img.Bounds().Dx(), img.Bounds().Dy(), color.RGBAModel.Convert(img.At(0, 0))
	}
	if x, y, c := picture(""); x != 200 || y != 150 || c != (color.RGBA{255, 255, 255, 255}) {
		t.Errorf("%d by %d, %v", x, y, c)
	}
	if x, y, c := picture("&scale=2&theme=dark"); x != 400 || y != 300 || c != (color.RGBA{0x14, 0x1a, 0x22, 255}) {
		t.Errorf("%d by %d, %v", x, y, c)
	}
	light, dark := call(t, h, http.MethodGet, value+"?"+pencil+"&format=svg", "").Body.String(), call(t, h, http.MethodGet, value+"?"+pencil+"&format=svg&theme=dark", "").Body.String()
	if !strings.Contains(light, `fill="#ffffff"`) || !strings.Contains(dark, `<rect width="100%" height="100%" fill="#141a22"/>`) || strings.Contains(dark, "#ffffff") {
		t.Error("the dark chart has the colours of the light one")
	}
}

// A picture that is too large is refused before it is drawn, with what would do.
func TestChartOfTooManyPixels(t *testing.T) {
	h := New(Config{})
	for options, want := range map[string]int{"width=1000&height=1000&scale=2": http.StatusOK, "width=2000&height=1001&scale=2": http.StatusUnprocessableEntity,
		"scale=3": http.StatusUnprocessableEntity, "theme=blue": http.StatusUnprocessableEntity} {
		w := call(t, h, http.MethodGet, value+"?"+pencil+"&format=png&"+options, "")
		if w.Code != want {
			t.Errorf("%s: %d, want %d: %.300s", options, w.Code, want, w.Body.String())
		}
	}
	if body := call(t, h, http.MethodGet, value+"?"+pencil+"&format=png&lang=nb&width=2000&height=2000&scale=2", "").Body.String(); !strings.Contains(body, "høyst 4000000 bildepunkter") {
		t.Error(body)
	}
}

// Nothing is drawn for who has gone away.
func TestChartOfAClientWhoHasGone(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	w := httptest.NewRecorder()
	New(Config{}).ServeHTTP(w, httptest.NewRequestWithContext(ctx, http.MethodGet, value+"?"+pencil+"&format=png", nil))
	if w.Code == http.StatusOK || bytes.Contains(w.Body.Bytes(), []byte("PNG")) {
		t.Errorf("%d, %d bytes", w.Code, w.Body.Len())
	}
}
