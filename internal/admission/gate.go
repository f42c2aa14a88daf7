package admission

import (
	"context"
	"errors"
	"runtime"
	"sync/atomic"
	"time"

	"golang.org/x/sync/semaphore"
)

// Gate lets work in. It is safe for concurrent use.
type Gate struct {
	limits  Limits
	room    *semaphore.Weighted // shares of the cores
	lanes   *semaphore.Weighted // for large work
	waiting atomic.Int64
	queued  atomic.Int64 // cost of those who wait
	small   atomic.Int64 // that of small work among them
	working atomic.Int64 // cost of those who were let in
}

// New returns a gate with these bounds.
func New(l Limits) *Gate {
	if l.Most <= 0 {
		l.Most = Most
	}
	if l.Cores <= 0 {
		l.Cores = runtime.GOMAXPROCS(0)
	}
	if l.Waiting <= 0 {
		l.Waiting = usualWaiting * l.Cores
	}
	if l.Patience <= 0 {
		l.Patience = usualPatience
	}
	return &Gate{limits: l, room: semaphore.NewWeighted(int64(share) * int64(l.Cores)), lanes: semaphore.NewWeighted(int64(max(1, l.Cores/2)))}
}

// Admit waits until there is room for work of that cost. Whoever was let in calls
// leave when done; to call it again does nothing. The error is a *TooDearError, a
// *BusyError, or the context's where that ends first.
func (g *Gate) Admit(ctx context.Context, cost Cost) (leave func(), err error) {
	if err := g.Affordable(cost); err != nil {
		return nil, err
	}
	weight, lanes := int64(max(least, min(cost, share))), int64(0)
	if cost >= share {
		lanes = 1
	}
	if !g.tryEnter(lanes, weight) {
		if err := g.queue(ctx, cost, lanes, weight); err != nil {
			return nil, err
		}
	}
	g.working.Add(int64(cost))
	var left atomic.Bool
	return func() {
		if left.CompareAndSwap(false, true) {
			g.working.Add(-int64(cost))
			g.room.Release(weight)
			g.lanes.Release(lanes)
		}
	}, nil
}

// Affordable returns a *TooDearError where work of that cost is never let in.
func (g *Gate) Affordable(cost Cost) error {
	if cost > g.limits.Most {
		return &TooDearError{cost, g.limits.Most}
	}
	return nil
}

// Crowded returns a *BusyError where so many wait, or so much, that nobody else may:
// for those who come, before anybody reads what they want. The queue is short, so that
// where it is full room for one more would be too late for who comes now.
func (g *Gate) Crowded() error {
	if g.waiting.Load() < int64(g.limits.Waiting) && g.small.Load() < int64(longest)*int64(g.limits.Cores) {
		return nil
	}
	return &BusyError{g.after(0)}
}

func (g *Gate) tryEnter(lanes, weight int64) bool {
	if lanes > 0 && !g.lanes.TryAcquire(lanes) {
		return false
	}
	if !g.room.TryAcquire(weight) {
		g.lanes.Release(lanes)
		return false
	}
	return true
}

// queue waits for room, and not for long.
func (g *Gate) queue(ctx context.Context, cost Cost, lanes, weight int64) error {
	after := g.after(cost)
	defer g.waiting.Add(-1)
	if g.waiting.Add(1) > int64(g.limits.Waiting) {
		return &BusyError{after}
	}
	g.queued.Add(int64(cost))
	defer g.queued.Add(-int64(cost))
	if lanes == 0 {
		g.small.Add(int64(cost))
		defer g.small.Add(-int64(cost))
	}
	patience, stop := context.WithTimeout(ctx, g.patience(cost))
	defer stop()
	var err error
	if lanes > 0 { // even who wants none would stand behind those who wait for one
		err = g.lanes.Acquire(patience, lanes)
	}
	if err == nil {
		if err = g.room.Acquire(patience, weight); err != nil {
			g.lanes.Release(lanes)
		}
	}
	if err != nil && ctx.Err() == nil && errors.Is(err, context.DeadlineExceeded) {
		return &BusyError{after}
	}
	return err
}

// patience is how long work waits: whoever asks for much can wait for some time.
func (g *Gate) patience(cost Cost) time.Duration {
	return g.limits.Patience + 4*time.Duration(cost)*time.Microsecond
}

// after is when those who are in, those who wait and the one who asks will be done.
func (g *Gate) after(cost Cost) time.Duration {
	ahead := time.Duration(g.queued.Load()+g.working.Load()+int64(cost)) * time.Microsecond / time.Duration(g.limits.Cores)
	return min(max(ahead, time.Second), time.Minute)
}

// State is how a gate stands at a moment.
type State struct {
	Waiting int64 // requests in the queue
	Working Cost  // of those who were let in
}

// State returns how the gate stands.
func (g *Gate) State() State { return State{max(0, g.waiting.Load()), Cost(g.working.Load())} }
