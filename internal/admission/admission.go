// Package admission lets work in by what it costs, so that what is let in is
// answered soon and what cannot be is refused soon.
//
// Work says its cost before it begins. Small work takes its cost or half a core's
// share, large work at the most one core's share, and all that is under way takes no
// more than the cores have. Large work has lanes of its own, fewer than there are cores, so
// that small work never waits for it alone. Whoever finds no room waits in a short
// queue, in order, for a short while; then, or where the queue is full, they are
// told when to come again. What costs more than any wait could make room for is
// refused outright.
package admission

import (
	"fmt"
	"math"
	"time"
)

// Cost is an estimate of work: microseconds of one core, or 64 bytes that are held
// meanwhile for each, whichever are more. A second of one core is thus also 64 MB.
type Cost int64

// Most is the usual bound of what one request may cost: a second of one core.
const Most Cost = 1_000_000

// Of is the cost of work of so many microseconds that holds so many bytes.
func Of(microseconds float64, bytes int64) Cost {
	return Cost(max(1, math.Ceil(min(microseconds, 1e15)), float64(bytes)/64))
}

// Limits are the bounds of a gate. The zero value has the usual ones.
type Limits struct {
	Most     Cost          // of one request; 0 is Most
	Cores    int           // that work; 0 is all there are
	Waiting  int           // requests in the queue; 0 is 64 for each core
	Patience time.Duration // that work waits, beside four times what it would take; 0 is 100 ms
}

// share is what work may take of one core; from there on it is large. The smallest
// takes half of it, so that at most two share a core: more of them would not be
// answered sooner, and whoever is to be refused would have to wait for their turns.
const (
	share Cost = 20_000
	least      = share / 2
)

const (
	usualWaiting  = 64
	usualPatience = 100 * time.Millisecond
	// longest is the small work that may wait for each core before Crowded says so: many
	// requests where they are a spreadsheet's, few where they are pages.
	longest = share
)

// TooDearError is the error of work that is never let in.
type TooDearError struct{ Cost, Most Cost }

// Error names the cost and the bound.
func (e *TooDearError) Error() string { return fmt.Sprintf("cost %d exceeds %d", e.Cost, e.Most) }

// BusyError is the error of work that found no room.
type BusyError struct{ After time.Duration } // when there may be room; at least a second

// Error says when to come again.
func (e *BusyError) Error() string { return fmt.Sprintf("no room for %v", e.After) }
