package plan

import (
	"blyant/model"
	"blyant/model/internal/exact"
	"blyant/model/internal/worth"
	"blyant/model/vocabulary"

	"github.com/shopspring/decimal"
)

// note tells of what is assumed of a kind of customers, and of what is hardly
// meant; req is the request before its defaults.
func (req *Request) note(r *worth.Report, i int, c *cohorts) {
	own := worth.NewReport(c.a, c.kind.Decimals.Int)
	given := req.kinds()[i]
	given.NoteAssumptions(own)
	c.kind.NoteWarnings(c.a, own, c.worth)
	for i := range customerFields {
		model.NoteGrowth(own, &customerFields[i], &c.kind.Customers)
	}
	if c.horizonEnds() {
		own.Note("horizon_ends_customers", "horizon")
	}
	path := ""
	if len(req.Segments) > 0 {
		path = listName + "." + given.called(i) + "."
	}
	for _, n := range own.Notes {
		r.Note(n.Code, path+n.Field, n.Args...)
	}
}

// horizonEnds reports whether customers leave the plan at the end of their
// horizon who would still be there.
func (c *cohorts) horizonEnds() bool {
	horizon := len(c.worth.Rows)
	if c.worth.Rows[horizon-1].NextActive.IsZero() {
		return false
	}
	wins := c.withOpening(c.wins)
	for i := 0; i+horizon < c.periods; i++ {
		if !wins[i].IsZero() {
			return true
		}
	}
	return false
}

// notePlan tells of the plan's own inputs that are allowed and hardly meant; req
// is the request after its defaults.
func (req *Request) notePlan(a *exact.Arithmetic, r *worth.Report) {
	for i := range costFields {
		model.NoteGrowth(r, &costFields[i], req)
	}
	if n := len(req.Seasonality); n > 0 {
		sum := decimal.Sum(decimal.Zero, req.Seasonality...)
		if !sum.Equal(decimal.NewFromInt(int64(n))) {
			mean := a.Quo(exact.FromDecimal(sum), exact.FromInt(n))
			r.Note("seasonality_not_neutral", "seasonality", a.Round(mean, vocabulary.RatioDecimals).String())
		}
	}
}
