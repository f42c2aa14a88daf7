// Package plan follows many customers, of one kind or of several, over a business
// plan: cohort by cohort, what they bring, cost and leave in the till. The
// notation is that of package model; figures are rounded once, as there.
//
// Acquisition and fixed costs and the investment fall at the start of a period.
// A customer leaves at the end of their scenario's horizon and turns nobody away
// by that. Opening customers start at age 0 and were acquired before the plan.
// With word of mouth each generation brings the next: money is spent on the
// customers planned, those who come by recommendation are free, and those who
// are turned away had been paid for.
//
// The formulas of the specification stand in flow.go, cohorts.go and equity.go;
// how sums over cohorts are computed, by recursion, convolution or renewal, is
// known to cohorts.go alone.
package plan

import (
	"context"

	"blyant/model/internal/exact"
	"blyant/model/internal/worth"
)

// Work works a plan out. The error is of type vocabulary.Faults, or the context's
// where it ends before the plan is done.
func Work(ctx context.Context, req Request) (Result, error) {
	result, _, err := req.decide(ctx, false)
	return result, err
}

// Summarise is Work without periods and years, so that no figure of those refuses
// it. Where figures of the summary or of segments are too large they are null, and
// among the faults that come with the others; known is false where there is no
// result at all.
func Summarise(ctx context.Context, req Request) (result Result, known bool, err error) {
	return req.decide(ctx, true)
}

// decide works the plan out with the digits that its figures need, in brief without
// its periods. Word of mouth may bring more customers than can be reported long
// before the end: then the first such period is what is wrong with the plan, and
// there is nothing else to report.
func (req Request) decide(ctx context.Context, brief bool) (result Result, known bool, err error) {
	req = req.inherited()
	if err := req.faults().OrNil(); err != nil {
		return Result{}, false, err
	}
	full := req.withDefaults()
	digits, periods := full.foretell()
	cut := periods < full.Periods.Int
	full.Periods.Int = periods
	err = exact.Decide(full.longest(), func(a *exact.Arithmetic) error {
		var err error
		result, err = full.work(ctx, a, &req, digits, brief && !cut)
		return err
	})
	return result, !cut && ctx.Err() == nil, err
}

// work works the plan, after defaults, out, in brief without its periods; given is
// the request before them, digits how many word of mouth loses.
func (req Request) work(ctx context.Context, a *exact.Arithmetic, given *Request, digits int, brief bool) (Result, error) {
	kinds := req.kinds()
	p := &planned{a: a, req: req}
	r := worth.NewReport(a, kinds[0].Decimals.Int)
	for i, kind := range kinds {
		if err := ctx.Err(); err != nil {
			return Result{}, err
		}
		c := newCohorts(a, &req, kind, digits)
		given.note(r, i, c)
		p.join(c)
		c.conclude(len(req.Segments) == 0)
	}
	p.complete()
	result := Result{Request: req}
	if !brief {
		result.Schedule = p.schedule(r)
	}
	if len(r.Faults) == 0 {
		result.Summary = p.summarise(r)
		result.Segments = p.bySegment(r)
		if !brief {
			result.Years = p.years(r)
			result.Survival = p.survival(r)
		}
	}
	req.notePlan(a, r)
	result.Notes = r.Notes
	return result, r.Faults.OrNil()
}

// kinds are the kinds of customers: the segments, or the scenario alone.
func (req *Request) kinds() []Segment {
	if len(req.Segments) > 0 {
		return req.Segments
	}
	return []Segment{{req.Scenario, req.Customers}}
}

// longest is the length of the longest chain of products.
func (req *Request) longest() int {
	longest := req.Periods.Int
	for _, kind := range req.kinds() {
		longest = max(longest, kind.Horizon.Int)
	}
	return longest
}
