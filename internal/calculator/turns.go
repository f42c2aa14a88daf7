package calculator

import (
	"context"
	"runtime"
)

// mostAtOnce is what a calculator that learns counts for where work is let in: a
// part of a core, since the turn it waits for bounds it.
const mostAtOnce = 10_000

// effortOfLearning is what so many rows take, as far as it counts.
func effortOfLearning(rows int) effort {
	return effort{work: min(500+20*float64(rows), mostAtOnce), rows: min(float64(rows), 1000)}
}

// turns are the fits that may run at once, each of which keeps a core busy.
var turns = make(chan struct{}, runtime.GOMAXPROCS(0))

// inTurn works something out that may take long once it is its turn, unless the
// context ends first. The work ends with its context too.
func inTurn[T any](ctx context.Context, work func(context.Context) (T, error)) (T, error) {
	select {
	case turns <- struct{}{}:
		defer func() { <-turns }()
		return work(ctx)
	case <-ctx.Done():
		var none T
		return none, ctx.Err()
	}
}
