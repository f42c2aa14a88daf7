package calculator

import (
	"context"
	"sync"
)

// computing sets the functions of a calculator whose requests are of type Q and
// whose results of type R.
func computing[Q, R any](c Calculator, work func(context.Context, *Q) (R, error), title func(*R) string) *Calculator {
	return working(c, func() *R { return new(R) }, func(ctx context.Context, q *Q, r *R) (err error) {
		*r, err = work(ctx, q)
		return err
	}, title)
}

// working sets them where the work fills a result that is there.
func working[Q, R any](c Calculator, result func() *R, work func(context.Context, *Q, *R) error, title func(*R) string) *Calculator {
	if c.fresh == nil {
		c.fresh = func() any { return new(Q) }
	}
	c.clear = func(request any) { *request.(*Q) = *new(Q) }
	c.freshResult = func() any { return new(R) }
	c.work = func(ctx context.Context, request any) (any, string, error) {
		r := result()
		if err := work(ctx, request.(*Q), r); err != nil {
			return nil, "", err
		}
		return r, title(r), nil
	}
	c.figureShape = c.newFigureShape()
	return &c
}

// reusing is working with requests and results that go on to those that come, where
// there are many a second.
func reusing[Q, R any](c Calculator, work func(context.Context, *Q, *R) error, title func(*R) string) *Calculator {
	requests := sync.Pool{New: func() any { return new(Q) }}
	results := sync.Pool{New: func() any { return new(R) }}
	c.fresh = func() any { return requests.Get() }
	c.again = func(request, result any) {
		*request.(*Q) = *new(Q)
		requests.Put(request)
		results.Put(result)
	}
	return working(c, func() *R { return results.Get().(*R) }, work, title)
}
