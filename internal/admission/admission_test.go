package admission

import (
	"context"
	"errors"
	"math"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"
)

func enter(t *testing.T, g *Gate, cost Cost) func() {
	t.Helper()
	leave, err := g.Admit(t.Context(), cost)
	if err != nil {
		t.Fatalf("%d: %v", cost, err)
	}
	return leave
}

func TestCost(t *testing.T) {
	for _, c := range []struct {
		microseconds float64
		bytes        int64
		want         Cost
	}{{0, 0, 1}, {12.1, 64, 13}, {1, 6400, 100}, {math.Inf(1), 0, 1e15}, {1e6, 64_000_000, Most}} {
		if got := Of(c.microseconds, c.bytes); got != c.want {
			t.Errorf("%v µs, %d bytes: %d", c.microseconds, c.bytes, got)
		}
	}
}

// What is too dear for any wait is refused at once, though nobody is there.
func TestTooDear(t *testing.T) {
	g := New(Limits{Most: 500})
	_, err := g.Admit(t.Context(), 501)
	if dear, is := errors.AsType[*TooDearError](err); !is || dear.Cost != 501 || dear.Most != 500 {
		t.Error(err)
	}
	enter(t, g, 500)()
}

// Large work has lanes: small work passes while they are full, and another large
// one does not.
func TestSmallWorkPassesLarge(t *testing.T) {
	g := New(Limits{Cores: 2, Patience: time.Millisecond})
	leave := enter(t, g, 500_000)
	enter(t, g, 100)()
	waiting, goAway := context.WithCancel(t.Context())
	gone := make(chan error)
	go func() { _, err := g.Admit(waiting, 900_000); gone <- err }()
	for g.State().Waiting == 0 {
		time.Sleep(time.Millisecond)
	}
	enter(t, g, 100)() // also while another large one waits
	goAway()
	if err := <-gone; !errors.Is(err, context.Canceled) {
		t.Errorf("who went away: %v", err)
	}
	ctx, cancel := context.WithTimeout(t.Context(), 5*time.Millisecond)
	defer cancel()
	if _, err := g.Admit(ctx, share); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("another large one: %v", err)
	}
	leave()
	leave() // a second time does nothing
	enter(t, g, share)()
	if s := g.State(); s != (State{}) {
		t.Errorf("it is left with %+v", s)
	}
}

// Small work is let in as far as the cores carry it, and then waits for a short
// while, as few as fit into the queue.
func TestQueue(t *testing.T) {
	g := New(Limits{Cores: 1, Waiting: 1, Patience: 30 * time.Millisecond})
	leave := enter(t, g, share-1)
	var busy *BusyError
	began := time.Now()
	if _, err := g.Admit(t.Context(), 100); !errors.As(err, &busy) || busy.After < time.Second || time.Since(began) < 30*time.Millisecond {
		t.Errorf("%v after %v", err, time.Since(began))
	}
	entered := make(chan func())
	go func() {
		in, err := g.Admit(t.Context(), 100)
		if err != nil {
			in = nil
		}
		entered <- in
	}()
	for g.State().Waiting == 0 {
		time.Sleep(time.Millisecond)
	}
	if _, err := g.Admit(t.Context(), 100); !errors.As(err, &busy) {
		t.Errorf("a full queue: %v", err)
	}
	leave()
	if in := <-entered; in == nil {
		t.Error("who waited was not let in")
	} else {
		in()
	}
}

// However small work is, a core has at most two of it at once: the third waits.
func TestFewAtOnce(t *testing.T) {
	g := New(Limits{Cores: 2, Patience: time.Millisecond})
	for range 4 {
		defer enter(t, g, 1)()
	}
	if _, err := g.Admit(t.Context(), 1); err == nil {
		t.Error("a fifth was let in to two cores")
	}
}

// The queue is full by the work in it, too: a few pages are as much as many small
// requests. Large work, which has lanes of its own, does not count for it.
func TestCrowdedByWork(t *testing.T) {
	const each = 1000
	g := New(Limits{Cores: 2, Waiting: 1000, Patience: time.Hour})
	leave, next := enter(t, g, share), enter(t, g, share-1)
	ctx, cancel := context.WithCancel(t.Context())
	var waiting sync.WaitGroup
	wait := func(n int, cost Cost) {
		already := g.State().Waiting
		for range n {
			waiting.Go(func() {
				if in, err := g.Admit(ctx, cost); err == nil {
					in()
				}
			})
		}
		for g.State().Waiting < already+int64(n) {
			time.Sleep(time.Millisecond)
		}
	}
	wait(3, 10*share)
	wait(int(2*longest/each)-1, each)
	if err := g.Crowded(); err != nil {
		t.Errorf("%d wait: %v", g.State().Waiting, err)
	}
	wait(1, each)
	if _, is := errors.AsType[*BusyError](g.Crowded()); !is {
		t.Errorf("with one more: %v", g.Crowded())
	}
	cancel()
	waiting.Wait()
	if err := g.Crowded(); err != nil {
		t.Errorf("nobody waits: %v", err)
	}
	leave()
	next()
}

