// Package formula holds the formulas of sections 3 and 4 of the specification, and
// those that hold scenarios against one another, each once, over any arithmetic of
// package bound. It rounds figures itself, since only it knows what each is a
// multiple of; texts, notes and faults are the callers'.
//
// # Closed forms
//
// What a customer brings is a sum of at most three geometric sequences: the part
// that goes with time, that with orders and that with the basket (triple). A
// stream is such a sum with the weights S_t, D_t·S_t or D_t, in pieces: the head
// of a curve period by period, a piece whose basket grows, one whose basket is at
// its cap. Every figure of the summary follows from a few sums of streams.
//
// # Crossings
//
// The contribution of a customer who stays has one sign along a run, and there are
// at most a few runs (Descartes' rule for sums of exponentials). Running totals go
// one way along a run, so a crossing is certain by two signs: not there a period
// before, there now. Binary numbers of 64 bits say where to look and decide
// nothing.
//
// # What is sure
//
// Every sign and every rounding is certain, or leaves the customer open; then the
// figures, or the cells of a schedule, that depend on it are computed again with more
// bits, or as fractions (engine.go, schedule.go, ladder.go). Each states what its value is a multiple of (claims.go),
// so that ties are proven. Sums that come nearer to a middle than bits can show
// are decided by their limit (limit.go). Only with an irrational root, and only
// beyond 16384 bits, is something taken for a tie that was not proven to be one.
package formula
