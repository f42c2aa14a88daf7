package calculator

import (
	"context"
	"runtime"
)

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
