package calculator

import (
	"context"
	"fmt"
	"runtime"
	"runtime/debug"
)

// fits are the fits that may run at once. One that its client no longer waits
// for runs to its end, so that their number has to have a bound.
var fits = make(chan struct{}, runtime.GOMAXPROCS(0))

// bounded works something out that may take long, unless the context ends
// first. A panic is an error here, since no handler would see it.
func bounded[T any](ctx context.Context, work func() (T, error)) (T, error) {
	type result struct {
		value T
		err   error
	}
	var none T
	if err := ctx.Err(); err != nil {
		return none, err
	}
	select {
	case fits <- struct{}{}:
	case <-ctx.Done():
		return none, ctx.Err()
	}
	done := make(chan result, 1)
	go func() {
		var r result
		defer func() {
			if p := recover(); p != nil {
				r.err = fmt.Errorf("panic: %v\n%s", p, debug.Stack())
			}
			<-fits
			done <- r
		}()
		r.value, r.err = work()
	}()
	select {
	case r := <-done:
		return r.value, r.err
	case <-ctx.Done():
		return none, ctx.Err()
	}
}
