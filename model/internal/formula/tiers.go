package formula

import "sync/atomic"

var answered [Last + 1]atomic.Uint64

// count counts an answer under the dearest arithmetic that it took.
func count(t Tier) Tier {
	answered[t].Add(1)
	return t
}

// Answered returns how many calculations each arithmetic has answered since the
// process began.
func Answered() (counts [Last + 1]uint64) {
	for t := range counts {
		counts[t] = answered[t].Load()
	}
	return counts
}
