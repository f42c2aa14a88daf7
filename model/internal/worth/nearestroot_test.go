package worth

import (
	"testing"

	"pgregory.net/rapid"
)

// The root is found from any guess, to the nearest whole number and half away from
// zero; the guess costs time and never a digit.
func TestRootFromAnyGuess(t *testing.T) {
	for root, want := range map[int64]int64{ // in quarters of a millionth
		0: 0, 1: 0, 2: 1, 3: 1, 4: 1, -1: 0, -2: -1, -3: -1, 400: 100, 402: 101, 401: 100, -402: -101, -401: -100, 4*leastReturn + 4: leastReturn + 1, 4 * greatestReturn: greatestReturn,
	} {
		sign := func(halves int64) int {
			switch x := 2 * halves; {
			case x < root:
				return 1
			case x > root:
				return -1
			}
			return 0
		}
		for _, off := range []int64{0, 1, -1, 2, -3, 1000, -1000, 1 << 40, -(1 << 40)} {
			if got := nearestRoot(want+off, sign); got != want {
				t.Errorf("from %d the root %d quarters is %d, want %d", want+off, root, got, want)
			}
		}
	}
}

// However far off the guess, few signs are asked for.
func TestRootIsFoundQuickly(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		root, guess := rapid.Int64Range(leastReturn+1, greatestReturn-1).Draw(t, "root"), rapid.Int64Range(leastReturn, greatestReturn).Draw(t, "guess")
		asked := 0
		got := nearestRoot(guess, func(halves int64) int {
			asked++
			if halves < 2*root {
				return 1
			}
			return -1
		})
		if got != root || asked > 90 {
			t.Fatalf("from %d: %d after %d signs, want %d", guess, got, asked, root)
		}
	})
}
