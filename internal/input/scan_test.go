package input

import (
	"reflect"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// What the scanner takes, the strict reader reads in the same way; what that
// refuses the scanner does not take.
func TestScannerAgreesWithReader(t *testing.T) {
	pieces := []string{"{", "}", "[", "]", ",", ":", " ", "\n", `"a"`, `"b"`, `"c"`, `""`, `" x "`, `"\u0061"`, `"å"`, "\"\x7f\"", "\"\t\"",
		"0", "12", "-3.50", "1e3", "01", "1.", ".5", "+1", "-", "1E-2", "true", "false", "null", "nul", "\x00", "\ufeff", "x"}
	agree := func(t interface{ Fatalf(string, ...any) }, body string) {
		got, plain := scanObject([]byte(body))
		want, fault := readObject([]byte(body), nil)
		if plain && (fault != nil || !reflect.DeepEqual(got, want)) {
			t.Fatalf("%q: %+v, the reader has %+v, %v", body, got, want, fault)
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		if rapid.Bool().Draw(t, "object") {
			agree(t, drawJSON(t, 0, pieces))
			return
		}
		agree(t, strings.Join(rapid.SliceOfN(rapid.SampledFrom(pieces), 1, 12).Draw(t, "pieces"), ""))
	})
	agree(t, strings.Repeat(`{"a":`, 17)+"1"+strings.Repeat("}", 17))
	agree(t, strings.Repeat(`{"a":`, 18)+"1"+strings.Repeat("}", 18))
}

// drawJSON draws an object that may be broken by one piece.
func drawJSON(t *rapid.T, depth int, pieces []string) string {
	var members []string
	for range rapid.IntRange(0, 4).Draw(t, "members") {
		v := rapid.SampledFrom(pieces).Draw(t, "value")
		if depth < 3 && rapid.Bool().Draw(t, "nested") {
			v = drawJSON(t, depth+1, pieces)
		}
		if rapid.Bool().Draw(t, "list") {
			v = "[" + v + " , " + v + "]"
		}
		members = append(members, rapid.SampledFrom([]string{`"a"`, `"b"`, `"c"`, `"d e"`}).Draw(t, "name")+" : "+v)
	}
	return "{" + strings.Join(members, ",") + "}"
}

// Plain bodies are scanned, not read.
func TestScannerTakesPlainBodies(t *testing.T) {
	for _, body := range []string{"{}", pencilJSON + "}", ` {"a": [1, "2", null], "b": {"c": true, "d": -0.5e+7}} `} {
		if _, plain := scanObject([]byte(body)); !plain {
			t.Errorf("%s is left to the reader", body)
		}
	}
	for _, body := range []string{"", "[]", `{"a": 1, "a": 2}`, `{"a": 1,}`, `{"a": 01}`, "{} {}", `{"a": "å"}`} {
		if _, plain := scanObject([]byte(body)); plain {
			t.Errorf("%s is not", body)
		}
	}
}
