package worth

import (
	"slices"

	"blyant/model/internal/exact"
	"blyant/model/internal/formula"
	"blyant/model/vocabulary"
)

// largest is the power of ten above which a figure is not reported.
const largest = 15

// Report rounds figures, once each, as their declaration says. It collects the
// faults of figures too large to report and the notes of those that are null.
type Report struct {
	a      *exact.Arithmetic
	places int  // decimals of money
	Silent bool // notes are not kept
	Faults vocabulary.Faults
	Notes  []vocabulary.Note
}

// NewReport returns a report whose money has so many decimals; one that takes
// only figures that are rounded already needs no arithmetic.
func NewReport(a *exact.Arithmetic, decimals int) *Report {
	return &Report{a: a, places: decimals}
}

// Figure rounds x. Where it is of a magnitude above 1e15 it is null with a note,
// if the figure is one that may be so, else a fault.
func (r *Report) Figure(f vocabulary.Figure, x exact.Number) vocabulary.Rounded {
	if r.a.Exceeds(x, largest) {
		return r.large(f)
	}
	return vocabulary.RoundedDecimal(r.a.Round(x, r.decimals(f)))
}

// Rounded takes a figure that is rounded already, as Optional does one that is
// not.
func (r *Report) Rounded(f vocabulary.Figure, x formula.Figure, absent Absence) vocabulary.Rounded {
	switch {
	case absent.Code != "":
		return r.Null(f, absent)
	case !x.TooLarge:
		return x.Rounded
	}
	return r.large(f)
}

// large is a figure of a magnitude above 1e15: null with a note, if it is one that
// may be so, else a fault.
func (r *Report) large(f vocabulary.Figure) vocabulary.Rounded {
	if f.NullIfLarge {
		return r.Null(f, Absence{Code: "figure_too_large"})
	}
	r.Faults = append(r.Faults, vocabulary.Fault{Field: f.Name, Code: vocabulary.CodeResultOutOfRange, Reason: "result_out_of_range", Args: []string{f.Name}})
	return vocabulary.Rounded{}
}

// decimals is the number of decimals of a figure.
func (r *Report) decimals(f vocabulary.Figure) int {
	switch f.Rounding {
	case vocabulary.RoundMoney:
		return r.places
	case vocabulary.RoundWhole:
		return 0
	}
	return vocabulary.RatioDecimals
}

// Optional rounds x where it is there, and says why it is not otherwise.
func (r *Report) Optional(f vocabulary.Figure, x exact.Number, absent Absence) vocabulary.Rounded {
	if absent.Code != "" {
		return r.Null(f, absent)
	}
	return r.Figure(f, x)
}

// Null is a figure without a value; the note says why.
func (r *Report) Null(f vocabulary.Figure, absent Absence) vocabulary.Rounded {
	r.Note(absent.Code, f.Name, absent.Args...)
	return vocabulary.Rounded{}
}

// Note adds a note, unless it is there already.
func (r *Report) Note(code, field string, args ...string) {
	if r.Silent {
		return
	}
	said := func(n vocabulary.Note) bool {
		return n.Code == code && n.Field == field && slices.Equal(n.Args, args)
	}
	if !slices.ContainsFunc(r.Notes, said) {
		r.Notes = append(r.Notes, vocabulary.Note{Code: code, Field: field, Args: args})
	}
}

// InPeriod adds to the faults of one row the number of its period. It reports
// whether there are any: the first such row says it all.
func (r *Report) InPeriod(number string, known int) bool {
	for i := range r.Faults[known:] {
		fault := &r.Faults[known+i]
		fault.Args = append(fault.Args, number)
	}
	return len(r.Faults) > known
}