// Where the queue is full who comes is refused before they say what they want, and
// not before.
func TestCrowded(t *testing.T) {
	g := New(Limits{Cores: 1, Waiting: 1, Patience: time.Hour})
	leave := enter(t, g, share)
	if err := g.Crowded(); err != nil {
		t.Errorf("nobody waits: %v", err)
	}
	ended := make(chan error)
	go func() {
		in, err := g.Admit(t.Context(), 50)
		if err == nil {
			in()
		}
		ended <- err
	}()
	for g.State().Waiting == 0 {
		time.Sleep(time.Millisecond)
	}
	if busy, is := errors.AsType[*BusyError](g.Crowded()); !is || busy.After < time.Second {
		t.Errorf("one waits, and there is one place: %v", g.Crowded())
	}
	leave()
	if err := <-ended; err != nil || g.Crowded() != nil {
		t.Errorf("afterwards: %v, %v", err, g.Crowded())
	}
}

// Whoever goes away leaves the queue.
func TestWhoeverGoesAway(t *testing.T) {
	g := New(Limits{Cores: 1, Patience: time.Hour})
	leave := enter(t, g, share)
	defer leave()
	ctx, cancel := context.WithCancel(t.Context())
	ended := make(chan error)
	go func() { _, err := g.Admit(ctx, 50); ended <- err }()
	for g.State().Waiting == 0 {
		time.Sleep(time.Millisecond)
	}
	cancel()
	if err := <-ended; !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
	if w := g.State().Waiting; w != 0 {
		t.Errorf("%d wait", w)
	}
}

// The cores are never given more than they have, whoever comes.
func TestNeverTooMuchAtOnce(t *testing.T) {
	g := New(Limits{Cores: 2, Waiting: 1000, Patience: time.Minute})
	var all sync.WaitGroup
	var now, large atomic.Int64
	for i := range 400 {
		all.Go(func() {
			cost := Cost(1000 * (1 + i%40))
			leave, err := g.Admit(t.Context(), cost)
			if err != nil {
				t.Error(err)
				return
			}
			defer leave()
			taken := int64(min(cost, share))
			if n := now.Add(taken); n > 2*int64(share) {
				t.Errorf("%d at once", n)
			}
			if cost >= share {
				if n := large.Add(1); n > 1 {
					t.Errorf("%d large ones at once", n)
				}
				defer large.Add(-1)
			}
			defer now.Add(-taken)
			time.Sleep(50 * time.Microsecond)
		})
	}
	all.Wait()
}

// The cost of work is its time, or the memory that it holds where that is more; it is
// never nothing, and no estimate is too large for it.
func TestOf(t *testing.T) {
	for _, c := range []struct {
		microseconds float64
		bytes        int64
		want         Cost
	}{{0, 0, 1}, {-5, 0, 1}, {1, 0, 1}, {1.2, 0, 2}, {20, 640, 20}, {20, 6400, 100}, {1e300, 0, 1e15}, {0, 64 << 20, 1 << 20}, {math.Inf(1), 1, 1e15}} {
		if got := Of(c.microseconds, c.bytes); got != c.want {
			t.Errorf("%v µs and %d bytes cost %d, not %d", c.microseconds, c.bytes, got, c.want)
		}
	}
}

// A gate says how it stands, and leaving twice gives back once.
func TestState(t *testing.T) {
	g := New(Limits{Cores: 2})
	if err := g.Affordable(Most); err != nil {
		t.Error(err)
	}
	one, err := g.Admit(t.Context(), 100)
	if err != nil {
		t.Fatal(err)
	}
	two, err := g.Admit(t.Context(), 2*share)
	if err != nil {
		t.Fatal(err)
	}
	if got := g.State(); got != (State{0, 100 + 2*share}) {
		t.Errorf("%+v", got)
	}
	two()
	two()
	if got := g.State(); got != (State{0, 100}) {
		t.Errorf("after one left: %+v", got)
	}
	one()
	if got := g.State(); got != (State{}) {
		t.Errorf("after all left: %+v", got)
	}
}

// Errors say what was asked and what there is; whoever has to come again is told
// between a second and a minute.
func TestErrors(t *testing.T) {
	if got := (&TooDearError{12, 10}).Error(); !strings.Contains(got, "12") || !strings.Contains(got, "10") {
		t.Error(got)
	}
	if got := (&BusyError{time.Second}).Error(); !strings.Contains(got, "1s") {
		t.Error(got)
	}
	g := New(Limits{Cores: 1})
	for cost, want := range map[Cost]time.Duration{0: time.Second, 1_000_000: time.Second, 5_000_000: 5 * time.Second, 1e12: time.Minute} {
		if got := g.after(cost); got != want {
			t.Errorf("after work of %d: %v", cost, got)
		}
	}
}
