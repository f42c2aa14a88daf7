//go:build race

package api

// detecting is set where the race detector runs, which makes pools forget at random.
const detecting = true
