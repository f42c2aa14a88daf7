package api

import (
	"context"
	"errors"
	"testing"
	"time"
)

// A deadline that nobody waits for sets no timer, and says all the same when it
// is over; one that somebody waits for tells them, and whoever waits on a context
// made from it.
func TestDeadlineWithoutTimer(t *testing.T) {
	d := newDeadline(t.Context(), time.Hour)
	if d.Err() != nil || d.timed != nil {
		t.Error("a timer before anybody waits")
	}
	d.shorten(2 * time.Hour)
	if until, _ := d.Deadline(); time.Until(until) > time.Hour {
		t.Error("longer than it was")
	}
	d.shorten(-time.Second)
	if !errors.Is(d.Err(), context.DeadlineExceeded) {
		t.Error(d.Err())
	}
	<-d.Done()
	if !errors.Is(d.Err(), context.DeadlineExceeded) {
		t.Error(d.Err())
	}
}

func TestDeadlineTellsWhoeverWaits(t *testing.T) {
	d := newDeadline(t.Context(), time.Hour)
	child, cancel := context.WithCancel(d)
	defer cancel()
	d.shorten(time.Millisecond)
	<-d.Done()
	if !errors.Is(d.Err(), context.DeadlineExceeded) || child.Err() != nil {
		t.Error(d.Err(), child.Err()) // the child has the former time
	}
	d.end()
	<-child.Done()
	if !errors.Is(child.Err(), context.Canceled) {
		t.Error(child.Err())
	}
}

func TestDeadlineEnds(t *testing.T) {
	d := newDeadline(t.Context(), time.Hour)
	d.end()
	if !errors.Is(d.Err(), context.Canceled) {
		t.Error(d.Err())
	}
	<-d.Done()
	connection, goAway := context.WithCancel(t.Context())
	d = newDeadline(connection, time.Hour)
	goAway()
	if !errors.Is(d.Err(), context.Canceled) {
		t.Error("the client has gone", d.Err())
	}
	<-d.Done()
}
